"""How fast tickets are answered and resolved, kind by kind (measures.md §6).

Typical is the median, beside it the time nine in ten keep within; a mean is shown nowhere, because
a few tickets that drag on would make it. Working hours come first, the calendar's beside them.
"""

from datetime import date

import pandas as pd

from data.settings import Few
from pages.shared.findings import on_target
from pages.shared.findings.on_target import CLOCKS, KINDS, Share
from pages.shared.findings.wording import paragraph, share_of, too_few_cases
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers, words
from pages.shared.text.durations import duration, few_hours, working_hours

PERCENTILES = ("p50", "p90")


def headline(
    times: pd.DataFrame, now: pd.DataFrame, before: pd.DataFrame, since: date, few: Few
) -> str:
    """How much is resolved within target, whether that changed, and how long it typically takes.

    `times`: `service/times`; `now`, `before`: `service/within_target` of the two periods.
    """
    return paragraph(
        on_target.overall(now, few.minimum_n),
        on_target.changes(now, before, since, few.minimum_n),
        typical(times, few),
    )


def typical(times: pd.DataFrame, few: Few) -> str | None:
    """The median working hours of each kind; None without tickets."""
    rows = {row["kind"]: row for row in rows_of(times)}
    told = [
        _("{name} {count}").format(name=words.kind(kind), count=_median(rows[kind], few))
        for kind in KINDS
        if kind in rows
    ]
    if not told:
        return None
    return _("Half are resolved within (working hours): {parts}.").format(parts=words.join(told))


def _median(row: Row, few: Few) -> str:
    count = stopped(row, "resolution")
    if count < few.minimum_n_median:
        return too_few_cases(count)
    return few_hours(row["working_resolution_hours_p50"])


def stopped(row: Row, clock: str) -> int:
    """Tickets of a row of `service/times` whose clock has stopped."""
    if clock == "first_response":
        return int(row["first_response_count"])
    return int(row["ticket_count"] - row["open_count"])


def card(kind: str, now: Share, before: Share, minimum_n: int) -> str:
    """The heading of a kind's card: its share within target, and whether that changed."""
    name = words.capital(words.kind(kind))
    if now.decided < max(minimum_n, 1):
        return words.labelled(name, on_target.in_short(now, minimum_n))
    told = _("{share} resolved within target").format(share=share_of(*now))
    moved = on_target.change(now, before, minimum_n)
    return words.labelled(name, words.listed([told, moved]))


def without(kind: str) -> str:
    """Said in the place of a card."""
    return words.labelled(words.capital(words.kind(kind)), _("no ticket was opened in the period"))


def table(row: Row, now: dict[str, Share], before: dict[str, Share], few: Few) -> pd.DataFrame:
    """The card, two columns of words: of both clocks half, nine in ten, share and its change.

    `row`: one of `service/times`; `now`, `before`: the share of each clock in both periods.
    """
    lines = [line for clock in CLOCKS for line in _lines(clock, row, now, before, few)]
    return pd.DataFrame(lines, columns=["measure", "value"])


def _lines(
    clock: str, row: Row, now: dict[str, Share], before: dict[str, Share], few: Few
) -> list[tuple[str, str]]:
    half, most, target = _names(clock)
    if clock == "first_response" and stopped(row, clock) == 0:
        return [(half, _("none recorded"))]
    share = on_target.in_short(now[clock], few.minimum_n)
    if now[clock].decided >= few.minimum_n:
        share = _("{share} of {n}").format(share=share, n=numbers.number(now[clock].decided))
    return [
        (half, _time(row, clock, "p50", few.minimum_n_median)),
        (most, _time(row, clock, "p90", few.minimum_n_p90)),
        (target, share),
        (_("… change"), on_target.change(now[clock], before[clock], few.minimum_n)),
    ]


def _names(clock: str) -> tuple[str, str, str]:
    if clock == "first_response":
        return _("Half answered in"), _("9 in 10 answered in"), _("Answered within target")
    return _("Half resolved in"), _("9 in 10 resolved in"), _("Resolved within target")


def _time(row: Row, clock: str, percentile: str, needed: int) -> str:
    """`16.0 working hours (3.0 days)`, the calendar's time in brackets."""
    count = stopped(row, clock)
    if count < needed:
        return too_few_cases(count)
    by_calendar = duration(row[f"{clock}_hours_{percentile}"])
    return words.noted(working_hours(row[f"working_{clock}_hours_{percentile}"]), by_calendar)


def hidden(times: pd.DataFrame, few: Few) -> pd.DataFrame:
    """The rows for files, without percentiles of too few."""
    told = times.copy()
    counts = {
        "first_response": told.first_response_count,
        "resolution": told.ticket_count - told.open_count,
    }
    needed = {"p50": few.minimum_n_median, "p90": few.minimum_n_p90}
    for clock in CLOCKS:
        for each in PERCENTILES:
            for name in (f"{clock}_hours_{each}", f"working_{clock}_hours_{each}"):
                if name in told:
                    told[name] = told[name].where(counts[clock] >= needed[each])
    return told
