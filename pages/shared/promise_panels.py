"""The panels about promises, worked out and ready to be drawn; shares of few are hidden."""

from functools import partial

import pandas as pd

from pages.shared import charts, panel, trend_marks
from pages.shared.charts.promises import COMPACT, HEIGHT, OUTCOMES, look, text_on
from pages.shared.database import ask, later, settings
from pages.shared.filters import View
from pages.shared.findings import promise_lists, promise_people, promises, target_readings
from pages.shared.findings.promises import Tally
from pages.shared.findings.wording import MOST_ROWS, paragraph
from pages.shared.text import dates, words

BY_MONTH, BY_PERSON = "service/promises_by_month", "service/promises_by_person"
KEPT = "kept_share"  # the measure whose target is drawn
LATE, DUE = "service/broken_promises", "service/promises_due"


def totals(view: View) -> Tally:
    """All promises first due in the period, together."""
    return promises.tally(ask(BY_MONTH, view))


def due_by_kind(view: View) -> pd.DataFrame:
    """Open promises past their date or due soon, counted by kind."""
    return ask("service/promises_due_by_kind", view)


def kept_by_month(view: View) -> panel.Draw:
    """Kept, broken and open by month. Compact: fits a quarter of a screen."""
    now, before, minimum_n = totals(view), totals(view.previous), settings().few.minimum_n
    told = paragraph(promises.kept(now, minimum_n), promises.change(now, before, view, minimum_n))
    return _months(view, told or promises.counted(now)[0], is_compact=True)


def months(view: View) -> panel.Draw:
    """The same at full size, with the share kept of each month."""
    return _months(view, promises.over_time(ask(BY_MONTH, view.trend), settings().few.minimum_n))


def _months(view: View, finding: str, *, is_compact: bool = False) -> panel.Draw:
    by_month = promises.by_month(ask(BY_MONTH, view.trend), settings().few.minimum_n)
    height = COMPACT if is_compact else HEIGHT
    marks = trend_marks.of(view.trend, KEPT, 0 if is_compact else trend_marks.MOST)
    return partial(
        panel.show,
        finding if is_compact else paragraph(finding, _verdict(view)),
        charts.promise_months(by_month, marks=marks, height=height, is_compact=is_compact),
        answer=by_month,
        query=BY_MONTH,
        view=view.trend,
        n=int(by_month.promise_count.sum()),
        key="promise months",
    )


def _verdict(view: View) -> str:
    when = dates.days(view.since, view.until)
    return trend_marks.verdict(view, KEPT, target_readings.kept(totals(view)), when)


def kinds(view: View) -> panel.Draw:
    """Which kind of promise is kept, and which is not."""
    minimum_n = settings().few.minimum_n
    by_kind = promises.by_kind(ask(BY_MONTH, view), minimum_n)
    named = {
        name: charts.Part(words.state(name), colour, text_on(name), is_hatched)
        for name, (colour, is_hatched) in ((name, look(name)) for name in OUTCOMES)
    }
    return partial(
        panel.show,
        promises.kinds(by_kind, minimum_n),
        charts.parts(
            by_kind.set_index("kind")[list(OUTCOMES)],
            named,
            {kind: words.capital(words.kind(kind)) for kind in by_kind.kind},
            promises.shares_told(by_kind),
        ),
        answer=by_kind,
        query=BY_MONTH,
        view=view,
        n=int(by_kind.promise_count.sum()),
        key="promise kinds",
    )


def moved(view: View, now: Tally) -> panel.Draw:
    """How many were moved to a later date."""
    minimum_n = settings().few.minimum_n
    by_kind = promises.by_kind(ask(BY_MONTH, view), minimum_n)
    return partial(
        panel.table,
        promises.moved(now, minimum_n),
        panel.laid_out(promises.moved_table(by_kind, minimum_n)),
        answer=by_kind,
        query=BY_MONTH,
        view=view,
        n=now.n,
        key="moved promises",
    )


def people(view: View) -> tuple[panel.Draw, panel.Draw]:
    """Who promises more than is kept: the chart, and the table of all persons."""
    few, found = settings().few, ask(BY_PERSON, view)
    shown = promise_people.shown(found, few.minimum_n, few.minimum_n_median)
    share = partial(
        panel.show,
        promise_people.told(found, few.minimum_n),
        charts.people(shown),
        answer=shown,
        query=BY_PERSON,
        view=view,
        n=int(shown.promise_count.sum()),
        key="people",
    )
    each = partial(
        panel.table,
        promise_people.days_given(shown),
        panel.laid_out(promise_people.table(shown)),
        answer=shown,
        query=BY_PERSON,
        view=view,
        n=int(shown.promise_count.sum()),
        key="each person",
    )
    return share, each


def late(view: View, now: Tally) -> panel.Draw:
    """Which promises were broken or are overdue: the latest of them, all in the files."""
    rows = ask(LATE, view, most_rows=MOST_ROWS)
    return partial(
        panel.table,
        promise_lists.late(rows, now),
        panel.laid_out(promise_lists.late_table(rows)),
        answer=later(LATE, view),
        query=LATE,
        view=view,
        n=now.broken + now.overdue,
    )


def due(view: View, by_kind: pd.DataFrame) -> panel.Draw:
    """What is due in the next days, and what is past its date already, by date."""
    rows, days_ahead = ask(DUE, view, most_rows=MOST_ROWS), settings().promises.days_ahead
    return partial(
        panel.table,
        promise_lists.due(by_kind, len(rows), days_ahead),
        panel.laid_out(promise_lists.due_table(rows)),
        answer=later(DUE, view),
        query=DUE,
        view=view,
        n=int(by_kind.past_due_count.sum() + by_kind.due_soon_count.sum()),
    )
