"""Randomly made steps of handling: done twice, before the complaint, after the import, by nobody.

Steps are taken whether or not the complaint calls for them, in any order; a complaint may name a
ticket of its client, of another one, or one that is not there.
"""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

Row = dict[str, Any]
STEPS = (
    "listened",
    "restated",
    "apologised",
    "measures_explained",
    "thanked",
    "escalated",
    "report_sent",
    "appraised",
    "followed_up",
)
ROLES = (None, "specialist", "service_manager", "regional_manager", "director")
PEOPLE = (None, "Li Wei", "Chen Jing")
# Minutes after the complaint: some before it, most within days, some on the edge of a day.
AFTER = (-2000, -1, 0, 1, 59, 60, 600, 1439, 1440, 1441, 4320, 20_160, 129_600, 260_000)


def with_tickets(draw: st.DrawFn, complaints: list[Row], tickets: list[Row]) -> list[Row]:
    """The complaints, each about a ticket or none."""
    known = st.sampled_from([None, "gone", *(row["ticket_id"] for row in tickets)])
    return [{**row, "ticket_id": draw(known)} for row in complaints]


def steps(draw: st.DrawFn, complaints: list[Row]) -> list[Row]:
    """Up to eight steps of each complaint, none twice at the same moment."""
    rows = [
        {"complaint_id": row["complaint_id"], **_step(draw, row)}
        for row in complaints
        for _n in range(draw(st.integers(0, 8)))
    ]
    return list({(r["complaint_id"], r["step"], r["done_at"]): r for r in rows}.values())


def _step(draw: st.DrawFn, complaint: Row) -> Row:
    start = complaint["received_at"]
    if complaint["resolved_at"] is not None and draw(st.booleans()):
        start = complaint["resolved_at"]
    return {
        "step": draw(st.sampled_from(STEPS)),
        "done_at": start + timedelta(minutes=draw(st.sampled_from(AFTER))),
        "done_by": draw(st.sampled_from(PEOPLE)),
        "role": draw(st.sampled_from(ROLES)),
    }
