"""Slides 6 to 10 keep to the room of a slide, whatever the week, the language and the names."""

import pytest

from pages.meeting import weeks
from pages.meeting.slides import complaints, method, plan, problems, value_at_stake
from pages.meeting.slides.model import ROWS, Panel, Table
from pages.meeting.slides.wording import ALONE, BESIDE, FINDING, width
from tests.pages.meeting.spoken import spoken

SLIDES = (complaints.slide, problems.slide, value_at_stake.slide, plan.slide, method.slide)


@pytest.mark.usefixtures("sample_company")
@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("name", ["2026-W46", "2026-W30", "2025-W40", "2024-W47"])
def test_every_text_has_room(language: str, name: str) -> None:
    with spoken(language):
        for draw in SLIDES:
            found = draw(weeks.of(name))
            assert width(found.finding) <= FINDING
            most = ALONE if len(found.panels) == 1 else BESIDE
            for panel in found.panels:
                assert width(panel.finding) <= most
                has_room(panel)


def has_room(panel: Panel) -> None:
    """Few rows and columns; few categories, all series as long as they."""
    if isinstance(panel.body, Table):
        assert len(panel.body.rows) <= ROWS
        assert sum(panel.body.widths) == pytest.approx(1)
        assert all(len(row) == len(panel.body.head) for row in panel.body.rows)
    elif panel.body is not None:
        assert len(panel.body.categories) <= (26 if panel.body.shape == "lines" else 12)
        assert {len(each.values) for each in panel.body.series} == {len(panel.body.categories)}
