"""The line above each slide says the week, the clients and how new the data are, whole."""

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from pages.meeting import weeks
from pages.meeting.screen.made import STRIP, made
from pages.meeting.slides.model import Slide
from pages.shared.filters import View
from pages.shared.text.letters import width
from tests.pages.meeting.spoken import spoken

MANAGERS = ("Chen Wei 陈伟", "Cao Yun 曹云", "Emma Clarke", "Han Lei 韩磊")
LONG = "Promises and actions judged"


def strip(title: str = LONG, **clients: Any) -> str:
    with spoken():
        week: View = replace(weeks.of("2026-W46"), **clients)
        told = made(Slide("key", title, "Finding.", ()), week).strip
    return re.sub("<[^>]*>", "", unescape(told))


@pytest.mark.usefixtures("sample_company")
def test_names_stand_where_they_fit_and_are_counted_where_not() -> None:
    assert "week 46 of 2026 · Emma Clarke · data of" in strip(managers=MANAGERS[2:3])
    told = strip(managers=MANAGERS)
    assert "2026-W46 · 4 managers · data of" in told
    assert width(told) <= STRIP + 3


@pytest.mark.usefixtures("sample_company")
@pytest.mark.parametrize("count", [1, 2, 4])
def test_neither_filters_nor_freshness_are_ever_cut(count: int) -> None:
    parts = ("Incomprehensibilities Unlimited of Anywhere", "b" * 60, "c" * 60, "d")[:count]
    told = strip(regions=parts, industries=parts, managers=parts, segments=("vip",))
    assert "…" not in told
    assert "VIP" in told
    assert "data of 20" in told
    assert width(told) <= 2 * STRIP
