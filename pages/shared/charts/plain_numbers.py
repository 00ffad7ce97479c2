"""The numbers of bars of plain values: in their bars, or beyond their ends and whiskers."""

from collections.abc import Iterator, Sequence

from pages.shared.charts import house, plain_labels
from pages.shared.charts.plain import Series
from pages.shared.charts.plain_sheet import WIDTH, Sheet, on, said, shown
from pages.shared.safe import html

INSET = 8  # pixels around a number in its bar
MOST_OF_ROOM = 0.6  # of the axis: the most that a number beyond a bar may take
SPACE = "\u00a0"


def inside(series: Series, sheet: Sheet, base: list[float]) -> house.Trace:
    """The numbers in the middle of their bars, where a bar has room for its number."""
    middles, told, colours = [], [], []
    for place, value in enumerate(series.values):
        colour = shown(series.colours[place] if series.colours else series.colour)
        fits = bool(series.labels) and _fits(series, sheet, place)
        middles.append(base[place] + (value or 0.0) / 2)
        told.append(html(said(sheet.chart, series, place)) if fits else "")
        colours.append(on(colour))
    where = {"textposition": "middle center", "textfont": _font(sheet, colours)}
    return _words(sheet, list(range(len(told))), middles, told, **where)


def _fits(series: Series, sheet: Sheet, place: int) -> bool:
    """Numbers lie flat: along a bar to the right, across a bar that stands."""
    value = series.values[place]
    if value is None or series.is_hatched:
        return False
    length = abs(value) / (sheet.axis.high - sheet.axis.low) * sheet.across
    thickness = sheet.slot * WIDTH
    across, along = (length, thickness) if sheet.chart.is_horizontal else (thickness, length)
    wide = plain_labels.wide(series.labels[place], sheet.size) + INSET
    return across >= wide and along >= sheet.line


def at_ends(series: Series, sheet: Sheet, shift: float, width: float) -> house.Trace:
    """The numbers beyond the ends of bars and whiskers; none where they would touch."""
    places = [place + shift for place in range(len(series.values))]
    room = sheet.slot * width
    ends, told, sides = [], [], []
    for place, value in enumerate(series.values):
        is_up = value is None or value >= 0
        label = series.labels[place] if series.labels and value is not None else ""
        fits = sheet.chart.is_horizontal or plain_labels.wide(label, sheet.size) <= room * 1.15
        ends.append(_end(series, place, is_up))
        told.append(_beside(label, sheet) if fits and label else "")
        sides.append(_side(sheet, is_up))
    font = _font(sheet, house.palette().ink)
    return _words(sheet, places, ends, told, textposition=sides, textfont=font)


def _beside(label: str, sheet: Sheet) -> str:
    """Beyond a whisker that runs flat a number keeps its distance."""
    return f"{SPACE}{html(label)}{SPACE}" if sheet.chart.is_horizontal else html(label)


def reach(sheet: Sheet) -> tuple[float, float]:
    """The ends of the axis with room for the numbers beyond the ends of bars.

    A number takes the same pixels on a longer axis: its share `k` of them goes off what is left.
    """
    low, high = sheet.axis.low, sheet.axis.high
    if sheet.chart.shape != "clustered":
        return low, high
    for end, room, is_up in [*_ended(sheet)] * 2:  # again, as each end moves the other's scale
        k = min(room / sheet.across, MOST_OF_ROOM)
        if is_up:
            high = max(high, low + (end - low) / (1 - k))
        else:
            low = min(low, high - (high - end) / (1 - k))
    return low, high


def _ended(sheet: Sheet) -> Iterator[tuple[float, float, bool]]:
    """Where each labelled bar ends, the pixels of its number, and whether it points up.

    Above bars that stand the margin has the room.
    """
    is_wide = sheet.chart.is_horizontal
    for series in (one for one in sheet.chart.series if not one.is_limit):
        for place, label in enumerate(series.labels):
            value = series.values[place]
            if value is None or (value >= 0 and not is_wide):
                continue
            room = plain_labels.wide(label, sheet.size) + 2 * INSET if is_wide else sheet.line
            yield _end(series, place, value >= 0) or 0.0, room, value >= 0


def _end(series: Series, place: int, is_up: bool) -> float | None:
    """Where a bar ends, its whisker included."""
    edges = series.high if is_up else series.low
    edge, value = edges[place] if edges else None, series.values[place]
    if value is None or edge is None:
        return value
    return max(value, edge) if is_up else min(value, edge)


def _side(sheet: Sheet, is_up: bool) -> str:
    if sheet.chart.is_horizontal:
        return "middle right" if is_up else "middle left"
    return "top center" if is_up else "bottom center"


def _font(sheet: Sheet, colour: object) -> house.Part:
    return {"size": sheet.size, "color": colour}


def _words(
    sheet: Sheet,
    along: Sequence[float],
    across: Sequence[float | None],
    told: list[str],
    **more: object,
) -> house.Trace:
    x, y = (across, along) if sheet.chart.is_horizontal else (along, across)
    return {
        "type": "scatter",
        "mode": "text",
        "x": x,
        "y": y,
        "text": told,
        "cliponaxis": False,
        "hoverinfo": "skip",
        **more,
    }
