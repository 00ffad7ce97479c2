"""Numbers of few answers hidden where totals are shown in two directions, or from table to table.

`suppression.hide_few` guards one list of groups with their total. Here what is hidden is audited by
linear algebra: every sum a reader knows is a line (parts and their total), and no hidden cell may
be determined by the lines and the shown cells together, nor by the range in which a hidden count
must lie. What the audit finds is hidden further, the smallest cells first, until it finds nothing.
Rounding and noise were rejected as in `suppression`; linear programming, because the sums here are
few and their ranges settle by themselves.

Two views are not guarded against each other: who may filter may see each client anyway.

Looked at, and why each is safe:
- share within target by kind, severity and segment (`on_target.shown`): two lines per kind with one
  total, audited here, each clock by itself; so is the table of clients (`tickets.by_client`), whose
  sum per kind stands on the same page;
- experience by dimension, factor, control and question (`attribute_cells`): four groupings of the
  same answers, audited here as one chain; the cut lines are means of what is shown;
- gaps by dimension, by segment and by month, their drift, and the index by month: each is guarded
  by `hide_few` as if its total were known; two hidden groups of one list leave only their sum to
  the other lists;
- scores of clients (evidence, moves, portfolio, changes of experience): no sum of them is shown for
  the same days; `hide_few` guards them as if one were, wherever all clients of a view are listed;
- net promoter score and competitors: two periods, and pairs; they add up to nothing that is shown;
- promises by month and kind, steps by role, recovered, tiers by month with coverage, moves between
  tiers, response rates: counts of records which the same pages list or count one by one. They are
  facts and always said; a share of few is left out because it would mislead, not because it is
  secret;
- medians and percentiles (times by month and kind): no total gives one back.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from pages.shared.findings.wording import too_few_answers
from pages.shared.suppression import HIDDEN, protecting

Cell = Hashable
Counts = Mapping[Cell, int]
ALMOST = 1e-9
MOST_ROUNDS = 50  # of narrowing ranges; chains of sums settle in a few


class Line(NamedTuple):
    """A sum that a reader knows: the parts add up to the total."""

    parts: tuple[Cell, ...]
    total: Cell

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All of them, the total last."""
        return (*self.parts, self.total)


class Figures(NamedTuple):
    """What is hidden, per cell, and the range in which a reader knows it to lie, such as 0 to n."""

    values: Mapping[Cell, float]
    lowest: Mapping[Cell, float]
    highest: Mapping[Cell, float]


def hide_along(
    frame: pd.DataFrame,
    count: str,
    values: Sequence[str],
    lines: Sequence[Line],
    minimum_n: int,
    *,
    numerator: str | None = None,
    few: Callable[[int], str] = too_few_answers,
) -> pd.DataFrame:
    """A copy without the `values` of rows that are too few or would give such a row away.

    `lines` name the rows by their index, and totals that are shown elsewhere by a name of their
    own. `numerator`: a column of counts that lies between 0 and `count` in each row. The new column
    `hidden` says why, `few` what is said of too few.
    """
    answered = frame[count].fillna(0).astype(int)
    counts = _with_totals(answered, lines)
    protected = to_hide(counts, lines, minimum_n, _of(frame, numerator, lines, counts))
    why = [
        few(n) if n < minimum_n else protecting(n) if cell in protected else None
        for cell, n in answered.items()
    ]
    told, is_hidden = frame.copy(), pd.Series([reason is not None for reason in why], frame.index)
    if is_hidden.any():
        told[list(values)] = told[list(values)].mask(is_hidden)
    return told.assign(**{HIDDEN: pd.Series(why, index=frame.index, dtype=object)})


def _with_totals(numbers: pd.Series, lines: Sequence[Line]) -> dict[Cell, int]:
    """The column by cell, and the totals that are not rows themselves."""
    known = {cell: int(n) for cell, n in numbers.items()}
    return {line.total: sum(known[part] for part in line.parts) for line in lines} | known


def _of(
    frame: pd.DataFrame, numerator: str | None, lines: Sequence[Line], counts: Counts
) -> Figures | None:
    if numerator is None:
        return None
    return Figures(
        _with_totals(frame[numerator].fillna(0), lines), dict.fromkeys(counts, 0.0), counts
    )


def to_hide(
    counts: Counts, lines: Sequence[Line], minimum_n: int, figures: Figures | None = None
) -> set[Cell]:
    """The cells to hide: those of too few, and as many more as the audit asks for.

    `counts`: answers behind every cell of the lines; cells without any hold nothing and are never
    hidden. `figures`: where the hidden numbers themselves have a range that could give them away.
    """
    hidden = {cell for cell, n in counts.items() if 0 < n < minimum_n}
    while True:
        line = _first_to_mend(counts, lines, hidden, minimum_n, figures)
        if line is None:
            return hidden
        hidden.add(_best(line, lines, counts, hidden))


