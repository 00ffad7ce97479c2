"""Answer questions from the command line: `python -m queries [NAME --since D --until D …]`."""

import argparse
import csv
import json
import sys
from datetime import date, datetime
from pathlib import Path

import duckdb

from data import entered, warehouse
from data import settings as company
from data.errors import DataError
from data.settings import Settings
from queries import execute, names, question
from queries.cells import defused


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 done, 1 failed with one sentence on standard error, 2 wrong usage."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    try:
        if asked.name is None:
            _list_questions()
        else:
            _answer(asked)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m queries", description=__doc__)
    parser.add_argument("name", nargs="?", metavar="NAME", help="question; without one, list all")
    parser.add_argument("--since", type=date.fromisoformat, metavar="D", help="first day")
    parser.add_argument("--until", type=date.fromisoformat, metavar="D", help="last day")
    parser.add_argument("--client", action="append", metavar="ID", help="a client in view")
    parser.add_argument("--complaint", metavar="ID", help="the complaint that is reported on")
    parser.add_argument("--compared", metavar="ID", help="the client compared with those in view")
    parser.add_argument("--format", choices=("table", "csv", "json"), default="table")
    parser.add_argument("--database", type=Path, default=None, metavar="PATH")
    return parser


def _list_questions() -> None:
    for name in names():
        print(f"{name}  {question(name).title}")


def _answer(asked: argparse.Namespace) -> None:
    settings = company.load()
    folder = asked.database or warehouse.default_folder()
    cursor = execute(
        _opened(folder, settings),
        asked.name,
        settings,
        since=asked.since,
        until=asked.until,
        client_ids=asked.client,
        complaint_id=asked.complaint,
        client_id=asked.compared,
        **entered.bound(folder, question(asked.name).binds),
    )
    columns = [column[0] for column in cursor.description]
    rows = [[_plain(value) for value in row] for row in cursor.fetchall()]
    WRITERS[asked.format](columns, rows)


def _opened(folder: Path, settings: Settings) -> duckdb.DuckDBPyConnection:
    """The current build, worked out anew where settings or definitions have changed since."""
    build = warehouse.current(folder)
    if build is None:
        raise DataError(f"There is no warehouse at {folder}; `python -m data import` makes one.")
    connection = warehouse.connect(build, settings)
    if not warehouse.is_stale(connection, settings):
        return connection
    connection.close()
    warehouse.rebuild(folder, settings)
    return _opened(folder, settings)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime) else value


def _write_json(columns: list[str], rows: list[list[object]]) -> None:
    answer = [dict(zip(columns, row, strict=True)) for row in rows]
    print(json.dumps(answer, ensure_ascii=False, indent=1))


def _write_csv(columns: list[str], rows: list[list[object]]) -> None:
    writer = csv.writer(sys.stdout)
    writer.writerow(columns)
    writer.writerows(
        [defused(cell) if isinstance(cell, str) else cell for cell in row] for row in rows
    )


def _write_table(columns: list[str], rows: list[list[object]]) -> None:
    cells = [columns, *[["" if value is None else str(value) for value in row] for row in rows]]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )


WRITERS = {"table": _write_table, "csv": _write_csv, "json": _write_json}

if __name__ == "__main__":
    sys.exit(main())
