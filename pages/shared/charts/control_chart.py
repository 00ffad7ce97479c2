"""The control chart: a rate per week between its limits, weeks out of the ordinary marked."""

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house, marked, weeks
from pages.shared.charts import marks as on_time
from pages.shared.charts.marks import NOTHING, Marks
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers, words

HEIGHT = 300
HEAD, FOOT, LEFT, RIGHT, NARROW_RIGHT = 30, 40, 34, 118, 58
PER = 100  # clients on the axis
SIGNS = ("≥ {rate}", "⌀ {rate}", "≤ {rate}")  # lower limit, average, upper limit
SIGNAL = house.TIER_COLOURS["complaining"]


def control_chart(
    found: pd.DataFrame,
    *,
    marks: Marks = NOTHING,
    height: int = HEIGHT,
    is_compact: bool = False,
) -> go.Figure:
    """Complaints per 100 clients and week, the usual range as a band, signals as diamonds.

    `found`: week, received, active_clients, rate, centre, lower, upper (per client; null outside
    the limits' reach), is_whole, signals (tuple of names). Weeks that are not whole are hollow and
    outside the line. The targets among the `marks` are complaints a week, of all clients in view.
    Needs one week with clients. `is_compact`: fits a quarter of a screen.
    """
    rows = rows_of(found)
    if not any(house.is_number(row["rate"]) for row in rows):
        return house.too_few_points(height)
    axis = _axis(rows, NARROW_RIGHT if is_compact else RIGHT)
    top = _top(rows, marked.reached(marks, axis))
    return marked.figure(
        [*_band(rows), _centre(rows), _line(rows), _cut(rows), _signals(rows)],
        height,
        marks,
        axis,
        annotations=[_key(is_compact), *_end_labels(rows, top, height, is_compact)],
        xaxis=weeks.week_axis(
            [row["week"] for row in rows], 4 if is_compact else weeks.MOST_LABELS
        ),
        yaxis=_rate_axis(top),
        head=HEAD,
        foot=FOOT,
    )


def _axis(rows: list[Row], right: int) -> marked.Axis:
    def level(place: int, count: float) -> float | None:
        clients = int(rows[place]["active_clients"])
        return PER * count / clients if clients else None

    return marked.Axis(on_time.weeks([row["week"] for row in rows]), level, LEFT, right)


def _per(value: float) -> float | None:
    return PER * value if house.is_number(value) else None


def _top(rows: list[Row], targets: list[float]) -> float:
    values = [_per(row[name]) for row in rows for name in ("rate", "upper")]
    return max([value for value in values if value is not None] + [0.0, *targets]) * 1.08 or 1.0


def _key(is_compact: bool) -> house.Part:
    colours = house.palette()
    per = _("per {count} clients") if is_compact else _("complaints per {count} clients")
    entries = [
        ("●", colours.accent, per.format(count=PER)),
        ("◆", SIGNAL, _("out of the ordinary")),
    ]
    if not is_compact:
        entries.append(("○", colours.muted, _("part of a week")))
    return house.key(entries, LEFT)


def _band(rows: list[Row]) -> list[house.Trace]:
    """The usual range, as steps: each week has its own number of clients."""
    edge = {"mode": "lines", "line": {"width": 0, "shape": "hvh"}, "hoverinfo": "skip"}
    x = [place for place, row in enumerate(rows) if house.is_number(row["upper"])]
    lower = [_per(rows[place]["lower"]) for place in x]
    upper = [_per(rows[place]["upper"]) for place in x]
    return [
        house.marks(**{**edge, "x": x, "y": lower}),
        house.marks(
            **{**edge, "x": x, "y": upper, "fill": "tonexty", "fillcolor": house.palette().band}
        ),
    ]


def _centre(rows: list[Row]) -> house.Trace:
    x = [place for place, row in enumerate(rows) if house.is_number(row["centre"])]
    return house.marks(
        x=x,
        y=[_per(rows[place]["centre"]) for place in x],
        mode="lines",
        line={"color": house.palette().muted, "width": 1, "dash": "dot"},
        hoverinfo="skip",
    )


def _line(rows: list[Row]) -> house.Trace:
    colour = house.palette().accent
    return _points(
        rows,
        [place for place, row in enumerate(rows) if row["is_whole"]],
        mode="lines+markers",
        line={"color": colour, "width": 1.5},
        marker={"size": 6, "color": colour},
    )


def _cut(rows: list[Row]) -> house.Trace:
    """Weeks of fewer days: shown, but neither joined to the line nor judged."""
    line = {"width": 1.5, "color": house.palette().muted}
    return _points(
        rows,
        [place for place, row in enumerate(rows) if not row["is_whole"]],
        mode="markers",
        marker={"size": 7, "color": house.palette().ground, "line": line},
    )


def _signals(rows: list[Row]) -> house.Trace:
    line = {"width": 1, "color": house.palette().ground}
    return _points(
        rows,
        [place for place, row in enumerate(rows) if row["signals"]],
        mode="markers",
        marker={"size": 11, "symbol": "diamond", "color": SIGNAL, "line": line},
    )


def _points(rows: list[Row], places: list[int], **more: object) -> house.Trace:
    seen = [place for place in places if house.is_number(rows[place]["rate"])]
    return house.marks(
        x=seen,
        y=[_per(rows[place]["rate"]) for place in seen],
        hovertext=[_hover(rows[place]) for place in seen],
        **more,
    )


def _hover(row: Row) -> str:
    rate = words.labelled(
        _("Complaints per {count} clients").format(count=PER), numbers.number(_per(row["rate"]), 1)
    )
    counted = _("{complaints} of {clients} clients").format(
        complaints=words.labelled(words.column("received"), numbers.number(row["received"])),
        clients=numbers.number(row["active_clients"]),
    )
    lines = [weeks.name(row), rate, counted]
    if house.is_number(row["upper"]):
        ends = numbers.interval_text(_per(row["lower"]), _per(row["upper"]), 1)
        lines.append(words.labelled(_("Usual range"), ends))
    return "<br>".join([*lines, *(words.capital(words.signal(name)) for name in row["signals"])])


def _end_labels(rows: list[Row], top: float, height: int, is_compact: bool) -> list[house.Part]:
    """The usual range and its middle, named at the end of the band; compact: by signs alone."""
    limited = [row for row in rows if house.is_number(row["upper"])]
    if not limited or not limited[-1]["upper"]:
        return []
    last = limited[-1]
    named = (_("usual from {rate}"), _("average {rate}"), _("usual up to {rate}"))
    values = [_per(last[name]) for name in ("lower", "centre", "upper")]
    told = zip(SIGNS if is_compact else named, values, strict=True)
    gap = house.LINE * top / (height - HEAD - FOOT)
    shown = [(words, value) for words, value in told if value]
    places = house.spread([value for _words, value in shown], gap, gap / 2, top - gap / 2)
    where = {"xanchor": "left", "xshift": 8, "opacity": house.MUTED}
    return [
        house.text(len(rows) - 0.4, place, words.format(rate=numbers.number(value, 1)), **where)
        for (words, value), place in zip(shown, places, strict=True)
    ]


def _rate_axis(top: float) -> house.Part:
    steps = (part * 10**power for power in range(-1, 12) for part in (1, 2, 5))
    step = next((step for step in steps if top <= 5 * step), top)
    decimals = 0 if step >= 1 else 1
    marks = [step * place for place in range(int(top / step) + 1)]
    return {
        "range": [-top * 0.03, top],
        "tickvals": marks,
        "ticktext": [numbers.number(mark, decimals) for mark in marks],
        "showgrid": True,
    }
