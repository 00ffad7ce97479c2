"""Which invitations were answered, worked by hand."""

from typing import Any

from tests.conftest import Answer, Given

QUESTION, PERIOD = "satisfaction/response_rates", ("2026-10-01", "2026-11-10")


def invitation(given: Given, name: str, sent_at: str = "2026-10-05 09:00", **more: Any) -> None:
    own = {"client_id": "a", "method": "questionnaire", **more}
    given("invitations", {"invitation_id": name, "sent_at": sent_at, **own})


def response(given: Given, name: str, **more: Any) -> None:
    own = {"client_id": "a", "answered_at": "2026-10-08 12:00", "invited_at": "2026-10-05 09:00"}
    given("responses", {"response_id": name, **own, **more})


def counts(answer: Answer, until: str = PERIOD[1], **more: Any) -> tuple[int, int]:
    row = answer(QUESTION, PERIOD[0], until, **more)[0]
    assert row["method"] == "questionnaire"
    return row["invitation_count"], row["answered_count"]


def test_all_five_ways_are_listed_also_without_any(answer: Answer) -> None:
    rows = answer(QUESTION, *PERIOD)
    assert [row["method"] for row in rows] == [
        "questionnaire",
        "depth_interview",
        "focus_group",
        "internal_interview",
        "secondary",
    ]
    assert not any(sum(value for name, value in row.items() if name != "method") for row in rows)


def test_an_invitation_is_answered_by_a_response_that_names_its_day(
    given: Given, answer: Answer
) -> None:
    invitation(given, "i1")
    invitation(given, "i2", "2026-10-06 09:00")
    response(given, "r1", invited_at="2026-10-05 18:30")
    response(given, "r2", invited_at=None)
    assert counts(answer) == (2, 1)
    assert answer(QUESTION, *PERIOD)[0]["named_count"] == 1


def test_another_client_or_another_way_answers_no_invitation(given: Given, answer: Answer) -> None:
    invitation(given, "i1")
    response(given, "r1", client_id="b")
    response(given, "r2", method="depth_interview")
    assert counts(answer) == (1, 0)


def test_two_responses_answer_one_invitation_once(given: Given, answer: Answer) -> None:
    invitation(given, "i1")
    response(given, "r1")
    response(given, "r2")
    assert counts(answer) == (1, 1)
    invitation(given, "i2", "2026-10-05 20:00")
    assert counts(answer) == (2, 2)


def test_what_is_answered_after_the_period_was_not_answered_yet(
    given: Given, answer: Answer
) -> None:
    invitation(given, "i1")
    response(given, "r1")
    assert counts(answer, "2026-10-07") == (1, 0)
    assert counts(answer, "2026-10-08") == (1, 1)


def test_an_answer_before_its_invitation_answers_none(given: Given, answer: Answer) -> None:
    invitation(given, "i1")
    response(given, "r1", answered_at="2026-10-05 08:59")
    assert counts(answer) == (1, 0)


def test_only_what_was_sent_in_the_period_and_known_counts(given: Given, answer: Answer) -> None:
    invitation(given, "early", "2026-09-30 23:59")
    invitation(given, "first", "2026-10-01 00:00")
    invitation(given, "last", "2026-11-15 19:59")
    invitation(given, "late", "2026-11-15 20:00")
    assert counts(answer, "2026-11-20") == (2, 0)


def test_only_clients_in_view_count(given: Given, answer: Answer) -> None:
    invitation(given, "i1")
    invitation(given, "i2", client_id="b")
    response(given, "r1", client_id="b")
    assert counts(answer, client_ids=["b"]) == (1, 1)
    assert answer(QUESTION, *PERIOD, client_ids=["a"])[0]["response_count"] == 0


def test_an_answer_at_the_very_moment_of_its_invitation_answers_it(
    given: Given, answer: Answer
) -> None:
    invitation(given, "i1")
    response(given, "r1", answered_at="2026-10-05 09:00")
    assert counts(answer) == (1, 1)


def test_the_first_of_several_answers_is_the_one_that_counts(given: Given, answer: Answer) -> None:
    invitation(given, "i1")
    response(given, "r1", answered_at="2026-10-08 12:00")
    response(given, "r2", answered_at="2026-11-01 12:00")
    assert counts(answer, "2026-10-10") == (1, 1)
