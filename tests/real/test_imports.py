"""Eight public sources are read whole; what is refused is refused with its reason."""

from pathlib import Path

import pytest

from tests.real.importing import FILES, Brought, bring_in, command, mapping_of, raw

pytestmark = pytest.mark.real
CARE = {
    "if(first_active_at >= opened_at, first_active_at, null)": "first_active_at",
    "|| coalesce(nullif(location, '?'), 'Location unknown')": "|| nullif(location, '?')",
}


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        ("italian_helpdesk", {"clients": 394, "tickets": 4580}),
        ("servicenow_incidents", {"clients": 225, "tickets": 24_918}),
        ("cfpb_complaints", {"clients": 703, "complaints": 5245, "complaint_steps": 5245}),
        (
            "servqual_lab",
            {"clients": 1, "indicators": 22, "responses": 143, "answers": 3146},
        ),
        ("jira_due_dates", {"clients": 39, "tickets": 3537}),
        (
            "zendesk_tickets",
            {
                "clients": 6764,
                "indicators": 1,
                "responses": 813,
                "answers": 813,
                "invitations": 5453,
                "tickets": 16_476,
            },
        ),
        (
            "abc_survey",
            {"clients": 266, "indicators": 57, "responses": 266, "answers": 12_445},
        ),
        ("mobi", {"clients": 250, "indicators": 24, "responses": 250, "answers": 6000}),
    ],
)
def test_every_row_is_read_and_each_is_taken_or_refused(
    brought: dict[str, Brought], source: str, rows: dict[str, int]
) -> None:
    tables = brought[source].tables
    assert {table: row["read"] for table, row in tables.items()} == rows
    for row in tables.values():
        assert row["read"] == row["inserted"] + row["refused"]


def test_the_mappings_leave_nothing_to_refuse(brought: dict[str, Brought]) -> None:
    assert {
        source: (one.status, len(one.refused)) for source, one in brought.items()
    } == dict.fromkeys(FILES, (0, 0))


@pytest.mark.usefixtures("brought")
def test_what_a_mapping_leaves_wrong_is_refused_row_by_row_with_its_reason(tmp_path: Path) -> None:
    careless = mapping_of("servicenow_incidents").read_text(encoding="utf-8")
    for care, none in CARE.items():
        assert care in careless
        careless = careless.replace(care, none)
    mapping = tmp_path / "careless.sql"
    mapping.write_text(careless, encoding="utf-8")
    one = bring_in("servicenow_incidents", tmp_path / "warehouse", mapping)
    rows = raw("servicenow_incidents").assign(row=lambda frame: frame.index + 2)
    early = rows[rows["first_active_at"] < rows["opened_at"]]["row"].map(str)
    nowhere = rows[rows["location"].isna()]["row"].map(str)
    said = one.refused.groupby(["column", "reason"])["row"].agg(set).to_dict()
    assert (one.status, one.tables["tickets"]["inserted"]) == (3, 24_910)
    assert said == {
        ("first_response_at", "must not be before opened_at"): set(early),
        ("client_id", "must not be empty"): set(nowhere),
    }


@pytest.mark.usefixtures("brought")
def test_the_checks_find_what_came_before_its_time(folder: Path) -> None:
    _, status = command("status", "--database", str(folder))
    found = {check["name"]: check["row_count"] for check in status["failed_checks"]}
    complaints, issues = raw("cfpb_complaints"), raw("jira_due_dates")
    due = issues["due_date"]
    assert found == {
        "step_before_received": (
            complaints["date_sent_iso"] < complaints["date_received_iso"]
        ).sum(),
        "due_before_promised": ((due != "") & (due < issues["created"].str[:10])).sum(),
    }


def test_a_made_key_stays_the_same_so_importing_twice_changes_nothing(
    brought: dict[str, Brought], folder: Path
) -> None:
    again = bring_in("cfpb_complaints", folder).tables
    assert {table: row["unchanged"] for table, row in again.items()} == {
        table: row["inserted"] for table, row in brought["cfpb_complaints"].tables.items()
    }
