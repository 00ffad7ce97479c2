"""The path model of the index: which answers it is fitted to, and whether it could be (§4).

Its columns are the questions of a construct that at least half of the responses answered that state
satisfaction, its rows the responses complete on them. A construct without such a question falls out
with its arrows. Answers were not filled in where they are missing: a model of made-up answers would
look surer than it is.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

from data.settings import Index
from queries.statistics import path_model
from queries.statistics.path_model import NotFittedError, PathModel

SATISFACTION = "satisfaction"
CONSTRUCTS = ("image", "expectations", "quality", "value", SATISFACTION, "complaints", "loyalty")
ARROWS = (
    ("image", "expectations"),
    ("expectations", "quality"),
    ("expectations", "value"),
    ("quality", "value"),
    ("image", SATISFACTION),
    ("expectations", SATISFACTION),
    ("quality", SATISFACTION),
    ("value", SATISFACTION),
    (SATISFACTION, "complaints"),
    ("image", "loyalty"),
    (SATISFACTION, "loyalty"),
    ("complaints", "loyalty"),
)
LEAST_SHARE = 0.5


class Fit(NamedTuple):
    """The model, or `fault`: why there is none (neither where no other construct was asked).

    `questions`: those in it (index `indicator_id`), with `spread` of their answers (n − 1).
    `response_count`: how many state satisfaction; `picked_count`: how many of them were looked at.
    """

    questions: pd.DataFrame
    response_count: int
    picked_count: int
    model: PathModel | None = None
    fault: NotFittedError | None = None


def fitted(scores: pd.DataFrame, questions: pd.DataFrame, how: Index) -> Fit:
    """The model of the rows of `satisfaction/survey_scores` and `satisfaction/index_questions`.

    A model whose intervals cannot be drawn (too few clients) counts as not fitted: none of its
    coefficients could be told from noise.
    """
    answers, clients = _table(scores, questions)
    asked = questions.set_index("indicator_id").loc[list(answers.columns)]
    complete = answers.notna().all(axis=1)
    rows, clusters = answers[complete], clients[complete]
    counts = int(scores["response_count"].max()) if len(scores) else 0, len(answers)
    measurement, arrows = _structure(asked)
    fit = Fit(asked.assign(spread=rows.std(ddof=1)), *counts)
    if not arrows:
        return fit
    try:
        model = path_model.fit(
            rows,
            measurement,
            arrows,
            clusters=clusters,
            draws=how.bootstrap_draws,
            seed=how.seed,
        )
        model.intervals()
    except NotFittedError as fault:
        return fit._replace(fault=fault)
    return fit._replace(model=model)


def _table(scores: pd.DataFrame, questions: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Responses × questions of constructs that enough answered, and each response's client."""
    row, responses = pd.factorize(scores["response_number"])
    column, names = pd.factorize(scores["indicator_id"])
    values = np.full((len(responses), len(names)), np.nan)
    values[row, column] = scores["perceived"].to_numpy(dtype=float)
    answers = pd.DataFrame(values, columns=names)
    known = [name for name in questions["indicator_id"] if name in answers.columns]
    often = [name for name in known if answers[name].notna().mean() >= LEAST_SHARE]
    clients = scores.loc[~scores["response_number"].duplicated(), "client_id"]
    return answers[often], clients.reset_index(drop=True)


def _structure(asked: pd.DataFrame) -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    """Which questions measure which construct; arrows between constructs that have some.

    Every construct has an arrow from or to satisfaction, so none without it can be alone.
    """
    measurement = {
        name: asked.index[asked["latent"] == name].tolist()
        for name in CONSTRUCTS
        if (asked["latent"] == name).any()
    }
    if SATISFACTION not in measurement:
        return measurement, []
    return measurement, [arrow for arrow in ARROWS if set(arrow) <= set(measurement)]
