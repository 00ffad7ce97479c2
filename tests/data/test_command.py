"""`python -m data`: exit status, one plain sentence for errors, one object for programs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from data import warehouse
from data.__main__ import main

ROOT = Path(__file__).parents[2]
HEADER = "client_id,client_name,segment,side\n"


@pytest.fixture
def clients(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(HEADER + "C1,Alpha,vip,external\n")
    return path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SATISFACTION_DATABASE", str(tmp_path / "warehouse"))
    return tmp_path / "warehouse"


def test_a_good_import_ends_with_0_and_says_what_it_did(
    clients: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(clients)]) == 0
    assert "clients: 1 read, 1 new" in capsys.readouterr().out
    assert warehouse.current(folder) is not None


def test_refused_rows_end_with_3_and_one_object_is_printed(
    clients: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clients.write_text(HEADER + "C1,Alpha,gold,external\n")

    assert main(["import", str(clients), "--json"]) == 3
    told = json.loads(capsys.readouterr().out)
    assert told["files"][0]["refused"] == 1
    assert Path(told["rejects"]).parent == folder / "rejects"


def test_a_failure_ends_with_1_and_one_sentence(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(tmp_path / "nowhere.csv"), "--json"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"{tmp_path}/nowhere.csv cannot be read: No such file or directory.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["export"],
        ["import"],
        ["import", "x.csv", "--as", "customers"],
        ["import", "x.csv", "--as", "clients", "--mapping", "m.sql"],
        ["sample", "--clients", "many"],
        ["sample", "--clients", "-1"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    assert exit_.value.code == 2
    assert "usage: python -m data" in capsys.readouterr().err


def test_a_rehearsal_leaves_no_warehouse(
    clients: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(clients), "--dry-run"]) == 0
    assert capsys.readouterr().out.startswith("A rehearsal: nothing was changed.")
    assert warehouse.current(folder) is None


def test_the_database_may_be_named(clients: Path, folder: Path, tmp_path: Path) -> None:
    assert main(["import", str(clients), "--database", str(tmp_path / "other")]) == 0
    assert warehouse.current(tmp_path / "other") is not None
    assert warehouse.current(folder) is None


def test_status_prints_one_object_for_programs(
    clients: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", str(clients)])
    capsys.readouterr()

    assert main(["status", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["tables"][0]["rows"] == 1


def test_the_command_runs_as_a_module_and_never_shows_a_traceback(
    clients: Path, tmp_path: Path
) -> None:
    clients.write_bytes(b"PK\x03\x04 half a workbook")

    result = subprocess.run(
        [sys.executable, "-m", "data", "import", str(clients), "--database", str(tmp_path / "w")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.startswith(f"{clients} is no whole Excel workbook")
    assert result.stderr.count("\n") == 1
