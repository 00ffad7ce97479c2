"""Answers of a made-up survey: what moves satisfaction in it is known beforehand."""

from typing import Any

import numpy as np
import pandas as pd

from pages.shared.findings import drivers
from pages.shared.findings.driver_scores import RECOMMEND, Responses, responses

HOW = drivers.How(minimum_n=5, draws=100, seed=1)
DIMENSIONS = ("reliability", "assurance", "tangibles")


def questions(*more: dict[str, Any]) -> pd.DataFrame:
    """A question per dimension and one of overall satisfaction, on scales 0–10."""
    own: list[dict[str, Any]] = [
        {"indicator_id": name, "dimension": name, "is_controllable": name != "tangibles"}
        for name in DIMENSIONS
    ]
    defaults: dict[str, Any] = {
        "wording": "",
        "wording_zh": None,
        "dimension": None,
        "factor": None,
        "latent": None,
        "scale_low": 0.0,
        "scale_high": 10.0,
        "weight": 1.0,
        "is_controllable": None,
        "has_competitor_scores": None,
        "answer_count": 100,
        "is_constant": False,
        "importance_count": 0,
        "importance": None,
        "competitor_count": 0,
        "scored_on": None,
    }
    rows = [*own, {"indicator_id": "glad", "latent": "satisfaction"}, *more]
    frame = pd.DataFrame([{**defaults, **row} for row in rows]).astype(object)
    numbers = ["scale_low", "scale_high", "weight"]
    frame["wording"] = frame["wording"].where(frame["wording"] != "", frame["indicator_id"])
    return frame.astype(dict.fromkeys(numbers, float))


def rows(n: int, clients: int = 40, seed: int = 1, **only: float) -> pd.DataFrame:
    """`satisfaction/survey_scores` of `n` responses that answer everything.

    Satisfaction follows reliability, much less assurance, and not tangibles; the recommendation
    follows it. `only`: questions that all answer alike.
    """
    random = np.random.default_rng(seed)
    scores = {name: np.clip(random.normal(7, 1.5, n), 0, 10) for name in DIMENSIONS}
    pull = 0.8 * scores["reliability"] + 0.25 * scores["assurance"]
    scores["glad"] = np.clip(pull + random.normal(0, 0.7, n), 0, 10)
    scores["recommend"] = scores["glad"]
    scores |= {name: np.full(n, value) for name, value in only.items()}
    long = pd.DataFrame(scores).rename_axis("response_number").reset_index()
    told = long.melt("response_number", var_name="indicator_id", value_name="perceived")
    client = "c" + (told["response_number"] % clients).astype(str)
    return told.assign(client_id=client, response_count=n).sort_values("response_number")


def given(table: pd.DataFrame, asked: pd.DataFrame) -> tuple[Responses, Responses]:
    """The responses of both outcomes."""
    return (
        responses(table, asked, "satisfaction"),
        responses(table[table["indicator_id"] != "glad"], asked, RECOMMEND),
    )


def scores(**perceived: float) -> pd.DataFrame:
    """`satisfaction/scores_by_attribute` of dimensions, 100 answers of 40 of 400 clients each."""
    return pd.DataFrame(
        [
            {
                "grouped_by": "dimension",
                "attribute": name,
                "perceived": value,
                "perceived_spread": 1.0,
                "answer_count": 100,
                "client_count": 40,
                "active_count": 400,
            }
            for name, value in perceived.items()
        ]
    )
