"""Rows that break a rule are refused one by one; the others go in."""

import duckdb
import pytest

from tests.conftest import Given
from tests.data.importing.conftest import Bring, Faults, Write

CLIENTS = ("client_id,client_name,segment,side", "C1,Alpha,vip,external")
INDICATORS = ("indicator_id,wording,scale_low,scale_high", "I1,Good?,1,5")
RESPONSES = ("response_id,client_id,answered_at,method", "R1,C1,2026-11-01,questionnaire")
TICKETS = "ticket_id,client_id,kind,severity,opened_at"


@pytest.fixture
def known(given: Given) -> None:
    """A client, an indicator, a response, a ticket and a complaint to refer to."""
    given("clients", {"client_id": "C1", "client_name": "Alpha", "segment": "vip"})
    given("indicators", {"indicator_id": "I1", "scale_low": 1, "scale_high": 5})
    given("responses", {"response_id": "R1", "client_id": "C1"})
    given("tickets", {"ticket_id": "T1", "client_id": "C1", "opened_at": "2026-11-01"})
    given("complaints", {"complaint_id": "K1", "client_id": "C1", "received_at": "2026-11-01"})


def test_a_refused_cell_is_named_with_row_column_value_and_what_is_accepted(
    write: Write, bring: Bring, faults: Faults
) -> None:
    bring(write("clients.csv", *CLIENTS, "C2,Beta,gold,external", "C3,Gamma,VIP , External"))

    assert faults() == [(3, "segment", "gold", "must be one of vip, regular")]


def test_every_bad_cell_of_a_row_is_told_and_the_row_counted_once(
    write: Write, bring: Bring, faults: Faults
) -> None:
    result = bring(write("clients.csv", *CLIENTS, ",,gold,outside")).results[0]

    assert [fault[1] for fault in faults()] == ["client_id", "client_name", "segment", "side"]
    assert (result.read, result.refused) == (2, 1)


@pytest.mark.parametrize(
    ("table", "header", "row", "column"),
    [
        (
            "clients",
            CLIENTS[0] + ",client_since,left_on",
            "C9,x,vip,external,2026-02-01,2026-01-31",
            "left_on",
        ),
        ("clients", CLIENTS[0] + ",order_value", "C9,x,vip,external,-1", "order_value"),
        ("clients", CLIENTS[0] + ",left_because", "C9,x,vip,external,boredom", "left_because"),
        ("indicators", INDICATORS[0], "I9,x,5,5", "scale_low"),
        ("indicators", INDICATORS[0] + ",weight", "I9,x,1,5,0", "weight"),
        ("responses", RESPONSES[0], "R9,C9,2026-11-01,questionnaire", "client_id"),
        (
            "responses",
            RESPONSES[0] + ",recommend",
            "R9,C1,2026-11-01,questionnaire,10.5",
            "recommend",
        ),
        ("answers", "response_id,indicator_id,perceived", "R9,I1,4", "response_id"),
        ("answers", "response_id,indicator_id,perceived", "R1,I9,4", "indicator_id"),
        ("answers", "response_id,indicator_id,perceived", "R1,I1,98", "perceived"),
        ("answers", "response_id,indicator_id,minimum", "R1,I1,0.9", "minimum"),
        ("answers", "response_id,indicator_id,expected", "R1,I1,6", "expected"),
        ("answers", "response_id,indicator_id,desired", "R1,I1,5.1", "desired"),
        ("answers", "response_id,indicator_id,perceived", "R1,I1,nan", "perceived"),
        (
            "invitations",
            "invitation_id,client_id,sent_at,method",
            "V1,C9,2026-11-01,questionnaire",
            "client_id",
        ),
        ("tickets", TICKETS, "T9,C9,fault,major,2026-11-01", "client_id"),
        (
            "tickets",
            TICKETS + ",resolved_at",
            "T9,C1,fault,major,2026-11-02,2026-11-01",
            "resolved_at",
        ),
        (
            "tickets",
            TICKETS + ",first_response_at",
            "T9,C1,fault,major,2026-11-02,2026-11-01",
            "first_response_at",
        ),
        (
            "tickets",
            TICKETS + ",handover_count",
            "T9,C1,fault,major,2026-11-02,1.5",
            "handover_count",
        ),
        ("pauses", "ticket_id,paused_at", "T9,2026-11-02", "ticket_id"),
        ("pauses", "ticket_id,paused_at,resumed_at", "T1,2026-11-02,2026-11-01", "resumed_at"),
        (
            "complaints",
            "complaint_id,client_id,received_at,form,severity,cause,resolved_at",
            "K9,C1,2026-11-02,grumble,ordinary,other,2026-11-01",
            "resolved_at",
        ),
        ("complaint_steps", "complaint_id,step,done_at", "K9,listened,2026-11-02", "complaint_id"),
        (
            "promises",
            "promise_id,client_id,what,promised_on,due_on,source,kept_on",
            "P1,C1,x,2026-11-02,2026-11-09,meeting,2026-11-01",
            "kept_on",
        ),
        ("actions", "action_id,raised_on,what,client_id", "A1,2026-11-02,x,C9", "client_id"),
        ("actions", "action_id,raised_on,what,done_on", "A1,2026-11-02,x,2026-11-01", "done_on"),
        (
            "competitor_scores",
            "competitor,indicator_id,scored_on,perceived",
            "Rival,I1,2026-11-02,6",
            "perceived",
        ),
        ("events", "event_id,happened_on,label,client_id", "E1,2026-11-02,x,C9", "client_id"),
        ("targets", "target_id,measure,value,begins_on", "G1,kept_share,90,2026-01-01", "value"),
        ("revenue", "client_id,month,amount", "C1,2026-11-02,5", "month"),
        ("revenue", "client_id,month,amount", "C1,2026-11-01,a lot", "amount"),
    ],
)
@pytest.mark.usefixtures("known")
def test_a_row_that_breaks_a_rule_is_refused_for_its_column(
    write: Write, bring: Bring, faults: Faults, table: str, header: str, row: str, column: str
) -> None:
    result = bring(write(f"{table}.csv", header, row)).results[0]

    assert (result.inserted, result.refused) == (0, 1)
    assert [fault[:2] for fault in faults()] == [(2, column)]


