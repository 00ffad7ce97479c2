"""satisfaction/tier_moves, satisfaction/moved_clients and satisfaction/days_complaining by hand."""

import pytest

from tests.conftest import Answer, Given

PERIOD = ("2026-10-01", "2026-11-10")
stated = {"lifelong": 10, "loyal": 9, "satisfied": 7, "basic": 5, "complaining": 1}


@pytest.fixture
def base(given: Given) -> None:
    """One client fallen, one risen, one that stayed, one that left, one new."""
    story = {
        "fallen": ("loyal", "basic"),
        "risen": ("basic", "satisfied"),
        "stayed": ("loyal", "loyal"),
        "left": ("complaining", None),
        "new": (None, "loyal"),
    }
    given(
        "clients",
        {"client_id": "left", "left_on": "2026-10-20", "left_because": "neglect"},
        {"client_id": "fallen", "order_value": 100, "orders_per_year": 3, "currency": "USD"},
        {"client_id": "risen", "order_value": 100, "orders_per_year": 3, "related_sales": 50},
    )
    for client, (before, now) in story.items():
        # The first answer has left the window of 180 days when the period ends.
        for tier, on in ((before, "2026-04-10"), (now, "2026-11-01")):
            if tier is not None:
                response = {"response_id": client + on, "client_id": client, "answered_at": on}
                given("responses", {**response, "recommend": stated[tier]})


@pytest.mark.usefixtures("base")
def test_moves_count_stays_and_leavers_but_nobody_new(answer: Answer) -> None:
    rows = answer("satisfaction/tier_moves", *PERIOD)
    assert [tuple(row.values()) for row in rows] == [
        ("loyal", "loyal", 1),
        ("loyal", "basic", 1),
        ("basic", "satisfied", 1),
        ("complaining", "left", 1),
    ]


@pytest.mark.usefixtures("base")
def test_who_moved_is_listed_deepest_fall_first_with_the_worth_of_a_year(answer: Answer) -> None:
    rows = answer("satisfaction/moved_clients", *PERIOD)
    assert [(r["client_id"], r["from_tier"], r["to_tier"], r["yearly_worth"]) for r in rows] == [
        ("fallen", "loyal", "basic", pytest.approx(2130)),
        ("left", "complaining", "left", None),
        ("risen", "basic", "satisfied", pytest.approx(350)),
    ]
    assert rows[0]["perceived_change"] == pytest.approx(-4)
    assert [row["left_because"] for row in rows] == [None, "neglect", None]


@pytest.mark.parametrize(
    ("currency", "side", "worth"),
    [(None, "external", 300), ("XXX", "external", None), (None, "internal", None)],
)
def test_worth_is_unknown_without_a_rate_and_none_for_a_department(
    given: Given, answer: Answer, currency: str | None, side: str, worth: float | None
) -> None:
    value = {"order_value": 100, "orders_per_year": 3, "currency": currency, "side": side}
    given("clients", {"client_id": "a", **value})
    for on, score in (("2026-04-10", 9), ("2026-11-01", 1)):
        response = {"response_id": on, "client_id": "a", "answered_at": on}
        given("responses", {**response, "recommend": score})
    (row,) = answer("satisfaction/moved_clients", *PERIOD)
    assert row["yearly_worth"] == worth


def test_days_complaining_are_counted_inside_the_period(given: Given, answer: Answer) -> None:
    major = {"form": "complaint", "severity": "major", "cause": "technical"}
    given(
        "complaints",
        {
            **major,
            "complaint_id": "1",
            "client_id": "a",
            "received_at": "2026-09-20",
            "resolved_at": "2026-10-04 10:00",
        },
        {**major, "complaint_id": "2", "client_id": "a", "received_at": "2026-11-09 23:00"},
        {**major, "complaint_id": "3", "client_id": "b", "received_at": "2026-11-11"},
    )
    (row,) = answer("satisfaction/days_complaining", *PERIOD)
    assert (row["client_id"], row["day_count"], row["is_complaining"]) == ("a", 3 + 2, True)
    (row,) = answer("satisfaction/days_complaining", "2026-09-25", "2026-10-10")
    assert (row["day_count"], row["is_complaining"]) == (9, False)
