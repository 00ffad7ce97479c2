"""The path model a second time: Wold's alternation on rows of answers, one construct at a time."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Column = NDArray[np.float64]
Arrow = tuple[str, str]


class Found(NamedTuple):
    weights: dict[tuple[str, str], float]
    loadings: dict[tuple[str, str], float]
    paths: dict[Arrow, float]
    r_squared: dict[str, float]
    total_effects: dict[Arrow, float]
    scores: dict[str, Column]


def fit(
    frame: pd.DataFrame,
    measurement: Mapping[str, Sequence[str]],
    paths: Sequence[Arrow],
    scheme: str,
    scaled: bool,
) -> Found:
    """Everything of a model, from the rows; its weights settle to the last digits."""
    rows = {
        column: prepared(frame[column].to_numpy(dtype=float), scaled)
        for columns in measurement.values()
        for column in columns
    }
    weights = settled(rows, measurement, paths, scheme)
    for columns in measurement.values():
        score = scores_of(rows, columns, weights)
        if sum(correlation(rows[column], score) for column in columns) < 0:
            weights.update({column: -weights[column] for column in columns})
    scores = {name: scores_of(rows, its, weights) for name, its in measurement.items()}
    direct = coefficients(scores, paths)
    by_column = [(name, column) for name, its in measurement.items() for column in its]
    return Found(
        {pair: weights[pair[1]] for pair in by_column},
        {pair: correlation(rows[pair[1]], scores[pair[0]]) for pair in by_column},
        direct,
        {end: explained(scores, direct, end) for end in dict.fromkeys(end for _, end in paths)},
        {(a, b): along_all_ways(direct, a, b) for a in measurement for b in measurement},
        scores,
    )


def settled(
    rows: Mapping[str, Column],
    measurement: Mapping[str, Sequence[str]],
    paths: Sequence[Arrow],
    scheme: str,
) -> dict[str, float]:
    weights = dict.fromkeys(rows, 1.0)
    for _ in range(5000):
        scores = {name: scores_of(rows, its, weights) for name, its in measurement.items()}
        before = dict(weights)
        for construct, columns in measurement.items():
            seen = as_neighbours_see(construct, scores, paths, scheme)
            raw = {column: covariance(rows[column], seen) for column in columns}
            spread = np.std(sum(raw[column] * rows[column] for column in columns), ddof=1)
            weights.update({column: raw[column] / float(spread) for column in columns})
        if sum(abs(weights[column] - before[column]) for column in rows) < 1e-11:
            return weights
    raise AssertionError("the oracle did not settle")


def as_neighbours_see(
    construct: str, scores: Mapping[str, Column], paths: Sequence[Arrow], scheme: str
) -> Column:
    before = [start for start, end in paths if end == construct]
    after = [end for start, end in paths if start == construct]
    seen = np.zeros_like(scores[construct])
    for other in before + after:
        shared = correlation(scores[other], scores[construct])
        seen += {"centroid": np.sign(shared)}.get(scheme, shared) * scores[other]
    if scheme == "path" and before:
        for other in before:
            seen -= correlation(scores[other], scores[construct]) * scores[other]
        columns = np.column_stack([scores[other] for other in before])
        seen += columns @ np.linalg.lstsq(columns, scores[construct])[0]
    return seen


def coefficients(scores: Mapping[str, Column], paths: Sequence[Arrow]) -> dict[Arrow, float]:
    found: dict[Arrow, float] = {}
    for target in dict.fromkeys(end for _, end in paths):
        before = [start for start, end in paths if end == target]
        columns = np.column_stack([scores[start] for start in before])
        slopes = np.linalg.lstsq(columns, scores[target])[0]
        found |= {(start, target): float(b) for start, b in zip(before, slopes, strict=True)}
    return found


def explained(scores: Mapping[str, Column], direct: Mapping[Arrow, float], target: str) -> float:
    fitted = sum(b * scores[start] for (start, end), b in direct.items() if end == target)
    return 1 - float(np.var(scores[target] - fitted) / np.var(scores[target]))


def along_all_ways(direct: Mapping[Arrow, float], start: str, end: str) -> float:
    """The sum over all ways from start to end of the product of their coefficients."""
    steps = [(through, b) for (begin, through), b in direct.items() if begin == start]
    return sum(
        b * ((through == end) + along_all_ways(direct, through, end)) for through, b in steps
    )


def index(frame: pd.DataFrame, columns: Sequence[str], weights: Sequence[float]) -> float:
    """100 × the mean of the weighted answers on 1–10, weights of standardised columns."""
    own = [w / frame[column].std() for w, column in zip(weights, columns, strict=True)]
    means = [(frame[column].mean() - 1) / 9 for column in columns]
    return 100 * sum(u * m for u, m in zip(own, means, strict=True)) / sum(own)


def prepared(values: Column, scaled: bool) -> Column:
    centred = values - values.mean()
    return np.asarray(centred / values.std(ddof=1)) if scaled else centred


def scores_of(
    rows: Mapping[str, Column], columns: Sequence[str], weights: Mapping[str, float]
) -> Column:
    score: Column = np.sum([weights[column] * rows[column] for column in columns], axis=0)
    return np.asarray(score / score.std(ddof=1))


def covariance(one: Column, other: Column) -> float:
    return float(np.cov(one, other)[0, 1])


def correlation(one: Column, other: Column) -> float:
    return float(np.corrcoef(one, other)[0, 1])
