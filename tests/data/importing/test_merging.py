"""Importing again: new rows, differing rows, equal rows, and rows with the same key in one file."""

from typing import Any

import duckdb
import pytest

from data.importing.summary import Result
from tests.conftest import Given
from tests.data.importing.conftest import Bring, Faults, Write

HEADER = "client_id,client_name,segment,side,region"
TICKETS = "ticket_id,client_id,kind,severity,opened_at,promised_at"


def counts(result: Result) -> tuple[int, ...]:
    return (result.inserted, result.updated, result.unchanged, result.refused)


def one(con: duckdb.DuckDBPyConnection, statement: str) -> Any:
    ((found,),) = con.execute(statement).fetchall()
    return found


def test_the_same_file_again_changes_nothing(write: Write, bring: Bring) -> None:
    path = write("clients.csv", HEADER, "C1,Alpha,vip,external,North", "C2,Beta,regular,internal,")

    assert counts(bring(path).results[0]) == (2, 0, 0, 0)
    assert counts(bring(path).results[0]) == (0, 0, 2, 0)


def test_only_what_differs_is_updated(
    write: Write, bring: Bring, con: duckdb.DuckDBPyConnection
) -> None:
    bring(write("clients.csv", HEADER, "C1,Alpha,vip,external,North", "C2,Beta,vip,external,"))
    again = write("clients.csv", HEADER, "C1,Alpha,vip,external,", "C2,Beta,vip,external,")

    assert counts(bring(again).results[0]) == (0, 1, 1, 0)
    assert one(con, "select region from clients where client_id = 'C1'") is None


def test_a_column_that_the_file_lacks_keeps_its_value(
    write: Write, bring: Bring, con: duckdb.DuckDBPyConnection
) -> None:
    bring(write("clients.csv", HEADER, "C1,Alpha,vip,external,North"))
    lacking = write("clients.csv", "client_id,client_name,segment,side", "C1,New,vip,external")

    assert counts(bring(lacking).results[0]) == (0, 1, 0, 0)
    assert con.execute("select client_name, region from clients").fetchall() == [("New", "North")]


def test_defaults_fill_what_is_empty_or_lacking(
    write: Write, bring: Bring, con: duckdb.DuckDBPyConnection
) -> None:
    header = "indicator_id,wording,scale_low,scale_high,weight"
    bring(
        write("clients.csv", HEADER, "C1,Alpha,vip,external,"),
        write("indicators.csv", header, "I1,x,1,5,", "I2,y,1,5,2"),
    )

    assert one(con, "select calendar from clients") == "standard"
    assert con.execute("select weight from indicators order by all").fetchall() == [(1.0,), (2.0,)]


def test_equal_rows_of_one_file_count_once_and_a_differing_later_one_is_refused(
    write: Write, bring: Bring, faults: Faults
) -> None:
    path = write(
        "clients.csv",
        HEADER,
        *("C1,Alpha,vip,external,", "C1,Alpha,VIP,external,", "C1,Beta,vip,external,"),
    )

    assert counts(bring(path).results[0]) == (1, 0, 1, 1)
    assert faults() == [
        (4, "client_id", "C1", "must not differ from row 2, which has the same key")
    ]


def test_a_refused_row_does_not_take_its_key_from_a_later_one(write: Write, bring: Bring) -> None:
    path = write("clients.csv", HEADER, "C1,Alpha,gold,external,", "C1,Alpha,vip,external,")

    assert counts(bring(path).results[0]) == (1, 0, 0, 1)


def test_keys_of_two_columns_are_compared_together(write: Write, bring: Bring) -> None:
    path = write(
        "revenue.csv",
        "client_id,month,amount",
        *("C1,2026-01-01,5", "C1,2026-02-01,5", "C2,2026-01-01,5", "C1,2026-01-01,6"),
    )

    assert counts(bring(path).results[0]) == (3, 0, 0, 1)


@pytest.mark.parametrize(
    ("later", "first"),
    [
        (f"{TICKETS}|T1,C1,fault,major,2026-11-01,2026-11-20", "2026-11-10"),
        (f"{TICKETS},first_promised_at|T1,C1,fault,major,2026-11-01,2026-11-20,", "2026-11-10"),
        (
            f"{TICKETS},first_promised_at|T1,C1,fault,major,2026-11-01,2026-11-20,2026-11-08",
            "2026-11-08",
        ),
        (f"{TICKETS}|T1,C1,fault,major,2026-11-01,", "2026-11-10"),
    ],
)
def test_a_promise_that_moves_keeps_its_first_date(
    write: Write, bring: Bring, con: duckdb.DuckDBPyConnection, later: str, first: str
) -> None:
    bring(write("tickets.csv", TICKETS, "T1,C1,fault,major,2026-11-01,2026-11-10"))
    path = write("tickets.csv", *later.split("|"))

    assert counts(bring(path).results[0]) == (0, 1, 0, 0)
    assert counts(bring(path).results[0]) == (0, 0, 1, 0)
    assert str(one(con, "select first_promised_at::date from tickets")) == first


def test_a_promise_made_later_is_its_own_first_date(
    write: Write, bring: Bring, con: duckdb.DuckDBPyConnection
) -> None:
    bring(write("tickets.csv", TICKETS, "T1,C1,fault,major,2026-11-01,"))
    assert one(con, "select first_promised_at from tickets") is None
    bring(write("tickets.csv", TICKETS, "T1,C1,fault,major,2026-11-01,2026-11-20"))

    assert str(one(con, "select first_promised_at::date from tickets")) == "2026-11-20"


def test_a_later_file_of_one_import_updates_an_earlier_one(write: Write, bring: Bring) -> None:
    first = write("a/clients.csv", HEADER, "C1,Alpha,vip,external,")
    second = write("b/clients.csv", HEADER, "C1,Beta,vip,external,")

    assert [counts(result) for result in bring(first, second).results] == [
        *((1, 0, 0, 0), (0, 1, 0, 0))
    ]


def test_an_import_beside_the_sample_company_says_so(
    write: Write, bring: Bring, given: Given
) -> None:
    path = write("clients.csv", HEADER, "C1,Alpha,vip,external,")
    assert not bring(path).holds_sample

    given("imports", {"source": "sample", "imported_at": "2026-11-15 20:00"})
    assert bring(path).holds_sample
