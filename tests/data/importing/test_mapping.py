import duckdb
import pytest

from data.errors import DataError
from data.importing import mapping
from data.importing.tables import ORDER
from tests.data.importing.conftest import Bring, Faults, Write

RAW = ("Company,Opened,Kind,Kind", "Alpha,01.11.2026,bug,x", ",,,", "Beta,31.02.2026,bug,y")
TICKETS = """-- table: tickets
select
    "Company" || row_number as ticket_id, "Company" as client_id, 'fault' as kind,
    'minor' as severity, "Kind_1" as title, row_number,
    coalesce(try_strptime("Opened", '%d.%m.%Y')::varchar, "Opened") as opened_at
from raw
where "Company" is not null;
"""
CLIENTS = """-- Our own export.
-- table: clients
with named as (select distinct "Company" as name from raw where "Company" is not null)
select name as client_id, name as client_name, 'vip' as segment, 'external' as side from named
"""


def test_each_statement_fills_its_table_in_the_order_of_the_tables(
    write: Write, bring: Bring, con: duckdb.DuckDBPyConnection
) -> None:
    brought = bring(write("raw.csv", *RAW), mapping=write("ours.sql", TICKETS + CLIENTS))

    assert [(one.source, one.table, one.read, one.inserted) for one in brought.results] == [
        ("ours", "clients", 2, 2),
        ("ours", "tickets", 2, 1),
    ]
    assert con.execute("select ticket_id, title from tickets").fetchall() == [("Alpha2", "x")]


def test_refused_rows_are_named_by_their_row_in_the_raw_file(
    write: Write, bring: Bring, faults: Faults
) -> None:
    bring(write("raw.csv", *RAW), mapping=write("ours.sql", TICKETS))

    assert (4, "opened_at", "31.02.2026") in [fault[:3] for fault in faults()]


def test_ragged_rows_of_the_raw_file_are_refused_once(
    write: Write, bring: Bring, faults: Faults
) -> None:
    raw = write("raw.csv", *RAW, "Gamma,too,few")
    results = bring(raw, mapping=write("ours.sql", CLIENTS + TICKETS)).results

    assert sum(result.refused for result in results) == len(faults())
    assert [fault[0] for fault in faults()].count(5) == 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("select 1", "must begin with a line such as"),
        ("-- table: cilents\nselect 1", "fills the unknown table cilents"),
        ("-- table: clients\nselect 1;\n-- table: clients\nselect 1", "clients twice"),
        ("-- table: clients\ndrop table raw", "exactly one SELECT"),
        ("-- table: clients\nselect 1; select 2", "exactly one SELECT"),
        ("-- table: clients\nselect from where", "fails at -- table: clients"),
        ("drop table raw; -- table: clients\nselect 1", "must begin with a line such as"),
    ],
)
def test_a_mapping_that_is_none_is_refused_in_words(write: Write, text: str, reason: str) -> None:
    with pytest.raises(DataError, match=reason):
        mapping.read(write("ours.sql", text), ORDER)


def test_a_column_that_the_raw_file_lacks_is_named(write: Write, bring: Bring) -> None:
    with pytest.raises(DataError, match=r"ours\.sql fails at -- table: clients: .*Custmer"):
        bring(
            write("raw.csv", *RAW),
            mapping=write("ours.sql", '-- table: clients\nselect "Custmer" as client_id from raw'),
        )


def test_a_column_that_the_table_requires_is_named(write: Write, bring: Bring) -> None:
    with pytest.raises(DataError, match=r"ours\.sql lacks the columns client_name, segment, side"):
        bring(
            write("raw.csv", *RAW),
            mapping=write("ours.sql", '-- table: clients\nselect "Company" as client_id from raw'),
        )


@pytest.mark.parametrize(
    "relation", ["read_text('{path}')", "read_csv('{path}')", "'{path}'", "glob('/*')", "clients"]
)
def test_a_mapping_sees_nothing_but_the_raw_file(write: Write, bring: Bring, relation: str) -> None:
    secret = write("secret.csv", "word", "hidden")
    text = f"-- table: clients\nselect * from {relation.format(path=secret)}"

    with pytest.raises(DataError, match="fails at -- table: clients"):
        bring(write("raw.csv", *RAW), mapping=write("ours.sql", text))


def test_several_rows_made_of_one_raw_row_are_judged_one_by_one(
    write: Write, bring: Bring, faults: Faults
) -> None:
    text = """-- table: revenue
    select company as client_id, unnest(['2026-01-01', '2026-01-02']) as month, 5 as amount,
        row_number
    from raw
    """

    result = bring(
        write("raw.csv", "company,x", "A,", "B,"), mapping=write("ours.sql", text)
    ).results[0]

    assert (result.read, result.inserted, result.refused) == (4, 2, 2)
    assert [fault[:3] for fault in faults()] == [
        (2, "month", "2026-01-02"),
        (3, "month", "2026-01-02"),
    ]
