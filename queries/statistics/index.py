"""How satisfied, all in all, from 0 to 100? The satisfaction index (measures.md, section 4).

100 × the weighted sum of the indicators' means on their scales. Weights are fixed, or those of a
path model, which then differ from draw to draw as the means do. An indicator that nobody answered
falls out, and the weights of the others are scaled to sum to 1 again. All months share their draws,
so that a change from one to another has an interval too.
"""

import numpy as np
import pandas as pd

from queries.statistics import arrays, bootstrap, monthly_index, scale
from queries.statistics.arrays import Numbers
from queries.statistics.bootstrap import Clusters, Codes, Resampling
from queries.statistics.intervals import Estimate
from queries.statistics.monthly_index import MonthlyIndex, Sums
from queries.statistics.not_fitted import NotFittedError
from queries.statistics.path_model import PathModel
from queries.statistics.scale import Bounds

__all__ = ["MonthlyIndex", "NotFittedError", "by_model", "by_month", "fixed"]

LEAST_CLUSTERS = 2


def fixed(
    frame: pd.DataFrame,
    weights: pd.Series,
    scale_low: Bounds,
    scale_high: Bounds,
    *,
    clusters: Clusters | None = None,
    draws: int = bootstrap.DRAWS,
    seed: int = bootstrap.SEED,
) -> Estimate[float]:
    """The index of single answers, rows × indicators, NaN where not answered; n = rows answered.

    `weights` by indicator, above 0, of any sum. Scales: one number, or by indicator. `clusters`:
    the client of each row, else each row is drawn by itself. Raises `ValueError` for weights and
    scales that are none, `NotFittedError` for no answer at all and for less than two clusters.
    """
    shares = _checked(weights)
    codes, names = bootstrap.coded(clusters, len(frame))
    low, width = scale.low_and_width(weights.index, scale_low, scale_high)
    scores = 100 * (frame[list(weights.index)].to_numpy(dtype=float) - low) / width
    answered = np.isfinite(scores)
    sums = Sums(
        _by_cluster(np.where(answered, scores, 0.0), codes, len(names)),
        _by_cluster(answered.astype(float), codes, len(names)),
        pd.RangeIndex(1),
    )
    drawn = Resampling(names, draws, seed).drawn(LEAST_CLUSTERS)
    n = int(answered.any(axis=1).sum())
    return monthly_index.of(sums, shares, drawn.counts).whole._replace(n=n)


def by_month(
    answers: pd.DataFrame,
    weights: pd.Series,
    scale_low: Bounds,
    scale_high: Bounds,
    *,
    client: str = "client_id",
    mean: str = "perceived",
    draws: int = bootstrap.DRAWS,
    seed: int = bootstrap.SEED,
) -> MonthlyIndex:
    """The index from answers summed per month, client and indicator, with fixed weights.

    `answers`: `month`, `indicator_id`, `answer_count` and the columns named by `client` and `mean`
    (of the answers, on the scale given); indicators without a weight are left out. Raises as
    `fixed`.
    """
    shares = _checked(weights)
    low, width = scale.low_and_width(weights.index, scale_low, scale_high)
    names, sums = _sums(answers, (client, mean), weights.index, (low, width))
    drawn = Resampling(names, draws, seed).drawn(LEAST_CLUSTERS)
    return monthly_index.of(sums, shares, drawn.counts)


def by_model(
    answers: pd.DataFrame,
    model: PathModel,
    construct: str,
    scale_low: Bounds,
    scale_high: Bounds,
    *,
    client: str = "client_id",
    mean: str = "perceived",
) -> MonthlyIndex:
    """The same with the weights of a construct of a path model, those of each draw in that draw.

    The model's clusters must be the clients by the same names; clients that are not in the model
    are drawn beside. Raises `ValueError` for a construct unknown, else as `by_month`.
    """
    weights = model.index_weights_drawn(construct)
    low, width = scale.low_and_width(weights.columns, scale_low, scale_high)
    names, sums = _sums(answers, (client, mean), weights.columns, (low, width))
    return monthly_index.of(sums, weights.to_numpy(), model.draws.extended(names).counts)


def _checked(weights: pd.Series) -> Numbers:
    values = arrays.amounts("weights", weights)
    if not values.all() or not weights.index.is_unique:
        raise ValueError(f"weights must be above 0, one by indicator, but are {weights.to_dict()}")
    return values[np.newaxis, :]


def _by_cluster(values: Numbers, codes: Codes, clusters: int) -> Numbers:
    """Rows × indicators → clusters × one month × indicators."""
    columns = [np.bincount(codes, column, minlength=clusters) for column in values.T]
    return np.column_stack(columns).astype(float)[:, np.newaxis, :]


def _sums(
    answers: pd.DataFrame,
    columns: tuple[str, str],
    indicators: pd.Index,
    bounds: tuple[Numbers, Numbers],
) -> tuple[pd.Index, Sums]:
    """The clients, and their sums of 100: clients × months × indicators."""
    (client, mean), (low, width) = columns, bounds
    indicator = _places(answers["indicator_id"], indicators)
    used, indicator = answers[indicator >= 0], indicator[indicator >= 0]
    if used.empty:
        raise NotFittedError("no answers")
    who, clients = pd.factorize(used[client], sort=True)
    when, months = pd.factorize(used["month"], sort=True)
    counts = arrays.amounts("answer_count", used["answer_count"])
    scores = 100 * (arrays.numbers(mean, used[mean]) - low[indicator]) / width[indicator]
    shape = (len(clients), len(months), len(indicators))
    place = (who * shape[1] + when) * shape[2] + indicator
    totals, known = (
        np.bincount(place, values, minlength=int(np.prod(shape))).astype(float).reshape(shape)
        for values in (counts * scores, counts)
    )
    return pd.Index(clients), Sums(totals, known, pd.Index(months))


def _places(names: pd.Series, among: pd.Index) -> Codes:
    """The place of each name among others, -1 for none; each distinct name is looked up once."""
    codes, distinct = pd.factorize(names)
    return np.append(among.get_indexer(pd.Index(distinct)), -1)[codes]
