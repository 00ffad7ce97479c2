"""Parts of native charts that the library has no words for: whiskers, limits, events, labels."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from pptx.enum.chart import XL_MARKER_STYLE
from pptx.oxml.ns import qn

from data import warehouse
from pages.meeting import weeks
from pages.meeting.pack import files
from pages.meeting.slides.model import Panel, Slide
from pages.shared import access
from pages.shared.asker import Asker, speaking
from pages.shared.charts.plain import Chart, Mark, Series
from tests.pages.meeting.pack.read_back import powerpoint

# The order of what may stand in a series (ECMA-376, CT_BarSer and CT_LineSer).
ORDER = (
    "idx", "order", "tx", "spPr", "invertIfNegative", "marker", "dPt", "dLbls", "trendline",
    "errBars", "cat", "val", "smooth", "extLst",
)  # fmt: skip
OF_LABEL = (
    "idx", "delete", "layout", "tx", "numFmt", "spPr", "txPr", "dLblPos", "showLegendKey",
    "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize", "extLst",
)  # fmt: skip
WEEKS = ("W44", "W45", "W46")
BARS = Series(
    "received", (4, None, 11), "#1d4f91", ("4", "", "11"),
    colours=("#1d4f91", "#1d4f91", "#c0392b"), low=(2, None, 8), high=(7, None, 15),
)  # fmt: skip
LIMIT = Series("limit", (9, 9, 9), "#667085", ("", "", "9"), is_limit=True)
UPRIGHT = Chart("clustered", WEEKS, (LIMIT, BARS), marks=(Mark(1, "release 9"),))
LINES = Chart(
    "lines",
    WEEKS,
    (
        Series("VIP", (7.0, None, 7.4), "#1d4f91", ("7.0", "", "7.4")),
        Series("regular", (6.9, 7.1, 7.2), "#667085", ("6.9", "7.1", "7.2")),
        LIMIT,
    ),
    "tenth",
)
STACKED = Chart(
    "stacked",
    ("VIP", "regular"),
    (
        Series("loyal", (0.5, 0.8), "#4076b3", ("50%", "80%")),
        Series("unheard", (0.5, 0.2), "#c9ced6", ("50%", "20%"), is_hatched=True),
    ),
    "share",
    is_horizontal=True,
)
JUDGED = Chart(
    "lines",
    WEEKS,
    (
        Series("received", (4, 3, 11), "#1d4f91", ("4", "3", "11")),
        Series("out of the ordinary", (None, None, 11), "#c0392b"),
    ),
)
STYLES = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.DIAMOND)
CHARTS = {"upright": UPRIGHT, "lines": LINES, "stacked": STACKED, "judged": JUDGED}


@pytest.fixture
def native(sample_folder: Path) -> Any:
    """`native(chart)`: the chart written and read back."""
    build = warehouse.current(sample_folder)
    assert build is not None

    def written(chart: Chart) -> Any:
        with speaking(Asker(access.EVERYONE, "en", build)):
            week = weeks.of("2026-W46")
            panel = Panel("It is so.", chart, "complaints/causes", week, pd.DataFrame({"n": [1]}))
            file = files.build(week, (Slide("key", "Title", "So.", (panel,)),), "pptx")
        (page,) = powerpoint(file)
        return page.charts[0].native

    return written


def series_of(chart: Any) -> list[Any]:
    return [one._element for plot in chart.plots for one in plot.series]


def axes_of(plot: Any) -> list[str]:
    return [axis.get("val") for axis in plot._element.findall(qn("c:axId"))]


def local(element: Any) -> str:
    return str(element.tag.rsplit("}", 1)[1])


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_every_part_stands_in_the_order_of_the_standard(native: Any, chart: Chart) -> None:
    for one in series_of(native(chart)):
        places = [ORDER.index(local(child)) for child in one]
        assert places == sorted(places)
        for label in one.iter(qn("c:dLbl")):
            inner = [OF_LABEL.index(local(child)) for child in label]
            assert inner == sorted(inner)


def test_whiskers_refer_to_their_lengths_in_the_sheet(native: Any) -> None:
    bars = series_of(native(UPRIGHT))[0]
    (whisker,) = bars.findall(qn("c:errBars"))
    told = {
        side: [
            (part.get("idx"), float(part.find(qn("c:v")).text))
            for part in whisker.find(qn(f"c:{side}")).iter(qn("c:pt"))
        ]
        for side in ("minus", "plus")
    }
    assert told == {"minus": [("0", 2.0), ("2", 3.0)], "plus": [("0", 3.0), ("2", 4.0)]}
    references = [part.text for part in whisker.iter(qn("c:f"))]
    assert references == ["Sheet1!$F$2:$F$4", "Sheet1!$E$2:$E$4"]


def test_limits_and_events_are_lines_on_the_axes_of_the_bars(native: Any) -> None:
    chart = native(UPRIGHT)
    bars, lines = chart.plots
    assert [one.name for one in bars.series] == ["received"]
    assert [one.name for one in lines.series] == ["limit", "release 9"]
    axes = [
        [axis.get("val") for axis in plot._element.findall(qn("c:axId"))] for plot in (bars, lines)
    ]
    assert axes[0] == axes[1]


def test_an_event_is_one_thin_line_from_the_top_of_the_plot_to_its_foot(native: Any) -> None:
    chart = native(UPRIGHT)
    event = chart.plots[1].series[1]
    top = chart.value_axis.maximum_scale
    assert tuple(event.values) == (None, top, None)
    (line,) = event._element.findall(qn("c:errBars"))
    assert float(line.find(qn("c:val")).get("val")) == top - chart.value_axis.minimum_scale
    assert "release 9" in [text.text for text in event._element.iter(qn("a:t"))]


def test_lines_and_limits_are_named_at_their_ends_and_there_is_no_legend(native: Any) -> None:
    chart = native(LINES)
    assert not chart.has_legend
    told = [[text.text for text in one.iter(qn("a:t"))] for one in series_of(chart)]
    assert told == [["VIP 7.4"], ["regular 7.2"], ["limit 9"]]


def test_single_numbers_are_diamonds_that_no_line_joins(native: Any) -> None:
    usual, unusual = native(JUDGED).plots[0].series
    assert (usual.marker.style, unusual.marker.style) == STYLES
    outline = unusual._element.find(qn("c:spPr")).find(qn("a:ln"))
    assert outline.find(qn("a:noFill")) is not None
    assert usual._element.find(qn("c:spPr")).find(qn("a:ln")).find(qn("a:solidFill")) is not None


def test_a_number_that_its_format_writes_stays_a_number(native: Any) -> None:
    for one in series_of(native(STACKED)):
        labels = list(one.iter(qn("c:dLbl")))
        assert len(labels) == 2
        assert [label.find(qn("c:numFmt")).get("formatCode") for label in labels] == ["0%", "0%"]
        assert not list(one.iter(qn("c:tx")))[1:]


def test_a_missing_number_is_a_gap_and_has_no_label(native: Any) -> None:
    bars = series_of(native(UPRIGHT))[0]
    assert [label.find(qn("c:idx")).get("val") for label in bars.iter(qn("c:dLbl"))] == ["0", "2"]


def test_a_number_of_its_own_colour_keeps_it(native: Any) -> None:
    points = native(UPRIGHT).plots[0].series[0].points
    assert str(points[2].format.fill.fore_color.rgb) == "C0392B"


def test_bars_to_the_right_begin_at_the_top_and_their_axis_is_below(native: Any) -> None:
    chart = native(STACKED)
    assert chart.category_axis.reverse_order
    assert chart.value_axis._element.find(qn("c:crosses")).get("val") == "max"
    assert (chart.value_axis.minimum_scale, chart.value_axis.maximum_scale) == (0, 1)


def test_what_is_not_known_is_hatched(native: Any) -> None:
    hatched = native(STACKED).plots[0].series[1]
    assert hatched._element.find(qn("c:spPr")).find(qn("a:pattFill")) is not None
