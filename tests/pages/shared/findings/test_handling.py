"""What is said about steps, promised dates and the major path."""

from typing import Any

import pandas as pd
import pytest

from pages.shared import text
from pages.shared.findings import handling, handling_between, handling_overdue, handling_path
from pages.shared.rows import Row
from tests.pages.shared.findings.conftest import MINIMUM_N, SINCE

FEW, FEW_P90 = 6, 36


def steps(**counts: tuple[int, int]) -> pd.DataFrame:
    """Rows of `complaints/handling_steps` from (done, due) of each step."""
    rows = [
        {"step": step, "due_count": due, "done_count": done, "median_hours": 5.0}
        for step, (done, due) in counts.items()
    ]
    return pd.DataFrame(rows, columns=["step", "due_count", "done_count", "median_hours"])


def told(now: pd.DataFrame, before: pd.DataFrame | None = None) -> str:
    return handling.told(now, steps() if before is None else before, SINCE, MINIMUM_N)


def test_the_step_missed_most_is_named_with_its_share() -> None:
    said = told(steps(listened=(65, 66), followed_up=(39, 61), escalated=(1, 4)))
    assert said == (
        "105 of 131 steps due were done. Missed most: followed up, done in 39 of 61 (64%, 51–75)."
    )


def test_a_change_is_said_only_beyond_noise() -> None:
    now = steps(thanked=(20, 60))
    assert told(now, steps(thanked=(22, 60))).endswith("No clear change since 24 August 2026.")
    more = told(now, steps(thanked=(5, 60)))
    assert more.endswith("That is more than before 24 August 2026 (5 of 60 (8%, 4–18)).")
    assert "That is less than before" in told(now, steps(thanked=(55, 60)))
    assert "change" not in told(now, steps(thanked=(2, 4)))


def test_nothing_due_and_nothing_missed_are_said() -> None:
    assert told(steps(listened=(0, 0))) == (
        "No complaint was received in the period, so no step is due."
    )
    assert told(steps(listened=(9, 9))) == "9 of 9 steps due were done."
    assert "too seldom for a share" in told(steps(listened=(1, 2)))


def test_shares_and_times_of_too_few_are_hidden_with_the_reason() -> None:
    rows = handling.shown(steps(listened=(5, 9), thanked=(3, 4), escalated=(0, 0)), 5, 6)
    assert rows.done_share.notna().tolist() == [True, False, False]
    assert rows.median_hours.isna().all()
    assert rows.hidden.dropna().tolist() == ["too few (4)", "not called for"]


