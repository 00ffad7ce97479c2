"""Slide 5: are faults, requirements and deliveries dealt with in time, and has that changed?"""

from collections.abc import Mapping

import pandas as pd

from pages.meeting import weeks
from pages.meeting.slides import compared, unknown
from pages.meeting.slides.compared import Compared, Part
from pages.meeting.slides.model import Panel, Slide
from pages.meeting.slides.ticket_times import panel as times
from pages.meeting.slides.wording import BESIDE, FINDING, said
from pages.shared import service_panels
from pages.shared.charts.look import TIER_COLOURS
from pages.shared.charts.plain import Chart, Series
from pages.shared.database import settings
from pages.shared.filters import View
from pages.shared.findings.on_target import KINDS
from pages.shared.findings.wording import paragraph
from pages.shared.service_panels import WITHIN
from pages.shared.text import _, words
from queries.statistics import intervals

WEEKS = 12  # a week alone has few tickets that are decided


def slide(week: View) -> Slide:
    """Tickets within target this week and in the twelve before, beside how long they take."""
    key, title = "response-times", _("Response times")
    nothing = unknown.of_week(week)
    if nothing or service_panels.is_empty(weeks.longer(week, WEEKS)):
        return unknown.slide(key, title, nothing or unknown.missing("tickets"))
    minimum_n = settings().few.minimum_n
    pairs = compared.pairs(week, weeks.before(week, WEEKS))
    found = compared.together(pairs, minimum_n)
    finding = said(FINDING, _now(found, minimum_n), _change(found))
    return Slide(key, title, finding, (_shares(found, week), times(week)), _notes())


def _now(found: Mapping[str, Compared], minimum_n: int) -> str:
    """The share of each kind of which any was decided this week."""
    decided = [kind for kind in KINDS if found[kind].pair.now[1]]
    if not decided:
        return _("No ticket opened this week is decided yet.")
    told = [
        _("{name} {count}").format(
            name=words.kind(kind), count=compared.share_told(found[kind].pair.now, minimum_n)
        )
        for kind in decided
    ]
    return _("Resolved within target this week: {parts}.").format(parts=words.join(told))


def _change(found: Mapping[str, Compared]) -> str:
    """Which kinds are clearly other than in the twelve weeks before."""
    compared_kinds = [kind for kind in KINDS if found[kind].difference is not None]
    if not compared_kinds:
        return _("Too few to compare with the twelve weeks before.")
    clear = [kind for kind in compared_kinds if found[kind].is_clear]
    if not clear:
        return _("No clear change against the twelve weeks before.")
    sentence = _("{kind}: {points} points against the twelve weeks before.")
    told = {words.capital(words.kind(kind)): compared.change(found[kind]) for kind in clear}
    return paragraph(*(sentence.format(kind=kind, points=told[kind]) for kind in told))


def _shares(found: Mapping[str, Compared], week: View) -> Panel:
    """This week against the twelve before; a share of few is not drawn."""
    minimum_n = settings().few.minimum_n
    kinds = [kind for kind in KINDS if max(n for _count, n in found[kind].pair) >= minimum_n]
    count = sum(found[kind].pair.now[1] for kind in KINDS)
    told = _("Resolved within target, of those decided: this week and in the twelve before.")
    return Panel(
        said(BESIDE, told),
        _bars(found, kinds, minimum_n) if kinds else None,
        WITHIN,
        week,
        _answer(found, minimum_n),
        n=count,
    )


def _bars(found: Mapping[str, Compared], kinds: list[str], minimum_n: int) -> Chart:
    now = [found[kind].pair.now for kind in kinds]
    before = [found[kind].pair.before for kind in kinds]
    series = (
        _series(_("This week"), now, TIER_COLOURS["loyal"], minimum_n),
        _series(_("Twelve weeks before"), before, TIER_COLOURS["satisfied"], minimum_n),
    )
    names = tuple(words.capital(words.kind(kind)) for kind in kinds)
    return Chart("clustered", names, series, "share", is_horizontal=True)


def _series(name: str, parts: list[Part], colour: str, minimum_n: int) -> Series:
    enough = [n >= max(minimum_n, 1) for _count, n in parts]
    ends = [
        intervals.wilson(*part) if is_enough else (None, None)
        for part, is_enough in zip(parts, enough, strict=True)
    ]
    return Series(
        name,
        tuple(
            count / n if is_enough else None
            for (count, n), is_enough in zip(parts, enough, strict=True)
        ),
        colour,
        labels=tuple(compared.share_in_short(part, minimum_n) for part in parts),
        low=tuple(low for low, _high in ends),
        high=tuple(high for _low, high in ends),
    )


def _answer(found: Mapping[str, Compared], minimum_n: int) -> pd.DataFrame:
    """Per kind the counts of both times; how many of too few is hidden."""
    rows = [
        (kind, *(count for part in found[kind].pair for count in compared.counted(part, minimum_n)))
        for kind in KINDS
    ]
    columns = ["kind", "week_count", "week_n", "before_count", "before_n"]
    return pd.DataFrame(rows, columns=columns)


def _notes() -> tuple[str, ...]:
    return (
        _("Of the tickets opened: an open one past its target counts as missed."),
        _("Times are working hours of the client's calendar, over twelve weeks up to this one."),
    )
