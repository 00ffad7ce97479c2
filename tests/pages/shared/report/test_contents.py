"""What the report says of a complaint."""

from collections.abc import Callable
from typing import Any

import pytest

from pages.shared.access import EVERYONE
from pages.shared.filters.view import View
from pages.shared.report import Asker, contents, record
from pages.shared.report.document import Document, Facts, Paragraph, Quote, Ruled, Table
from tests.pages.shared.report.conftest import VIEW, Reported

Make = Callable[..., Reported]
Told = Callable[..., Document]


def told(made: Reported, view: View = VIEW) -> Document:
    return contents.composed(record.read("K1", view, Asker(EVERYONE, "en", made.build)))


def section(document: Document, heading: str) -> tuple[Any, ...]:
    return next(part.blocks for part in document.sections if part.heading == heading)


def facts(document: Document, heading: str) -> dict[str, str]:
    found = [block for block in section(document, heading) if isinstance(block, Facts)]
    return {label: value for block in found for label, value in block.pairs}


def table(document: Document, heading: str) -> tuple[tuple[str, ...], ...]:
    return next(block.rows for block in section(document, heading) if isinstance(block, Table))


def sentences(document: Document, heading: str) -> list[str]:
    return [block.text for block in section(document, heading) if isinstance(block, Paragraph)]


def step(name: str, done_at: str, **more: Any) -> dict[str, Any]:
    return {"complaint_id": "K1", "step": name, "done_at": done_at, **more}


def promise(promise_id: str, due_on: str, **more: Any) -> dict[str, Any]:
    usual = {"client_id": "a", "what": promise_id, "promised_on": "2026-09-01", "source": "meeting"}
    return {"promise_id": promise_id, "due_on": due_on, **usual, **more}


def test_a_bare_complaint_makes_a_whole_report(reported: Make) -> None:
    document = told(reported())
    assert [part.heading for part in document.sections] == [
        "Client", "The complaint", "What was said", "History", "Handling so far", "Analysis",
        "Countermeasures", "Asked of the technical department", "Signatures",
    ]  # fmt: skip
    assert document.title == "Major complaint report"
    assert sentences(document, "The complaint") == ["No ticket is named as its subject."]
    assert sentences(document, "What was said") == ["Nothing was written down."]
    assert sentences(document, "History") == [
        "Nothing is known of this client before this complaint."
    ]
    assert facts(document, "Client")["Industry"] == "–"


def test_an_ordinary_complaint_is_not_called_major(reported: Make) -> None:
    assert told(reported({"severity": "ordinary"})).title == "Complaint report"


def test_the_client_s_words_stand_alone(reported: Make) -> None:
    (quote,) = section(told(reported({"description": " lost\ntwice "})), "What was said")
    assert quote == Quote("lost\ntwice")


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ({}, "open"),
        ({"promised_at": "2026-10-02"}, "open, past its promised date"),
        ({"promised_at": "2026-10-02", "resolved_at": "2026-10-03"}, "resolved"),
    ],
)
def test_the_state_of_the_complaint_is_told(
    reported: Make, more: dict[str, Any], state: str
) -> None:
    assert facts(told(reported(more)), "The complaint")["State"] == state


def test_steps_are_open_done_or_not_called_for(reported: Make) -> None:
    steps = [step("listened", "2026-10-01 10:30", done_by="Ann", role="specialist")]
    document = told(reported({"cause": "attitude"}, complaint_steps=steps))
    rows = {row[0]: row[1:] for row in table(document, "Handling so far")}
    assert rows["Listened"] == ("yes", "2026-10-01 10:30", "1.5", "Ann", "service specialist")
    assert rows["Thanked"] == ("yes", "not done", "–", "–", "–")
    assert rows["Technical appraisal"] == ("no", "–", "–", "–", "–")
    assert sentences(document, "Handling so far") == [
        "The regional manager has not been told.",
        "The written report has not been sent.",
    ]


def test_the_path_of_a_major_complaint_is_told_in_sentences(reported: Make) -> None:
    steps = [
        step("escalated", "2026-10-01 09:30"),
        step("report_sent", "2026-10-02 09:00"),
        step("appraised", "2026-10-03 09:00"),
    ]
    document = told(reported(complaint_steps=steps))
    assert sentences(document, "Handling so far") == [
        "The regional manager was told 0.5 hours after the complaint came.",
        "The written report was sent 24.0 hours after the complaint came.",
        "The technical appraisal was done 48.0 hours after the complaint came.",
    ]


