"""complaints/flow_by_week and complaints/causes by hand."""

from typing import Any

import pytest

from tests.conftest import Answer, Given
from tests.queries.complaints.conftest import Complain

FLOW, CAUSES = "complaints/flow_by_week", "complaints/causes"
WEEK = "2026-10-05", "2026-10-11"


def test_quiet_weeks_are_zeros_not_gaps(complain: Complain, answer: Answer) -> None:
    complain("2026-10-05")
    rows = answer(FLOW, "2026-10-05", "2026-10-25")
    assert [row["received"] for row in rows] == [1, 0, 0]
    assert [row["backlog"] for row in rows] == [1, 1, 1]


def test_a_warehouse_without_complaints_has_quiet_weeks_too(answer: Answer) -> None:
    rows = answer(FLOW, "2026-10-05", "2026-10-18")
    assert [(row["received"], row["backlog"], row["active_clients"]) for row in rows] == [
        (0, 0, 0)
    ] * 2


def test_the_backlog_counts_from_the_first_record(complain: Complain, answer: Answer) -> None:
    complain("2025-01-05")
    complain("2025-02-05", resolved_at="2026-10-14")
    rows = answer(FLOW, "2026-10-05", "2026-10-18")
    assert [(row["resolved"], row["backlog"]) for row in rows] == [(0, 2), (1, 1)]


def test_a_cut_week_counts_its_days_inside_and_is_marked(
    complain: Complain, answer: Answer
) -> None:
    for day in ("2026-10-05", "2026-10-07", "2026-10-20", "2026-10-22"):
        complain(day)
    rows = answer(FLOW, "2026-10-07", "2026-10-21")
    assert [row["received"] for row in rows] == [1, 0, 1]
    assert [row["backlog"] for row in rows] == [2, 2, 3]
    assert [row["is_partial"] for row in rows] == [True, False, True]
    (row,) = answer(FLOW, "2026-10-06", "2026-10-08")
    assert (row["received"], row["backlog"], row["is_partial"]) == (1, 2, True)


def test_whole_weeks_are_not_cut(answer: Answer) -> None:
    rows = answer(FLOW, "2026-10-05", "2026-10-18")
    assert [(str(row["week"]), row["is_partial"]) for row in rows] == [
        ("2026-10-05", False),
        ("2026-10-12", False),
    ]


def test_the_week_of_a_last_monday_is_there(complain: Complain, answer: Answer) -> None:
    complain("2026-10-12")
    rows = answer(FLOW, "2026-10-05", "2026-10-12")
    assert [(row["received"], row["is_partial"]) for row in rows] == [(0, False), (1, True)]


def test_a_saturday_short_of_a_week_cuts_it(answer: Answer) -> None:
    (row,) = answer(FLOW, "2026-10-05", "2026-10-10")
    assert row["is_partial"]


def test_the_days_before_the_period_are_cut_off_for_the_clients_in_view(
    complain: Complain, answer: Answer
) -> None:
    for client_id in ("a", "a", "b"):
        for day in ("2026-10-05", "2026-10-06", "2026-10-08"):
            complain(day, client_id=client_id, resolved_at=day)
            complain(day, client_id=client_id, form="grumble")
    (row,) = answer(FLOW, "2026-10-07", "2026-10-11", client_ids=["a"])
    assert (row["received"], row["resolved"], row["grumbles"]) == (2, 2, 2)


def test_active_clients_are_those_at_the_end_of_the_week(given: Given, answer: Answer) -> None:
    given("clients", {"client_id": "sunday", "client_since": "2026-10-11"})
    given("clients", {"client_id": "tuesday", "client_since": "2026-10-13"})
    given("clients", {"client_id": "wednesday", "client_since": "2026-10-14"})
    rows = answer(FLOW, "2026-10-05", "2026-10-13")
    assert [row["active_clients"] for row in rows] == [1, 2]


def test_overdue_is_open_past_the_promised_date_at_the_end_of_the_week(
    complain: Complain, answer: Answer
) -> None:
    complain("2026-10-05", promised_at="2026-10-11 23:59")
    complain("2026-10-05", promised_at="2026-10-12 00:00", resolved_at="2026-10-20")
    complain("2026-10-05", promised_at="2026-10-16", resolved_at="2026-10-15")
    rows = answer(FLOW, "2026-10-05", "2026-10-25")
    assert [row["overdue"] for row in rows] == [1, 2, 1]


