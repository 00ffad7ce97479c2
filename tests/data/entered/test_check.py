"""What somebody types is judged as an import judges a file."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from data import entered, importing
from data.entered import check
from data.importing.tables import describe
from data.settings import Settings

ACTION = {"what": "Call", "raised_on": "2026-11-16", "client_id": "C1"}
TARGET = {"measure": "kept_share", "value": "0.9", "begins_on": "2026-01-01"}
EVENT = {"happened_on": "2026-11-16", "label": "Release"}
GOOD: list[tuple[str, dict[str, Any]]] = [
    ("actions", ACTION),
    ("actions", {**ACTION, "client_id": None, "owner": "O'Neil 李"}),
    ("targets", TARGET),
    ("targets", {**TARGET, "value": 1, "segment": "VIP", "ends_on": "2026-01-01"}),
    ("targets", {**TARGET, "measure": "nps", "value": -100}),
    ("targets", {**TARGET, "measure": "complaints_per_week", "value": 250}),
    ("events", EVENT),
    ("events", {**EVENT, "client_id": "C1"}),
]
BAD: list[tuple[str, dict[str, Any], str, str]] = [
    ("actions", {**ACTION, "what": ""}, "what", "must not be empty"),
    ("actions", {**ACTION, "raised_on": None}, "raised_on", "must not be empty"),
    ("actions", {**ACTION, "due_on": "soon"}, "due_on", "must be a day such as 2026-11-15"),
    ("actions", {**ACTION, "due_on": "20266-01-01"}, "due_on", "must be a day"),
    ("actions", {**ACTION, "done_on": "2026-11-15"}, "done_on", "must not be before raised_on"),
    ("actions", {**ACTION, "client_id": "C9"}, "client_id", "must be the key of a known client"),
    ("events", {**EVENT, "client_id": "C9"}, "client_id", "must be the key of a known client"),
    ("events", {**EVENT, "label": None}, "label", "must not be empty"),
    ("targets", {**TARGET, "value": "90 %"}, "value", "must be a number such as 4.5"),
    ("targets", {**TARGET, "value": 90}, "value", "must be a share from 0 to 1"),
    ("targets", {**TARGET, "measure": "index", "value": 101}, "value", "must be from 0 to 100"),
    ("targets", {**TARGET, "measure": "nps", "value": 101}, "value", "must be from -100 to 100"),
    (
        *("targets", {**TARGET, "measure": "expectation_gap", "value": 11}),
        *("value", "must be from -10 to 10"),
    ),
    (
        *("targets", {**TARGET, "measure": "complaints_per_week", "value": -1}),
        *("value", "must be at least 0"),
    ),
    ("targets", {**TARGET, "measure": "joy"}, "measure", "must be one of satisfied_share, index"),
    ("targets", {**TARGET, "segment": "gold"}, "segment", "must be one of vip, regular"),
    (
        *("targets", {**TARGET, "ends_on": "2025-12-31"}),
        *("ends_on", "must not be before begins_on"),
    ),
]


@pytest.mark.parametrize(("table", "values"), GOOD)
def test_a_good_row_has_no_fault(table: str, values: dict[str, Any]) -> None:
    assert check.faults(table, values, ["C1"]) == []


@pytest.mark.parametrize(("table", "values", "column", "expected"), BAD)
def test_a_fault_names_its_column_and_what_is_taken(
    table: str, values: dict[str, Any], column: str, expected: str
) -> None:
    ((found, reason),) = check.faults(table, values, ["C1"])
    assert (found, reason[: len(expected)]) == (column, expected)


def test_an_import_refuses_the_same(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "clients.csv").write_text(
        "client_id,client_name,segment,side\nC1,Alpha,vip,external\n"
    )
    for table in ("actions", "events", "targets"):
        rows = [row for each, row, _column, _expected in BAD if each == table]
        frame = pd.DataFrame(rows, columns=[*entered.COLUMNS[table]], dtype=object)
        frame[entered.KEYS[table]] = frame.index
        frame.to_csv(tmp_path / f"{table}.csv", index=False)
    paths = sorted(tmp_path.glob("*.csv"))
    summary = importing.load(paths, tmp_path / "warehouse", settings, progress=False)

    assert summary.rejects is not None
    refused = pd.read_csv(summary.rejects, dtype={"row": int}).sort_values(
        ["table", "row"], kind="stable"
    )
    judged = [
        (table, *fault)
        for table in ("actions", "events", "targets")
        for each, row, _column, _expected in BAD
        if each == table
        for fault in check.faults(table, row, ["C1"])
    ]
    assert [*zip(refused["table"], refused["column"], refused["reason"], strict=True)] == judged


def test_two_who_type_at_once_are_judged_apart() -> None:
    def judged(number: int) -> list[tuple[str, str]]:
        is_good = number % 2 == 0
        return check.faults("actions", {**ACTION, "what": "Call" if is_good else ""}, ["C1"])

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(judged, range(24)))
    assert found == [[], [("what", "must not be empty")]] * 12


def test_a_view_may_hold_anything() -> None:
    assert check.faults("views", {"whatever": "x"}, []) == []


def test_the_columns_are_those_of_the_warehouse(con: duckdb.DuckDBPyConnection) -> None:
    tables = describe(con)
    for table in ("actions", "events", "targets"):
        assert tables[table].key == (entered.KEYS[table],)
        assert set(tables[table].names) == {entered.KEYS[table], *entered.COLUMNS[table]}
