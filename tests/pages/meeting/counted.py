"""The weeks in which slides are counted again, and how numbers are read from sentences.

Weeks: the last one, one before it, and one of the National Day holidays, with made-up working days.
"""

import re
from functools import cache

import pytest

from pages.meeting import weeks
from pages.shared.filters import View
from tests.pages.meeting import sample_oracle
from tests.pages.meeting.spoken import spoken

WEEKS = pytest.mark.parametrize("name", ["2026-W46", "2026-W44", "2026-W41"])
load = cache(sample_oracle.load)


def week(name: str) -> View:
    """The view of the week, of all clients."""
    with spoken():
        return weeks.of(name)


def numbers(text: str) -> list[int]:
    """The whole numbers of a sentence, in order."""
    return [int(each) for each in re.findall(r"\d+", text)]
