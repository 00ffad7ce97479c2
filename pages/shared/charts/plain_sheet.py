"""The room of a chart of plain values: its axis, its margins, and pixels for numbers."""

from collections.abc import Sequence
from typing import NamedTuple

from pages.shared.charts import plain_labels
from pages.shared.charts.look import LIGHT, ON_TIER, TIER_COLOURS, palette
from pages.shared.charts.plain import Chart, Series
from pages.shared.text import numbers

LINE = 1.25  # of the size of its text
NAMES = 0.45  # of the width: the most that names beside the plot may take
AT_END = 0.3  # of the width: longer names stand above the chart instead
GAP = 10
WIDTH = 0.72  # of a bar, of the room of its category
EDGE = 1.5  # pixels of the page beside a line over bars, to be seen on dark and on pale ones
FROM_LAST = 6  # more lines than these are not told apart by their ends
DARK_TEXT, LIGHT_TEXT = "#1b1f24", "#ffffff"
_ON = {colour: ON_TIER[tier] for tier, colour in TIER_COLOURS.items()}
HALF_LIGHT = 0.36  # of white: text on lighter colours is dark


class Axis(NamedTuple):
    """The ends of the numbers, and where they are marked in which words."""

    low: float
    high: float
    marks: tuple[tuple[float, str], ...] = ()


class Sheet(NamedTuple):
    """A chart on its sheet of `width` × `height` pixels, text of `size`, and the four margins."""

    chart: Chart
    axis: Axis
    width: float
    height: float
    size: float
    left: float = GAP
    right: float = GAP
    top: float = GAP
    foot: float = GAP

    @property
    def across(self) -> float:
        """Pixels from the lowest to the highest number."""
        is_wide = self.chart.is_horizontal
        room = self._wide if is_wide else self._high
        return max(room, 1.0)

    @property
    def slot(self) -> float:
        """Pixels of one category."""
        room = self._high if self.chart.is_horizontal else self._wide
        return max(room, 1.0) / max(len(self.chart.categories), 1)

    @property
    def line(self) -> float:
        """Pixels from one line of text to the next."""
        return self.size * LINE

    @property
    def margin(self) -> dict[str, float]:
        """The margins as Plotly takes them."""
        return {"l": self.left, "r": self.right, "t": self.top, "b": self.foot}

    def number(self, pixels: float) -> float:
        """How much of the axis so many pixels are."""
        return pixels * (self.axis.high - self.axis.low) / self.across

    @property
    def _wide(self) -> float:
        return self.width - self.left - self.right

    @property
    def _high(self) -> float:
        return self.height - self.top - self.foot


def values_of(series: Series) -> list[float]:
    """The numbers that there are."""
    return [value for value in series.values if value is not None]


def is_sparse(series: Series) -> bool:
    """Single numbers of a line, such as weeks out of the ordinary: diamonds that no line joins."""
    return 2 * len(values_of(series)) < len(series.values)


def is_labelled(chart: Chart) -> bool:
    """Does every number stand beside its bar, so that the axis need not repeat them?"""
    plain = [series for series in chart.series if not series.is_limit]
    return chart.shape == "clustered" and all(series.labels for series in plain)


def is_named_at_end(chart: Chart, width: float, size: float) -> bool:
    """Are the lines named at their ends? Only several that reach there, with short names."""
    lines = [series for series in chart.series if not series.is_limit]
    if chart.shape != "lines" or not 1 < len(lines) <= FROM_LAST:
        return False
    return all(
        one.values[-1] is not None and plain_labels.wide(last_words(one), size) <= AT_END * width
        for one in lines
    )


def last_words(series: Series) -> str:
    """The name of a series and its last number."""
    places = [place for place, value in enumerate(series.values) if value is not None]
    number = series.labels[places[-1]] if places and series.labels else ""
    return f"{series.name} {number}".strip()


def said(chart: Chart, series: Series, place: int) -> str:
    """A number in the reader's words."""
    if series.labels:
        return series.labels[place]
    value = series.values[place]
    if chart.number_format == "share":
        return numbers.percent(value)
    return numbers.number(value, 1 if chart.number_format == "tenth" else 0)


def shown(colour: str, *, is_line: bool = False) -> str:
    """The colour on the reader's ground: ink and its like are light where that is dark.

    A bar keeps the accent, which is also a tier's colour.
    """
    now = palette()
    pairs = {LIGHT.ink: now.ink, LIGHT.muted: now.muted}
    if is_line:
        pairs[LIGHT.accent] = now.accent
    return pairs.get(colour, colour)


def on(colour: str) -> str:
    """The colour of text on a colour."""
    if colour in _ON:
        return _ON[colour]
    parts: Sequence[int] = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    red, green, blue = (part / 255 for part in parts)
    return DARK_TEXT if 0.3 * red + 0.59 * green + 0.11 * blue > HALF_LIGHT else LIGHT_TEXT
