"""`python -m queries`: the questions from the command line."""

import csv
import io
import json
from pathlib import Path

import pytest

import queries
from data import entered, warehouse
from data.settings import Settings
from queries.__main__ import main

PERIOD = ["--since", "2026-10-01", "--until", "2026-11-10"]


@pytest.fixture
def database(tmp_path: Path, settings: Settings) -> list[str]:
    """A warehouse with two clients, one of them heard; as arguments."""
    with warehouse.writing(tmp_path, settings) as connection:
        connection.execute(
            "insert into clients (client_id, client_name, segment, side) "
            "values ('a', '=A 海', 'vip', 'external'), ('b', 'B', 'regular', 'external')"
        )
        connection.execute(
            "insert into responses (response_id, client_id, answered_at, method, recommend) "
            "values ('r', 'a', '2026-10-05 12:00', 'questionnaire', 9)"
        )
    return ["--database", str(tmp_path)]


def test_without_a_name_it_lists_every_question(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in lines] == queries.names()
    assert all(len(line.split("  ", 1)[1]) > 10 for line in lines)


def test_json_is_a_list_of_objects_with_iso_dates_and_nulls(
    database: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["satisfaction/client_tiers", *PERIOD, "--format", "json", *database]
    assert main(asked) == 0
    heard, unheard = json.loads(capsys.readouterr().out)
    assert (heard["client_name"], heard["tier"]) == ("=A 海", "loyal")
    assert heard["last_answered_on"] == "2026-10-05"
    assert (unheard["client_id"], unheard["tier"]) == ("b", None)
    assert list(heard) == list(queries.question("satisfaction/client_tiers").returns)


def test_clients_limit_the_answer(database: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["satisfaction/client_tiers", *PERIOD, "--format", "csv", "--client", "b", *database]
    assert main(asked) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (row["client_id"], row["tier"]) == ("b", "")


def test_what_people_entered_is_in_the_answer(
    database: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    action = {"client_id": "a", "what": "Call", "raised_on": "2026-10-05"}
    added = entered.add(tmp_path, "actions", action, "ann")
    assert main(["clients/open_items", *PERIOD, "--format", "json", *database]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["item"], row["id"], row["what"]) == ("action", added.record_id, "Call")


def test_marts_of_other_settings_are_worked_out_anew_first(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    few = settings.few.model_copy(update={"minimum_n": settings.few.minimum_n + 1})
    with warehouse.writing(tmp_path, settings.model_copy(update={"few": few})):
        pass
    stale = warehouse.current(tmp_path)
    assert main(["admin/contents", "--format", "json", "--database", str(tmp_path)]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 1
    now = warehouse.current(tmp_path)
    assert stale is not None
    assert now is not None
    assert now.name != stale.name
    with warehouse.connect(now, settings) as connection:
        assert not warehouse.is_stale(connection, settings)


def test_a_csv_runs_no_formula(database: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clients/list", "--format", "csv", *database]) == 0
    rows = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert [row["client_name"] for row in rows] == ["'=A 海", "B"]


def test_a_table_is_for_people(database: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["satisfaction/recommend", *PERIOD, *database]) == 0
    heading, row = capsys.readouterr().out.splitlines()
    assert heading.split() == ["promoters", "passives", "detractors", "response_count", "nps"]
    assert row.split() == ["1", "0", "0", "1", "100.0"]


@pytest.mark.parametrize("name", queries.names())
def test_every_question_is_answered_with_the_columns_it_promises(
    database: list[str], capsys: pytest.CaptureFixture[str], name: str
) -> None:
    one = ["--complaint", "none", "--compared", "none"]
    assert main([name, *PERIOD, *one, "--format", "csv", *database]) == 0
    heading = capsys.readouterr().out.splitlines()[0]
    assert tuple(heading.split(",")) == queries.question(name).returns


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["satisfaction/happiness", *PERIOD], "There is no question 'satisfaction/happiness'"),
        (["../../etc/passwd", *PERIOD], "There is no question"),
        (["satisfaction/recommend", "--since", "2026-10-01"], "needs a value for until"),
        (["complaints/report", *PERIOD], "needs a value for complaint_id"),
        (["clients/compared", *PERIOD], "needs a value for client_id"),
        (
            ["satisfaction/recommend", "--since", "2026-10-02", "--until", "2026-10-01"],
            "The period ends (2026-10-01) before it starts (2026-10-02).",
        ),
    ],
)
def test_what_cannot_be_answered_is_told_in_a_sentence(
    database: list[str], capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert main([*arguments, *database]) == 1
    told = capsys.readouterr()
    assert sentence in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""


def test_no_warehouse_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["clients/list", "--database", str(tmp_path / "none")]) == 1
    assert "There is no warehouse at" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [["--since", "yesterday"], ["--format", "xml"], ["a", "b"]])
def test_wrong_usage_is_status_2(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(wrong)
    assert stopped.value.code == 2
    assert "usage:" in capsys.readouterr().err