def roles(*rows: tuple[str, str | None, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["step", "role", "done_count"])


def test_roles_say_who_took_most_and_what_the_regional_manager_took() -> None:
    said = handling.by_role(
        roles(
            ("listened", "specialist", 8),
            ("escalated", "regional_manager", 2),
            ("report_sent", "service_manager", 3),
            ("thanked", None, 1),
        )
    )
    assert said == (
        "Most steps, 8 of 14, were taken by this role: service specialist. "
        "The regional manager took 2 of 5 steps of the major path. "
        "For 1 step nobody wrote down the role."
    )
    assert handling.by_role(roles()) == "No step was done yet."


def overdue(*rows: tuple[int, str | None]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["days_late", "holder"])


def test_overdue_complaints_name_who_holds_them() -> None:
    assert handling_overdue.told(overdue()) == "No complaint is past its promised date."
    assert handling_overdue.told(overdue((5, "Li"), (11, "Wu"), (2, "Li"))) == (
        "3 complaints are past their promised dates, by up to 11 days. Held by: Li (2) and Wu (1)."
    )
    assert "Nobody is named for 1 of them." in handling_overdue.told(overdue((1, None)))


def test_of_many_who_hold_complaints_three_are_named() -> None:
    said = handling_overdue.told(overdue(*[(1, name) for name in "ABCDEE"]))
    assert "They are held by 5 people, most of them by E (2), A (1) and B (1)." in said


def between(count: int, measured: int, reverse: int = 0) -> pd.DataFrame:
    row = {"complaint_count": count, "measured_count": measured, "reverse_count": reverse}
    return pd.DataFrame([{**row, "median_hours": 30.0, "p90_hours": 96.0}])


def said_between(row: pd.DataFrame, steps: tuple[str, str] = ("received", "thanked")) -> str:
    return handling_between.told(row, steps, FEW, FEW_P90)


def test_time_between_counts_what_it_leaves_out() -> None:
    assert said_between(between(50, 40, 3)) == (
        "From received to thanked: half of 40 within 30 hours, nine in ten within 4.0 days. "
        "7 complaints that call for both lack one and are not in these times. "
        "In 3 complaints it was done the other way round."
    )


def test_time_between_says_too_few() -> None:
    assert said_between(between(35, 35)).endswith("half of 35 within 30 hours.")
    assert said_between(between(5, 5)).endswith("too few for a median (5).")
    assert said_between(between(0, 0)).endswith("no complaint of the period calls for both.")
    assert said_between(between(9, 9), ("thanked", "thanked")).endswith(
        "choose two different steps."
    )
    hidden = handling_between.shown(between(9, 9), FEW, FEW_P90)
    assert hidden.p90_hours.isna().all()
    assert hidden.median_hours.notna().all()


def path(**more: Any) -> Row:
    row: Row = {
        "complaint_id": "K1",
        "client_name": "Acme",
        "cause": "technical",
        "received_on": pd.Timestamp("2026-11-02"),
        "regional_manager": None,
        "escalated_hours": None,
        "escalated_by": None,
        "report_hours": None,
        "calls_for_appraisal": True,
        "appraised_hours": None,
        "followed_up_on": None,
        "promised_on": None,
        "resolved_on": None,
        "is_overdue": False,
    }
    return row | dict(more)


def of_paths(*rows: Row) -> str:
    frame = pd.DataFrame(rows, columns=list(path()))
    times = ["escalated_hours", "report_hours", "appraised_hours"]
    return handling_path.told(frame.astype(dict.fromkeys(times, float)), MINIMUM_N, FEW)


def test_the_major_path_says_who_was_not_told() -> None:
    said = of_paths(*[path(escalated_hours=n, report_hours=30) for n in range(1, 7)], path())
    assert said == (
        "7 major complaints, 7 open, 0 past the promised date. "
        "Regional manager told: 6 of 7 (86%, 49–97), half within 4 hours, the slowest after "
        "6 hours. Not told of Acme. "
        "Report sent: 6 of 7 (86%, 49–97), half within 30 hours, the slowest after 30 hours. "
        "Appraised: 0 of 7 (0%, 0–35)."
    )


def test_few_major_complaints_have_counts_alone() -> None:
    said = of_paths(path(escalated_hours=2.0, calls_for_appraisal=False))
    assert "Regional manager told: 1 of 1, the slowest after 2 hours." in said
    assert "Appraised" not in said
    assert of_paths() == "No major complaint was received in the period or is open."


@pytest.mark.parametrize(
    ("more", "standing"),
    [
        ({}, "open, no date promised"),
        ({"promised_on": pd.Timestamp("2026-11-06")}, "open until 2026-11-06"),
        (
            {"promised_on": pd.Timestamp("2026-11-06"), "is_overdue": True},
            "open, past its promised date 2026-11-06",
        ),
        ({"resolved_on": pd.Timestamp("2026-11-07")}, "resolved on 2026-11-07"),
    ],
)
def test_a_row_says_where_the_complaint_stands(more: dict[str, Any], standing: str) -> None:
    first, _second = handling_path.facts(path(**more))
    assert first == f"Acme · technical · Received on: 2026-11-02 · {standing} · K1"


@pytest.mark.parametrize("language", list(text.LANGUAGES))
def test_a_row_keeps_its_names_in_every_language(language: str) -> None:
    text.use(language)
    row = path(regional_manager="瑞", escalated_hours=3.0, escalated_by="Li", report_hours=72.0)
    _first, second = handling_path.facts(row)
    assert "瑞" in second
    assert "Li" in second
    assert handling_path.facts(path(client_name="x" * 500))[0].startswith("x" * 59 + "…")