def test_grumbles_are_counted_beside_complaints(complain: Complain, answer: Answer) -> None:
    complain("2026-10-05", form="grumble", cause="attitude")
    complain("2026-10-05")
    (row,) = answer(FLOW, "2026-10-05", "2026-10-11")
    assert (row["received"], row["grumbles"], row["backlog"]) == (1, 1, 1)
    attitude, technical = sorted(
        answer(CAUSES, "2026-10-05", "2026-10-11"), key=lambda r: str(r["cause"])
    )
    assert (attitude["complaint_count"], attitude["grumble_count"]) == (0, 1)
    assert (technical["complaint_count"], technical["share"]) == (1, 1)


def test_what_happened_after_the_last_import_is_ignored(complain: Complain, answer: Answer) -> None:
    complain("2026-11-16")
    complain("2026-11-10", resolved_at="2026-11-17")
    rows = answer(FLOW, "2026-11-09", "2026-11-22")
    assert [(row["received"], row["resolved"], row["backlog"]) for row in rows] == [
        (1, 0, 1),
        (0, 0, 1),
    ]


def test_weeks_begin_on_the_day_the_settings_say(
    complain: Complain, answer: Answer, settings: Any
) -> None:
    complain("2026-10-11")
    sunday = settings.model_copy(update={"first_weekday": 7})
    rows = answer(FLOW, "2026-10-04", "2026-10-17", settings=sunday)
    assert [(str(row["week"]), row["received"]) for row in rows] == [
        ("2026-10-04", 0),
        ("2026-10-11", 1),
    ]


def test_a_leap_day_is_a_day(complain: Complain, answer: Answer) -> None:
    complain("2024-02-29 23:59")
    rows = answer(FLOW, "2024-02-29", "2024-02-29")
    assert [(row["received"], row["is_partial"]) for row in rows] == [(1, True)]


def test_causes_are_ranked_with_other_last_and_ties_by_name(
    complain: Complain, answer: Answer
) -> None:
    for cause in ("other", "other", "other", "quality", "promise", "technical", "technical"):
        complain("2026-10-05", cause=cause)
    complain("2026-10-04 23:59", cause="attitude")
    rows = answer(CAUSES, "2026-10-05", "2026-10-11")
    assert [(row["cause"], row["complaint_count"]) for row in rows] == [
        ("technical", 2),
        ("promise", 1),
        ("quality", 1),
        ("other", 3),
    ]
    assert [row["share"] for row in rows] == pytest.approx([2 / 7, 1 / 7, 1 / 7, 3 / 7])
    assert [row["grumble_count"] for row in rows] == [0] * 4
    assert [row["cumulative_share"] for row in rows] == pytest.approx([2 / 7, 3 / 7, 4 / 7, 1])


def test_only_clients_in_view_count(complain: Complain, answer: Answer) -> None:
    complain("2026-10-05")
    complain("2026-10-05", client_id="b")
    (row,) = answer(FLOW, "2026-10-05", "2026-10-11", client_ids=["b"])
    assert (row["received"], row["active_clients"]) == (1, 1)
    (row,) = answer(CAUSES, "2026-10-05", "2026-10-11", client_ids=["b"])
    assert row["complaint_count"] == 1


def test_causes_that_service_can_change_are_told_by_the_settings(
    complain: Complain, answer: Answer, settings: Any
) -> None:
    for cause in ("product", "technical", "other"):
        complain("2026-10-05", cause=cause)
    found = {row["cause"]: row["is_controllable"] for row in answer(CAUSES, *WEEK)}
    assert found == {"product": False, "technical": True, "other": None}
    rules = settings.complaints.model_copy(update={"uncontrollable_causes": ("technical",)})
    changed = settings.model_copy(update={"complaints": rules})
    found = {r["cause"]: r["is_controllable"] for r in answer(CAUSES, *WEEK, settings=changed)}
    assert found == {"product": True, "technical": False, "other": None}


def test_causes_are_those_of_the_period_s_days(complain: Complain, answer: Answer) -> None:
    complain("2026-10-11 23:59")
    complain("2026-10-12 00:00")
    assert [row["complaint_count"] for row in answer(CAUSES, *WEEK)] == [1]
