"""Worth per tier: bars from zero, the low and the high case as whiskers, amounts behind."""

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house
from pages.shared.rows import Row, rows_of
from pages.shared.safe import html
from pages.shared.text import _, ngettext, numbers, words

ROW_HEIGHT, HEAD, FOOT = 46, 30, 10
LEFT, RIGHT = 170, 178
COMPACT_ROW, BESIDE = 29, 18
LETTER, WIDE_LETTER, FIRST_WIDE = 8, 14, "⺀"  # pixels; Chinese signs come after the last
AT_STAKE = ("basic", "complaining")


def worth(tiers: pd.DataFrame, currency: str, *, is_compact: bool = False) -> go.Figure:
    """Per tier a bar of its assumed worth with whiskers from the low to the high case.

    `tiers`: tier (five and `unheard`), client_count, unknown_count, worth, worth_low, worth_high
    (null where no worth is known). `is_compact`: narrow, the range in the hover alone. The tiers
    at stake have bold names.
    """
    rows = rows_of(tiers)
    height, left, right = _size(rows, currency, is_compact)
    tall = HEAD + FOOT + height * max(len(rows), 1)
    if not any(row["client_count"] > row["unknown_count"] for row in rows):
        return house.too_few_points(tall)
    return house.figure(
        [_bars(rows, currency), _ranges(rows)],
        tall,
        annotations=[
            _key(left, is_compact),
            *_names(rows, is_compact),
            *_behind(rows, currency, is_compact),
        ],
        xaxis={"visible": False, "range": [0, _longest(rows)]},
        yaxis={"range": [len(rows) - 0.5, -0.5], "visible": False},
        margin={"l": left, "r": right, "t": HEAD, "b": FOOT},
    )


def _size(rows: list[Row], currency: str, is_compact: bool) -> tuple[int, int, int]:
    """The height of a row and both margins: compact, no wider than what is written there."""
    amounts = _width(
        [line for row in rows for line in _amount(row, currency, is_compact).split("<br>")]
    )
    if not is_compact:
        return ROW_HEIGHT, LEFT, max(RIGHT, amounts)
    names = [words.capital(words.tier(row["tier"])) for row in rows]
    return COMPACT_ROW, _width(names), amounts


def _width(texts: list[str]) -> int:
    letters = [[WIDE_LETTER if sign >= FIRST_WIDE else LETTER for sign in text] for text in texts]
    return BESIDE + max(map(sum, letters), default=0)


def _longest(rows: list[Row]) -> float:
    columns = ("worth", "worth_low", "worth_high")
    amounts = [row[name] for row in rows for name in columns if house.is_number(row[name])]
    return 1.02 * max(amounts, default=1.0) or 1.0


def _bars(rows: list[Row], currency: str) -> house.Trace:
    hatched = {**house.HATCHED, "fillmode": "overlay"}
    return house.bar(
        orientation="h",
        x=[row["worth"] if house.is_number(row["worth"]) else None for row in rows],
        y=list(range(len(rows))),
        width=0.6,
        marker={
            "color": [house.TIER_COLOURS[row["tier"]] for row in rows],
            "line": {"width": 0},
            "pattern": {**hatched, "shape": ["/" if _is_unheard(row) else "" for row in rows]},
        },
        hovertext=[_hover(row, currency) for row in rows],
    )


def _is_unheard(row: Row) -> bool:
    return bool(row["tier"] == "unheard")


def _ranges(rows: list[Row]) -> house.Trace:
    """Whiskers as lines of their own: what was entered may lie outside the two cases."""
    x: list[float | None] = []
    y: list[float | None] = []
    for place, row in enumerate(rows):
        if house.is_number(row["worth_low"]) and row["worth_low"] != row["worth_high"]:
            x += [row["worth_low"], row["worth_high"], None]
            y += [place, place, None]
    return {
        "type": "scatter",
        "hoverinfo": "skip",
        "x": x,
        "y": y,
        "mode": "lines+markers",
        "line": {"color": house.palette().muted, "width": 2},
        "marker": {"symbol": "line-ns", "size": 10, "line": {"width": 2, "color": _muted()}},
    }


def _muted() -> str:
    return house.palette().muted


def _key(left: int, is_compact: bool) -> house.Part:
    told = _("low to high case") if is_compact else _("worth, assumed; low to high case")
    return house.key([("├─┤", _muted(), told)], left)


def _names(rows: list[Row], is_compact: bool) -> list[house.Part]:
    where = {"xref": "paper", "xanchor": "right", "xshift": -8, "align": "right"}
    return [house.text(0, place, _name(row, is_compact), **where) for place, row in enumerate(rows)]


def _name(row: Row, is_compact: bool) -> str:
    """The tier, bold where it is at stake; below it how many clients, and of how many unknown."""
    tier = html(words.capital(words.tier(row["tier"])))
    told = f"<b>{tier}</b>" if row["tier"] in AT_STAKE else tier
    return told if is_compact else f"{told}<br>{html(_counted(row))}"


def _counted(row: Row) -> str:
    clients = ngettext("{count} client", "{count} clients", int(row["client_count"])).format(
        count=numbers.number(row["client_count"])
    )
    if not row["unknown_count"]:
        return clients
    return _("{clients}, {count} unknown").format(
        clients=clients, count=numbers.number(row["unknown_count"])
    )


def _behind(rows: list[Row], currency: str, is_compact: bool) -> list[house.Part]:
    where = {"xref": "paper", "xanchor": "left", "xshift": 8, "align": "left"}
    return [
        house.text(1, place, _amount(row, currency, is_compact), **where)
        for place, row in enumerate(rows)
    ]


def _amount(row: Row, currency: str, is_compact: bool) -> str:
    if not house.is_number(row["worth"]):
        return html(_("unknown"))
    told = html(numbers.short_money(row["worth"], currency, 1))
    if is_compact or row["worth_low"] == row["worth_high"]:
        return told
    return f"{told}<br>{html(_range(row, currency))}"


def _range(row: Row, currency: str) -> str:
    return _("{low} to {high}").format(
        low=numbers.short_money(row["worth_low"], currency, 1),
        high=numbers.short_money(row["worth_high"], currency, 1),
    )


def _hover(row: Row, currency: str) -> str:
    heading = f"<b>{html(words.capital(words.tier(row['tier'])))}</b>"
    if not house.is_number(row["worth"]):
        return "<br>".join([heading, html(_counted(row)), html(_("worth unknown"))])
    told = words.labelled(words.column("worth"), numbers.money(row["worth"], currency))
    return "<br>".join([heading, html(told), html(_range(row, currency)), html(_counted(row))])
