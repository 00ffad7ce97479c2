"""How long tickets take, and how many are open: a line for each kind."""

import pandas as pd

from pages.meeting import weeks
from pages.meeting.slides import compared
from pages.meeting.slides.cells import HALF, table
from pages.meeting.slides.model import Panel
from pages.meeting.slides.wording import BESIDE, said
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings import on_target
from pages.shared.findings.on_target import KINDS
from pages.shared.findings.wording import too_few_cases
from pages.shared.rows import Row, rows_of
from pages.shared.service_panels import TIMES, WITHIN
from pages.shared.text import _, ngettext, numbers, words
from pages.shared.text.durations import few_hours

WEEKS = 12
AGES = "service/ageing"
WIDTHS = (0.27, 0.28, 0.26, 0.19)
HALF_OF = "working_resolution_hours_p50"


def panel(week: View) -> Panel:
    """First response this week, the median of twelve weeks, and what is open at the end."""
    view = weeks.longer(week, WEEKS)
    rows = _rows(week, view)
    shown = [_line(row) for row in rows_of(rows)]
    head = (
        _("Kind"),
        _("Answered in time, this week"),
        _("Half done in (hours, 12 weeks)"),
        _("Open at the end, late"),
    )
    return Panel(
        said(BESIDE, _open(rows)),
        table(head, shown, WIDTHS, line=HALF) if len(rows) else None,
        TIMES,
        view,
        _hidden(rows),
        n=int(rows.resolved_count.sum()),
    )


def _rows(week: View, view: View) -> pd.DataFrame:
    """Per kind that has any: answered in time this week, median of twelve weeks, open and late."""
    within, ages = ask(WITHIN, week), ask(AGES, week)
    times = {row["kind"]: row for row in rows_of(ask(TIMES, view))}
    summed = ages.groupby("kind")[["open_count", "breached_count"]].sum()
    still_open = {str(kind): tuple(counts) for kind, *counts in summed.itertuples()}
    rows = []
    for kind in KINDS:
        answered = on_target.share(within, kind, "first_response")
        row: Row = times.get(kind, {})
        resolved = int(row.get("ticket_count", 0) - row.get("open_count", 0))
        rows.append((kind, *answered, row.get(HALF_OF), resolved, *still_open.get(kind, (0, 0))))
    columns = ["kind", "answered_within", "answered_decided", HALF_OF, "resolved_count"]
    told = pd.DataFrame(rows, columns=[*columns, "open_count", "breached_count"])
    return told[told[["answered_decided", "resolved_count", "open_count"]].any(axis=1)]


def _line(row: Row) -> tuple[str, str, str, str]:
    minimum_n = settings().few.minimum_n
    answered = compared.share_told((row["answered_within"], row["answered_decided"]), minimum_n)
    told = {name: numbers.number(row[f"{name}_count"]) for name in ("open", "breached")}
    left = _("{open}, {breached} late").format(**told) if row["breached_count"] else told["open"]
    return words.capital(words.kind(row["kind"])), answered, _median(row), left


def _median(row: Row) -> str:
    count = int(row["resolved_count"])
    is_enough = count >= settings().few.minimum_n_median
    return few_hours(row[HALF_OF]) if is_enough else too_few_cases(count)


def _open(rows: pd.DataFrame) -> str:
    """How many tickets are open, and how many of them past the promised time."""
    left, late = int(rows.open_count.sum()), int(rows.breached_count.sum())
    sentence = ngettext(
        "{count} ticket is open, {late} of them past the promised time.",
        "{count} tickets are open, {late} of them past the promised time.",
        left,
    )
    return sentence.format(count=numbers.number(left), late=numbers.number(late))


def _hidden(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows without numbers of too few."""
    few = settings().few
    told = rows.copy()
    told[HALF_OF] = told[HALF_OF].where(told.resolved_count >= few.minimum_n_median)
    told["answered_within"] = told.answered_within.where(told.answered_decided >= few.minimum_n)
    return told
