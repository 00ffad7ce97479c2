"""How the benchmark measures and prints. Nothing here passes or fails: it prints figures only."""

import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
Figures = dict[str, float]


class Finished(NamedTuple):
    """A command that ended well: seconds it took, peak memory in MB."""

    seconds: float
    peak: float


def median_milliseconds(action: Callable[[], object], runs: int = 9) -> float:
    """Median time of an action that has run once before."""
    action()
    return statistics.median(_milliseconds(action) for _ in range(runs))


def _milliseconds(action: Callable[[], object]) -> float:
    begun = perf_counter()
    action()
    return (perf_counter() - begun) * 1000


def run(*arguments: str) -> Finished:
    """Run `python -m …` at the root of the project; what it writes is shown where it fails."""
    begun = perf_counter()
    with TemporaryFile() as said:
        command = [sys.executable, "-m", *arguments]
        process = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command, said.read())
    return Finished(perf_counter() - begun, usage.ru_maxrss / 1000)


def show(title: str, names: Sequence[str], measured: Sequence[Mapping[str, float]]) -> None:
    """Print what was measured side by side, and how much the first is of the last."""
    print(f"\n{title}")
    if not measured[0]:
        return
    has_ratio = len(names) > 1
    print(_line("", [*names, *(["ratio"] if has_ratio else [])]))
    for label in measured[0]:
        values = [figures.get(label, float("nan")) for figures in measured]
        cells = [f"{value:,.1f}" for value in values]
        if has_ratio:
            cells.append(f"{values[0] / values[-1]:.2f}" if values[-1] else "-")
        print(_line(label, cells), flush=True)


def _line(label: str, cells: Sequence[str]) -> str:
    return f"{label:<52}" + "".join(f"{cell:>16}" for cell in cells)
