"""Rows out of a query that is known to give just one."""

from typing import Any

import duckdb


def only_row(result: duckdb.DuckDBPyConnection | duckdb.DuckDBPyRelation) -> tuple[Any, ...]:
    """The one row of a result, read to its end: DuckDB 2 lets nothing else run before."""
    (row,) = result.fetchall()
    found: tuple[Any, ...] = row
    return found
