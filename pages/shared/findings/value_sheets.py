"""The seven-line value sheet: of one client, and of each tier (measures.md, section 8).

(1) value of an order × (2) orders a year = (3); + (4) related sales = (5) business a year; × (6)
years = (7) worth.
"""

from functools import partial

import pandas as pd

from data.value import Assumptions
from pages.shared.findings.value_cases import CASES, Cases
from pages.shared.findings.wording import LADDER, paragraph
from pages.shared.rows import Row
from pages.shared.text import _, ngettext, numbers, words
from queries.statistics import worth

TIERS = (*LADDER, "unheard")
SUMMED = ("orders_per_year", "orders_worth", "related_sales", "yearly_worth", "worth")


def of_client(row: Row, cases: Cases, currency: str) -> pd.DataFrame:
    """line, entered, low_case, high_case: the seven lines and the two discounted ones, as text.

    `row`: one of `clients/value_sheet`; only its years and what is discounted differ by case.
    """
    columns = {name: _lines(row, cases[name], currency) for name in CASES}
    return pd.DataFrame(columns).rename_axis("line").reset_index()


def _lines(row: Row, assumed: Assumptions, currency: str) -> dict[str, str]:
    money = partial(numbers.money, currency=currency)
    yearly, years = row["yearly_worth"], _years(row, assumed)
    later = worth.discounted(yearly, *_discount(assumed))
    return {
        _("1 · Value of an order"): money(row["order_value"]),
        _("2 · Orders a year"): _count(row["orders_per_year"]),
        _("3 · Orders a year in money (1 × 2)"): money(row["orders_worth"]),
        _("4 · Related sales a year"): money(row["related_sales"]),
        _("5 · Business a year (3 + 4)"): money(yearly),
        _("6 · Years"): _with_source(row, _count(years)),
        _("7 · Worth (5 × 6)"): money(yearly * years),
        _("Discounted, first payment in a year"): money(later.in_a_year),
        _("Discounted, first payment now"): money(later.now),
    }


def _years(row: Row, assumed: Assumptions) -> float:
    return float(assumed.relationship_years if row["is_years_assumed"] else row["years"])


def _with_source(row: Row, years: str) -> str:
    return words.noted(years, _("assumed") if row["is_years_assumed"] else _("recorded"))


def _count(amount: float | None) -> str:
    if amount is None or amount != amount:
        return numbers.MISSING
    return numbers.number(amount, 0 if float(amount).is_integer() else 1)


def _discount(assumed: Assumptions) -> tuple[float, float]:
    return assumed.retention, assumed.interest


def client_told(row: Row, currency: str) -> str:
    """What one client is worth, as assumed; or what is not known of it."""
    name = row["client_name"]
    if isinstance(row["lacks"], str):
        return _("{name}: worth not known, for lack of the {lack}.").format(
            name=name, lack=words.lack(row["lacks"])
        )
    assumed = _("{name} ({tier}): assumed to be worth {amount}.").format(
        name=name,
        tier=words.tier(row["tier"]),
        amount=numbers.short_money(row["worth"], currency),
    )
    return paragraph(assumed, _converted(row, currency))


def _converted(row: Row, currency: str) -> str | None:
    if row["own_currency"] == currency:
        return None
    return _("Converted at {rate} {currency} for 1 {own}.").format(
        rate=numbers.number(row["exchange_rate"], 2), currency=currency, own=row["own_currency"]
    )


def nobody_chosen() -> str:
    """Said above the sheet while no client is chosen."""
    return _("Choose a client to see its value sheet.")


def by_tier(sheet: pd.DataFrame, assumed: Assumptions) -> pd.DataFrame:
    """The seven lines per tier over the clients of known worth, and the two discounted ones.

    Line 1 is the mean value of an order, line 6 the mean years weighted by yearly business, so that
    each row multiplies out; the others are sums. client_count and unknown_count count all.
    """
    rows = sheet.assign(tier=sheet.tier.astype(object).where(sheet.tier.notna(), "unheard"))
    known = rows[rows.worth.notna()]
    sums = known.groupby("tier")[list(SUMMED)].sum().reindex(list(TIERS))
    counts = rows.groupby("tier").size().reindex(list(TIERS), fill_value=0)
    unknown = counts - known.groupby("tier").size().reindex(list(TIERS), fill_value=0)
    multiple = worth.multiple(*_discount(assumed))
    told = sums.assign(
        client_count=counts,
        unknown_count=unknown,
        order_value=sums.orders_worth / sums.orders_per_year.where(sums.orders_per_year > 0),
        years=sums.worth / sums.yearly_worth.where(sums.yearly_worth > 0),
        worth_in_a_year=sums.yearly_worth * multiple,
        worth_now=sums.yearly_worth * (1 + multiple),
    )
    return told.reset_index()[
        [
            *("tier", "client_count", "unknown_count", "order_value", "orders_per_year"),
            *("orders_worth", "related_sales", "yearly_worth", "years", "worth"),
            *("worth_in_a_year", "worth_now"),
        ]
    ]


def rounded(tiers: pd.DataFrame) -> pd.DataFrame:
    """The same for the screen: whole amounts, years with one decimal."""
    whole = [name for name in tiers.select_dtypes("float") if name != "years"]
    return tiers.round({**dict.fromkeys(whole, 0), "years": 1})


def tiers_told(tiers: pd.DataFrame, currency: str) -> str:
    """Which tier brings the most business a year (rows of `by_tier`)."""
    known = tiers[tiers.yearly_worth.notna()]
    if known.empty:
        return _("No worth is known, so no tier has a sheet.")
    most = known.sort_values("yearly_worth", ascending=False, kind="stable").iloc[0]
    count = int(most.client_count - most.unknown_count)
    return ngettext(
        "Most business a year comes from {count} client of the tier {tier}: {amount}.",
        "Most business a year comes from {count} clients of the tier {tier}: {amount}.",
        count,
    ).format(
        count=numbers.number(count),
        tier=words.tier(most.tier),
        amount=numbers.short_money(most.yearly_worth, currency),
    )
