"""Promises and lessons of randomly made companies: moved dates, dates on every edge, a leap day.

The end of the period, the day of the import and the day after are drawn more often than others, and
so are cases done at the very instant they are due.
"""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

Row = dict[str, Any]
EDGES = (date(2024, 2, 28), date(2024, 2, 29), date(2026, 11, 14), date(2026, 11, 15))
PEOPLE = (None, "Li Wei", "Chen Jing", "Wang Fang")
MODULES = (None, "billing", "portal")
LENGTHS = (-2, 0, 1, 7, 14, 15, 60)

made_on = st.sampled_from(EDGES) | st.integers(0, 160).map(
    lambda days: date(2026, 6, 15) + timedelta(days=days)
)
some_days = st.sampled_from(LENGTHS).map(lambda days: timedelta(days=days))
moves = st.sampled_from([timedelta(0), timedelta(0), timedelta(hours=3), timedelta(days=5)])


def promises(draw: st.DrawFn, client: st.SearchStrategy[str]) -> list[Row]:
    """Up to twelve promises `p0`, `p1`, … to these clients."""
    rows = draw(st.lists(_promise(client), max_size=12))
    return [{**row, "promise_id": f"p{n}"} for n, row in enumerate(rows)]


def with_dates_and_lessons(draw: st.DrawFn, rows: list[Row], began: str) -> list[Row]:
    """The tickets or complaints, some with a date that was moved, some with a lesson.

    `began`: the column of the moment a case begins.
    """
    return [{**row, **_dates(draw, row, began), **_lesson(draw, row[began])} for row in rows]


def with_modules(draw: st.DrawFn, tickets: list[Row]) -> list[Row]:
    """The tickets, most with the part of the solution concerned and some with a root cause."""
    causes = st.sampled_from([None, "bad cable"])
    return [
        {**row, "module": draw(st.sampled_from(MODULES)), "root_cause": draw(causes)}
        for row in tickets
    ]


def _promise(client: st.SearchStrategy[str]) -> st.SearchStrategy[Row]:
    return st.builds(
        _in_order,
        client,
        made_on,
        some_days,
        st.none() | some_days,
        st.none() | some_days,
        st.sampled_from(PEOPLE),
    )


def _in_order(
    client: str,
    promised_on: date,
    length: timedelta,
    moved: timedelta | None,
    slack: timedelta | None,
    made_by: str | None,
) -> Row:
    first = promised_on + length
    return {
        "client_id": client,
        "what": "report",
        "promised_on": promised_on,
        "first_due_on": None if moved is None else first,
        "due_on": first + (moved or timedelta(0)),
        "kept_on": None if slack is None else first - timedelta(days=1) + slack,
        "made_by": made_by,
        "source": "meeting",
    }


def _dates(draw: st.DrawFn, row: Row, began: str) -> Row:
    promised_at = row["promised_at"]
    if promised_at is None:
        return {"first_promised_at": None}
    first = promised_at - draw(moves)
    is_punctual = first >= row[began] and draw(st.booleans())
    done = {"resolved_at": first} if is_punctual else {}
    return {"first_promised_at": draw(st.sampled_from([None, first])), **done}


def _lesson(draw: st.DrawFn, began_at: Any) -> Row:
    after = draw(st.none() | st.sampled_from([-1, 0, 1, 3, 30]))
    return {"lesson_recorded_at": None if after is None else began_at + timedelta(days=after)}
