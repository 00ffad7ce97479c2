"""The sample company as data: always the same rows, of the sizes asked for, without faults."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from data import checks, sample, warehouse
from data.errors import DataError
from data.settings import Settings

ROOT = Path(sample.__file__).parents[2]
SMALL = {"clients": 12, "responses": 120, "tickets": 300, "complaints": 40}
Built = Callable[..., duckdb.DuckDBPyConnection]


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    return len(connection.table(table))


def _names(connection: duckdb.DuckDBPyConnection) -> list[str]:
    rows = connection.execute(
        "select table_name from duckdb_tables() where schema_name = 'main' order by all"
    ).fetchall()
    return [name for (name,) in rows if name != "build"]


def test_same_arguments_give_the_same_rows(tmp_path: Path, built: Built) -> None:
    first = built(tmp_path / "first", **SMALL)
    second = built(tmp_path / "second", **SMALL)
    for table in _names(first):
        assert first.table(table).fetchall() == second.table(table).fetchall(), table


def test_another_seed_gives_other_rows(tmp_path: Path, built: Built) -> None:
    first = built(tmp_path / "first", **SMALL).table("answers").fetchall()
    second = built(tmp_path / "second", **SMALL, seed=2).table("answers").fetchall()
    assert first != second


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "Europe/Berlin", "America/New_York"])
def test_days_and_hours_are_those_of_the_company_s_zone(
    tmp_path: Path, settings: Settings, zone: str
) -> None:
    there = settings.model_copy(update={"time_zone": zone})
    sample.build(tmp_path, there, **SMALL, progress=False)
    build = warehouse.current(tmp_path)
    assert build is not None
    with warehouse.connect(build, there) as connection:
        imported = connection.execute(
            "select distinct strftime(imported_at, '%Y-%m-%d %H:%M') from imports"
        ).fetchall()
    assert imported == [("2026-11-15 20:00",)]


def test_sizes_are_what_was_asked_for(tmp_path: Path, built: Built) -> None:
    connection = built(tmp_path, clients=9, responses=77, tickets=101, complaints=33)
    sizes = {name: _count(connection, name) for name in ("clients", "responses", "tickets")}
    assert sizes == {"clients": 9, "responses": 77, "tickets": 101}
    assert _count(connection, "complaints") == 33
    assert _count(connection, "answers") == 770


def test_a_company_may_have_one_client_and_nothing_else(tmp_path: Path, built: Built) -> None:
    connection = built(tmp_path, clients=1, responses=0, tickets=0, complaints=0)
    assert _count(connection, "clients") == 1
    assert _count(connection, "answers") == 0


def test_more_years_reach_further_back(tmp_path: Path, built: Built) -> None:
    connection = built(tmp_path, **SMALL, years=4)
    first = connection.execute("select min(opened_at)::date::varchar from tickets").fetchall()
    assert first[0][0].startswith("2022-1")


def test_nothing_happened_after_the_import(company: duckdb.DuckDBPyConnection) -> None:
    late = company.execute("""
        select max(moment) <= (select max(imported_at) from imports) from (
            select max(answered_at) as moment from responses
            union all select max(resolved_at) from tickets
            union all select max(first_response_at) from tickets
            union all select max(lesson_recorded_at) from tickets
            union all select max(resumed_at) from pauses
            union all select max(resolved_at) from complaints
            union all select max(done_at) from complaint_steps
            union all select max(kept_on)::timestamptz from promises
            union all select max(done_on)::timestamptz from actions
        )
        """).fetchall()
    assert late == [(True,)]


def test_every_reference_has_its_row(company: duckdb.DuckDBPyConnection) -> None:
    lost = company.execute("""
        select
            (select count(*) from responses anti join clients using (client_id))
            + (select count(*) from answers anti join responses using (response_id))
            + (select count(*) from answers anti join indicators using (indicator_id))
            + (select count(*) from invitations anti join clients using (client_id))
            + (select count(*) from tickets anti join clients using (client_id))
            + (select count(*) from pauses anti join tickets using (ticket_id))
            + (select count(*) from complaint_steps anti join complaints using (complaint_id))
            + (select count(*) from promises anti join clients using (client_id))
            + (select count(*) from revenue anti join clients using (client_id))
            + (
                select count(*) from complaints left join tickets using (ticket_id)
                where complaints.ticket_id is not null
                    and (
                        tickets.client_id is distinct from complaints.client_id
                        or tickets.opened_at > complaints.received_at
                    )
            )
        """).fetchall()
    assert lost == [(0,)]


def test_nothing_happens_to_a_client_that_is_not_one_yet_or_no_longer(
    company: duckdb.DuckDBPyConnection,
) -> None:
    outside = company.execute("""
        select count(*) from clients join (
            select client_id, answered_at::date as day from responses
            union all select client_id, opened_at::date from tickets
            union all select client_id, received_at::date from complaints
        ) using (client_id)
        where day < client_since or day >= left_on
        """).fetchall()
    assert outside == [(0,)]


def test_only_answers_inverted_on_purpose_fail_a_check(
    company: duckdb.DuckDBPyConnection, settings: Settings
) -> None:
    assert {failure.name for failure in checks.failed(company, settings)} <= {"inverted_answers"}


def test_every_kind_of_row_is_there(company: duckdb.DuckDBPyConnection) -> None:
    assert all(_count(company, table) for table in _names(company))


def test_clients_speak_english_and_chinese(company: duckdb.DuckDBPyConnection) -> None:
    comments = company.execute("select comment from responses where comment is not null").fetchall()
    chinese = sum(bool(re.search("[一-鿿]", comment)) for (comment,) in comments)
    assert 0.2 < chinese / len(comments) < 0.8


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    """Half a million answers and as many tickets: far less than they would take all at once."""
    sizes = {"clients": 300, "responses": 50_000, "tickets": 500_000, "complaints": 50_000}
    asked = [f"--{name}={size}" for name, size in sizes.items()]
    command = [sys.executable, "-m", "data", "sample", *asked, "--database", str(tmp_path)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, process.returncode, usage = os.wait4(process.pid, 0)
    assert process.returncode == 0
    assert usage.ru_maxrss < 1_000_000, "kilobytes"


@pytest.mark.parametrize("sizes", [{"clients": 0}, {"years": 0}, {"tickets": -1}])
def test_an_impossible_size_is_refused_in_words(
    tmp_path: Path, settings: Settings, sizes: dict[str, int]
) -> None:
    with pytest.raises(DataError, match=next(iter(sizes))):
        sample.build(tmp_path, settings, progress=False, **sizes)
