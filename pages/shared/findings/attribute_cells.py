"""Experience by dimension, by factor, by control and by question: the same answers four times.

What one grouping hides another could give back: a dimension is the sum of its questions, and each
grouping that covers every question adds up to the same whole. So all four are hidden as one chain.
"""

from collections.abc import Mapping

import pandas as pd

from pages.shared.findings import driver_scores
from pages.shared.findings.driver_scores import CONTROL, DIMENSION, FACTOR, QUESTION
from pages.shared.suppression_tables import Line, hide_along

WHOLE = "whole"
Cell = tuple[str, str]  # the kind of attribute, and its name


def protected(scores: pd.DataFrame, questions: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """The rows of `satisfaction/scores_by_attribute` without what is too few or gives it away.

    `questions`: the rows of `satisfaction/indicators`. The column `hidden` says why.
    """
    cells: list[Cell] = list(zip(scores["grouped_by"], scores["attribute"], strict=True))
    counts = dict(zip(cells, scores["answer_count"], strict=True))
    named = scores.set_axis(pd.Index(cells, tupleize_cols=False), axis="index")
    lines = [*_whole(counts), *_of_questions(counts, questions)]
    values = ["perceived", "perceived_spread"]
    hidden = hide_along(named, "answer_count", values, lines, minimum_n)
    return hidden.set_axis(scores.index, axis="index")


def _whole(counts: Mapping[Cell, int]) -> list[Line]:
    """Each grouping that leaves no answer out adds up to all of them."""
    kinds: dict[str, list[Cell]] = {}
    for kind, attribute in counts:
        kinds.setdefault(kind, []).append((kind, attribute))
    totals = {kind: sum(counts[cell] for cell in cells) for kind, cells in kinds.items()}
    every = totals.get(QUESTION, 0)
    return [Line(tuple(cells), WHOLE) for kind, cells in kinds.items() if totals[kind] == every]


def _of_questions(counts: Mapping[Cell, int], questions: pd.DataFrame) -> list[Line]:
    """Each dimension, factor and kind of control is the sum of its questions."""
    lines = []
    for kind in (DIMENSION, FACTOR, CONTROL):
        groups = driver_scores.group_of(questions, kind)
        parts: dict[str, list[Cell]] = {}
        for name, group in zip(questions["indicator_id"], groups, strict=True):
            if (kind, group) in counts and (QUESTION, name) in counts:
                parts.setdefault(group, []).append((QUESTION, name))
        lines += [Line(tuple(parts[group]), (kind, group)) for group in sorted(parts)]
    return lines
