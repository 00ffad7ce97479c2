"""Charts say the same with the same data, in every language, and can be read in every light."""

from collections.abc import Iterator

import pytest

from pages.shared import text
from pages.shared.charts import house, look
from tests.pages.shared.drawn import DRAWN, EMPTY, said


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.use("en")
    yield
    text.use("en")


@pytest.mark.parametrize("shape", DRAWN)
def test_equal_data_give_an_equal_figure(shape: str) -> None:
    assert DRAWN[shape]().to_json() == DRAWN[shape]().to_json()


@pytest.mark.parametrize("shape", DRAWN)
def test_every_figure_has_a_height_and_the_house_template(shape: str) -> None:
    figure = DRAWN[shape]()
    assert figure.layout.height > 0
    assert figure.layout.template.layout.font.size >= 13
    assert figure.layout.template.layout.paper_bgcolor == "rgba(0,0,0,0)"


@pytest.mark.parametrize("shape", EMPTY)
def test_too_few_points_are_said(shape: str) -> None:
    assert said(EMPTY[shape]()) == "Too few points for a chart."


@pytest.mark.parametrize("shape", DRAWN)
@pytest.mark.parametrize("language", text.LANGUAGES)
def test_every_shape_is_drawn_in_every_language(shape: str, language: str) -> None:
    text.use(language)
    assert DRAWN[shape]().data


def test_the_tiers_have_the_colours_of_the_house() -> None:
    assert list(DRAWN["ladder"]().data[0].marker.color) == [
        "#1d4f91",
        "#4076b3",
        "#a9c8e6",
        "#f2b65a",
        "#c0392b",
    ]


@pytest.mark.parametrize("tier", house.ON_TIER)
def test_text_on_every_tier_can_be_read(tier: str) -> None:
    assert contrast(house.TIER_COLOURS[tier], house.ON_TIER[tier]) >= 4.5


@pytest.mark.parametrize("colours", [look.LIGHT, look.DARK])
def test_text_can_be_read_in_light_and_in_dark(colours: look.Palette) -> None:
    for colour in (colours.ink, colours.muted, colours.accent):
        assert contrast(colour, colours.ground) >= 4.5


def contrast(one: str, other: str) -> float:
    """Contrast of two colours as WCAG defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_labels_pushed_apart_keep_their_order_inside_the_bounds() -> None:
    placed = house.spread([0.5, 0.5, 0.99], 0.1, 0.05, 0.95)
    assert placed == sorted(placed)
    assert placed[0] >= 0.05
    assert placed[-1] <= 0.95
    assert placed[1] - placed[0] >= 0.1 - 1e-9


def test_the_last_of_many_months_is_always_named() -> None:
    assert house.every(13, 6) == [0, 3, 6, 9, 12]
    assert house.every(24, 6)[-1] == 23
    assert house.every(1, 6) == [0]