def test_history_counts_all_and_lists_the_newest(reported: Make) -> None:
    earlier = [
        {"complaint_id": f"E{n}", "client_id": "a", "received_at": f"2026-01-{n + 10}"}
        for n in range(7)
    ]
    broken = [promise("P", "2026-09-15")]
    document = told(reported(complaints=earlier, promises=broken))
    assert facts(document, "History") == {
        "Earlier complaints": "7",
        "Earlier grumbles": "0",
        "Critical and major faults in twelve months": "0",
        "Promises broken or overdue in twelve months": "1",
    }
    rows = table(document, "History")
    assert [row[2] for row in rows] == ["P", "E6", "E5", "E4", "E3", "E2"]
    assert rows[0] == ("2026-09-15", "promise", "P", "promise", "P", "overdue")
    assert sentences(document, "History") == ["Of each kind, the newest 5 are listed."]


def test_the_complaint_s_own_date_is_no_part_of_its_history(reported: Make) -> None:
    document = told(reported({"promised_at": "2026-10-02"}))
    assert len(sentences(document, "History")) == 1


def test_the_plan_holds_what_is_open_or_new_then_empty_rows(reported: Make) -> None:
    promises = [
        promise("past", "2026-09-15", made_by="Ann"),
        promise("done before", "2026-09-20", kept_on="2026-09-19"),
        promise("new", "2026-10-20", promised_on="2026-10-01", kept_on="2026-10-19"),
    ]
    actions = [{"action_id": "A", "client_id": "a", "what": "call", "raised_on": "2026-10-05"}]
    document = told(reported(promises=promises, actions=actions))
    rows = table(document, "Countermeasures")
    assert rows[:3] == (
        ("Promise: past", "Ann", "2026-09-15 (overdue)", ""),
        ("Promise: new", "–", "2026-10-20", "2026-10-19"),
        ("Action: call", "–", "–", ""),
    )
    assert set(rows[3:]) == {("", "", "", "")}
    assert len(rows) == 7


def test_the_open_ticket_of_the_complaint_is_a_measure(reported: Make) -> None:
    ticket = {"client_id": "a", "opened_at": "2026-09-01", "promised_at": "2026-12-01"}
    tickets = [
        {"ticket_id": "T", "title": "cable", "owner": "Ann", **ticket},
        {"ticket_id": "U", **ticket},
    ]
    rows = table(told(reported({"ticket_id": "T"}, tickets=tickets)), "Countermeasures")
    assert [row for row in rows if row[0]] == [("Fault: cable", "Ann", "2026-12-01", "")]


def test_the_analysis_says_whether_the_trouble_is_a_repeat(reported: Make) -> None:
    lesson = {"received_at": "2026-08-01", "lesson_recorded_at": "2026-09-01"}
    learned = [{"complaint_id": "E", "client_id": "a", **lesson}]
    document = told(reported(complaints=learned))
    assert facts(document, "Analysis") == {
        "Cause": "technical",
        "Controllable by the service team": "yes",
        "Root cause of the ticket": "–",
        "Repeat after a recorded lesson": "yes: complaint: E, lesson recorded on 2026-09-01",
    }
    assert section(document, "Analysis")[-1] == Ruled("Why it happened", 6)


@pytest.mark.parametrize("cause", ["technical", "quality", "product"])
def test_the_technical_department_is_asked_about_its_own_causes(reported: Make, cause: str) -> None:
    document = told(reported({"cause": cause}))
    heading = "Asked of the technical department"
    assert facts(document, heading) == {"Technical appraisal": "called for, not done yet"}
    questions = section(document, heading)[1].texts
    assert len(questions) == len(set(questions)) == 4


def test_the_technical_department_is_not_asked_about_manners(reported: Make) -> None:
    document = told(reported({"cause": "attitude"}))
    (sentence,) = sentences(document, "Asked of the technical department")
    assert sentence.startswith("Nothing:")


def test_an_ordinary_complaint_calls_for_no_appraisal(reported: Make) -> None:
    document = told(reported({"severity": "ordinary"}))
    heading = "Asked of the technical department"
    assert facts(document, heading) == {"Technical appraisal": "not called for"}


def test_those_sign_who_acted_last(reported: Make) -> None:
    client = {"client_id": "a", "client_name": "A", "regional_manager": "Eve"}
    steps = [
        step("listened", "2026-10-01 10:00", done_by="Ann", role="specialist"),
        step("thanked", "2026-10-03 10:00", done_by="Bo", role="adviser"),
        step("escalated", "2026-10-02 10:00", done_by="Cy", role="service_manager"),
    ]
    rows = table(told(reported(clients=[client], complaint_steps=steps)), "Signatures")
    assert [row[:2] for row in rows] == [
        ("Handler", "Bo"),
        ("Service manager", "Cy"),
        ("Regional manager", "Eve"),
        ("Technical department", ""),
        ("Client", "A"),
    ]
