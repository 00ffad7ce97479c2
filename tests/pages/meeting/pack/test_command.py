"""The command as a timer runs it: its file, its words, its exit status; nothing of Streamlit."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from data.settings import DEFAULT_FILE
from pages.meeting.pack import command
from tests.pages.meeting.pack.read_back import excel, powerpoint

ROOT = Path(__file__).parents[4]
OWN = ("C0001", "C0002", "C0003")
READERS = """
[readers."li@example.com"]
name = "Li Wei"
clients = ["C0001", "C0002", "C0003"]
language = "zh-Hans"

[readers."nobody@example.com"]
name = "Nobody"
"""
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(sample_folder: Path, tmp_path: Path) -> Run:
    """`run("--week", "2026-W46", …)` on the sample company, with readers in the settings."""
    file = tmp_path / "settings.toml"
    file.write_text(DEFAULT_FILE.read_text(encoding="utf-8") + READERS, encoding="utf-8")
    changed = {"SATISFACTION_SETTINGS": str(file), "SATISFACTION_DATABASE": "none"}

    def started(*arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "pages.meeting", "--database", str(sample_folder), *arguments],
            cwd=ROOT,
            env={**os.environ, **changed},
            capture_output=True,
            text=True,
            check=False,
        )

    return started


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "pack.pptx"


def test_it_writes_the_file_and_says_so_without_a_word_on_standard_error(
    run: Run, out: Path
) -> None:
    done = run("--week", "2026-W46", "--out", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{out}: 10 slides for localhost, week 46 of 2026.\n"
    assert len(powerpoint(out.read_bytes())) == 10
    assert [file.name for file in out.parent.glob("*pack*")] == ["pack.pptx"]


def test_a_reader_gets_the_own_clients_alone_in_the_own_language(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "li.xlsx"
    done = run("--week", "2026-W46", "--out", str(out), "--reader", "li@example.com")
    assert (done.returncode, done.stderr) == (0, "")
    book = excel(out.read_bytes())
    cells = [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]
    seen = {value for row in cells for value in row if re.fullmatch(r"C\d{4}", str(value))}
    assert seen == set(OWN)
    assert ["查看人", "Li Wei"] in [row[:2] for row in cells]


def test_another_s_client_does_not_exist_for_a_reader(run: Run, out: Path) -> None:
    asked = ("--out", str(out), "--reader", "li@example.com", "--language", "en")
    done = run(*asked, "--client", "C0004")
    unknown = run(*asked, "--client", "nowhere")
    assert (done.returncode, unknown.returncode) == (1, 1)
    assert done.stderr.replace("C0004", "nowhere") == unknown.stderr
    assert not out.exists()


def test_an_unknown_reader_gets_nothing(
    sample_folder: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--out", str(out), "--database", str(sample_folder)]
    assert command.main([*asked, "--reader", "mallory@example.com"]) == 1
    told = capsys.readouterr().err
    assert "mallory@example.com" in told
    assert len(told.splitlines()) == 1
    assert not out.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--out", "pack.docx"),
        ("--out", "pack.pdf", "--week", "2026-W54"),
        ("--out", "pack.pdf", "--week", "last"),
        ("--out", "pack.pdf", "--language", "fr"),
        (),
    ],
)
def test_wrong_usage_is_told_before_anything_is_done(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m pages.meeting")


def test_a_place_that_cannot_be_written_to_is_told_in_one_sentence(
    sample_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "nowhere" / "pack.xlsx"
    assert command.main(["--out", str(place), "--database", str(sample_folder)]) == 1
    told = capsys.readouterr().err
    assert "nowhere/pack.xlsx cannot be written" in told
    assert len(told.splitlines()) == 1


def test_without_a_warehouse_the_command_says_what_makes_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    none = tmp_path / "none"
    assert command.main(["--out", str(tmp_path / "pack.pdf"), "--database", str(none)]) == 1
    assert "python -m data import" in capsys.readouterr().err
    assert not none.exists()


def test_an_old_file_stays_whole_where_a_new_one_fails(sample_folder: Path, out: Path) -> None:
    out.write_bytes(b"old")
    asked = ["--out", str(out), "--database", str(sample_folder), "--client", "nowhere"]
    assert command.main(asked) == 1
    assert out.read_bytes() == b"old"


def test_news_is_told_once_to_each(run: Run, tmp_path: Path) -> None:
    asked = ("--week", "2026-W46", "--if-news", "--language", "en")
    first, again, other = (tmp_path / f"{name}.xlsx" for name in ("first", "again", "other"))
    told = run(*asked, "--out", str(first))
    assert (told.returncode, told.stderr, first.exists()) == (0, "", True)
    assert len(told.stdout.splitlines()) > 1
    quiet = run(*asked, "--out", str(again))
    assert (quiet.returncode, again.exists()) == (0, False)
    assert quiet.stdout == "No news for localhost in week 46 of 2026; nothing was written.\n"
    reader = run(*asked, "--out", str(other), "--reader", "li@example.com")
    assert reader.returncode == 0
    assert other.exists() == ("No news" not in reader.stdout)


def test_who_sees_no_client_has_no_news(run: Run, out: Path) -> None:
    done = run("--out", str(out), "--if-news", "--reader", "nobody@example.com")
    assert (done.returncode, out.exists()) == (0, False)
    assert done.stdout.startswith("No news for Nobody")


def test_what_could_not_be_written_is_news_again(sample_folder: Path, tmp_path: Path) -> None:
    asked = ["--week", "2026-W45", "--if-news", "--database", str(sample_folder)]
    assert command.main([*asked, "--out", str(tmp_path / "nowhere" / "pack.xlsx")]) == 1
    assert command.main([*asked, "--out", str(tmp_path / "pack.xlsx")]) == 0
    assert (tmp_path / "pack.xlsx").exists()
