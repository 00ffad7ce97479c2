"""Responses made by a model that is known, as the questions about the index return them."""

from typing import Any

import numpy as np
import pandas as pd

from data.settings import Index
from pages.shared.findings import index_model
from pages.shared.findings.index_model import Fit
from queries.statistics.path_model import PathModel

HOW = Index(bootstrap_draws=200)
QUESTIONS = pd.DataFrame(
    {
        "indicator_id": ["q1", "q2", "s1", "s2", "l1", "i1"],
        "wording": ["Quick?", "Right?", "Satisfied?", "Ideal?", "Again?", "Known?"],
        "wording_zh": ["快吗？", None, None, None, None, None],
        "latent": ["quality", "quality", "satisfaction", "satisfaction", "loyalty", "image"],
        "scale_low": [1.0, 1, 1, 1, 0, 1],
        "scale_high": [9.0, 9, 10, 10, 10, 5],
        "weight": 1.0,
        "is_controllable": [True, True, True, True, True, False],
    }
)


def wide(count: int = 120, seed: int = 3) -> pd.DataFrame:
    """Whole responses: image moves quality a little, quality satisfaction, that loyalty."""
    chance = np.random.default_rng(seed)
    image, own = chance.normal(size=count), chance.normal(size=count)
    quality = 0.3 * image + own
    satisfaction = 0.8 * quality + 0.4 * chance.normal(size=count)
    columns = {
        "q1": 5 + quality + 0.3 * chance.normal(size=count),
        "q2": 5 + 1.5 * quality + 0.3 * chance.normal(size=count),
        "s1": 6 + satisfaction + 0.3 * chance.normal(size=count),
        "s2": 5 + satisfaction + 0.3 * chance.normal(size=count),
        "l1": 6 + 1.2 * satisfaction + chance.normal(size=count),
        "i1": 3 + 0.5 * image,
    }
    return pd.DataFrame(columns)


def scores(answers: pd.DataFrame, clients: int = 30, **more: Any) -> pd.DataFrame:
    """The same as rows of `satisfaction/survey_scores`."""
    numbered = answers.assign(response_number=range(len(answers)))
    long = numbered.melt("response_number", var_name="indicator_id", value_name="perceived")
    named = long.dropna().sort_values(["response_number", "indicator_id"])
    client = named.response_number.map(lambda number: f"c{number % clients}")
    return named.assign(client_id=client, response_count=len(answers), **more)


def fitted(answers: pd.DataFrame, clients: int = 30, **more: Any) -> Fit:
    return index_model.fitted(scores(answers, clients, **more), QUESTIONS, HOW)


def model_of(answers: pd.DataFrame) -> tuple[pd.DataFrame, PathModel]:
    fit = fitted(answers)
    assert fit.model is not None
    return fit.questions, fit.model
