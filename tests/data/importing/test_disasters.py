"""Real processes that are killed, collide or run out of disk: nothing is lost, and it is said."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from data import warehouse
from data.settings import Settings
from tests.data.importing.conftest import Ask, Load, Write

ROOT = Path(__file__).parents[3]
CLIENTS = ("client_id,client_name,segment,side", "C1,Alpha,vip,external")
PATIENCE_SECONDS = 60


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """100,000 actions, so that an import of them can be disturbed."""
    path = tmp_path / "many" / "actions.csv"
    path.parent.mkdir()
    with path.open("w") as file:
        file.write("action_id,raised_on,what\n")
        file.writelines(f"A{number},2026-11-02,do it\n" for number in range(100_000))
    return path


@contextmanager
def importing(path: Path, folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """`python -m data import` in a process of its own."""
    command = [sys.executable, "-m", "data", "import", str(path), "--database", str(folder)]
    process = subprocess.Popen(
        command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.005)


def unfinished(folder: Path) -> list[Path]:
    return list(folder.glob("b*.tmp"))


def test_a_killed_import_changes_nothing_and_the_next_one_cleans_up(
    many: Path, folder: Path, write: Write, load: Load, ask: Ask
) -> None:
    load(write("clients.csv", *CLIENTS))
    before = warehouse.current(folder)

    with importing(many, folder) as process:
        wait_until(lambda: (folder / "scratch").exists())
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert unfinished(folder)
    assert warehouse.current(folder) == before
    assert ask("select count(*) from actions") == [(0,)]

    load(write("clients.csv", *CLIENTS))
    assert not unfinished(folder)
    assert not (folder / "scratch").exists()
    assert ask("select count(*) from clients") == [(1,)]


def test_of_two_imports_at_once_the_second_is_told_to_wait(
    folder: Path, write: Write, settings: Settings, ask: Ask
) -> None:
    path = write("clients.csv", *CLIENTS)
    with warehouse.writing(folder, settings), importing(path, folder) as second:
        _, said = second.communicate(timeout=PATIENCE_SECONDS)

    assert second.returncode == 1
    assert said.count("\n") == 1
    assert "is under way, so nothing was changed" in said
    assert ask("select count(*) from clients") == [(0,)]


def test_a_full_disk_changes_nothing_and_is_said(
    many: Path, folder: Path, write: Write, load: Load, ask: Ask
) -> None:
    load(write("clients.csv", *CLIENTS))
    before = warehouse.current(folder)
    assert before is not None
    room = before.path.stat().st_size + 300_000

    result = subprocess.run(
        [sys.executable, "-m", "data", "import", str(many), "--database", str(folder)],
        cwd=ROOT,
        text=True,
        capture_output=True,
        timeout=PATIENCE_SECONDS,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )

    assert result.returncode == 1
    assert "nothing was changed" in result.stderr
    assert result.stderr.count("\n") == 1
    assert warehouse.current(folder) == before
    assert not unfinished(folder)
    assert ask("select count(*) from actions") == [(0,)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_said(folder: Path, write: Write, load: Load) -> None:
    load(write("clients.csv", *CLIENTS))
    folder.chmod(0o500)
    with importing(write("clients.csv", *CLIENTS), folder) as process:
        _, said = process.communicate(timeout=PATIENCE_SECONDS)
    folder.chmod(0o700)

    assert process.returncode == 1
    assert "Traceback" not in said
