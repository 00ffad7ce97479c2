"""What was refused, as a CSV file beside the builds: file, table, row, column, value, reason.

It is written under a passing name before the new build is served and renamed after that, so that a
full disk or a killed import never leaves a list of rows that were not refused.
"""

import os
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.csv

from data.importing.rows import Spoiled
from data.rows import only_row

FOLDER = "rejects"
UNFINISHED = ".tmp"
SPOILED = pa.schema({"row": pa.int64(), "value": pa.string(), "expected": pa.string()})


def note_spoiled(
    connection: duckdb.DuckDBPyConnection, file: str, table: str, spoiled: list[Spoiled]
) -> None:
    """Write down the rows that could not be cut into cells."""
    connection.register(
        "spoiled", pa.Table.from_pylist([row._asdict() for row in spoiled], SPOILED)
    )
    connection.execute(
        """
        insert into faults
        select $file, $table_name, "row", null, "value", expected
        from spoiled
        """,
        {"file": file, "table_name": table},
    )
    connection.unregister("spoiled")


def path_of(folder: Path, import_id: str) -> Path:
    """Where the refused rows of an import are listed."""
    return folder / FOLDER / f"{import_id}.csv"


def write(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Write every fault under the passing name of `path`; no cell can be taken for a formula."""
    path.parent.mkdir(exist_ok=True)
    faults = connection.sql(
        """
        with marked as (
            select
                *,
                left(file, 1) in ('=', '+', '-', '@', chr(9), chr(13)) as file_is_formula,
                left(value, 1) in ('=', '+', '-', '@', chr(9), chr(13))
                and try_cast(value as double) is null as value_is_formula
            from faults
        )

        select
            if(file_is_formula, concat(chr(39), file), file) as file,
            table_name as "table",
            row_number as "row",
            column_name as "column",
            if(value_is_formula, concat(chr(39), value), value) as "value",
            reason
        from marked
        order by all
        """
    )
    unfinished = path.with_name(path.name + UNFINISHED)
    with unfinished.open("wb") as file:
        batches = faults.to_arrow_reader()
        with pyarrow.csv.CSVWriter(file, batches.schema) as writer:
            for batch in batches:
                writer.write(batch)
        file.flush()
        os.fsync(file.fileno())


def publish(path: Path) -> None:
    """Give the list its name, once the build that it belongs to is served."""
    path.with_name(path.name + UNFINISHED).replace(path)


def discard(path: Path) -> None:
    """Remove the list of an import that failed."""
    path.with_name(path.name + UNFINISHED).unlink(missing_ok=True)


def settle(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Finish or remove what an import left that was killed at its very end, or before."""
    for unfinished in (folder / FOLDER).glob("*" + UNFINISHED):
        path = unfinished.with_name(unfinished.name.removesuffix(UNFINISHED))
        (count,) = only_row(
            connection.execute(
                "select count(*) from imports where import_id = $import_id",
                {"import_id": path.stem},
            )
        )
        (publish if count else discard)(path)
