from datetime import date
from typing import Any

import pandas as pd
import pytest

from pages.shared.findings import follow_up_items, follow_up_talk, follow_ups
from pages.shared.findings.follow_up_talk import Heard

SINCE = date(2026, 9, 1)
NOTHING = pd.DataFrame(
    columns=[
        "item",
        "id",
        "what",
        "severity",
        "cause",
        "opened_on",
        "first_due_on",
        "due_on",
        "days_left",
        "is_past_due",
        "owner",
        "missing_steps",
    ]
)


def candidate(follow_up: str, client_id: str, **more: Any) -> dict[Any, Any]:
    row = {
        "follow_up": follow_up,
        "client_id": client_id,
        "client_name": client_id.upper(),
        "manager": "Mo",
        "regional_manager": None,
        "tier": "basic",
        "previous_tier": "loyal",
        "tiers_fallen": 2,
        "tier_since": date(2026, 10, 1),
        "heard_on": date(2026, 5, 1),
        "silent_since": date(2026, 5, 1),
        "silent_from": "answer",
        "days_silent": 198,
        "kind": "promise",
        "promise_id": "p",
        "due_on": date(2026, 11, 10),
        "days_left": -5,
        "is_past_due": True,
        "yearly_worth": None,
    }
    return {**row, **more}


def of(*items: dict[str, Any]) -> pd.DataFrame:
    usual = {
        "item": "promise",
        "id": "p",
        "what": "The plan",
        "opened_on": date(2026, 10, 1),
        "first_due_on": date(2026, 11, 10),
        "due_on": date(2026, 11, 10),
        "days_left": -5,
        "is_past_due": True,
    }
    rows = [{**usual, **item} for item in items]
    return pd.DataFrame(rows).reindex(columns=NOTHING.columns)


def heard(**more: Any) -> Heard:
    usual: dict[str, Any] = {
        "gap": -0.84,
        "answer_count": 12,
        "answered_on": date(2026, 10, 3),
        "hidden": None,
        "tier_window": 180,
        "minimum_n": 5,
    }
    return Heard(**{**usual, **more})


def test_reasons_choose_in_turn_and_no_client_is_called_twice() -> None:
    rows = pd.DataFrame(
        [
            candidate("silent", "a"),
            candidate("fell", "a"),
            candidate("fell", "b"),
            candidate("promised", "b"),
            candidate("promised", "a"),
            candidate("promised", "c"),
        ]
    )
    called = follow_ups.chosen(rows)
    assert [(row["follow_up"], row["client_id"]) for row in called] == [
        ("silent", "a"),
        ("fell", "b"),
        ("promised", "c"),
    ]
    assert follow_ups.next_ones(rows, called).empty


def test_a_reason_without_another_client_is_said() -> None:
    rows = pd.DataFrame([candidate("silent", "a"), candidate("promised", "a")])
    called = follow_ups.chosen(rows)
    assert follow_ups.headline(called, SINCE, 90, 14) == (
        "Call today: A (silent for 198 days). No other client fell since 1 September 2026."
        " Nothing is past its date or due within 14 days with any other client."
    )


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, "Nothing heard for 198 days, since its answer of 1 May 2026."),
        (
            {"silent_from": "complaint"},
            "Nothing heard for 198 days, since its complaint of 1 May 2026.",
        ),
        (
            {"silent_from": "client_since", "heard_on": None},
            "Never heard in 198 days, since it became a client on 1 May 2026.",
        ),
        (
            {"silent_from": "first_record", "heard_on": None},
            "Never heard in 198 days, since the first record of any client on 1 May 2026.",
        ),
    ],
)
def test_silence_says_what_it_is_counted_from(more: dict[str, Any], told: str) -> None:
    assert follow_ups.why(candidate("silent", "a", **more)) == told


@pytest.mark.parametrize(
    ("left", "is_past", "told"),
    [
        (-5, True, "promise 5 days past its date"),
        (0, True, "promise past its date today"),
        (0, False, "promise due today"),
        (3, False, "promise due in 3 days"),
    ],
)
def test_a_promise_says_where_it_stands(left: int, is_past: bool, told: str) -> None:
    row = candidate("promised", "a", days_left=left, is_past_due=is_past)
    assert follow_ups.why(row) == f"Promised for 10 November 2026: {told}."


