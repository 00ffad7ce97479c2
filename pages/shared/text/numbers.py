"""Numbers as the reader's language writes them. A missing number is a dash, never a zero."""

from collections.abc import Sequence
from functools import lru_cache

from babel.numbers import (
    format_compact_currency,
    format_compact_decimal,
    format_currency,
    format_decimal,
    format_percent,
)

from pages.shared.text import _, locale

MISSING = "–"
MINUS = "−"


def number(x: float | None, decimals: int = 0) -> str:
    """`1,234.5`: thousands separated, a real minus sign."""
    if x is None or x != x:
        return MISSING
    return _plain(x, decimals)


def percent(share: float | None, decimals: int = 0) -> str:
    """A share (0–1) in per cent."""
    if share is None or share != share:
        return MISSING
    return _percent(round(float(share), decimals + 2), _pattern(decimals) + "%", locale())


def signed(x: float | None, decimals: int = 1) -> str:
    """A difference with its sign: `+0.3`, `−0.4`, `0.0`."""
    if x is None or x != x:
        return MISSING
    return ("+" if round(x, decimals) > 0 else "") + _plain(x, decimals)


def money(x: float | None, currency: str) -> str:
    """An amount without cents, with its currency."""
    if x is None or x != x:
        return MISSING
    return format_currency(
        round(x), currency, "¤#,##0;−¤#,##0", locale=locale(), currency_digits=False
    )


def short_money(x: float | None, currency: str, decimals: int | None = None) -> str:
    """The same in short, for sentences and charts: `CN¥12.3M`, `¥1.59亿`.

    Left out, `decimals` give at least three figures; a chart has room for one at most.
    """
    if x is None or x != x:
        return MISSING
    told = [_short_money(x, currency, digits) for digits in _offered(decimals)]
    enough = (each for each in told if sum(sign.isdigit() for sign in each) >= 3)
    return next(enough, told[-1])


def moneys(amounts: Sequence[float], currency: str) -> list[str]:
    """Several amounts in short, with the decimals that it takes to tell those that differ apart."""
    for decimals in (None, 2, 3):
        told = [short_money(amount, currency, decimals) for amount in amounts]
        if len(set(told)) == len(set(amounts)):
            return told
    return [money(amount, currency) for amount in amounts]


def _offered(decimals: int | None) -> tuple[int, ...]:
    return (1, 2) if decimals is None else (decimals,)


def _short_money(x: float, currency: str, decimals: int) -> str:
    whole = round(x) if abs(x) < 1000 else x
    told = format_compact_currency(whole, currency, fraction_digits=decimals, locale=locale())
    return told.replace("-", MINUS).replace("\xa0", " ")


def compact(x: float | None, decimals: int = 1) -> str:
    """A large number in short, for axes and cards: `1.2M`, `120万`."""
    if x is None or x != x:
        return MISSING
    return format_compact_decimal(x, fraction_digits=decimals, locale=locale()).replace("-", MINUS)


def interval_text(
    low: float | None, high: float | None, decimals: int = 0, style: str = "number"
) -> str:
    """The two ends of an interval: `58–81`, in per cent with `style="percent"` (shares given).

    `style="signed"` is for differences: `−0.4 to +0.3`, where a dash would read as another minus.
    """
    if low is None or high is None or low != low or high != high:
        return MISSING
    if style == "signed":
        return _("{low} to {high}").format(low=signed(low, decimals), high=signed(high, decimals))
    if style == "percent":
        return f"{number(low * 100, decimals)}–{percent(high, decimals)}"
    return f"{number(low, decimals)}–{number(high, decimals)}"


def _plain(x: float, decimals: int) -> str:
    # Rounded first: Babel alone would write a small negative number as "-0".
    rounded = round(float(x), decimals) + 0.0
    return _decimal(rounded, _pattern(decimals), locale())


@lru_cache(maxsize=8192)  # a page writes the same hundred numbers over and over
def _decimal(rounded: float, pattern: str, locale: str) -> str:
    return format_decimal(rounded, pattern, locale=locale).replace("-", MINUS)


@lru_cache(maxsize=8192)
def _percent(rounded: float, pattern: str, locale: str) -> str:
    return format_percent(rounded, pattern, locale=locale).replace("-", MINUS)


def _pattern(decimals: int) -> str:
    return "#,##0" + ("." + "0" * decimals if decimals else "")