@pytest.mark.parametrize(
    ("table", "header", "row"),
    [
        (
            "clients",
            CLIENTS[0] + ",client_since,left_on",
            "C9,x,vip,external,2026-02-01,2026-02-01",
        ),
        ("responses", RESPONSES[0] + ",recommend", "R9,C1,2026-11-01,questionnaire,10"),
        ("answers", "response_id,indicator_id,minimum,perceived", "R1,I1,1,5"),
        ("tickets", TICKETS + ",resolved_at", "T9,C1,fault,major,2026-11-02,2026-11-02"),
        (
            "complaints",
            "complaint_id,client_id,ticket_id,received_at,form,severity,cause",
            "K9,C1,elsewhere,2026-11-02,grumble,ordinary,other",
        ),
        ("actions", "action_id,raised_on,what,client_id", "A1,2026-11-02,x,"),
        ("events", "event_id,happened_on,label", "E1,2026-11-02,x"),
    ],
)
@pytest.mark.usefixtures("known")
def test_a_row_at_the_very_limit_of_a_rule_goes_in(
    write: Write, bring: Bring, table: str, header: str, row: str
) -> None:
    assert bring(write(f"{table}.csv", header, row)).results[0].inserted == 1


@pytest.mark.usefixtures("known")
def test_the_rules_see_what_the_warehouse_holds_where_the_file_lacks_a_column(
    write: Write, bring: Bring, faults: Faults
) -> None:
    bring(write("clients.csv", CLIENTS[0] + ",client_since", CLIENTS[1] + ",2026-05-01"))
    bring(write("clients.csv", CLIENTS[0] + ",left_on", CLIENTS[1] + ",2026-04-01"))

    assert faults() == [(2, "left_on", "2026-04-01", "must not be before client_since")]


def test_while_there_is_no_client_clients_are_made_from_ids(
    write: Write, bring: Bring, con: duckdb.DuckDBPyConnection
) -> None:
    brought = bring(
        write("tickets.csv", TICKETS, "T1,C2,fault,major,2026-11-01", "T2,C9,bug,major,2026-11-01"),
        write("revenue.csv", "client_id,month,amount", "C3,2026-11-01,5", "C2,2026-11-01,5"),
    )

    assert brought.invented_clients == 2
    assert con.execute(
        "from clients select client_id, client_name, segment, side order by 1"
    ).fetchall() == [
        ("C2", "C2", "regular", "external"),
        ("C3", "C3", "regular", "external"),
    ]


@pytest.mark.usefixtures("known")
def test_once_there_are_clients_an_unknown_one_is_refused(
    write: Write, bring: Bring, faults: Faults
) -> None:
    bring(write("revenue.csv", "client_id,month,amount", "C1,2026-11-01,5", "C2,2026-11-01,5"))

    assert [fault[:3] for fault in faults()] == [(3, "client_id", "C2")]


def test_an_import_that_brings_clients_makes_none_up(
    write: Write, bring: Bring, faults: Faults
) -> None:
    clients = write("clients.csv", CLIENTS[0])

    bring(clients, write("revenue.csv", "client_id,month,amount", "C1,2026-11-01,5"))

    assert [fault[1] for fault in faults()] == ["client_id"]


def test_hostile_text_is_kept_as_text(
    write: Write, bring: Bring, con: duckdb.DuckDBPyConnection
) -> None:
    names = [
        "<img src=x onerror=alert(1)>",
        "=cmd|'/c calc'!A1",
        "'; drop table clients; --",
        "a" * 99_999,
    ]
    rows = [f"C{place},{name},vip,external" for place, name in enumerate(names)]

    bring(write("clients.csv", CLIENTS[0], *rows))

    stored = con.execute("select client_name from clients order by client_id").fetchall()
    assert [name for (name,) in stored] == names


def test_nul_characters_are_refused(write: Write, bring: Bring, faults: Faults) -> None:
    bring(write("clients.csv", *CLIENTS, "C2,Be\0ta,vip,external"))

    assert [fault[:2] for fault in faults()] == [(3, "client_name")]
