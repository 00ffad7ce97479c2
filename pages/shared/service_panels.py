"""The panels about response times, worked out and ready to be drawn; numbers of few are hidden."""

from functools import partial

import pandas as pd

from pages.shared import charts, panel, trend_marks
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings import (
    on_target,
    open_or_closed,
    response_times,
    target_readings,
)
from pages.shared.findings import (
    targets as goals,
)
from pages.shared.findings.on_target import CLOCKS, KINDS
from pages.shared.findings.wording import paragraph
from pages.shared.rows import rows_of

WITHIN, TIMES = "service/within_target", "service/times"
ON_TARGET = "within_target_share"  # the measure whose target is drawn
COMPACT_ROW = 52  # pixels


def headline(view: View) -> str:
    """How much is within target, has that changed, how long it takes."""
    now, before = ask(WITHIN, view), ask(WITHIN, view.previous)
    return response_times.headline(ask(TIMES, view), now, before, view.since, settings().few)


def is_empty(view: View) -> bool:
    """Neither opened in the period nor open at its end."""
    return ask(TIMES, view).empty and ask("service/ageing", view).empty


def card(kind: str, view: View) -> panel.Draw:
    """First response, resolution and share within target of one kind, as a small table."""
    few, times = settings().few, ask(TIMES, view)
    rows = times[times.kind == kind]
    now, before = _shares(kind, view), _shares(kind, view.previous)
    if rows.empty:
        finding, shown = response_times.without(kind), pd.DataFrame(columns=["measure", "value"])
    else:
        row = rows_of(rows)[0]
        finding = response_times.card(kind, now["resolution"], before["resolution"], few.minimum_n)
        shown = response_times.table(row, now, before, few)
    return partial(
        panel.table,
        finding,
        panel.laid_out(shown),
        answer=response_times.hidden(rows, few),
        query=TIMES,
        view=view,
        n=int(rows.ticket_count.sum()),
        key=f"times {kind}",
    )


def _shares(kind: str, view: View) -> dict[str, on_target.Share]:
    within = ask(WITHIN, view)
    return {clock: on_target.share(within, kind, clock) for clock in CLOCKS}


def waiting(view: View) -> panel.Draw:
    """How long until resolved, the open ones counted."""
    watched = ask("service/survival", view)
    waits = open_or_closed.waits(watched, settings().few)
    return partial(
        panel.show,
        open_or_closed.told(waits),
        charts.waiting(waits),
        answer=watched,
        query="service/survival",
        view=view,
        n=sum(wait.n for wait in waits.values()),
    )


def on_time(view: View) -> panel.Draw:
    """The share within target of each kind. Compact: fits a quarter of a screen."""
    few, now, before = settings().few.minimum_n, ask(WITHIN, view), ask(WITHIN, view.previous)
    shown = on_target.shown(now[now.grouped_by == "all"], few)
    return partial(
        panel.show,
        paragraph(
            on_target.overall(now, few),
            on_target.changes(now, before, view.since, few),
        ),
        charts.on_target(
            on_target.labelled(shown), _goal(view), row_height=COMPACT_ROW, is_compact=True
        ),
        answer=shown,
        query=WITHIN,
        view=view,
        n=int(shown.decided_count.sum()),
        key="on time",
    )


def _verdict(view: View) -> str:
    """Whether the target of the share within target is met, all kinds together."""
    reached = target_readings.within_target(ask(WITHIN, view))
    return trend_marks.verdict(view, ON_TARGET, reached)


def _goal(view: View) -> tuple[float, str] | None:
    """The target in force, and its value in words."""
    target = trend_marks.in_force(view, ON_TARGET)
    return None if target is None else (target.value, goals.goal_told(ON_TARGET, target.value))


def targets(view: View) -> panel.Draw:
    """The same by severity and by segment."""
    few, now = settings().few.minimum_n, ask(WITHIN, view)
    shown = on_target.shown(now, few)
    return partial(
        panel.show,
        paragraph(on_target.lowest(now, few), _verdict(view)),
        charts.on_target(on_target.labelled(shown), _goal(view)),
        answer=partial(on_target.both_clocks, now, few),
        query=WITHIN,
        view=view,
        n=int(shown.decided_count[shown.grouped_by == "all"].sum()),
    )


def cards(view: View) -> tuple[panel.Draw, ...]:
    """One card for each kind."""
    return tuple(card(kind, view) for kind in KINDS)
