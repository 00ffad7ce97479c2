"""No hidden cell of a table with totals, or of a chain of tables, can be worked out."""

from fractions import Fraction
from itertools import product

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from pages.shared.suppression import HIDDEN
from pages.shared.suppression_tables import (
    Cell,
    Counts,
    Figures,
    Line,
    hide_along,
    to_hide,
    within_a_point,
    worked_out,
)

MINIMUM_N = 5
Table = tuple[dict[Cell, int], list[Line]]


def two_way(rows: list[list[int]]) -> Table:
    """Cells ("r", "c"), row totals ("r", "all"), column totals ("all", "c"), and ("all", "all")."""
    table = np.array(rows)
    row_names, column_names = range(table.shape[0]), range(table.shape[1])
    counts: dict[Cell, int] = {
        (row, column): int(table[row, column]) for row, column in product(row_names, column_names)
    }
    counts |= {(row, "all"): int(table[row].sum()) for row in row_names}
    counts |= {("all", column): int(table[:, column].sum()) for column in column_names}
    counts["all", "all"] = int(table.sum())
    lines = [Line(tuple((r, c) for c in column_names), (r, "all")) for r in (*row_names, "all")]
    lines += [Line(tuple((r, c) for r in row_names), ("all", c)) for c in (*column_names, "all")]
    return counts, lines


