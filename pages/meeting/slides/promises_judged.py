"""Slide 2: what became of last week's promises and of the meeting's actions?"""

import pandas as pd

from pages.meeting.slides import compared, judged, unknown
from pages.meeting.slides.judged import Judged
from pages.meeting.slides.model import Panel, Slide
from pages.meeting.slides.wording import BESIDE, FINDING, said
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings.of_the_week import PROMISES
from pages.shared.text import _, numbers

JUDGED, ACTIONS = "meeting/promises_judged", "meeting/actions"


def slide(week: View) -> Slide:
    """Promises and actions side by side: done in time, done late, carried over and how often."""
    key, title = "promises-judged", _("Promises and actions judged")
    nothing = unknown.of_week(week)
    promised, acted = _promises(week), _actions(week)
    found = [judged.counted(rows) for rows in (promised, acted)]
    if nothing or all(each.is_empty for each in found):
        return unknown.slide(key, title, nothing or unknown.missing("promises"))
    change, is_news = _change(week)
    rest = [change, _carried(*found)] if is_news else [_carried(*found), change]
    finding = said(FINDING, _in_time(*found), *rest)
    panels = (
        _panel(_promises_told(found[0]), promised, JUDGED, week),
        _panel(_actions_told(found[1]), acted, ACTIONS, week),
    )
    return Slide(key, title, finding, panels, notes=_notes())


def _promises(week: View) -> pd.DataFrame:
    rows = ask(JUDGED, week)
    return rows.assign(who=rows.made_by, moved=rows.is_moved.astype(int), record=rows.promise_id)


def _actions(week: View) -> pd.DataFrame:
    """Those the week judges: due in it or done in it, and those carried over."""
    rows = ask(ACTIONS, week)
    first, done = pd.to_datetime(rows.first_due_on), pd.to_datetime(rows.done_on)
    is_due = first.between(pd.Timestamp(week.since), pd.Timestamp(week.until))
    is_early = (rows.state == judged.IN_TIME) & done.notna()
    added = {"who": rows.owner, "moved": rows.moved_count, "record": rows.action_id}
    rows = rows.assign(**added, is_due_now=is_due | is_early)
    shown = rows[rows.state.isin([judged.IN_TIME, judged.LATE, judged.CARRIED])]
    order = ["state", "is_due_now", "first_due_on"]
    return shown.sort_values(order, ascending=[True, False, True], kind="stable")


def _panel(finding: str, rows: pd.DataFrame, query: str, week: View) -> Panel:
    found = judged.counted(rows)
    return Panel(
        finding,
        None if found.is_empty else judged.listed(rows, _("What, and who")),
        query,
        week,
        rows.drop(columns=["who", "moved", "record"]),
        n=found.due,
        interval=judged.interval(found, settings().few.minimum_n),
    )


def _promises_told(found: Judged) -> str:
    if found.is_empty:
        return _("No promise was to be judged.")
    told = _("Promises kept in time: {share}.").format(share=_share(found))
    return said(BESIDE, told if found.due else _("No promise fell due."), judged.rest(found))


def _actions_told(found: Judged) -> str:
    if found.is_empty:
        return _("No action was to be judged.")
    told = _("Actions done in time: {share}.").format(share=_share(found))
    return said(BESIDE, told if found.due else _("No action fell due."), judged.rest(found))


def _share(found: Judged) -> str:
    return judged.share(found, settings().few.minimum_n)


def _in_time(promised: Judged, acted: Judged) -> str:
    """How many of both were done in time; of one alone where nothing else fell due."""
    told = {
        "kept": numbers.number(promised.in_time),
        "due": numbers.number(promised.due),
        "done": numbers.number(acted.in_time),
        "agreed": numbers.number(acted.due),
    }
    if promised.due and acted.due:
        sentence = _("{kept} of {due} promises and {done} of {agreed} actions were done in time.")
    elif acted.due:
        sentence = _("{done} of {agreed} actions were done in time; no promise fell due.")
    elif promised.due:
        sentence = _("{kept} of {due} promises were done in time; no action fell due.")
    else:
        sentence = _("Neither promises nor actions fell due.")
    return sentence.format(**told)


def _carried(promised: Judged, acted: Judged) -> str:
    count, again = promised.carried + acted.carried, promised.again + acted.again
    if count == 0:
        return _("Nothing is carried over.")
    told = {"count": numbers.number(count), "again": numbers.number(again)}
    if again == 0:
        return _("Carried over: {count}.").format(**told)
    return _("Carried over: {count}, {again} of them again.").format(**told)


def _change(week: View) -> tuple[str | None, bool]:
    """Was the share of promises kept clearly another in the week before? And is that news?"""
    found = compared.with_week_before(week, settings().few.minimum_n)[PROMISES]
    if found.difference is None:
        return None, False
    if not found.is_clear:
        return _("Promises kept: no clear change."), False
    sentence = _("Promises kept: {points} points against the week before.")
    return sentence.format(points=compared.change(found)), True


def _notes() -> tuple[str, ...]:
    return (
        _("Judged by the date first promised; what was moved to a later date counts against it."),
        _("Carried over: past that date and not done at the end of the week."),
        _("Weeks are meetings since it was due, one at the end of each week."),
    )
