"""The public files, brought into one warehouse by the real command."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from tests.browser.server import ROOT

HERE = Path(__file__).parent
SETTINGS = HERE / "settings.toml"
SHARED = Path(os.environ.get("SHARED_DATA", ROOT.parent / "shared"))
FILES = {
    "italian_helpdesk": "data/italian_helpdesk/finale.csv",
    "servicenow_incidents": "data/servicenow_incidents_uci/incidents.parquet",
    "cfpb_complaints": "data/cfpb_complaints/cfpb_union.csv",
    "servqual_lab": "data/servqual_lab_expect_perceive/answers_long.csv",
    "jira_due_dates": "data/jira_promised_vs_delivered/issues_due_dates.csv",
    "zendesk_tickets": "data/zendesk_support_tickets/zendesk_export.csv",
    "abc_survey": "data/abc_b2b_it_supplier_survey/ABC.csv",
    "mobi": "reference/data/mobi.csv",
}


class Brought(NamedTuple):
    """What one import said: its rows per table as in `import --json`, and what it refused."""

    status: int
    tables: dict[str, dict[str, Any]]
    refused: pd.DataFrame


def raw_file(source: str) -> Path:
    """The public file of a source."""
    return SHARED / FILES[source]


def raw(source: str) -> pd.DataFrame:
    """The rows of the file as text, read by pandas alone."""
    file = raw_file(source)
    if file.suffix == ".parquet":
        return pd.read_parquet(file)
    return pd.read_csv(file, dtype=str, keep_default_na=False)


def mapping_of(source: str) -> Path:
    """The mapping file of a source."""
    return HERE / f"{source}.sql"


def bring_in(source: str, folder: Path, mapping: Path | None = None) -> Brought:
    """Import a source with its own mapping or another. Fails when the command fails."""
    paths = [str(raw_file(source)), "--mapping", str(mapping or mapping_of(source))]
    status, answer = command("import", *paths, "--database", str(folder))
    assert status in (0, 3)
    rejects = pd.read_csv(answer["rejects"], dtype=str) if answer["rejects"] else pd.DataFrame()
    return Brought(status, {row["table"]: row for row in answer["files"]}, rejects)


def command(*arguments: str) -> tuple[int, dict[str, Any]]:
    """Run `python -m data … --json`; the exit status and the object it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "data", *arguments, "--json"],
        cwd=ROOT,
        env={**os.environ, "SATISFACTION_SETTINGS": str(SETTINGS)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return done.returncode, answer