def chain(groups: list[list[int]]) -> Table:
    """Questions in dimensions, dimensions in the whole; the same answers by segment as well."""
    counts: dict[Cell, int] = {}
    lines = []
    for place, questions in enumerate(groups):
        parts = tuple(("question", place, number) for number in range(len(questions)))
        counts |= dict(zip(parts, questions, strict=True))
        counts["dimension", place] = sum(questions)
        lines.append(Line(parts, ("dimension", place)))
    whole = sum(map(sum, groups))
    counts |= {"all": whole, "vip": whole // 4, "regular": whole - whole // 4}
    lines.append(Line(tuple(("dimension", place) for place in range(len(groups))), "all"))
    return counts, [*lines, Line(("vip", "regular"), "all")]


cells = st.one_of(st.integers(0, 12), st.sampled_from([0, 1, 4, 5, 40]))
tables = st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(
    lambda size: st.lists(
        st.lists(cells, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
    )
)
ragged = st.lists(st.lists(cells, min_size=1, max_size=4), min_size=1, max_size=5)
either = tables.map(two_way) | ragged.map(chain)


def solved(lines: list[Line], hidden: set[Cell]) -> set[Cell]:
    """What a reader works out with fractions, by Gauss and Jordan: rows with one unknown left."""
    unknown = sorted(hidden, key=repr)
    rows = [
        [Fraction((cell in line.parts) - (cell == line.total)) for cell in unknown]
        for line in lines
    ]
    found, start = [], 0
    for place in range(len(unknown)):
        pivot = next((r for r in range(start, len(rows)) if rows[r][place]), None)
        if pivot is None:
            continue
        rows[start], rows[pivot] = rows[pivot], rows[start]
        first = rows[start][place]
        rows[start] = [value / first for value in rows[start]]
        for r, row in enumerate(rows):
            if r != start and row[place]:
                factor = row[place]
                rows[r] = [a - factor * b for a, b in zip(row, rows[start], strict=True)]
        found.append(place)
        start += 1
    return {
        unknown[place]
        for row, place in zip(rows, found, strict=False)
        if sum(value != 0 for value in row) == 1
    }


@given(either)
def test_no_hidden_cell_is_determined_by_what_is_shown(table: Table) -> None:
    counts, lines = table
    hidden = to_hide(counts, lines, MINIMUM_N)
    assert solved(lines, hidden) == set()


@given(either)
def test_every_cell_of_too_few_is_hidden(table: Table) -> None:
    counts, lines = table
    hidden = to_hide(counts, lines, MINIMUM_N)
    assert {cell for cell, n in counts.items() if 0 < n < MINIMUM_N} <= hidden
    assert all(counts[cell] > 0 for cell in hidden)


@given(either)
def test_what_is_left_of_a_shown_total_is_enough(table: Table) -> None:
    counts, lines = table
    hidden = to_hide(counts, lines, MINIMUM_N)
    for line in lines:
        n = sum(counts[cell] for cell in line.parts if cell in hidden)
        assert n == 0 or n >= MINIMUM_N or line.total in hidden


@given(either)
def test_where_nothing_is_too_few_nothing_is_hidden(table: Table) -> None:
    counts, lines = table
    assert to_hide(counts, lines, 1) == set()


@given(either, st.randoms(use_true_random=False))
def test_the_audit_is_that_of_exact_fractions(table: Table, random: np.random.Generator) -> None:
    counts, lines = table
    hidden = {cell for cell in counts if random.random() < 0.5}
    assert worked_out(lines, hidden) == solved(lines, hidden)


def numerators(counts: Counts, lines: list[Line], share: float) -> dict[Cell, float]:
    """Counts of some outcome that add up along a chain: about this share of each single cell."""
    values = {cell: float(round(share * n)) for cell, n in counts.items()}
    for line in lines:
        values[line.total] = sum(values[part] for part in line.parts)
    values["regular"] = min(values["all"], float(counts["regular"]))
    values["vip"] = values["all"] - values["regular"]
    return values


@given(ragged, st.sampled_from([0.0, 0.1, 0.5, 0.9, 1.0]))
def test_no_hidden_count_of_a_chain_is_given_away_by_its_range(
    groups: list[list[int]], share: float
) -> None:
    """By linear programming: each hidden count could be another one, from 0 to its n."""
    counts, lines = chain(groups)
    values = numerators(counts, lines[:-1], share)
    figures = Figures(values, dict.fromkeys(counts, 0.0), counts)
    hidden = sorted(to_hide(counts, lines, MINIMUM_N, figures), key=repr)
    for cell in hidden:
        least, most = (extreme(cell, sign, hidden, lines, figures) for sign in (1, -1))
        assert most - least > 1e-6, cell


def extreme(
    cell: Cell, sign: int, hidden: list[Cell], lines: list[Line], figures: Figures
) -> float:
    rows = [[(c in line.parts) - (c == line.total) for c in hidden] for line in lines]
    known = [
        figures.values[line.total] * (line.total not in hidden)
        - sum(figures.values[part] for part in line.parts if part not in hidden)
        for line in lines
    ]
    bounds = [(figures.lowest[c], figures.highest[c]) for c in hidden]
    aim = [sign * (c == cell) for c in hidden]
    done = linprog(aim, A_eq=rows, b_eq=known, bounds=bounds)
    assert done.status == 0, done.message
    return float(sign * done.fun)


def test_one_small_cell_hides_a_square() -> None:
    counts, lines = two_way([[2, 20, 30], [25, 9, 40], [30, 35, 50]])
    assert to_hide(counts, lines, MINIMUM_N) == {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_two_rings_joined_by_one_cell_hide_more_although_each_line_has_two() -> None:
    """The cell between the rings stands in lines of three, and is determined all the same."""
    rows = [[3, 4, 30, 30], [4, 3, 2, 30], [30, 30, 3, 4], [30, 30, 4, 3]]
    counts, lines = two_way(rows)
    small = {cell for cell, n in counts.items() if n < MINIMUM_N}
    assert worked_out(lines, small) == {(1, 2)}
    assert worked_out(lines, to_hide(counts, lines, MINIMUM_N)) == set()


def test_a_total_of_one_group_is_hidden_with_it() -> None:
    lines = [Line(("only",), "total"), Line(("total", "other"), "all")]
    counts: Counts = {"only": 3, "total": 3, "other": 40, "all": 43}
    assert to_hide(counts, lines, MINIMUM_N) == {"only", "total", "other"}


def test_nothing_of_a_hidden_sum_gives_each_part_away_until_more_is_hidden() -> None:
    counts: Counts = {"a": 3, "b": 4, "c": 20, "d": 30, "all": 57}
    lines = [Line(("a", "b", "c", "d"), "all")]
    zero: dict[Cell, float] = {"a": 0.0, "b": 0.0, "c": 7.0, "d": 9.0, "all": 16.0}
    figures = Figures(zero, dict.fromkeys(counts, 0.0), counts)
    assert within_a_point(lines, {"a", "b"}, figures) == {"a", "b"}
    assert to_hide(counts, lines, MINIMUM_N) == {"a", "b"}
    assert to_hide(counts, lines, MINIMUM_N, figures) == {"a", "b", "c"}


def test_rows_say_why_they_are_hidden() -> None:
    frame = pd.DataFrame(
        {"n": [3, 9, 20, 32, 0], "k": [1, 2, 3, 6, 0], "share": 0.5}, list("abcde")
    )
    lines = [Line(("a", "b", "c", "e"), "d")]
    told = hide_along(frame, "n", ["k", "share"], lines, MINIMUM_N, numerator="k")
    assert told[HIDDEN].tolist()[:4] == [
        "too few answers (3)",
        "hidden to protect a smaller group (9)",
        None,
        None,
    ]
    assert told[HIDDEN]["e"] == "too few answers (0)"
    assert told.share.notna().tolist() == [False, False, True, True, False]
    assert frame.share.notna().all()


def test_thousands_of_rows_are_audited_at_once() -> None:
    counts: dict[Cell, int] = {}
    lines = []
    for kind in ("fault", "requirement", "delivery"):
        parts = tuple((kind, place) for place in range(4000))
        counts |= {part: part[1] % 40 for part in parts} | {kind: 78_000}
        lines.append(Line(parts, kind))
    assert len(to_hide(counts, lines, MINIMUM_N)) == 3 * 4000 // 40 * 4
