"""Randomly made tickets and pauses, in whole minutes, with clocks that stop on every edge.

What a duration may be: bounds of buckets and ages, targets of the settings, a minute to both sides
of some. Pauses may overlap, begin before their ticket or end after it, and never end.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

Row = dict[str, Any]
FIRST, DAYS = date(2026, 6, 1), 172
CALENDARS = ("standard", "always", "nowhere")
KINDS, SEVERITIES = ("fault", "requirement", "delivery"), ("critical", "major", "minor")
PEOPLE = (None, "Li Wei", "Chen Jing")
# 16:00 UTC is midnight in Shanghai; 1:00, 4:00, 5:00 and 10:00 begin and end stretches of work.
MINUTES = (0, 59, 60, 239, 240, 290, 300, 600, 601, 959, 960, 1439)
DURATIONS = (0, 1, 6, 30, 31, 60, 120, 240, 480, 540, 960, 1440, 2400, 2401, 4320, 10080, 43200)

moments = st.builds(
    lambda day, minute: (
        datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC)
        + timedelta(days=day, minutes=minute)
    ),
    st.integers(0, DAYS),
    st.sampled_from(MINUTES),
)
later = st.sampled_from(DURATIONS).map(lambda minutes: timedelta(minutes=minutes))
maybe_later = st.none() | later


def tickets(draw: st.DrawFn, client: st.SearchStrategy[str]) -> list[Row]:
    """Up to twelve tickets `t0`, `t1`, … of these clients."""
    rows = draw(st.lists(_ticket(client), max_size=12))
    return [{**row, "ticket_id": f"t{n}"} for n, row in enumerate(rows)]


def pauses(draw: st.DrawFn, tickets: list[Row]) -> list[Row]:
    """Up to three pauses of each ticket, no two of which begin at once."""
    rows = [_pause(draw, row) for row in tickets for _n in range(draw(st.integers(0, 3)))]
    return list({(row["ticket_id"], row["paused_at"]): row for row in rows}.values())


def _pause(draw: st.DrawFn, ticket: Row) -> Row:
    paused_at = ticket["opened_at"] + draw(later) - draw(st.sampled_from([0, 60])) * _MINUTE
    length = draw(maybe_later)
    return {
        "ticket_id": ticket["ticket_id"],
        "paused_at": paused_at,
        "resumed_at": None if length is None else paused_at + length,
    }


def _ticket(client: st.SearchStrategy[str]) -> st.SearchStrategy[Row]:
    counts = st.none() | st.integers(0, 4)
    return st.builds(
        _in_time,
        moments,
        st.fixed_dictionaries(
            dict.fromkeys(("first_response_at", "resolved_at", "promised_at"), maybe_later)
        ),
        st.fixed_dictionaries(
            {
                "client_id": client,
                "kind": st.sampled_from(KINDS),
                "severity": st.sampled_from(SEVERITIES),
                "first_owner": st.sampled_from(PEOPLE),
                "owner": st.sampled_from(PEOPLE),
                "handover_count": counts,
                "reopened_count": counts,
            }
        ),
    )


def _in_time(opened_at: datetime, after: dict[str, timedelta | None], more: Row) -> Row:
    ends = {name: None if length is None else opened_at + length for name, length in after.items()}
    return {"opened_at": opened_at, **ends, **more}


_MINUTE = timedelta(minutes=1)
