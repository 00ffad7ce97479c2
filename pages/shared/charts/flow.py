"""Moves between tiers as a flow: where clients were on the left, where they are on the right."""

from collections import defaultdict
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house
from pages.shared.text import _, letters, ngettext, numbers, words

HEIGHT = 340
_STATES = (*house.TIERS, "left")
_RANK = {state: rank for rank, state in enumerate(_STATES)}
_FLOW_END, _LIST_START = 0.6, 0.66
_HEAD, _FOOT, _LINE = 26, 8, 18
_NAME_LENGTH, _LINE_LENGTH = 30, 40
_MOST_NAMES, _MOST_ON_HOVER = 3, 12
_FILLED = 0.86  # of the height; the rest keeps the states apart
_GREY = "rgba(102,112,133,0.25)"


class _Move(NamedTuple):
    """Clients that were in one state and are in another (or still in the same)."""

    before: str
    after: str
    size: int
    clients: tuple[str, ...]


def tier_flow(
    moves: pd.DataFrame, names: pd.DataFrame, minimum_n: int = 5, *, height: int = HEIGHT
) -> go.Figure:
    """Clients from tier to tier, both sides in the order of the ladder, `left` at the foot.

    `moves`: from_tier, to_tier, client_count (stays included). `names`: client_name, from_tier,
    to_tier of the clients that moved; the moves of at most three clients are named beside the
    flow, worst first. Flows out of a tier with fewer than `minimum_n` clients are grey.
    """
    known = _moves(moves, names)
    if not known:
        return house.too_few_points(height)
    before, after = _totals(known, 0), _totals(known, 1)
    thin = {state for state, count in before.items() if count < minimum_n}
    return house.figure(
        [_sankey(known, before, after, thin)],
        height,
        annotations=[*_headings(), _named(known, height)],
        margin={"l": 8, "r": 8, "t": _HEAD, "b": _FOOT},
    )


def _moves(moves: pd.DataFrame, names: pd.DataFrame) -> list[_Move]:
    """The moves that occur, in the order of the ladder on both sides."""
    clients: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, start, end in zip(names.client_name, names.from_tier, names.to_tier, strict=True):
        clients[start, end].append(house.safe(name, _NAME_LENGTH))
    found = [
        _Move(start, end, int(count), tuple(clients[start, end]))
        for start, end, count in zip(
            moves.from_tier, moves.to_tier, moves.client_count, strict=True
        )
        if count
    ]
    return sorted(found, key=lambda move: (_RANK[move.before], _RANK[move.after]))


def _totals(moves: list[_Move], side: int) -> dict[str, int]:
    """Clients per state on one side (0 before, 1 after), in the order of the ladder."""
    totals: dict[str, int] = {}
    for state in _STATES:
        count = sum(move.size for move in moves if move[side] == state)
        if count:
            totals[state] = count
    return totals


def _sankey(
    moves: list[_Move], before: dict[str, int], after: dict[str, int], thin: set[str]
) -> house.Trace:
    start = {state: index for index, state in enumerate(before)}
    end = {state: index + len(before) for index, state in enumerate(after)}
    return {
        "type": "sankey",
        "arrangement": "fixed",
        "domain": {"x": [0, _FLOW_END], "y": [0, 0.97]},
        "node": _nodes(before, after),
        "link": {
            "source": [start[move.before] for move in moves],
            "target": [end[move.after] for move in moves],
            "value": [move.size for move in moves],
            "color": [_GREY if move.before in thin else _faint(move.after) for move in moves],
            "customdata": [_hover(move, thin) for move in moves],
            "hovertemplate": "%{customdata}<extra></extra>",
        },
        "textfont": {"size": house.TEXT_SIZE, "color": house.palette().ink},
    }


def _nodes(before: dict[str, int], after: dict[str, int]) -> house.Part:
    states = [*before, *after]
    labels = [
        f"{house.safe(words.capital(words.tier(state)))} {numbers.number(count)}"
        for state, count in [*before.items(), *after.items()]
    ]
    return {
        "label": labels,
        "color": [house.TIER_COLOURS[state] for state in states],
        "x": [0.001] * len(before) + [0.999] * len(after),
        "y": _middles(list(before.values())) + _middles(list(after.values())),
        "pad": 12,
        "thickness": 14,
        "line": {"width": 0.5, "color": house.palette().ink},
        "customdata": labels,
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _middles(counts: list[int]) -> list[float]:
    """Middles of the states from the top, so that the ladder's order is kept."""
    total, gap = sum(counts), (1 - _FILLED) / max(len(counts) - 1, 1)
    middles, above = [], 0.0
    for position, count in enumerate(counts):
        size = count / total * _FILLED
        middles.append(min(max(above + size / 2 + gap * position, 0.001), 0.999))
        above += size
    return middles


def _faint(state: str) -> str:
    colour = house.TIER_COLOURS[state]
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.45)"


def _words(move: _Move) -> str:
    told = _("{before} → {after}").format(
        before=words.tier(move.before), after=words.tier(move.after)
    )
    return f"<b>{house.safe(words.capital(told), 80)}</b>"


def _hover(move: _Move, thin: set[str]) -> str:
    told = ngettext("{n} client", "{n} clients", move.size).format(n=numbers.number(move.size))
    lines = [_words(move), told, *move.clients[:_MOST_ON_HOVER]]
    if move.before in thin:
        lines.append(_("Too few clients were here to speak of a share."))
    return "<br>".join(lines)


def _headings() -> list[house.Part]:
    at_top = {"xref": "paper", "yref": "paper", "yanchor": "bottom", "yshift": 4}
    where: house.Part = {**at_top, "opacity": house.MUTED}
    return [
        house.text(0, 1, _("Before"), xanchor="left", **where),
        house.text(_FLOW_END, 1, _("Now"), xanchor="right", **where),
        house.text(_LIST_START, 1, _("Who moved"), xanchor="left", **where),
    ]


def _named(moves: list[_Move], height: int) -> house.Part:
    """Moves of at most three clients, furthest down the ladder first, the names under each."""
    moved = [move for move in moves if move.before != move.after and move.clients]
    few = [move for move in moved if move.size <= _MOST_NAMES]
    worst_first = sorted(few, key=lambda move: _RANK[move.before] - _RANK[move.after])
    lines = [line for move in worst_first for line in (_words(move), *_wrapped(move.clients))]
    most = (height - _HEAD - _FOOT) // _LINE
    if len(lines) > most:
        lines = [*lines[: most - 1], "…"]
    where = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "top"}
    return house.text(_LIST_START, 1, "<br>".join(lines), align="left", **where)


def _wrapped(clients: tuple[str, ...]) -> list[str]:
    """The names in one line, or each on its own where that would be too wide."""
    together = words.join(clients)
    return [together] if letters.width(together) <= _LINE_LENGTH else list(clients)
