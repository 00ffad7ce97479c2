"""Responses as rows: scores of ten per attribute, beside the outcome that they may explain.

A response counts for an attribute with the mean of what it answered there, weighted as the
questions are. What a response did not answer stays missing; nothing is filled in.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

SATISFACTION, RECOMMEND = "satisfaction", "recommend"
OUTCOMES = (SATISFACTION, RECOMMEND)
DIMENSION, FACTOR, CONTROL, QUESTION = "dimension", "factor", "control", "question"
KINDS = (DIMENSION, FACTOR, CONTROL, QUESTION)
RESULTS = ("satisfaction", "loyalty")  # what attributes bring about, so never one of them
CONTROLLABLE, UNCONTROLLABLE = "controllable", "uncontrollable"
MOST_DRIVERS = 12
COVERED = 0.5  # of the responses must say something of an attribute for it to be compared


class Responses(NamedTuple):
    """Responses that state an outcome, one row each, in scores of ten.

    `scores`: a column per question, NaN where it was not answered; `explained`: the outcome;
    `clients`: who answered, as the place of the client's id among theirs; `response_count`: how
    many there are, more than rows when they are a sample.
    """

    outcome: str
    scores: pd.DataFrame
    explained: pd.Series
    clients: pd.Series
    response_count: int


def responses(rows: pd.DataFrame, questions: pd.DataFrame, outcome: str) -> Responses:
    """The rows of `satisfaction/survey_scores` for this outcome, side by side.

    `questions`: indicator_id, latent, dimension, factor, is_controllable, scale_low, scale_high,
    weight.
    """
    numbers, places, firsts = _numbered(rows)
    columns, names = pd.factorize(rows["indicator_id"])
    own = np.full((len(numbers), len(names)), np.nan)
    own[places, columns] = rows["perceived"].to_numpy(dtype=float)
    scores = _score10(own, list(names), questions)
    explained = _satisfaction(scores, questions)
    if outcome == RECOMMEND and RECOMMEND in names:
        explained = pd.Series(own[:, list(names).index(RECOMMEND)])
    return Responses(
        outcome,
        scores,
        explained.rename(outcome),
        pd.Series(pd.factorize(rows["client_id"].iloc[firsts], sort=True)[0]),
        int(rows["response_count"].iloc[0]) if len(rows) else 0,
    )


def attributes(given: Responses, questions: pd.DataFrame, grouped_by: str) -> pd.DataFrame:
    """A column per attribute that at least half of the responses say something of.

    `grouped_by`: dimension, factor, control or question; of more than twelve questions those
    answered most often.
    """
    parts = _parts(questions, group_of(questions, grouped_by))
    means = _means(given.scores, parts)
    counts = (~np.isnan(means)).sum(axis=0)
    often = np.flatnonzero((counts > 0) & (counts >= COVERED * len(means)))
    most = np.sort(often[np.argsort(-counts[often], kind="stable")][:MOST_DRIVERS])
    names = np.array(list(parts), dtype=object)[most]
    return pd.DataFrame(means[:, most], index=given.scores.index, columns=names)


def group_of(questions: pd.DataFrame, grouped_by: str) -> pd.Series:
    """The attribute of each question; missing where it has none of that kind."""
    if grouped_by == QUESTION:
        return questions["indicator_id"]
    if grouped_by == CONTROL:
        named = {True: CONTROLLABLE, False: UNCONTROLLABLE}
        return questions["is_controllable"].astype(object).map(named)
    return questions[grouped_by]


def _numbered(rows: pd.DataFrame) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The responses' numbers, the place of each row's own among them, a row of each."""
    numbers, firsts, places = np.unique(
        rows["response_number"].to_numpy(), return_index=True, return_inverse=True
    )
    return numbers, places, firsts


def _score10(own: np.ndarray, names: list[str], questions: pd.DataFrame) -> pd.DataFrame:
    """A column per question, in scores of ten; what is no question is left out."""
    scales = zip(questions["scale_low"], questions["scale_high"], strict=True)
    ends = dict(zip(questions["indicator_id"], scales, strict=True))
    known = [place for place, name in enumerate(names) if name in ends]
    asked = [names[place] for place in known]
    low, high = np.array([ends[name] for name in asked], dtype=float).reshape(-1, 2).T
    return pd.DataFrame(10 * (own[:, known] - low) / (high - low), columns=asked)


def _satisfaction(scores: pd.DataFrame, questions: pd.DataFrame) -> pd.Series:
    own = zip(questions["indicator_id"], questions["latent"], questions["weight"], strict=True)
    asked = {name: weight for name, latent, weight in own if latent == SATISFACTION}
    return pd.Series(_means(scores, {SATISFACTION: asked})[:, 0], index=scores.index)


def _parts(questions: pd.DataFrame, groups: pd.Series) -> dict[str, dict[str, float]]:
    """The questions of each group with their weights, without those on what it brings about."""
    columns = (questions["indicator_id"], questions["latent"], groups, questions["weight"])
    found: dict[str, dict[str, float]] = {}
    for name, latent, group, weight in zip(*columns, strict=True):
        if latent not in RESULTS and not pd.isna(group):
            found.setdefault(str(group), {})[name] = weight
    return dict(sorted(found.items()))


def _means(scores: pd.DataFrame, parts: dict[str, dict[str, float]]) -> np.ndarray:
    """Responses × groups: the weighted mean of what each response answered; NaN for nothing."""
    own = [[part.get(name, 0.0) for part in parts.values()] for name in scores.columns]
    weights = np.array(own, dtype=float).reshape(len(scores.columns), len(parts))
    values = scores.to_numpy(dtype=float)
    is_said = ~np.isnan(values)
    total, summed = is_said @ weights, np.where(is_said, values, 0.0) @ weights
    means: np.ndarray = np.divide(summed, total, out=np.full(total.shape, np.nan), where=total > 0)
    return means
