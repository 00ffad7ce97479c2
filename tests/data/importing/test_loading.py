"""A whole import into a warehouse on disk: all or nothing, and said in plain words."""

import csv
import json
from pathlib import Path

import pytest

from data import warehouse
from data.errors import DataError
from data.settings import Settings
from tests.data.importing.conftest import Ask, Load, Write

CLIENTS = ("client_id,client_name,segment,side", "C1,Alpha,vip,external")
BAD = ("=2+3,=cmd|'/c calc'!A1,gold,external", "C3,Gamma,-5,external", "C4,Delta,@sum(A1),external")


def test_refused_rows_are_listed_in_a_file_without_formulas(write: Write, load: Load) -> None:
    path = write("clients.csv", *CLIENTS, *BAD)

    summary = load(path)

    assert summary.rejects is not None
    with summary.rejects.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["file", "table", "row", "column", "value", "reason"]
    assert [(row["row"], row["column"], row["value"]) for row in rows] == [
        ("3", "segment", "gold"),
        ("4", "segment", "-5"),
        ("5", "segment", "'@sum(A1)"),
    ]
    assert rows[0]["file"] == str(path)
    assert rows[0]["reason"] == "must be one of vip, regular"


def test_the_summary_for_programs_is_the_one_of_the_public_surface(
    write: Write, load: Load
) -> None:
    path = write("clients.csv", *CLIENTS, BAD[0])

    summary = load(path)

    assert json.loads(json.dumps(summary.to_json())) == {
        "files": [
            {
                "file": str(path),
                "source": "canonical",
                "table": "clients",
                "read": 2,
                "inserted": 1,
                "updated": 0,
                "unchanged": 0,
                "refused": 1,
            }
        ],
        "rejects": str(summary.rejects),
    }


def test_without_refused_rows_there_is_no_list(write: Write, load: Load, folder: Path) -> None:
    assert load(write("clients.csv", *CLIENTS)).to_json()["rejects"] is None
    assert not (folder / "rejects").exists()


def test_each_import_is_written_down(write: Write, load: Load, ask: Ask) -> None:
    first = load(write("clients.csv", *CLIENTS, BAD[0]))
    second = load(write("clients.csv", *CLIENTS))

    kept = ask(
        "select import_id, table_name, read_count, refused_count, rejects_path from imports "
        "order by imported_at"
    )
    assert kept == [
        (first.import_id, "clients", 2, 1, str(first.rejects)),
        (second.import_id, "clients", 1, 0, None),
    ]
    assert ask("select max(imported_at) between now() - interval 5 minute and now() from imports")[
        0
    ][0]


def test_a_rehearsal_says_everything_and_changes_nothing(
    write: Write, load: Load, folder: Path, settings: Settings
) -> None:
    summary = load(write("clients.csv", *CLIENTS, BAD[0]), dry_run=True)

    assert (summary.refused, summary.rejects) == (1, None)
    assert warehouse.current(folder) is None
    assert [file.name for file in folder.rglob("*") if file.name != ".lock"] == []


def test_a_bad_file_among_good_ones_changes_nothing(
    write: Write, load: Load, ask: Ask, folder: Path
) -> None:
    load(write("clients.csv", *CLIENTS))
    before = warehouse.current(folder)
    good = write("more.csv", CLIENTS[0], "C2,Beta,vip,external", BAD[0])

    with pytest.raises(DataError, match=r"revenue\.csv lacks the column amount"):
        load(good, write("revenue.csv", "client_id,month", "C1,2026-01-01"))

    assert warehouse.current(folder) == before
    assert ask("select count(*) from clients") == [(1,)]
    assert not (folder / "scratch").exists()


def test_a_folder_brings_every_data_file_in_it(write: Write, load: Load, tmp_path: Path) -> None:
    write("company/clients.csv", *CLIENTS)
    write("company/revenue.jsonl", '{"client_id": "C1", "month": "2026-01-01", "amount": 5}')
    write("company/README.md", "# not data")
    write("company/.clients.csv", "hidden")

    results = load(tmp_path / "company").files

    assert [(result.table, result.inserted) for result in results] == [
        ("clients", 1),
        ("revenue", 1),
    ]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("nowhere.csv", None, r"nowhere\.csv cannot be read: No such file or directory"),
        ("clients.csv", b"", r"clients\.csv is empty: a header"),
        ("folder", "folder", "holds no file to import; accepted are CSV, Parquet, Excel"),
    ],
)
def test_what_is_not_there_is_said_in_one_sentence(
    tmp_path: Path, load: Load, name: str, content: bytes | str | None, said: str
) -> None:
    path = tmp_path / name
    if content == "folder":
        path.mkdir()
    elif isinstance(content, bytes):
        path.write_bytes(content)

    with pytest.raises(DataError, match=said):
        load(path)


def test_the_summary_names_what_a_person_should_know(write: Write, load: Load) -> None:
    tickets = write(
        "tickets.csv",
        "ticket_id,client_id,kind,severity,opened_at,promised_at,colour",
        "T1,C1,fault,major,2026-11-05,2026-11-01,red",
        "T2,C1,bug,major,2026-11-05,,red",
    )

    text = "\n".join(load(tickets).lines())

    assert "tickets: 2 read, 1 new, 0 changed, 0 unchanged, 1 refused" in text
    assert "tickets has no column colour" in text
    assert "1 client was made from the ids" in text
    assert "Check due_before_promised: Promises were due before they were made. (1 found)" in text
    assert "rejects" in text


def test_a_list_of_refused_rows_left_by_a_kill_is_finished_or_removed(
    write: Write, load: Load, folder: Path
) -> None:
    listed = load(write("clients.csv", *CLIENTS, BAD[0])).rejects
    assert listed is not None
    listed.rename(listed.with_name(listed.name + ".tmp"))
    (folder / "rejects" / "never-finished.csv.tmp").write_text("file\n")

    load(write("clients.csv", *CLIENTS))

    assert list((folder / "rejects").iterdir()) == [listed]
