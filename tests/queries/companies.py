"""Randomly made companies: small, odd and legal, with answers on every edge that matters."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.queries import (
    client_rows,
    need_rows,
    promise_rows,
    step_rows,
    survey_rows,
    ticket_rows,
    value_rows,
)

FIRST, LAST = date(2026, 1, 20), date(2026, 11, 20)
DIMENSIONS = ("reliability", "assurance", "tangibles", "empathy", "responsiveness", None)
CAUSES = ("technical", "attitude", "promise", "product", "other")
Row = dict[str, Any]
Company = dict[str, list[Row]]

days = st.integers(0, (LAST - FIRST).days).map(lambda n: FIRST + timedelta(days=n))
maybe_days = st.none() | days
# Midnight and the last minute of a day in Shanghai are 16:00 and 15:59 UTC.
times = st.builds(
    lambda day, minute: (
        datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minute)
    ),
    days,
    st.sampled_from([0, 720, 959, 960, 1439]),
)
levels = st.none() | st.sampled_from([1, 2, 2.5, 3, 3.1, 4, 5])


@st.composite
def companies(draw: st.DrawFn) -> Company:
    """Up to five clients with answers, recommendations, tickets, complaints and revenue."""
    clients = [f"c{n}" for n in range(draw(st.integers(1, 5)))]
    client = st.sampled_from(clients)
    indicators = survey_rows.with_latents(draw, [_indicator(draw, n) for n in range(3)])
    indicators = survey_rows.with_tests(draw, indicators)
    invitations = survey_rows.with_methods(draw, client_rows.invitations(draw, clients))
    responses = survey_rows.with_methods(draw, draw(st.lists(_response(client), max_size=12)))
    responses = survey_rows.invited(draw, responses, invitations)
    complaints = [
        {**row, "complaint_id": f"k{n}"}
        for n, row in enumerate(draw(st.lists(_complaint(client), max_size=8)))
    ]
    tickets = promise_rows.with_modules(draw, ticket_rows.tickets(draw, client))
    complaints = step_rows.with_tickets(draw, complaints, tickets)
    return {
        "clients": value_rows.with_worth(draw, [_client(draw, name) for name in clients]),
        "indicators": indicators,
        "responses": client_rows.with_comments(
            draw, [{**row, "response_id": f"r{n}"} for n, row in enumerate(responses)]
        ),
        "invitations": invitations,
        "events": client_rows.events(draw, clients),
        "answers": survey_rows.with_importance(
            draw,
            [
                {"response_id": f"r{n}", "indicator_id": own["indicator_id"], **draw(_levels())}
                for n in range(len(responses))
                for own in indicators
                if draw(st.booleans())
            ],
        ),
        "competitor_scores": survey_rows.competitor_scores(draw, indicators),
        "tickets": promise_rows.with_dates_and_lessons(draw, tickets, "opened_at"),
        "pauses": ticket_rows.pauses(draw, tickets),
        "complaints": promise_rows.with_dates_and_lessons(draw, complaints, "received_at"),
        "complaint_steps": step_rows.steps(draw, complaints),
        "promises": promise_rows.promises(draw, client),
        "actions": need_rows.actions(draw, client),
        "revenue": [
            {
                "client_id": name,
                "month": date(2026, month, 1),
                "amount": draw(st.sampled_from([0, 10, 70])),
            }
            for name in clients
            for month in draw(st.sets(st.integers(1, 11), max_size=3))
        ]
        + value_rows.earlier_revenue(draw, clients),
    }


def _client(draw: st.DrawFn, name: str) -> Row:
    return {
        "client_id": name,
        "client_name": name,
        "segment": draw(st.sampled_from(["vip", "regular"])),
        "client_since": draw(maybe_days),
        "left_on": draw(maybe_days),
        "calendar": draw(st.sampled_from(ticket_rows.CALENDARS)),
        "currency": draw(st.sampled_from([None, "CNY", "USD", "XXX"])),
    }


def _indicator(draw: st.DrawFn, n: int) -> Row:
    low, high = draw(st.sampled_from([(1, 5), (0, 10), (1, 7)]))
    return {
        "indicator_id": f"i{n}",
        "dimension": draw(st.sampled_from(DIMENSIONS)),
        "scale_low": low,
        "scale_high": high,
        "weight": draw(st.sampled_from([1, 2, 0.5])),
    }


def _response(client: st.SearchStrategy[str]) -> st.SearchStrategy[Row]:
    return st.fixed_dictionaries(
        {
            "client_id": client,
            "answered_at": times,
            "recommend": st.none() | st.sampled_from([0, 6, 6.5, 7, 8.5, 9, 9.5, 10]),
        }
    )


def _levels() -> st.SearchStrategy[Row]:
    names = ("minimum", "expected", "desired", "perceived")
    return st.fixed_dictionaries(dict.fromkeys(names, levels))


def _complaint(client: st.SearchStrategy[str]) -> st.SearchStrategy[Row]:
    return st.builds(
        _in_order,
        client,
        times,
        st.none() | times,
        st.none() | times,
        st.sampled_from(["complaint", "complaint", "grumble"]),
        st.sampled_from(["major", "ordinary"]),
        st.sampled_from(CAUSES),
        st.sampled_from([None, 0, 0, 1, 2]),
    )


def _in_order(
    client: str,
    received_at: datetime,
    resolved_at: datetime | None,
    promised_at: datetime | None,
    form: str,
    severity: str,
    cause: str,
    reopened_count: int | None,
) -> Row:
    return {
        "client_id": client,
        "received_at": received_at,
        "resolved_at": resolved_at and max(resolved_at, received_at),
        "promised_at": promised_at,
        "form": form,
        "severity": severity,
        "cause": cause,
        "reopened_count": reopened_count,
    }
