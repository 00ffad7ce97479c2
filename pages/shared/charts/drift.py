"""Drift: did service change, or what clients expect of it? Bars to both sides of zero."""

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house
from pages.shared.charts.gaps import ends_of_gap
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers, words

ROW_HEIGHT, HEAD, FOOT = 44, 30, 28
LEFT, RIGHT = 118, 118


def drift(drift: pd.DataFrame, *, height: int | None = None) -> go.Figure:
    """Per dimension the change of service and of expectation, and what they did to the gap.

    `drift`: dimension (and `overall`), perceived_change, expected_change, gap_change (points of
    ten, null where hidden), client_count; optionally gap_low, gap_high, the interval of
    gap_change. Bars run from zero; the diamond is the change of the gap with its whisker.
    """
    worst_first = drift.sort_values("gap_change", na_position="last")
    overall = worst_first.dimension == "overall"
    rows = rows_of(pd.concat([worst_first[~overall], worst_first[overall]]))
    tall = height or HEAD + FOOT + ROW_HEIGHT * max(len(rows), 1)
    shown = [(place, row) for place, row in enumerate(rows) if house.is_number(row["gap_change"])]
    if not shown:
        why = next((house.reason(row) for row in rows if house.reason(row)), None)
        return house.note(house.safe(why, 80), tall) if why else house.too_few_points(tall)
    return house.figure(
        [*_change_bars(shown), _net(shown)],
        tall,
        annotations=[_key(), *_row_labels(rows), *_net_labels(rows)],
        xaxis=_difference_axis([row for _place, row in shown]),
        yaxis={"range": [len(rows) - 0.5, -0.5], "visible": False},
        margin={"l": LEFT, "r": RIGHT, "t": HEAD, "b": FOOT},
    )


def _key() -> house.Part:
    colours = house.palette()
    entries = [
        ("■", colours.accent, _("service")),
        ("▨", colours.ink, _("expectation")),
        ("◆", colours.ink, _("gap (95% interval)")),
    ]
    return house.key(entries, LEFT)


def _change_bars(shown: list[tuple[int, Row]]) -> list[house.Trace]:
    colours = house.palette()
    hatched = {"shape": "/", "size": 6, "solidity": 0.3, "fgcolor": colours.ink}
    kinds = [
        ("perceived_change", -0.17, {"color": colours.accent}),
        ("expected_change", 0.17, {"color": colours.grid, "pattern": hatched}),
    ]
    return [
        house.bar(
            x=[row[column] for _place, row in shown],
            y=[place + shift for place, _row in shown],
            orientation="h",
            width=0.3,
            marker=marker,
            hovertext=[_drift_hover(row) for _place, row in shown],
        )
        for column, shift, marker in kinds
    ]


def _net(shown: list[tuple[int, Row]]) -> house.Trace:
    ink = house.palette().ink
    ends = [ends_of_gap(row, "gap_change") for _place, row in shown]
    return house.marks(
        x=[row["gap_change"] for _place, row in shown],
        y=[place for place, _row in shown],
        mode="markers",
        marker={
            "symbol": "diamond",
            "size": 11,
            "color": ink,
            "line": {"width": 1.5, "color": house.palette().ground},
        },
        error_x={
            "type": "data",
            "array": [above for _below, above in ends],
            "arrayminus": [below for below, _above in ends],
            "color": ink,
            "thickness": 1.5,
            "width": 4,
        },
        hovertext=[_drift_hover(row) for _place, row in shown],
    )


def _is_noise(row: Row) -> bool:
    return house.has_interval(row) and bool(row["gap_low"] <= 0 <= row["gap_high"])


def _net_text(row: Row) -> str:
    return _("no clear change") if _is_noise(row) else numbers.signed(row["gap_change"])


def _drift_hover(row: Row) -> str:
    changes = [
        words.labelled(words.column(name), numbers.signed(row[name]))
        for name in ("perceived_change", "expected_change", "gap_change")
    ]
    if house.has_interval(row):
        ends = numbers.interval_text(row["gap_low"], row["gap_high"], 1, "signed")
        changes[-1] = words.noted(changes[-1], ends)
    clients = _("n = {clients} clients in both periods").format(
        clients=numbers.number(row["client_count"])
    )
    return "<br>".join([f"<b>{_name(row)}</b>", *changes, clients])


def _name(row: Row) -> str:
    return words.capital(words.dimension(row["dimension"]))


def _row_labels(rows: list[Row]) -> list[house.Part]:
    return [
        house.text(0, place, house.safe(_name(row)), xref="paper", xanchor="right", xshift=-8)
        for place, row in enumerate(rows)
    ]


def _net_labels(rows: list[Row]) -> list[house.Part]:
    """The change of the gap at the right of each row, or why it is hidden."""
    labels = []
    for place, row in enumerate(rows):
        why = house.reason(row)
        if why:
            labels.append(house.reason_text(place, why))
            continue
        where = {"xref": "paper", "xanchor": "left", "xshift": 8}
        opacity = house.MUTED if _is_noise(row) else 1
        labels.append(house.text(1, place, _net_text(row), opacity=opacity, **where))
    return labels


def _difference_axis(rows: list[Row]) -> house.Part:
    """The same distance to both sides of zero, so that directions compare."""
    names = ("perceived_change", "expected_change", "gap_change", "gap_low", "gap_high")
    reach = max(abs(row[name]) for row in rows for name in names if house.is_number(row.get(name)))
    step = next((step for step in (0.1, 0.2, 0.5, 1, 2) if reach <= 3 * step), 5)
    marks = [step * position for position in range(-3, 4) if abs(step * position) <= reach + step]
    return {
        "range": [-reach * 1.12 - 0.01, reach * 1.12 + 0.01],
        "tickvals": marks,
        "ticktext": [numbers.signed(mark) for mark in marks],
        "tickangle": 0,
        "zeroline": True,
        "zerolinecolor": house.palette().muted,
        "zerolinewidth": 1,
    }
