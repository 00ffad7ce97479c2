"""The figures of the week against the week before: a line each for what the meeting asks about."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from pages.meeting import weeks
from pages.meeting.slides import compared
from pages.meeting.slides.cells import HALF, table
from pages.meeting.slides.compared import Compared
from pages.meeting.slides.model import Panel
from pages.meeting.slides.wording import BESIDE, said
from pages.shared import complaint_panels
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings import complaint_trends, shares
from pages.shared.findings.of_the_week import PROMISES
from pages.shared.findings.wording import paragraph
from pages.shared.service_panels import WITHIN
from pages.shared.text import _, numbers, words
from queries.statistics import intervals

WIDTHS = (0.27, 0.36, 0.37)
TIERS = "satisfaction/client_tiers"


class Figure(NamedTuple):
    """A line: its name and both weeks in words; `side`: 1 clearly better, −1 clearly worse.

    `part` and `part_before`: so many of so many; complaints are of no whole.
    """

    name: str
    now: str
    before: str
    side: int
    part: tuple[int, int | None]
    part_before: tuple[int | None, int | None]


def panel(week: View, tiers: pd.DataFrame) -> Panel:
    """The figures as a table; `tiers`: the answer of `satisfaction/client_tiers` for the week."""
    lines = of_week(week, tiers)
    before = _("Same days before") if weeks.is_part(week) else _("The week before")
    head = (_("Measure"), _("This week"), before)
    rows = [(line.name, line.now, line.before) for line in lines]
    return Panel(
        said(BESIDE, changed(lines, is_part=weeks.is_part(week))),
        table(head, rows, WIDTHS, line=HALF),
        WITHIN,
        week,
        _answer(lines, settings().few.minimum_n),
    )


def of_week(week: View, tiers: pd.DataFrame) -> list[Figure]:
    """Clients satisfied, complaints, promises kept and tickets on time; only what there was."""
    minimum_n = settings().few.minimum_n
    found = compared.with_week_before(week, minimum_n)
    return [
        _satisfied(tiers, ask(TIERS, week.previous), minimum_n),
        _complaints(week, minimum_n),
        *(
            _share(_name(each), found[each], minimum_n)
            for each in compared.SHARES
            if any(n for _count, n in found[each].pair)
        ),
    ]


def _name(share: str) -> str:
    if share == PROMISES:
        return _("Promises kept")
    return _("{kind}, on time").format(kind=words.capital(words.kind(share)))


def _share(name: str, found: Compared, minimum_n: int) -> Figure:
    now, before = found.pair
    told = compared.before_told(before, compared.change(found), minimum_n)
    return Figure(name, compared.share_told(now, minimum_n), told, found.side, now, before)


def _satisfied(tiers: pd.DataFrame, tiers_before: pd.DataFrame, minimum_n: int) -> Figure:
    """The change is that of the clients heard both times."""
    now, before = shares.counts(tiers), shares.counts(tiers_before)
    change, side, verdict = shares.change_of_clients(tiers), 0, None
    if change.heard >= max(minimum_n, 1):
        found = shares.difference(change)
        side = int(np.sign(found.value)) if found.is_more_than_noise else 0
        ends = intervals.Interval(found.low, found.high)
        verdict = compared.points(100 * found.value, ends) if side else _("no clear change")
    told = compared.before_told(before, verdict, minimum_n)
    name = _("Satisfied or better")
    return Figure(name, compared.share_told(now, minimum_n), told, side, now, before)


def _complaints(week: View, minimum_n: int) -> Figure:
    """Fewer are better; judged as on the page of complaints."""
    now, before = complaint_panels.totals(week), complaint_panels.totals_before(week)
    name, told = _("Complaints received"), numbers.number(now.received)
    if before is None:
        return Figure(name, told, _("not recorded"), 0, (now.received, None), (None, None))
    spread = complaint_panels.control(week).sigma_z
    verdict = complaint_trends.verdict(now, before, minimum_n, spread)
    ratio = complaint_trends.ratio(now, before, minimum_n, spread)
    side = 0 if ratio is None else int(ratio.is_lower) - int(ratio.is_higher)
    was = words.labelled(numbers.number(before.received), verdict)
    return Figure(name, told, was, side, (now.received, None), (before.received, None))


def changed(lines: list[Figure], *, is_part: bool) -> str:
    """Which figures are clearly worse or better than in the week before, or the same part of it."""
    worse, better = ([line.name for line in lines if line.side == side] for side in (-1, 1))
    if not worse and not better:
        if is_part:
            return _("No figure changed clearly against the same days of the week before.")
        return _("No figure changed clearly against the week before.")
    return paragraph(
        _("Clearly worse: {names}.").format(names=words.join(worse)) if worse else None,
        _("Clearly better: {names}.").format(names=words.join(better)) if better else None,
    )


def notes() -> tuple[str, ...]:
    """Where the lines come from, for the speaker."""
    return (
        _("Promises kept: by the first date promised; those past it and still open count as late."),
        _("On time: tickets opened in the week that are resolved within target, of those decided."),
        _("The week before is judged as it was known at its end."),
    )


def _answer(lines: list[Figure], minimum_n: int) -> pd.DataFrame:
    """The counts behind the lines; how many of too few is hidden."""
    counts = [
        (
            line.name,
            *compared.counted(line.part, minimum_n),
            *compared.counted(line.part_before, minimum_n),
        )
        for line in lines
    ]
    columns = ["measure", "week_count", "week_n", "before_count", "before_n"]
    return pd.DataFrame(counts, columns=columns)
