"""The panels about open problems and what was learned from settled ones, ready to be drawn."""

from collections.abc import Callable
from functools import partial

import pandas as pd

from pages.shared import charts, panel
from pages.shared.database import ask, later, settings
from pages.shared.filters import View
from pages.shared.findings import lessons, problems
from pages.shared.findings.wording import MOST_ROWS
from pages.shared.text import _, numbers, words

LIST, COUNTS = "service/open_problems", "service/open_problems_by_source"
ROWS_THAT_FIT = 14  # of the list before it scrolls
TROUBLES, WITHOUT = "service/repeated_troubles", "service/faults_without_report"


def counts(view: View) -> pd.DataFrame:
    """Open problems by source: all, past their date, due soon."""
    return ask(COUNTS, view)


def first(view: View) -> pd.DataFrame:
    """The open problems with the most points, as many as a page shows."""
    return ask(LIST, view, most_rows=MOST_ROWS)


def each(view: View) -> panel.Draw:
    """Which problem first, and why: the first of them, all in the files."""
    rows, counted, soon = first(view), counts(view), settings().triage.urgency.soon_days
    return partial(
        panel.table,
        problems.listed(len(rows), counted),
        panel.laid_out(problems.table(rows, soon)),
        answer=partial(_all_of_them, later(LIST, view), soon),
        query=LIST,
        view=view,
        n=int(counted.open_count.sum()),
        height=560 if len(rows) > ROWS_THAT_FIT else None,
    )


def _all_of_them(ask_all: Callable[[], pd.DataFrame], soon_days: int) -> pd.DataFrame:
    return problems.with_reasons(ask_all(), soon_days)


def by_source(view: View) -> panel.Draw:
    """Where the open problems come from, and which of them are late."""
    counted = counts(view)
    split, colours = problems.split(counted), charts.palette()
    named = {
        "past_due_count": charts.Part(
            _("past the date"), charts.TIER_COLOURS["complaining"], "#ffffff", True
        ),
        "due_soon_count": charts.Part(_("due soon"), charts.TIER_COLOURS["basic"], "#1b1f24"),
        "other_count": charts.Part(_("later or undated"), colours.muted, colours.ground),
    }
    return partial(
        panel.show,
        problems.by_source(counted),
        charts.parts(
            split,
            named,
            {source: words.capital(words.kind(source)) for source in split.index},
            [numbers.number(count) for count in split.sum(axis=1)],
        ),
        answer=counted,
        query=COUNTS,
        view=view,
        n=int(counted.open_count.sum()),
    )


def repeats(view: View) -> panel.Draw:
    """Did the same trouble come again after its lesson was recorded?"""
    recorded, rows = ask("service/repeats", view), ask(TROUBLES, view, most_rows=MOST_ROWS)
    return partial(
        panel.table,
        lessons.repeats(
            recorded,
            len(rows),
            settings().complaints.repeat_within,
            settings().few.minimum_n,
        ),
        panel.laid_out(lessons.troubles_table(rows)),
        answer=later(TROUBLES, view),
        query=TROUBLES,
        view=view,
        n=int(recorded.lesson_count.sum()),
    )


def reports(view: View) -> panel.Draw:
    """Which critical and major faults lack their fault report?"""
    counted, rows = ask("service/fault_reports", view), ask(WITHOUT, view, most_rows=MOST_ROWS)
    return partial(
        panel.table,
        lessons.reports(counted, len(rows), settings().few.minimum_n),
        panel.laid_out(lessons.reports_table(rows)),
        answer=later(WITHOUT, view),
        query=WITHOUT,
        view=view,
        n=int(counted.fault_count.sum()),
    )


def is_quiet(view: View) -> bool:
    """Nothing open, no lesson recorded, no grave fault resolved."""
    return (
        counts(view).empty
        and ask("service/repeats", view).empty
        and ask("service/fault_reports", view).empty
    )
