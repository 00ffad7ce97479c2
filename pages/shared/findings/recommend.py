"""Would clients recommend us, and has that changed by more than noise (measures.md §3)?"""

from datetime import date

import pandas as pd

from pages.shared.findings.wording import (
    no_clear_change,
    nothing_earlier,
    paragraph,
    too_few_answers,
)
from pages.shared.suppression import hide_few
from pages.shared.text import _, dates, ngettext, numbers
from queries.statistics import intervals


def net_promoter(now: pd.DataFrame, before: pd.DataFrame, since: date, minimum_n: int) -> str:
    """The net promoter score with its interval, and its change (`satisfaction/recommend` twice)."""
    count = response_count(now)
    if count == 0:
        return _("Nobody was asked whether they would recommend us.")
    if count < minimum_n:
        return _("Net promoter score: {text}.").format(text=too_few_answers(count))
    estimate = intervals.net_promoter(*counts(now))
    said = ngettext(
        "Net promoter score {value} ({low} to {high}), from {count} answer.",
        "Net promoter score {value} ({low} to {high}), from {count} answers.",
        count,
    ).format(count=numbers.number(count), **_signed(estimate.value, estimate.low, estimate.high))
    return paragraph(said, _change(now, before, since, minimum_n))


def response_count(recommend: pd.DataFrame) -> int:
    """Answers to the question; 0 for no row."""
    return 0 if recommend.empty else int(recommend.response_count.iloc[0])


def counts(recommend: pd.DataFrame) -> tuple[int, int, int]:
    """Promoters, passives and detractors of the one row."""
    row = recommend.iloc[0]
    return int(row.promoters), int(row.passives), int(row.detractors)


def _change(now: pd.DataFrame, before: pd.DataFrame, since: date, minimum_n: int) -> str:
    count = response_count(before)
    if count == 0:
        return nothing_earlier()
    if count < minimum_n:
        return _("Before: {text}.").format(text=too_few_answers(count))
    change = intervals.net_promoter_difference(counts(now), counts(before))
    if not change.is_more_than_noise:
        return no_clear_change(since)
    sentence = (
        _("It rose by {points} points since {day} (difference {low} to {high}).")
        if change.value > 0
        else _("It fell by {points} points since {day} (difference {low} to {high}).")
    )
    return sentence.format(
        points=numbers.number(abs(change.value)),
        day=dates.day(since),
        **_signed(change.value, change.low, change.high),
    )


def _signed(value: float, low: float, high: float) -> dict[str, str]:
    return {
        "value": numbers.signed(value, 0),
        "low": numbers.signed(low, 0),
        "high": numbers.signed(high, 0),
    }


def table(now: pd.DataFrame, before: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """The counts and the score of the period and of the one before; too few answers hidden."""
    rows = pd.concat([now, before], ignore_index=True)
    rows.insert(0, "period", [_("this period"), _("compared with")])
    numbers_of_few = ["promoters", "passives", "detractors", "nps"]
    return hide_few(rows, "response_count", numbers_of_few, minimum_n, total_shown=False)
