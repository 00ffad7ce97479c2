"""From a click to the last chart, in Chromium: a client chosen on Expectations, then a period.

The page meter of SHARED_DATA (default ../shared) measures, as it measured other products; without
it nothing is shown. It is run where it lies and never copied.
"""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import queries
from data import settings, warehouse
from tests.bench.companies import Company
from tests.bench.measuring import ROOT, Figures
from tests.browser.server import free_port

TITLE = "From a click to the last chart (ms, median; Expectations in Chromium, a year of data)"
METER = Path(os.environ.get("SHARED_DATA", ROOT.parent / "shared"), "bench", "measure.py")
SINCE, UNTIL = date(2025, 11, 16), date(2026, 11, 15)
PERIODS = ("Last 12 weeks", "This year", "All data", "Last year", "Last 12 months", "Last 4 weeks")
SAMPLES = 12
OPEN_FILTERS = (
    "document.querySelector('[data-testid=stPopoverBody]')"
    " || document.querySelector('[data-testid=stPopover] button').click()"
)
CLIENT = "[data-testid=stMultiSelect] >> nth=4 >> input"
PRESET = "[data-testid=stPopoverBody] [data-testid=stSelectbox] input"
OPTION = "[role=option]:has-text('{v}')"


def measure(company: Company) -> Figures:
    """Medians of new and repeated choices, of loading, and the server's memory in MB."""
    if not METER.exists():
        print(f"\nNo page meter at {METER}: clicks are not measured.")
        return {}
    with TemporaryDirectory(prefix="satisfaction-bench-") as scratch:
        config, result = Path(scratch, "config.json"), Path(scratch, "result.json")
        config.write_text(json.dumps(_config(company, scratch)), encoding="utf-8")
        command = [sys.executable, str(METER), str(config), "--out", str(result)]
        asked = ["--only", "load,client,range", "--n", str(SAMPLES), "--gate-s", "3"]
        subprocess.run([*command, *asked], check=True, stdout=subprocess.DEVNULL)
        return _figures(json.loads(result.read_text(encoding="utf-8")))


def _figures(found: dict[str, dict[str, float]]) -> Figures:
    return {
        "first load": found["load_ms"]["median"],
        "client, new": found["client_new"]["median"],
        "client, again": found["client_revisit"]["median"],
        "period, new": found["range_new"]["median"],
        "period, again": found["range_revisit"]["median"],
        "server memory (MB)": found["mem_after_range"]["rss_mb"],
    }


def _config(company: Company, scratch: str) -> dict[str, object]:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    served = f"--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true"
    period = f"since={SINCE}&until={UNTIL}"
    return {
        "name": "dashboard",
        "n_charts": 1,
        "chart": ".js-plotly-plot",
        "cmd": [sys.executable, "-m", "streamlit", "run", "dashboard.py", *served],
        "cwd": str(ROOT),
        "env": {"SATISFACTION_DATABASE": str(company.folder)},
        "port": port,
        "url": f"{address}/expectations?{period}",
        "ready_url": f"{address}/_stcore/health",
        "log": str(Path(scratch, "server.log")),
        "client": {"steps": _choose_client(), "values": _names(company)},
        "range": {"steps": _choose_period(), "values": PERIODS},
    }


def _choose_client() -> list[list[str]]:
    """Take the client chosen before away, wait until that is drawn, then choose another."""
    return [
        ["eval", OPEN_FILTERS],
        ["wait", CLIENT],
        ["press", CLIENT, "Backspace"],
        ["sleep", "1500"],
        ["fill", CLIENT, "{v}"],
        ["wait", OPTION],
        ["press", CLIENT, "Enter"],
    ]


def _choose_period() -> list[list[str]]:
    return [
        ["eval", OPEN_FILTERS],
        ["wait", PRESET],
        ["click", PRESET],
        ["fill", PRESET, "{v}"],
        ["wait", OPTION],
        ["press", PRESET, "Enter"],
    ]


def _names(company: Company) -> list[str]:
    """Clients with enough answers for every chart."""
    known = settings.load()
    build = warehouse.current(company.folder)
    assert build is not None
    with warehouse.connect(build, known) as connection:
        tiers = queries.run(
            connection, "satisfaction/client_tiers", known, since=SINCE, until=UNTIL
        )
    heard = tiers[tiers["basis"] == "measured"].nlargest(3 * SAMPLES, "answer_count")
    return [str(name) for name in heard["client_name"]]
