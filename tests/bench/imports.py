"""Import of the whole company from CSV files: rows a second, and memory at its highest.

The files are written from the warehouse once; the import goes into a folder that is thrown away.
"""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from data import warehouse
from tests.bench.companies import Company
from tests.bench.measuring import Figures, run

TITLE = "Import of CSV files (python -m data import)"
TABLES = (
    "clients", "indicators", "responses", "answers", "invitations", "tickets", "pauses",
    "complaints", "complaint_steps", "promises", "actions", "revenue",
)  # fmt: skip


def measure(company: Company) -> Figures:
    """Rows, seconds, rows a second and MB of importing everything, then of doing it again."""
    with TemporaryDirectory(prefix="satisfaction-bench-") as scratch:
        files, target = Path(scratch, "files"), Path(scratch, "warehouse")
        files.mkdir()
        rows = _export(_copy(company, Path(scratch)), files)
        command = ("data", "import", str(files), "--database", str(target), "--json")
        first, again = run(*command), run(*command)
    return {
        "rows": rows,
        "seconds": first.seconds,
        "rows a second": rows / first.seconds,
        "peak memory (MB)": first.peak,
        "the same again: rows a second": rows / again.seconds,
        "the same again: peak memory (MB)": again.peak,
    }


def _copy(company: Company, scratch: Path) -> Path:
    """A copy of the build: the one that pages hold open here is locked down."""
    build = warehouse.current(company.folder)
    assert build is not None
    return Path(shutil.copy(build.path, scratch))


def _export(build: Path, files: Path) -> int:
    """Write every table to a CSV file; gives the number of rows."""
    with duckdb.connect(build, read_only=True) as connection:
        for table in TABLES:
            connection.table(table).write_csv(str(files / f"{table}.csv"))
        return sum(len(connection.table(table)) for table in TABLES)
