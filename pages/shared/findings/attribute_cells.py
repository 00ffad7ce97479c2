"""Experience by dimension, by factor, by control and by question: the same answers four times.

What one grouping hides another could give back: a dimension is the sum of its questions, and each
grouping that covers every question adds up to the same whole. So all four are hidden as one chain.
"""

import pandas as pd

from pages.shared.findings.driver_scores import (
    CONTROL,
    CONTROLLABLE,
    DIMENSION,
    FACTOR,
    QUESTION,
    UNCONTROLLABLE,
)
from pages.shared.suppression_tables import Line, hide_along

WHOLE = "whole"
_CONTROLS = {True: CONTROLLABLE, False: UNCONTROLLABLE}


def protected(scores: pd.DataFrame, questions: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """The rows of `satisfaction/scores_by_attribute` without what is too few or gives it away.

    `questions`: the rows of `satisfaction/indicators`. The column `hidden` says why.
    """
    cells = list(zip(scores.grouped_by, scores.attribute, strict=True))
    named = scores.set_axis(pd.Index(cells, tupleize_cols=False), axis="index")
    lines = [*_whole(named), *_of_questions(named, questions)]
    values = ["perceived", "perceived_spread"]
    hidden = hide_along(named, "answer_count", values, lines, minimum_n)
    return hidden.set_axis(scores.index, axis="index")


def _whole(named: pd.DataFrame) -> list[Line]:
    """Each grouping that leaves no answer out adds up to all of them."""
    counts = named.groupby("grouped_by").answer_count.sum()
    every = counts.get(QUESTION, 0)
    return [
        Line(tuple(named.index[named.grouped_by == kind]), WHOLE)
        for kind, count in counts.items()
        if count == every
    ]


def _of_questions(named: pd.DataFrame, questions: pd.DataFrame) -> list[Line]:
    """Each dimension, factor and kind of control is the sum of its questions."""
    control = questions.is_controllable.map(_CONTROLS)
    known = questions.assign(**{CONTROL: control}).set_index("indicator_id")
    lines = []
    for kind in (DIMENSION, FACTOR, CONTROL):
        for group, own in known.groupby(kind):
            parts = tuple((QUESTION, name) for name in own.index if (QUESTION, name) in named.index)
            if (kind, group) in named.index and parts:
                lines.append(Line(parts, (kind, group)))
    return lines
