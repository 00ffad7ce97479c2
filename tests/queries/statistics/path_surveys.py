"""Surveys that path models are fitted to: answers made by constructs that lead to each other."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from queries.statistics.arrays import Numbers

Blocks = dict[str, list[str]]
Arrows = list[tuple[str, str]]
MEASURED: Blocks = {"image": ["i1", "i2"], "quality": ["q1", "q2", "q3"], "satisfaction": ["s1"]}
PATHS: Arrows = [("image", "quality"), ("image", "satisfaction"), ("quality", "satisfaction")]


def survey(
    seed: int,
    rows: int = 60,
    measured: Mapping[str, Sequence[str]] = MEASURED,
    paths: Sequence[tuple[str, str]] = PATHS,
) -> pd.DataFrame:
    """Answers 1–10 to the columns, made by constructs that lead to each other."""
    chance = np.random.default_rng(seed)
    felt: dict[str, Numbers] = {}
    for construct in measured:
        causes = [felt[start] for start, end in paths if end == construct]
        felt[construct] = chance.normal(size=rows) + 0.7 * np.sum([np.zeros(rows), *causes], axis=0)
    answers = {
        column: 5.5 + 1.5 * felt[construct] + chance.normal(size=rows) * 1.2
        for construct, columns in measured.items()
        for column in columns
    }
    return pd.DataFrame(answers).round().clip(1, 10)


@st.composite
def models(draw: st.DrawFn) -> tuple[Blocks, Arrows]:
    """Two to five constructs of one to three columns, each joined to an earlier one."""
    names = "abcde"[: draw(st.integers(2, 5))]
    measured = {name: [f"{name}{n}" for n in range(draw(st.integers(1, 3)))] for name in names}
    arrows = [
        (draw(st.sampled_from(names[:place])), names[place]) for place in range(1, len(names))
    ]
    more = [(one, other) for one in names for other in names if one < other]
    return measured, sorted({*arrows, *draw(st.lists(st.sampled_from(more), max_size=4))})