def _first_to_mend(
    counts: Counts,
    lines: Sequence[Line],
    hidden: set[Cell],
    minimum_n: int,
    figures: Figures | None,
) -> Line | None:
    """A line that gives something away and has a cell left to hide; None where all is safe."""
    thin = [line for line in lines if _is_thin(line, counts, hidden, minimum_n)]
    known = worked_out(lines, hidden) if not thin else set()
    if figures is not None and not thin and not known:
        known = within_a_point(lines, hidden, figures)
    leaking = thin or [line for line in lines if known.intersection(line.cells)]
    return next((line for line in leaking if _shown(line, counts, hidden)), None)


def _shown(line: Line, counts: Counts, hidden: set[Cell]) -> list[Cell]:
    return [cell for cell in line.cells if cell not in hidden and counts[cell] > 0]


def _best(line: Line, lines: Sequence[Line], counts: Counts, hidden: set[Cell]) -> Cell:
    """The total goes last; first a cell that mends another line as well, then the smallest."""
    others = [each for each in lines if each is not line and hidden.intersection(each.cells)]
    mending = {cell for each in others for cell in each.cells}
    return min(
        _shown(line, counts, hidden),
        key=lambda cell: (cell == line.total, cell not in mending, counts[cell]),
    )


def _is_thin(line: Line, counts: Counts, hidden: set[Cell], minimum_n: int) -> bool:
    """One cell alone is hidden, or the hidden parts of a shown total are too few together."""
    own = hidden.intersection(line.cells)
    n = sum(counts[cell] for cell in line.parts if cell in hidden)
    return len(own) == 1 or (0 < n < minimum_n and line.total not in hidden)


def worked_out(lines: Sequence[Line], hidden: Iterable[Cell]) -> set[Cell]:
    """The audit: hidden cells that the lines and the shown cells determine together.

    A cell is determined when its unit vector lies in the row space of the lines, cut to the hidden
    cells: the projection on that space then leaves it as it is.
    """
    cells = list(hidden)
    places = {cell: place for place, cell in enumerate(cells)}
    rows = [_row(line, places) for line in lines if places.keys() & set(line.cells)]
    if not rows:
        return set()
    _left, sizes, space = np.linalg.svd(np.array(rows), full_matrices=False)
    projection = (space[sizes > ALMOST * sizes.max()] ** 2).sum(axis=0)
    return {cell for cell, kept in zip(cells, projection, strict=True) if kept > 1 - ALMOST}


def _row(line: Line, places: Mapping[Cell, int]) -> list[float]:
    row = [0.0] * len(places)
    for cell in line.parts:
        if cell in places:
            row[places[cell]] = 1.0
    if line.total in places:
        row[places[line.total]] = -1.0
    return row


def within_a_point(lines: Sequence[Line], hidden: Iterable[Cell], figures: Figures) -> set[Cell]:
    """Hidden cells whose range the lines narrow down to one value, as 0 of a sum that is 0.

    Each line bounds each of its cells by the ranges of the others, over and over; exact where no
    two lines share more than one hidden cell in a ring, too mild in full two-way tables.
    """
    low = {**figures.values, **{cell: figures.lowest[cell] for cell in hidden}}
    high = {**figures.values, **{cell: figures.highest[cell] for cell in hidden}}
    own = [line for line in lines if set(line.cells).intersection(hidden)]
    for _round in range(MOST_ROUNDS):
        moved = [_narrowed(line, low, high) for line in own]
        if not any(moved):
            break
    return {cell for cell in hidden if high[cell] - low[cell] <= ALMOST * max(1, abs(low[cell]))}


def _narrowed(line: Line, low: dict[Cell, float], high: dict[Cell, float]) -> bool:
    """Bound each cell of the line by all the others; whether any bound moved."""
    signed = [*((cell, 1.0) for cell in line.parts), (line.total, -1.0)]
    ends = [sorted((sign * low[cell], sign * high[cell])) for cell, sign in signed]
    least, most = sum(low for low, _high in ends), sum(high for _low, high in ends)
    moved = False
    for (cell, sign), (bottom, top) in zip(signed, ends, strict=True):
        floor, ceiling = sorted((sign * (top - most), sign * (bottom - least)))
        if floor > low[cell] + ALMOST or ceiling < high[cell] - ALMOST:
            low[cell], high[cell] = max(low[cell], floor), min(high[cell], ceiling)
            moved = True
    return moved
