"""Targets beside what was reached: which are met, worked out of the answers of the view."""

from collections.abc import Callable
from dataclasses import replace

from pages.shared import complaint_panels, database, index_panels, promise_panels
from pages.shared.charts import marks
from pages.shared.database import ask, settings
from pages.shared.filters import View
from pages.shared.findings import target_readings
from pages.shared.findings.target_readings import Reading
from pages.shared.findings.target_tables import Beside
from pages.shared.findings.targets import Judged, judged
from pages.shared.rows import Row, rows_of
from pages.shared.service_panels import WITHIN
from pages.shared.trend_marks import TARGETS

Read = Callable[[View], Reading | None]


def beside(view: View) -> list[Beside]:
    """Every target that touches the period, and what stands against it at the end of the view."""
    return [Beside(row, _judged(row, view)) for row in rows_of(ask(TARGETS, view))]


def _judged(row: Row, view: View) -> Judged | None:
    if not marks.target_of(row).holds_on(view.until):
        return None
    reached = READINGS[row["measure"]](_of_segment(row["segment"], view))
    if reached is None:
        return None
    return judged(row["measure"], row["value"], reached, settings().few.minimum_n)


def _of_segment(segment: object, view: View) -> View:
    """The clients in view that a target is about."""
    if not isinstance(segment, str):
        return view
    clients = database.clients()
    ids = clients.client_id[clients.segment == segment].tolist()
    seen = ids if view.client_ids is None else sorted(set(ids) & set(view.client_ids))
    return replace(view, client_ids=tuple(seen))


def satisfied(view: View) -> Reading | None:
    """Clients satisfied or better at the end of the view."""
    return target_readings.satisfied(ask("satisfaction/client_tiers", view.change))


def index(view: View) -> Reading | None:
    """The satisfaction index of the period, by fixed weights."""
    found = index_panels.by_fixed_weights(view)
    return None if found is None else target_readings.index(found)


def net_promoter(view: View) -> Reading | None:
    """The net promoter score of the period."""
    return target_readings.net_promoter(ask("satisfaction/recommend", view))


def gap(view: View) -> Reading | None:
    """The expectation gap of the last month with enough answers."""
    found = target_readings.gap(
        ask("satisfaction/gaps_by_month", view.trend), settings().few.minimum_n
    )
    return None if found is None else found[1]


def within(view: View) -> Reading | None:
    """Tickets opened in the period and resolved within target."""
    return target_readings.within_target(ask(WITHIN, view))


def kept(view: View) -> Reading | None:
    """Promises first due in the period that were kept."""
    return target_readings.kept(promise_panels.totals(view))


def complaints(view: View) -> Reading | None:
    """Complaints a week in the period."""
    return complaint_panels.per_week(view, complaint_panels.control(view))


READINGS: dict[str, Read] = {
    "satisfied_share": satisfied,
    "index": index,
    "nps": net_promoter,
    "expectation_gap": gap,
    "within_target_share": within,
    "kept_share": kept,
    "complaints_per_week": complaints,
}
