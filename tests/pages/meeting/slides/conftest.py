"""The sample company's raw rows, counted a second time."""

from pathlib import Path

import pytest

from tests.pages.meeting.counted import load
from tests.queries.oracle import Oracle


@pytest.fixture
def oracle(sample_folder: Path) -> Oracle:
    """Answers about the sample company; read once."""
    return load(sample_folder)
