"""Steps of handling: what was done of what is due, with the time to it."""

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house
from pages.shared.findings.wording import too_few_cases
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers, words
from pages.shared.text.durations import duration

ROW_HEIGHT, HEAD, FOOT = 36, 30, 26
LEFT, RIGHT = 170, 236


def steps(rows: pd.DataFrame, *, height: int | None = None) -> go.Figure:
    """Per step a bar of the share done with its interval; behind it the counts and the median.

    `rows`: step, due_count, done_count, done_share, share_low, share_high (0–1), median_hours
    (null where it is hidden or unknown); a row hidden for too few says why.
    """
    each = rows_of(rows)
    tall = height or HEAD + FOOT + ROW_HEIGHT * max(len(each), 1)
    if not sum(int(row["due_count"]) for row in each):
        return house.too_few_points(tall)
    known = [(place, row) for place, row in enumerate(each) if house.is_number(row["done_share"])]
    return house.figure(
        [_due(known), _done(known)],
        tall,
        barmode="overlay",
        annotations=[_key(), _heading(), *_names(each), *_behind(each), *_reasons(each)],
        xaxis=_axis(),
        yaxis={"range": [len(each) - 0.5, -0.5], "visible": False},
        margin={"l": LEFT, "r": RIGHT, "t": HEAD, "b": FOOT},
    )


def _axis() -> house.Part:
    marks = [0, 0.5, 1]
    return {"range": [0, 1.02], "tickvals": marks, "ticktext": [numbers.percent(m) for m in marks]}


def _key() -> house.Part:
    accent = house.palette().accent
    entries = [
        ("■", accent, _("done (95% interval)")),
        ("▨", house.palette().muted, _("not done")),
    ]
    return house.key(entries, LEFT)


def _heading() -> house.Part:
    """What the words behind the bars are."""
    where = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    told = _("done of due · half within")
    return house.text(1, 1, told, xshift=8, yshift=6, opacity=house.MUTED, **where)


def _due(known: list[tuple[int, Row]]) -> house.Trace:
    colours = house.palette()
    pattern = {**house.HATCHED, "fgcolor": colours.muted, "bgcolor": "rgba(0,0,0,0)"}
    return house.bar(
        x=[1 for _place, _row in known],
        y=[place for place, _row in known],
        orientation="h",
        width=0.55,
        marker={"color": colours.muted, "pattern": pattern, "opacity": 0.6, "line": {"width": 0}},
        hovertext=[_hover(row) for _place, row in known],
    )


def _done(known: list[tuple[int, Row]]) -> house.Trace:
    colours = house.palette()
    return house.bar(
        x=[row["done_share"] for _place, row in known],
        y=[place for place, _row in known],
        orientation="h",
        width=0.55,
        marker={"color": colours.accent, "line": {"width": 0}},
        error_x={
            "type": "data",
            "array": [row["share_high"] - row["done_share"] for _place, row in known],
            "arrayminus": [row["done_share"] - row["share_low"] for _place, row in known],
            "color": colours.ink,
            "thickness": 1.5,
            "width": 4,
        },
        hovertext=[_hover(row) for _place, row in known],
    )


def _hover(row: Row) -> str:
    ends = numbers.interval_text(row["share_low"], row["share_high"], style="percent")
    share = words.noted(numbers.percent(row["done_share"]), ends)
    return "<br>".join(
        [
            f"<b>{_name(row)}</b>",
            words.labelled(words.column("done_share"), share),
            words.labelled(_("done of due"), _counts(row)),
            words.labelled(_("half within"), duration(row["median_hours"])),
        ]
    )


def _name(row: Row) -> str:
    return words.capital(words.step(str(row["step"])))


def _names(rows: list[Row]) -> list[house.Part]:
    where = {"xref": "paper", "xanchor": "right", "xshift": -8}
    return [house.text(0, place, house.safe(_name(row)), **where) for place, row in enumerate(rows)]


def _counts(row: Row) -> str:
    return _("{count} of {n}").format(
        count=numbers.number(row["done_count"]), n=numbers.number(row["due_count"])
    )


def _behind(rows: list[Row]) -> list[house.Part]:
    where = {"xref": "paper", "xanchor": "left", "xshift": 8}
    return [
        house.text(1, place, _told(row), **where)
        for place, row in enumerate(rows)
        if row["due_count"]
    ]


def _told(row: Row) -> str:
    if not row["done_count"]:
        return _counts(row)
    if not house.is_number(row["median_hours"]):
        few = too_few_cases(row["done_count"])
        return f"{_counts(row)} · {few}"
    return f"{_counts(row)} · {duration(row['median_hours'])}"


def _reasons(rows: list[Row]) -> list[house.Part]:
    return [
        house.reason_text(place, why)
        for place, row in enumerate(rows)
        if (why := house.reason(row)) is not None
    ]