def test_a_fall_says_from_where_to_where_and_since_when() -> None:
    assert follow_ups.why(candidate("fell", "a")) == (
        "Fell 2 tiers, from loyal to basic, where it is since 1 October 2026."
    )


def test_two_to_four_things_are_said_the_reason_first() -> None:
    assert follow_up_talk.say(candidate("fell", "a"), NOTHING, heard()) == [
        "Ask what has changed since it was loyal.",
        "It gets 0.8 points of ten less than it expects (n = 12, last answer 3 October 2026).",
    ]
    late = {"item": "fault", "id": "t", "what": None}
    action = {"item": "action", "id": "x", "what": "Visit", "owner": "Jo", "is_past_due": False}
    said = follow_up_talk.say(candidate("silent", "a"), of({}, late, action), heard())
    assert len(said) == 4
    assert said[0] == "Ask how satisfied it is and what it expects of us."
    assert said[3] == "1 ticket is past its promised time: t, due 10 November 2026."


def test_the_promise_the_call_is_about_is_told_once() -> None:
    other = {"id": "q", "what": "A visit", "is_past_due": False, "days_left": 2}
    said = follow_up_talk.say(candidate("promised", "a"), of({}, other), heard())
    assert said[0] == (
        "Promise of 1 October 2026 “The plan”: promised for 10 November 2026 and 5 days past."
    )
    assert "“A visit”" in said[1]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"answer_count": 0}, "No answer of the last 180 days says how satisfied it is."),
        ({"answer_count": 4}, "Its gap cannot be stated: too few answers (4)."),
        ({"hidden": "hidden to protect"}, "Its gap cannot be stated: hidden to protect."),
        ({"gap": 0.04}, "It gets what it expects (n = 12, last answer 3 October 2026)."),
        ({"gap": 0.3}, "It gets 0.3 points of ten more than it expects (n = 12,"),
        ({"gap": None}, "It was not asked what it expects (n = 12, last answer"),
        ({"gap": float("nan")}, "It was not asked what it expects"),
    ],
)
def test_the_gap_is_told_with_its_n_or_not_at_all(more: dict[str, Any], told: str) -> None:
    assert follow_up_talk.gap(heard(**more)).startswith(told)


def test_a_complaint_tells_its_promise_both_dates_and_the_steps_missing() -> None:
    row = {
        "item": "complaint",
        "severity": "major",
        "cause": "promise",
        "first_due_on": date(2026, 11, 5),
        "missing_steps": "apologised thanked",
    }
    later = {"item": "complaint", "severity": "ordinary", "cause": "other", "is_past_due": False}
    assert follow_up_items.complaint(of(later, row)) == (
        "Its major complaint of 1 October 2026 (broken promise) is open, first promised for"
        " 5 November 2026, then promised for 10 November 2026 and 5 days past."
        " Steps still missing: apologised, thanked. 1 more complaint is open."
    )


def test_what_not_to_do_comes_from_the_record_only() -> None:
    row = candidate("fell", "a", regional_manager="Helen")
    assert follow_up_talk.avoid(row, NOTHING) == []
    complaint = {"item": "complaint", "severity": "major", "cause": "other", "due_on": None}
    untold = {**complaint, "missing_steps": "escalated", "is_past_due": False}
    assert follow_up_talk.avoid(row, of(untold)) == [
        "Do not call before Helen knows of the major complaint.",
        "Do not name a date for the complaint: none is agreed.",
    ]
    moved = {"first_due_on": date(2026, 11, 1), "owner": "Jo"}
    assert follow_up_talk.avoid(row, of(moved)) == [
        "Do not move a date again: the promise was moved from 1 November 2026 to 10 November 2026.",
        "Do not promise a new date before Jo has agreed to it.",
    ]


def test_long_words_of_others_are_cut() -> None:
    told = follow_up_talk.last_words(heard(comment="x" * 400, commented_on=SINCE)) or ""
    assert told.endswith("x…”")
    assert len(told) < 300
    assert follow_up_talk.last_words(heard()) is None
