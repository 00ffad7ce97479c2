"""Response rates: known, unknown, too few; their change; and the mix of ways of collecting."""

from datetime import date

import pandas as pd
import pytest

from pages.shared.filters import View
from pages.shared.findings import response_rates

VIEW = View(date(2026, 8, 24), date(2026, 11, 15), date(2026, 6, 1), date(2026, 8, 23))
BEFORE = "1 Jun\u2009–\u200923 Aug 2026"
METHODS = ("questionnaire", "depth_interview", "focus_group", "internal_interview", "secondary")


def counted(**methods: tuple[int, int, int, int]) -> pd.DataFrame:
    """Invitations, answered, responses, responses that name their invitation."""
    names = ("invitation_count", "answered_count", "response_count", "named_count")
    return pd.DataFrame(
        [
            {"method": name, **dict(zip(names, methods.get(name, (0, 0, 0, 0)), strict=True))}
            for name in METHODS
        ]
    )


def told(now: pd.DataFrame, before: pd.DataFrame | None = None) -> str:
    return response_rates.told(now, counted() if before is None else before, VIEW, 5)


def test_the_rate_comes_with_its_interval_and_its_change() -> None:
    now, before = (
        counted(questionnaire=(200, 120, 125, 125)),
        counted(questionnaire=(200, 80, 80, 80)),
    )
    said = told(now, before)
    assert said.startswith("Invitations answered: 120 of 200 (60%, 53–67).")
    assert f"20 points more than in {BEFORE} (difference +10.2 to +29.2)" in said


def test_a_change_within_noise_is_none() -> None:
    same = counted(questionnaire=(20, 10, 10, 10)), counted(questionnaire=(20, 9, 9, 9))
    assert f"No clear change against {BEFORE}." in told(*same)


def test_answers_that_name_no_invitation_leave_the_rate_unknown() -> None:
    now = counted(questionnaire=(200, 0, 125, 0))
    assert told(now).startswith("The response rate is not known")
    row = response_rates.table(now, counted(), 5).iloc[0]
    assert pd.isna(row["answered_share"])
    assert response_rates.interval(response_rates.rate(now), 5) is None


def test_invitations_that_nobody_answered_are_a_rate_of_nothing() -> None:
    assert told(counted(questionnaire=(30, 0, 0, 0))).startswith(
        "Invitations answered: 0 of 30 (0%, 0–11)."
    )


def test_too_few_invitations_give_no_rate_and_no_row_of_one() -> None:
    now = counted(questionnaire=(4, 2, 2, 2))
    assert told(now).startswith("Too few invitations for a response rate (4).")
    row = response_rates.table(now, counted(), 5).iloc[0]
    assert (pd.isna(row["answered_share"]), row["hidden"]) == (True, "too few answers (4)")


def test_a_way_whose_rate_is_not_known_is_left_out_of_the_whole() -> None:
    now = counted(questionnaire=(100, 50, 50, 50), focus_group=(10, 0, 8, 0))
    assert response_rates.rate(now) == response_rates.Rate(100, 50)


def test_no_invitation_at_all_is_said_and_the_mix_told() -> None:
    said = told(counted(questionnaire=(0, 0, 30, 0), secondary=(0, 0, 10, 0)))
    assert said.startswith("No invitation was sent in the period.")
    assert "Most answers came by questionnaire: 30 of 40 (75%, 60–86)." in said
    assert said.endswith("Not used: depth interview, focus group and internal interview.")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "Nobody answered in the period."),
        (4, "Too few answers to tell how they were collected (4)."),
    ],
)
def test_a_mix_of_few_is_none(count: int, said: str) -> None:
    assert told(counted(questionnaire=(0, 0, count, 0))).endswith(said)


def test_each_way_has_its_change_in_words() -> None:
    now, before = (
        counted(questionnaire=(200, 120, 125, 125)),
        counted(questionnaire=(200, 80, 80, 80)),
    )
    rows = response_rates.seen(response_rates.table(now, before, 5))
    assert list(rows["method"]) == list(METHODS)
    assert rows["change"].iloc[0] == "+20.0 (+10.2 to +29.2)"
    assert rows["interval"].iloc[0] == "53–67%"
    assert rows["unanswered_count"].iloc[0] == 80
    assert rows["response_share"].iloc[0] == 1
    assert rows["hidden"].isna().all()
