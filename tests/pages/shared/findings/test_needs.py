from typing import Any

import pandas as pd
import pytest

from pages.shared.findings import need_managers, needs
from pages.shared.findings.need_parts import parts

SOON = 7
QUIET: dict[Any, Any] = {
    "client_id": "a",
    "client_name": "Acme",
    "segment": "regular",
    "manager": "Mo",
    "tier": "loyal",
    "previous_tier": "loyal",
    "basis": "measured",
    "tiers_fallen": None,
    "complaint_count": 0,
    "major_count": 0,
    "overdue_count": 0,
    "complaint_days_late": None,
    "promise_past_count": 0,
    "promise_days_late": None,
    "promise_soon_count": 0,
    "promise_days_left": None,
    "ticket_past_count": 0,
    "ticket_days_late": None,
    "heard_on": pd.Timestamp("2026-11-01"),
    "days_silent": 14,
    "is_silent": False,
    "points": 0.0,
}


def row(**more: Any) -> dict[Any, Any]:
    return {**QUIET, **more}


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, []),
        ({"complaint_count": 1}, ["complaint open"]),
        (
            {"complaint_count": 1, "major_count": 1, "overdue_count": 1, "complaint_days_late": 1},
            ["major complaint open (1 day past its date)"],
        ),
        (
            {"complaint_count": 1, "overdue_count": 1, "complaint_days_late": 0.0},
            ["complaint open (past its date today)"],
        ),
        (
            {"complaint_count": 3, "major_count": 2, "overdue_count": 1, "complaint_days_late": 4},
            ["3 complaints open (2 major, 1 past the date by up to 4 days)"],
        ),
        ({"complaint_count": 2}, ["2 complaints open"]),
        (
            {"tiers_fallen": 1, "previous_tier": "loyal", "tier": "satisfied"},
            ["fell from loyal to satisfied"],
        ),
        ({"tier": "complaining"}, ["complaining by its answers"]),
        ({"tier": "complaining", "basis": "complaint"}, []),
        (
            {"tiers_fallen": 3, "previous_tier": "loyal", "tier": "complaining"},
            ["fell from loyal to complaining by its answers"],
        ),
        (
            {"promise_past_count": 1, "promise_days_late": 1, "promise_soon_count": 2},
            ["1 promise past its date by 1 day", "2 promises due within 7 days"],
        ),
        (
            {"ticket_past_count": 2, "ticket_days_late": 30},
            ["2 tickets past their times by up to 30 days"],
        ),
        ({"is_silent": True, "days_silent": 120}, ["silent for 120 days"]),
        ({"is_silent": True, "days_silent": 120, "heard_on": None}, ["never heard in 120 days"]),
    ],
)
def test_every_need_has_its_words(more: dict[str, Any], told: list[str]) -> None:
    assert parts(row(**more), SOON) == told


def test_the_reason_is_a_sentence_and_names_the_vip_last() -> None:
    assert (
        needs.reason(row(complaint_count=1, segment="vip"), SOON) == "Complaint open, VIP client."
    )
    assert needs.reason(row(segment="vip"), SOON) == "Nothing now."


def test_the_first_line_counts_and_names_three() -> None:
    rows = pd.DataFrame(
        [row(client_name=name, complaint_count=1, points=5.0) for name in "ABCD"] + [row()]
    )
    assert needs.headline(rows, ("Mo", "Jo"), SOON) == (
        "Portfolio of Mo and Jo. 4 of 5 clients need something now."
        " A: complaint open. B: complaint open. C: complaint open."
    )
    assert needs.headline(rows.tail(1), (), SOON) == "No client needs anything now."
    assert needs.headline(rows.head(0), (), SOON) == "There is no client in this view."


def test_a_client_counts_under_each_kind_of_need_it_has() -> None:
    rows = pd.DataFrame(
        [
            row(complaint_count=2, segment="vip", is_silent=True),
            row(complaint_count=1),
            row(tier="complaining", basis="complaint"),
        ]
    )
    counts = needs.kinds(rows)
    assert counts.to_dict("index") == {
        "complaint": {"vip_count": 1, "regular_count": 1},
        "silent": {"vip_count": 1, "regular_count": 0},
    }
    assert needs.most_frequent(counts) == (
        "Most frequent: complaint open (2) and silent (1). A client may have several."
    )
    assert needs.most_frequent(counts.head(0)) == "No client needs anything now."


def test_managers_stand_by_points_with_the_client_to_begin_with() -> None:
    rows = pd.DataFrame(
        [
            row(client_name="first", manager=None, points=9.0),
            row(client_name="second", manager="Jo", points=5.0),
            row(client_name="third", manager=None, points=1.0),
            row(client_name="quiet", manager="Mo"),
        ]
    )
    table = need_managers.table(rows)
    assert list(table.client_name) == ["first", "second"]
    assert list(table.points) == [10.0, 5.0]
    assert "clients without a manager, 2 of 2 need something" in need_managers.told(table)
    assert "Most to do: Jo, 1 of 1" in need_managers.told(table.tail(1))
    assert need_managers.told(table.head(0)) == "No client needs anything now."
