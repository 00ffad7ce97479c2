"""What axe-core cannot judge: tables are drawn on a canvas, the focus is no text."""

import tomllib
from pathlib import Path

import pytest

from pages.shared.charts.look import DARK, LIGHT, ON_TIER, TIER_COLOURS, Palette
from pages.shared.frame.reach import FOCUS
from tests.pages.shared.test_charts import contrast, luminance

CONFIG = Path(__file__).parents[3] / ".streamlit" / "config.toml"
THEMES = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"]


@pytest.mark.parametrize("tier", TIER_COLOURS)
def test_the_word_of_a_tier_can_be_read_in_a_table(tier: str) -> None:
    """Streamlit writes black on a colour lighter than half, else white."""
    colour = TIER_COLOURS[tier]
    word = "#000000" if luminance(colour) > 0.5 else "#ffffff"
    assert contrast(colour, word) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("tier", TIER_COLOURS)
def test_a_line_edged_with_the_ground_is_seen_on_every_bar(tier: str, colours: Palette) -> None:
    on_bar = [contrast(TIER_COLOURS[tier], each) for each in (colours.ink, colours.ground)]
    assert contrast(colours.ink, colours.ground) >= 3
    assert max(on_bar) >= 3


@pytest.mark.parametrize("name", ["light", "dark"])
def test_heads_cells_and_links_of_tables_can_be_read(name: str) -> None:
    theme = THEMES[name]
    for ground in ("backgroundColor", "secondaryBackgroundColor"):
        for words in ("textColor", "dataframeHeaderTextColor", "linkColor"):
            assert contrast(theme[words], theme[ground]) >= 4.5, (words, ground)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_frame_around_the_focus_stands_out(colours: Palette) -> None:
    assert contrast(FOCUS, colours.ground) >= 3


def test_what_is_written_on_the_main_button_can_be_read() -> None:
    assert contrast(FOCUS, ON_TIER["loyal"]) >= 4.5
