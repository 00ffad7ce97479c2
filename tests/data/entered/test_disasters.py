"""Processes that save at once or are killed, and disks that take nothing: no word is lost."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest

from data import entered, importing, warehouse
from data.entered import NotSavedError
from data.errors import DataError
from data.rows import only_row
from data.settings import Settings
from tests.data.importing.test_disasters import importing as import_of
from tests.data.importing.test_disasters import wait_until

ROOT = Path(__file__).parents[3]
PATIENCE_SECONDS = 60
ACTION = {"what": "Call", "raised_on": "2026-11-16"}
# Says the key of each action once it is saved, until nobody listens.
SAVING = """
import sys
from pathlib import Path
from data import entered
for number in range(int(sys.argv[3])):
    values = {"what": f"{sys.argv[2]} {number}", "raised_on": "2026-11-16"}
    print(entered.add(Path(sys.argv[1]), "actions", values, sys.argv[2]).record_id, flush=True)
"""


@contextmanager
def saving(folder: Path, who: str, times: int) -> Iterator["subprocess.Popen[str]"]:
    """A process of its own that adds actions."""
    command = [sys.executable, "-c", SAVING, str(folder), who, str(times)]
    process = subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def said_by(process: "subprocess.Popen[str]") -> set[str]:
    """The keys that the process was told are saved; a word cut off by its end is none."""
    assert process.stdout is not None
    return {line.strip() for line in process.stdout if line.endswith("\n")}


def saved(folder: Path) -> set[str]:
    return {change.record_id for change in entered.changes(folder, "actions")}


def test_two_processes_and_eight_threads_save_at_once(tmp_path: Path) -> None:
    def add(number: int) -> str:
        return entered.add(tmp_path, "actions", ACTION, f"thread {number}").record_id

    with saving(tmp_path, "ann", 60) as ann, saving(tmp_path, "bob", 60) as bob:
        with ThreadPoolExecutor(8) as threads:
            of_threads = set(threads.map(add, range(80)))
        of_processes = said_by(ann) | said_by(bob)

    assert len(of_threads | of_processes) == 200
    assert saved(tmp_path) == of_threads | of_processes
    numbers = [change.change_id for change in entered.changes(tmp_path, "actions")]
    assert numbers == list(range(1, 201))


def test_of_many_who_change_one_field_only_the_first_does(tmp_path: Path) -> None:
    key = entered.add(tmp_path, "actions", ACTION, "ann").record_id

    def edit(number: int) -> bool:
        with suppress(entered.ChangedMeanwhileError):
            wanted = {"owner": str(number)}
            return bool(entered.edit(tmp_path, "actions", key, {"owner": None}, wanted, "x"))
        return False

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(edit, range(16))) == 1
    assert len(entered.changes(tmp_path, "actions")) == 2


def has_begun(folder: Path) -> bool:
    return bool(list(folder.glob("b*.tmp")))


def reads(folder: Path) -> bool:
    return (folder / "scratch").exists()


def works_out(folder: Path) -> bool:
    """It has read everything, and lays what people entered over it."""
    return has_begun(folder) and not reads(folder)


def has_ended(folder: Path) -> bool:
    return not has_begun(folder)


# What is waited for, one after the other; then the import is killed.
MOMENTS = [
    (has_begun,),
    (has_begun, reads),
    (has_begun, reads, works_out),
    (has_begun, reads, works_out, has_ended),
]


@pytest.mark.parametrize("moments", MOMENTS, ids=lambda moments: moments[-1].__name__)
def test_an_import_killed_while_somebody_saves_loses_nothing(
    tmp_path: Path, settings: Settings, moments: tuple[Callable[[Path], bool], ...]
) -> None:
    file, folder = tmp_path / "actions.csv", tmp_path / "warehouse"
    lines = [f"A{number},2026-11-02,do it" for number in range(40_000)]
    file.write_text("\n".join(("action_id,raised_on,what", lines[0])))
    importing.load([file], folder, settings, progress=False)
    file.write_text("\n".join(("action_id,raised_on,what", *lines)))

    with saving(folder, "ann", 100_000) as ann, import_of(file, folder) as killed:
        wait_until(lambda: bool(saved(folder)))
        for moment in moments:
            wait_until(partial(moment, folder))
        killed.send_signal(signal.SIGKILL)
        killed.wait()
        ann.send_signal(signal.SIGKILL)
        told = said_by(ann)

    assert told <= saved(folder)
    assert len(saved(folder) - told) <= 1  # on the disk, but killed before it could say so
    brought, seen = counted(folder, settings)
    assert brought in (1, 40_000)
    assert seen == brought + len(saved(folder))
    importing.load([file], folder, settings, progress=False)
    assert counted(folder, settings) == (40_000, 40_000 + len(saved(folder)))
    in_build = number(folder, settings, "select count(*) from actions")
    assert in_build == 40_000 + len(saved(folder))


def counted(folder: Path, settings: Settings) -> tuple[int, int]:
    """Actions that files brought, and those that questions see."""
    brought = "select count(*) from marts.imported_actions()"
    seen = "select count(*) from marts.actions_now($entered)"
    return (
        number(folder, settings, brought),
        number(folder, settings, seen, entered=entered.overlay(folder, "actions")),
    )


def number(folder: Path, settings: Settings, statement: str, **values: str) -> int:
    build = warehouse.current(folder)
    assert build is not None
    with warehouse.connect(build, settings) as connection:
        (count,) = only_row(connection.execute(statement, values))
    return int(count)


def test_a_full_disk_keeps_what_was_saved_and_is_said(tmp_path: Path) -> None:
    entered.add(tmp_path, "actions", ACTION, "ann")
    room = (tmp_path / entered.FILE).stat().st_size + 200_000
    command = [sys.executable, "-c", SAVING, str(tmp_path), "bob " * 1000, "1000"]
    result = subprocess.run(
        command,
        cwd=ROOT,
        text=True,
        capture_output=True,
        timeout=PATIENCE_SECONDS,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )

    told = set(result.stdout.split())
    assert told
    assert "could not be saved in" in result.stderr.splitlines()[-1]
    assert "so nothing was changed" in result.stderr.splitlines()[-1]
    assert told <= saved(tmp_path)
    assert len(saved(tmp_path)) == len(told) + 1


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a disk")
def test_a_disk_that_cannot_be_written_is_read_and_said(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk") as disk:
        added = entered.add(disk, "actions", ACTION, "ann")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)

        assert saved(disk) == {added.record_id}
        assert entered.newest(disk) == 1
        with pytest.raises(NotSavedError, match="so nothing was changed: "):
            entered.add(disk, "actions", ACTION, "bob")


@contextmanager
def mounted(disk: Path) -> Iterator[Path]:
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)], capture_output=True
    )
    if made.returncode:
        pytest.skip(f"no small disk can be mounted here: {made.stderr.decode().strip()}")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotSavedError, match="so nothing was changed: "):
        entered.add(tmp_path / "file", "actions", ACTION, "ann")


def test_a_file_that_is_no_log_is_said(tmp_path: Path) -> None:
    (tmp_path / entered.FILE).write_bytes(b"no database at all, but quite a few bytes" * 100)
    with pytest.raises(DataError, match=r"cannot be read from .*: file is not a database"):
        entered.newest(tmp_path)
    with pytest.raises(NotSavedError, match="file is not a database"):
        entered.add(tmp_path, "actions", ACTION, "ann")


def test_a_file_that_was_begun_and_never_finished_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / entered.FILE).write_bytes(b"")
    assert entered.newest(tmp_path) == 0
    assert entered.overlay(tmp_path, "actions") == "[]"
    entered.add(tmp_path, "actions", ACTION, "ann")
    assert entered.newest(tmp_path) == 1
