"""A build is served whole or not at all, and a reader can only read."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from data import warehouse
from data.errors import DataError
from data.settings import Settings

CLIENT = (
    "insert into clients (client_id, client_name, segment, side) "
    "values ($id, $id, 'vip', 'external')"
)


def add(folder: Path, settings: Settings, client_id: str) -> warehouse.Build:
    with warehouse.writing(folder, settings) as connection:
        connection.execute(CLIENT, {"id": client_id})
    return served(folder)


def served(folder: Path) -> warehouse.Build:
    build = warehouse.current(folder)
    assert build is not None
    return build


def clients(folder: Path, settings: Settings) -> list[str]:
    with warehouse.connect(served(folder), settings) as connection:
        rows = connection.execute("select client_id from clients order by all").fetchall()
    return [row[0] for row in rows]


def test_nothing_is_served_before_the_first_build(tmp_path: Path) -> None:
    assert warehouse.current(tmp_path / "none") is None


def test_a_build_adds_to_the_one_before(tmp_path: Path, settings: Settings) -> None:
    first = add(tmp_path, settings, "a")
    second = add(tmp_path, settings, "b")
    assert first.name != second.name
    assert clients(tmp_path, settings) == ["a", "b"]


def test_an_error_leaves_the_last_build_and_no_rubbish(tmp_path: Path, settings: Settings) -> None:
    build = add(tmp_path, settings, "a")
    with (
        pytest.raises(duckdb.ConstraintException),
        warehouse.writing(tmp_path, settings) as connection,
    ):
        connection.execute(CLIENT, {"id": "a"})
    assert served(tmp_path) == build
    assert not list(tmp_path.glob("*.tmp*"))


def test_a_rehearsal_changes_nothing(tmp_path: Path, settings: Settings) -> None:
    build = add(tmp_path, settings, "a")
    with warehouse.writing(tmp_path, settings, keep=False) as connection:
        connection.execute(CLIENT, {"id": "b"})
    assert served(tmp_path) == build


def test_a_fresh_build_starts_empty(tmp_path: Path, settings: Settings) -> None:
    add(tmp_path, settings, "a")
    with warehouse.writing(tmp_path, settings, fresh=True) as connection:
        connection.execute(CLIENT, {"id": "z"})
    assert clients(tmp_path, settings) == ["z"]


def test_a_reader_keeps_its_build_while_others_are_served(
    tmp_path: Path, settings: Settings
) -> None:
    add(tmp_path, settings, "a")
    with warehouse.connect(served(tmp_path), settings) as reader:
        for name in "bcd":
            add(tmp_path, settings, name)
        assert reader.execute("select count(*) from clients").fetchall() == [(1,)]
    assert len(list(tmp_path.glob("b*.duckdb"))) == warehouse.BUILDS_KEPT


def test_a_second_writer_is_told_at_once(tmp_path: Path, settings: Settings) -> None:
    with (
        warehouse.writing(tmp_path, settings),
        pytest.raises(DataError, match=r"Another import into .* is under way"),
        warehouse.writing(tmp_path, settings),
    ):
        pass


KILLED = """
import sys, time
from pathlib import Path
from data import settings, warehouse
with warehouse.writing(Path(sys.argv[1]), settings.load()) as connection:
    connection.execute("create table rubbish as select range as n from range(3000000)")
    print("half way", flush=True)
    time.sleep(60)
"""


def test_a_killed_writer_changes_nothing_and_the_next_one_works(
    tmp_path: Path, settings: Settings
) -> None:
    build = add(tmp_path, settings, "a")
    writer = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)],
        stdout=subprocess.PIPE,
        cwd=warehouse.HERE.parent,
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == b"half way\n"
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()
    writer.stdout.close()
    assert served(tmp_path) == build
    assert list(tmp_path.glob("b*.tmp"))
    add(tmp_path, settings, "b")
    assert clients(tmp_path, settings) == ["a", "b"]
    assert not list(tmp_path.glob("b*.tmp"))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
def test_a_full_disk_is_told_plainly(tmp_path: Path, settings: Settings) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip(f"no small disk can be mounted here: {mounted.stderr.decode().strip()}")
    try:
        build = add(disk, settings, "a")
        with (
            pytest.raises(DataError, match="could not be written, so nothing was changed"),
            warehouse.writing(disk, settings) as connection,
        ):
            connection.execute("create table big as select random() as n from range(9000000)")
        assert served(disk) == build
        assert clients(disk, settings) == ["a"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize(
    "escape",
    [
        "select * from read_text('/etc/hostname')",
        "attach 'other.duckdb'",
        "copy clients to 'stolen.csv'",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "insert into clients (client_id) values ('x')",
    ],
)
def test_a_reader_has_no_way_out(tmp_path: Path, settings: Settings, escape: str) -> None:
    build = add(tmp_path, settings, "a")
    with (
        warehouse.connect(build, settings) as connection,
        pytest.raises(duckdb.Error),
    ):
        connection.cursor().execute(escape)


def test_changed_settings_are_noticed_and_mended(tmp_path: Path, settings: Settings) -> None:
    build = add(tmp_path, settings, "a")
    other = settings.model_copy(update={"first_weekday": 7})
    with warehouse.connect(build, settings) as connection:
        assert not warehouse.is_stale(connection, settings)
        assert warehouse.is_stale(connection, other)
    warehouse.rebuild(tmp_path, other)
    with warehouse.connect(served(tmp_path), other) as connection:
        assert not warehouse.is_stale(connection, other)
    assert clients(tmp_path, settings) == ["a"]


def test_days_are_counted_in_the_zone_of_the_settings(tmp_path: Path, settings: Settings) -> None:
    build = add(tmp_path, settings, "a")
    with warehouse.connect(build, settings) as connection:
        day = "select (timestamptz '2026-11-01 16:00:00+00')::date::varchar"
        assert connection.cursor().execute(day).fetchall() == [("2026-11-02",)]


def test_a_lost_build_is_an_error_not_an_empty_screen(tmp_path: Path, settings: Settings) -> None:
    build = add(tmp_path, settings, "a")
    shutil.move(build.path, tmp_path / "elsewhere")
    with pytest.raises(duckdb.Error):
        warehouse.connect(build, settings)
