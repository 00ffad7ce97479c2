"""The dashboard as its readers get it, on a port and a warehouse of its own."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
TRIES = 150
SECONDS_BETWEEN = 0.2


class StartError(Exception):
    """The dashboard did not start; the message is what it wrote."""


@contextmanager
def running(folder: Path, **environment: str) -> Iterator[str]:
    """Serve the warehouse in `folder` and yield the address; the server ends with the block."""
    port = free_port()
    with TemporaryFile() as log:
        process = _start(port, {"SATISFACTION_DATABASE": str(folder), **environment}, log.fileno())
        try:
            _wait(process, f"http://127.0.0.1:{port}/_stcore/health", log.fileno())
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _start(port: int, environment: dict[str, str], log: int) -> subprocess.Popen[bytes]:
    command = ["-m", "streamlit", "run", "dashboard.py", f"--server.port={port}"]
    options = ["--server.address=127.0.0.1", "--server.headless=true"]
    return subprocess.Popen(
        [sys.executable, *command, *options],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
    )


def _wait(process: subprocess.Popen[bytes], address: str, log: int) -> None:
    """Return once the server answers. Waiting for its end is the pause between two tries."""
    for _ in range(TRIES):
        if _answers(address):
            return
        try:
            process.wait(timeout=SECONDS_BETWEEN)
        except subprocess.TimeoutExpired:
            continue
        break
    os.lseek(log, 0, os.SEEK_SET)
    raise StartError(os.read(log, 10_000).decode(errors="replace"))


def _answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=1) as answer:
            return bool(answer.status == 200)
    except (URLError, ConnectionError, TimeoutError):
        return False
