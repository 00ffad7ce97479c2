"""The command as a timer runs it: its file, its words, its exit status; nothing of Streamlit."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from data.settings import DEFAULT_FILE
from tests.pages.meeting.pack.read_back import pdf, powerpoint

ROOT = Path(__file__).parents[4]
READERS = """
[readers."li@example.com"]
name = "Li Wei"
clients = ["C001", "C002", "C003"]
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

    def command(
        *arguments: str, folder: Path = sample_folder
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "pages.meeting", "--database", str(folder), *arguments],
            cwd=ROOT,
            env={**os.environ, **changed},
            capture_output=True,
            text=True,
            check=False,
        )

    return command


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
    out = tmp_path / "li.pdf"
    done = run("--week", "2026-W46", "--out", str(out), "--reader", "li@example.com")
    assert (done.returncode, done.stderr) == (0, "")
    told = "".join(pdf(out.read_bytes()))
    assert "LiWei" in told
    assert "2026年第46周" in told
    others = run("--week", "2026-W46", "--out", str(tmp_path / "all.pdf"))
    assert others.returncode == 0
    assert told != "".join(pdf((tmp_path / "all.pdf").read_bytes()))


def test_another_s_client_does_not_exist_for_a_reader(run: Run, out: Path) -> None:
    reader = ("--reader", "li@example.com")
    assert run("--out", str(out), *reader, "--client", "C002").returncode == 0
    done = run("--out", str(out.with_name("other.pdf")), *reader, "--client", "C004")
    unknown = run("--out", str(out.with_name("other.pdf")), *reader, "--client", "nowhere")
    assert (done.returncode, unknown.returncode) == (1, 1)
    assert done.stderr.replace("C004", "nowhere") == unknown.stderr
    assert not out.with_name("other.pdf").exists()


def test_an_unknown_reader_gets_nothing(run: Run, out: Path) -> None:
    done = run("--out", str(out), "--reader", "mallory@example.com")
    assert done.returncode == 1
    assert "mallory@example.com" in done.stderr
    assert len(done.stderr.splitlines()) == 1
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
def test_wrong_usage_is_told_before_anything_is_done(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: python -m pages.meeting")


def test_a_place_that_cannot_be_written_to_is_told_in_one_sentence(
    run: Run, tmp_path: Path
) -> None:
    done = run("--out", str(tmp_path / "nowhere" / "pack.pdf"))
    assert done.returncode == 1
    assert "nowhere/pack.pdf cannot be written" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_without_a_warehouse_the_command_says_what_makes_one(run: Run, tmp_path: Path) -> None:
    done = run("--out", str(tmp_path / "pack.pdf"), folder=tmp_path / "none")
    assert done.returncode == 1
    assert "python -m data import" in done.stderr
    assert not (tmp_path / "none").exists()


def test_an_old_file_stays_whole_where_a_new_one_fails(run: Run, out: Path) -> None:
    out.write_bytes(b"old")
    assert run("--out", str(out), "--client", "nowhere").returncode == 1
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


def test_what_could_not_be_written_is_news_again(run: Run, tmp_path: Path) -> None:
    asked = ("--week", "2026-W45", "--if-news")
    assert run(*asked, "--out", str(tmp_path / "nowhere" / "pack.xlsx")).returncode == 1
    assert run(*asked, "--out", str(tmp_path / "pack.xlsx")).returncode == 0
    assert (tmp_path / "pack.xlsx").exists()
