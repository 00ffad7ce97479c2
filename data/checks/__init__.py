"""Checks: faults in the data that no single cell shows. Each file returns the offending rows.

They are run after each import and by `python -m data status`; a check that finds something is told,
never a reason to refuse an import: the rows are good one by one.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import duckdb

from data.errors import DataError
from data.rows import only_row
from data.settings import Settings

HERE = Path(__file__).parent


class Check(NamedTuple):
    """One check: its name, the fault it finds in words, and its SQL."""

    name: str
    title: str
    sql: str


class Failure(NamedTuple):
    """A check that found something."""

    name: str
    title: str
    row_count: int


@cache
def names() -> tuple[str, ...]:
    """The names of all checks."""
    return tuple(sorted(file.stem for file in HERE.glob("*.sql")))


@cache
def check(name: str) -> Check:
    """One check. Raises `DataError` for an unknown name."""
    if name not in names():
        raise DataError(f"There is no check {name}; there are: {', '.join(names())}.")
    sql = (HERE / f"{name}.sql").read_text(encoding="utf-8")
    return Check(name, sql.splitlines()[0].removeprefix("-- "), sql)


def failed(connection: duckdb.DuckDBPyConnection, settings: Settings) -> Iterator[Failure]:
    """The checks that find something in the open warehouse."""
    for name in names():
        found = check(name)
        (count,) = only_row(offenders(connection, found, settings).count("*"))
        if count:
            yield Failure(name, found.title, count)


def offenders(
    connection: duckdb.DuckDBPyConnection, found: Check, settings: Settings
) -> duckdb.DuckDBPyRelation:
    """The rows that a check finds."""
    (statement,) = duckdb.extract_statements(found.sql)
    parameters = settings.parameters()
    bound = {name: parameters[name] for name in statement.named_parameters}
    return connection.sql(found.sql, params=bound)
