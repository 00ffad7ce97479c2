"""What random companies know of their clients' worth, and revenue of the two years before."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

Row = dict[str, Any]
REASONS = ("price", "competitor", "moved", "neglect")
EARLIER = [
    date(2023, 12, 1),
    date(2024, 6, 1),
    date(2024, 11, 1),
    date(2025, 3, 1),
    date(2025, 10, 1),
    date(2025, 11, 1),
    date(2025, 12, 1),
]


def with_worth(draw: st.DrawFn, clients: list[Row]) -> list[Row]:
    """The clients with a side, the lines of their value sheet, and why they left."""
    return [{**row, **draw(_lines), **_side(draw), **_reason(draw, row)} for row in clients]


_lines = st.fixed_dictionaries(
    {
        "order_value": st.sampled_from([None, 0.0, 50_000.0, 700.5]),
        "orders_per_year": st.sampled_from([None, 2.0, 0.5, 3.0]),
        "related_sales": st.sampled_from([None, 0.0, 20_000.0]),
        "relationship_years": st.sampled_from([None, None, 2.0, 8.0]),
    }
)


def _side(draw: st.DrawFn) -> Row:
    return {"side": draw(st.sampled_from(["external", "external", "external", "internal"]))}


def _reason(draw: st.DrawFn, client: Row) -> Row:
    reason = draw(st.none() | st.sampled_from(REASONS)) if client["left_on"] else None
    return {"left_because": reason}


def earlier_revenue(draw: st.DrawFn, clients: list[str]) -> list[Row]:
    """Revenue of months before those of the company's own year."""
    return [
        {"client_id": name, "month": month, "amount": draw(st.sampled_from([0, 10, 45]))}
        for name in clients
        for month in sorted(draw(st.sets(st.sampled_from(EARLIER), max_size=4)))
    ]
