"""Small companies as files, imported by the real command."""

import csv
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.browser.server import ROOT

Rows = Sequence[Mapping[str, object]]


def company(client_name: str = "Harbour Freight") -> dict[str, Rows]:
    """Five clients, five answers each in January 2026, and a complaint of the first."""
    ids = [f"C{number}" for number in range(1, 6)]
    names = [client_name, "Northern Mills", "瑞丰电子", "Quay & Sons", "Blue Lantern"]
    responses = [f"{client}-{person}" for client in ids for person in range(5)]
    return {
        "clients": [
            {"client_id": key, "client_name": name, "segment": "regular", "side": "external"}
            for key, name in zip(ids, names, strict=True)
        ],
        "indicators": [
            {
                "indicator_id": "I1",
                "wording": "They keep their word",
                "dimension": "reliability",
                "scale_low": 0,
                "scale_high": 10,
            }
        ],
        "responses": [
            {
                "response_id": response,
                "client_id": response.split("-")[0],
                "answered_at": f"2026-01-{10 + number % 20:02} 10:00",
                "method": "questionnaire",
            }
            for number, response in enumerate(responses)
        ],
        "answers": [
            {
                "response_id": response,
                "indicator_id": "I1",
                "minimum": 5,
                "expected": 6,
                "desired": 8,
                "perceived": 4 + number % 5,
            }
            for number, response in enumerate(responses)
        ],
        "complaints": [complaint("X1", "2026-01-20 09:00")],
    }


def complaint(complaint_id: str, received_at: str) -> dict[str, object]:
    """An open major complaint of the first client."""
    return {
        "complaint_id": complaint_id,
        "client_id": "C1",
        "received_at": received_at,
        "form": "complaint",
        "severity": "major",
        "cause": "technical",
    }


def bring_in(folder: Path, files: Mapping[str, Rows]) -> None:
    """Write the rows as CSV files and import them into the warehouse, as a person would."""
    exported = folder.parent / "exported"
    exported.mkdir(exist_ok=True)
    paths = [exported / f"{table}.csv" for table in files]
    for path, rows in zip(paths, files.values(), strict=True):
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    command = [sys.executable, "-m", "data", "import", *map(str, paths), "--database", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
