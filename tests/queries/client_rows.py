"""What random companies know of single clients: comments, invitations, events."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

Row = dict[str, Any]
FIRST = date(2026, 1, 20)
COMMENTS = (None, None, "", "  ", "Slow.", "<b>好</b>", "Well done")
LATE = (0, 959, 960, 1439)  # minutes of a day in UTC: midnight in Shanghai is 16:00

days = st.integers(0, 310).map(lambda count: FIRST + timedelta(days=count))
moments = st.builds(
    lambda day, minute: (
        datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minute)
    ),
    days,
    st.sampled_from(LATE),
)


def with_comments(draw: st.DrawFn, responses: list[Row]) -> list[Row]:
    """The responses, some of them with words of their own."""
    return [
        {
            **row,
            "comment": draw(st.sampled_from(COMMENTS)),
            "role": draw(st.sampled_from([None, "Key user"])),
        }
        for row in responses
    ]


def invitations(draw: st.DrawFn, clients: list[str]) -> list[Row]:
    """Up to six invitations of these clients."""
    row = st.fixed_dictionaries(
        {
            "client_id": st.sampled_from(clients),
            "sent_at": moments,
            "method": st.just("questionnaire"),
        }
    )
    rows = draw(st.lists(row, max_size=6))
    return [{**row, "invitation_id": f"v{n}"} for n, row in enumerate(rows)]


def events(draw: st.DrawFn, clients: list[str]) -> list[Row]:
    """Up to four events, of all clients or of one."""
    row = st.fixed_dictionaries(
        {
            "client_id": st.none() | st.sampled_from(clients),
            "happened_on": days,
            "label": st.sampled_from(["Release", "节"]),
        }
    )
    rows = draw(st.lists(row, max_size=4))
    return [{**row, "event_id": f"e{n}"} for n, row in enumerate(rows)]
