"""Promises by month: columns of kept, broken and overdue; above them the share kept."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house, marked
from pages.shared.charts import marks as on_time
from pages.shared.charts.marks import NOTHING, Marks
from pages.shared.charts.months import every_month, month_axis
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, numbers, words

HEIGHT, COMPACT = 300, 220
HEAD, FOOT, LEFT, RIGHT = 30, 38, 46, 14
SHARES, COLUMNS = (0.62, 1.0), (0.0, 0.5)
WIDEST, NARROW = 0.7, 0.12  # of a column, in months: one alone would fill the chart
OUTCOMES = ("kept", "broken", "overdue")


def promise_months(
    months: pd.DataFrame,
    *,
    marks: Marks = NOTHING,
    height: int = HEIGHT,
    is_compact: bool = False,
) -> go.Figure:
    """Per month one column of counts; above it the share kept with its interval.

    `months`: month, kept, broken, overdue, kept_share, share_low, share_high (0–1, null where
    hidden), hidden. The targets among the `marks` are shares kept. `is_compact`: the columns
    alone, without targets. Needs one month with promises.
    """
    rows = rows_of(_with_quiet_months(months))
    if not rows:
        return house.too_few_points(height)
    columns = [_columns(rows, name) for name in OUTCOMES]
    is_compact = is_compact or not any(house.is_number(row["kept_share"]) for row in rows)
    axis, marks = _axis(rows), marks._replace(targets=()) if is_compact else marks
    shares = share_axis(rows, marked.reached(marks, axis))
    return marked.figure(
        columns if is_compact else [*columns, _shares(rows)],
        height,
        marks,
        axis,
        barmode="stack",
        annotations=[_key(), *([] if is_compact else [_share_name()])],
        xaxis={**month_axis([row["month"] for row in rows]), "anchor": "y"},
        yaxis={**_count_axis(rows), "domain": [0, 1] if is_compact else list(COLUMNS)},
        yaxis2={**shares, "domain": list(SHARES), "visible": not is_compact},
        head=HEAD,
        foot=FOOT,
    )


def _with_quiet_months(months: pd.DataFrame) -> pd.DataFrame:
    """From the first month with promises to the last; those between without any count none."""
    counts = list(OUTCOMES)
    whole = every_month(months[months[counts].sum(axis=1) > 0])
    return whole.assign(**whole[counts].fillna(0).astype(int))


def _axis(rows: list[Row]) -> marked.Axis:
    places = on_time.months([row["month"] for row in rows])
    return marked.Axis(places, lambda _place, share: share, LEFT, RIGHT, "y2")


def look(name: str) -> tuple[str, bool]:
    """The colour of an outcome, and whether it is hatched: colour never tells alone."""
    accent = house.palette().accent
    colours = {"kept": accent, "broken": house.TIER_COLOURS["basic"]}
    return colours.get(name, house.TIER_COLOURS["complaining"]), name == "overdue"


def text_on(name: str) -> str:
    """The colour of text on an outcome's colour."""
    own = {"kept": house.palette().ground, "broken": house.ON_TIER["basic"]}
    return own.get(name, house.ON_TIER["complaining"])


def _columns(rows: list[Row], name: str) -> house.Trace:
    colour, is_hatched = look(name)
    pattern = {**house.HATCHED, "fillmode": "overlay", "fgcolor": house.palette().ground}
    return house.bar(
        x=list(range(len(rows))),
        y=[row[name] for row in rows],
        width=min(WIDEST, NARROW * len(rows)),
        marker={
            "color": colour,
            "line": {"width": 0},
            **({"pattern": pattern} if is_hatched else {}),
        },
        hovertext=[_hover(row) for row in rows],
    )


def _shares(rows: list[Row]) -> house.Trace:
    known = [(place, row) for place, row in enumerate(rows) if house.is_number(row["kept_share"])]
    ink = house.palette().ink
    return house.marks(
        x=[place for place, _row in known],
        y=[row["kept_share"] for _place, row in known],
        yaxis="y2",
        mode="markers",
        marker={"size": 8, "color": ink},
        error_y={
            "type": "data",
            "array": [row["share_high"] - row["kept_share"] for _place, row in known],
            "arrayminus": [row["kept_share"] - row["share_low"] for _place, row in known],
            "color": ink,
            "thickness": 1.5,
            "width": 4,
        },
        hovertext=[_hover(row) for _place, row in known],
    )


def _hover(row: Row) -> str:
    told = [
        words.labelled(words.capital(words.state(name)), numbers.number(row[name]))
        for name in OUTCOMES
    ]
    heading = f"<b>{words.capital(dates.month(row['month']))}</b>"
    is_quiet = not sum(row[name] for name in OUTCOMES)
    return "<br>".join([heading, *told, *([] if is_quiet else [share_told(row)])])


def share_told(row: Row) -> str:
    """The share kept with its interval and n, or why it is hidden."""
    why = house.reason(row)
    if why is not None:
        return house.safe(why, 80)
    ends = numbers.interval_text(row["share_low"], row["share_high"], style="percent")
    share = words.noted(numbers.percent(row["kept_share"]), ends)
    fell_due = sum(int(row[name]) for name in OUTCOMES)
    return f"{words.labelled(words.column('kept_share'), share)}, n = {numbers.number(fell_due)}"


def _key() -> house.Part:
    looks = {name: look(name) for name in OUTCOMES}
    entries = [
        ("▨" if is_hatched else "■", colour, words.state(name))
        for name, (colour, is_hatched) in looks.items()
    ]
    return house.key(entries, LEFT)


def _share_name() -> house.Part:
    where = {"xref": "paper", "yref": "paper", "xanchor": "right", "yanchor": "bottom"}
    told = _("● share kept, 95% interval")
    return house.text(1, 1, told, yshift=6, opacity=house.MUTED, **where)


def share_axis(rows: list[Row], targets: Sequence[float] = ()) -> house.Part:
    """From the fifth below the lowest interval up to 100 %: dots need no zero, differences room."""
    lows = [row["share_low"] for row in rows if house.is_number(row["share_low"])]
    low = min(int(min([*lows, *targets], default=0) * 5), 4) / 5
    marks = [low, (low + 1) / 2, 1]
    return {
        "range": [low - 0.02, 1 + 0.04 * (1 - low)],
        "tickvals": marks,
        "ticktext": [numbers.percent(mark) for mark in marks],
        "showgrid": True,
    }


def _count_axis(rows: list[Row]) -> house.Part:
    """From zero to the highest column, three whole numbers at most."""
    top = max(sum(int(row[name]) for name in OUTCOMES) for row in rows)
    steps = (step * 10**power for power in range(12) for step in (1, 2, 5))
    step = next(step for step in steps if step * 3 >= top)
    marks = list(range(0, top + 1, step))
    return {
        "range": [0, top * 1.06],
        "tickvals": marks,
        "ticktext": [
            numbers.compact(mark) if mark >= 10_000 else numbers.number(mark) for mark in marks
        ],
        "showgrid": True,
    }
