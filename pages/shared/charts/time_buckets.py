"""How times are spread, kind by kind: the share answered and resolved within so many hours."""

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import by_kind, house
from pages.shared.findings.on_target import KINDS
from pages.shared.findings.tickets import between
from pages.shared.findings.wording import too_few_cases
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers, words

HEIGHT = 250
HEAD, FOOT = 48, 42
CLOCKS = ("first_response", "resolution")


def time_buckets(buckets: pd.DataFrame, minimum_n: int, *, height: int = HEIGHT) -> go.Figure:
    """Per kind and bucket two columns: first response (hatched) and resolution.

    `buckets`: kind, clock, up_to_hours (working; null: longer than the last), ticket_count. A
    clock that stopped for fewer than `minimum_n` tickets is not drawn; its kind says so.
    """
    drawn = {
        (str(kind), str(clock)): rows.reset_index(drop=True)
        for (kind, clock), rows in buckets.groupby(["kind", "clock"], sort=False)
        if rows.ticket_count.sum() >= max(minimum_n, 1)
    }
    if not drawn:
        return house.too_few_points(height)
    kinds = [kind for kind in KINDS if any(kind == key[0] for key in drawn)]
    return house.figure(
        [_columns(kind, clock, rows) for (kind, clock), rows in drawn.items()],
        height,
        bargap=0.2,
        annotations=[{**_key(), "yshift": 26}, *by_kind.names(_notes(buckets, kinds))],
        **by_kind.layout({kind: _axes(buckets, kind, drawn) for kind in kinds}),
        margin={"l": 44, "r": 8, "t": HEAD, "b": FOOT},
    )


def _notes(buckets: pd.DataFrame, kinds: list[str]) -> dict[str, str]:
    missing = [kind for kind in KINDS if kind not in kinds]
    counts = buckets.groupby(["kind", "clock"]).ticket_count.sum().groupby("kind").max()
    none = _("no ticket in the period")
    return {kind: too_few_cases(int(counts[kind])) if kind in counts else none for kind in missing}


def _looks(clock: str) -> house.Part:
    colours = house.palette()
    if clock == "resolution":
        return {"color": colours.accent}
    hatched = {"shape": "/", "size": 6, "solidity": 0.3, "fgcolor": colours.ink}
    return {"color": colours.grid, "pattern": hatched}


def _key() -> house.Part:
    colours = house.palette()
    marks = {"first_response": ("▨", colours.ink), "resolution": ("■", colours.accent)}
    return house.key([(*marks[clock], words.clock(clock)) for clock in CLOCKS], 44)


def _shares(rows: pd.DataFrame) -> list[float]:
    return (rows.ticket_count / rows.ticket_count.sum()).tolist()


def _columns(kind: str, clock: str, rows: pd.DataFrame) -> house.Trace:
    across, up = by_kind.axes(kind)
    bounds, total = rows.up_to_hours.tolist(), int(rows.ticket_count.sum())
    return house.bar(
        x=list(range(len(rows))),
        y=_shares(rows),
        xaxis=across,
        yaxis=up,
        offsetgroup=clock,
        marker=_looks(clock),
        hovertext=[
            _hover(clock, between(bounds, place), row, total)
            for place, row in enumerate(rows_of(rows))
        ],
    )


def _hover(clock: str, bucket: str, row: Row, total: int) -> str:
    count = _("{count} of {active}").format(
        count=numbers.number(row["ticket_count"]), active=numbers.number(total)
    )
    share = numbers.percent(row["ticket_count"] / total)
    name = words.capital(words.clock(clock))
    return f"<b>{words.labelled(name, bucket)}</b><br>{words.noted(count, share)}"


def _axes(
    buckets: pd.DataFrame, kind: str, drawn: dict[tuple[str, str], pd.DataFrame]
) -> tuple[house.Part, house.Part]:
    bounds = buckets.up_to_hours[(buckets.kind == kind) & (buckets.clock == "resolution")].tolist()
    top = max(max(_shares(rows)) for rows in drawn.values())
    marks = [0, 0.25, 0.5, 0.75, 1]
    across = {
        "range": [-0.5, len(bounds) - 0.5],
        "tickvals": list(range(len(bounds))),
        "ticktext": _labels(bounds),
        "tickangle": 0,
        "title": {"text": _("working hours up to"), "standoff": 4},
    }
    up = {
        "range": [0, top * 1.1],
        "tickvals": marks,
        "ticktext": [numbers.percent(mark) for mark in marks],
        "showticklabels": kind == KINDS[0],
        "showgrid": True,
    }
    return across, up


def _labels(bounds: list[float]) -> list[str]:
    return [numbers.number(bound) if house.is_number(bound) else _("more") for bound in bounds]
