"""The satisfaction index in sentences: how high, how sure, and whether it has changed (§4)."""

import pandas as pd

from pages.shared.filters import View
from pages.shared.findings.index_numbers import BEFORE, EARLIER, NOW, Reading, Readings
from pages.shared.findings.wording import (
    SMALLEST,
    nothing_earlier,
    paragraph,
    too_few_answers,
)
from pages.shared.text import _, dates, ngettext, numbers
from queries.statistics.intervals import Estimate


def headline(fixed: Readings, client_count: int, view: View, minimum_n: int) -> str:
    """The index by fixed weights with its interval, and its change where that is beyond noise."""
    now = fixed.of(NOW)
    if now is None:
        return _("Nobody in view said in this period how satisfied they are.")
    if now.response_count < minimum_n:
        return _("Satisfaction index: {text}.").format(text=too_few_answers(now.response_count))
    return paragraph(_told(now, client_count), change(fixed, view, minimum_n))


def _told(now: Reading, client_count: int) -> str:
    sentence = ngettext(
        "Satisfaction index {index} of 100 by fixed weights, from {count} response of {clients}"
        " clients.",
        "Satisfaction index {index} of 100 by fixed weights, from {count} responses of {clients}"
        " clients.",
        now.response_count,
    )
    if client_count == 1:
        sentence = _(
            "Satisfaction index {index} of 100 by fixed weights, from {count} responses of one"
            " client: too few to say how sure it is."
        )
    return sentence.format(
        index=value(now),
        count=numbers.number(now.response_count),
        clients=numbers.number(client_count),
    )


def value(reading: Reading) -> str:
    """`68.5 (62.4–73.1)`, without ends where there are none."""
    told = numbers.number(reading.value, 1)
    return told if reading.low != reading.low else f"{told} ({ends(reading)})"


def ends(reading: Reading | Estimate[float]) -> str:
    """Both ends of its interval."""
    return numbers.interval_text(reading.low, reading.high, 1)


def interval(readings: Readings, minimum_n: int) -> str | None:
    """The interval of the index of the period, for the foot line; None where it is not shown."""
    now = readings.of(NOW)
    if now is None or now.response_count < minimum_n or now.low != now.low:
        return None
    return ends(now)


def change(fixed: Readings, view: View, minimum_n: int) -> str:
    """The change against the period of comparison, stated only when it is more than noise."""
    before, period = fixed.of(BEFORE), dates.days(view.previous_since, view.previous_until)
    if before is None:
        return nothing_earlier()
    if before.response_count < minimum_n:
        return _("Before: {text}.").format(text=too_few_answers(before.response_count))
    found = fixed.change(BEFORE, NOW)
    if found is None or _fewest_clients(fixed, BEFORE, NOW) < minimum_n:
        return _("Too few clients to tell a change from noise.")
    if not is_clear(found):
        return _("No clear change against {period}.").format(period=period)
    sentence = (
        _("That is {points} points more than in {period} (difference {interval}).")
        if found.value > 0
        else _("That is {points} points less than in {period} (difference {interval}).")
    )
    return sentence.format(period=period, **difference(found))


def _fewest_clients(fixed: Readings, *parts: int) -> int:
    """Groups of clients behind the part that has the fewest."""
    found = [fixed.of(part) for part in parts]
    return min(0 if each is None else each.group_count for each in found)


def is_clear(found: Estimate[float]) -> bool:
    """Whether a difference is more than noise, and more than one decimal can show."""
    nearest = min(abs(found.low), abs(found.high))
    return found.is_more_than_noise and nearest >= SMALLEST


def difference(found: Estimate[float]) -> dict[str, str]:
    """The points and the interval of a difference, for its sentence."""
    return {
        "points": numbers.number(abs(found.value), 1),
        "interval": numbers.interval_text(found.low, found.high, 1, "signed"),
    }


def over_time(fixed: Readings, months: pd.DataFrame, minimum_n: int) -> str:
    """The last month that can be shown against all earlier ones; which months are not alike."""
    shown = months[months["satisfaction_index"].notna()]
    if shown.empty:
        return _("No month has enough answers for an index.")
    last = shown.iloc[-1]
    now = fixed.of(int(shown.index[-1]))
    told = _("{month}: satisfaction index {index}.").format(
        month=dates.month(last["month"]), index=value(now) if now else numbers.MISSING
    )
    against = _against_earlier(fixed, int(shown.index[-1]), minimum_n)
    return paragraph(told, against, _odd(months, minimum_n))


def _against_earlier(fixed: Readings, last: int, minimum_n: int) -> str | None:
    earlier = fixed.of(EARLIER)
    if earlier is None or earlier.response_count < minimum_n:
        return None
    found = fixed.change(EARLIER, last)
    if found is None or _fewest_clients(fixed, EARLIER, last) < minimum_n:
        return None
    if not is_clear(found):
        return _("No clear difference from the months before ({index}).").format(
            index=numbers.number(earlier.value, 1)
        )
    sentence = (
        _("That is {points} points more than in the months before (difference {interval}).")
        if found.value > 0
        else _("That is {points} points less than in the months before (difference {interval}).")
    )
    return sentence.format(**difference(found))


def _odd(months: pd.DataFrame, minimum_n: int) -> str | None:
    """Months without enough answers, and those that did not ask every question."""
    hidden = int((months["response_count"] < minimum_n).sum())
    shown = months[months["satisfaction_index"].notna()]
    fewer = int((shown["question_count"] < shown["question_count"].max()).sum())
    too_few = ngettext(
        "{count} month has too few answers.", "{count} months have too few answers.", hidden
    ).format(count=numbers.number(hidden))
    unlike = ngettext(
        "{count} month (hollow) did not ask every question and compares badly.",
        "{count} months (hollow) did not ask every question and compare badly.",
        fewer,
    ).format(count=numbers.number(fewer))
    return paragraph(too_few if hidden else None, unlike if fewer else None) or None
