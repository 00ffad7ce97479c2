"""How image, expectations and quality make satisfaction, and satisfaction loyalty.

Partial least squares (mode A, reflective), as national satisfaction indices use it: measures.md,
section 4. The project's own numpy: the packages that offer it fail on today's pandas or estimate
something else. Everything is worked out from covariances, for the data and the draws alike.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np
import pandas as pd

from queries.statistics import bootstrap, moments, path_reliability, path_structure, scale
from queries.statistics.arrays import Numbers
from queries.statistics.bootstrap import Clusters, Draws, Resampling
from queries.statistics.intervals import Estimate
from queries.statistics.not_fitted import NotFittedError
from queries.statistics.path_fit import Fitted, Fitting
from queries.statistics.path_structure import Arrow, Measurement, Structure
from queries.statistics.scale import Bounds

__all__ = ["NotFittedError", "PathModel", "fit"]

ROWS_PER_ARROW = 10
# Clusters drawn from fewer give intervals that are far too narrow (Cameron and others 2008).
LEAST_CLUSTERS = 10

Part = Literal["paths", "weights", "loadings", "r_squared", "total_effects"]


@dataclass(frozen=True, eq=False)
class PathModel:
    """Estimates by name; `paths` by (from, to), `weights` and `loadings` by (construct, column).

    `weights` are of standardised columns (of the columns themselves when not scaled), `loadings`
    correlations; their signs such that a construct goes with its columns. `total_effects` from ×
    to, 0 where none leads. `reliability` by construct: `alpha` (Cronbach, standardised) and `rho`
    (Dillon and Goldstein), NaN for a construct of one column.
    """

    paths: pd.Series
    weights: pd.Series
    loadings: pd.Series
    r_squared: pd.Series
    total_effects: pd.DataFrame
    reliability: pd.DataFrame
    row_count: int
    cluster_count: int
    _estimates: Fitted = field(repr=False)
    _fitting: Fitting = field(repr=False)
    _resampling: Resampling = field(repr=False)

    def intervals(self, of: Part = "paths") -> pd.DataFrame:
        """One row per estimate: `value`, `low`, `high` (95%) and `standard_error`.

        Drawn once, whatever is asked for. `total_effects` by (from, to), all pairs. Raises
        `NotFittedError` for fewer than 10 clusters.
        """
        values, index = _part(self._drawn, of, self._fitting.structure)
        return bootstrap.table(values, index)

    def index_weights(self, construct: str) -> pd.Series:
        """How much of the index each column makes (uᵢ, summing to 1), for columns as they are.

        Raises `ValueError` for a construct that is not in the model.
        """
        weights = _index_weights(self._estimates, construct, self._fitting.structure)
        return pd.Series(weights.to_numpy()[0], index=weights.columns)

    def index_weights_drawn(self, construct: str) -> pd.DataFrame:
        """The same for the data (first row) and each of `draws`, NaN in one that has no fit."""
        return _index_weights(self._drawn, construct, self._fitting.structure)

    def index(self, construct: str, scale_low: Bounds, scale_high: Bounds) -> Estimate[float]:
        """The index 0–100 with its interval; n = rows. Scales: one number, or by column.

        Raises `ValueError` for a construct unknown and a scale whose high is not above its low.
        """
        weights = self.index_weights_drawn(construct)
        low, width = scale.low_and_width(weights.columns, scale_low, scale_high)
        means = self._drawn.means[:, self._fitting.structure.columns_of(construct)]
        found = 100 * (weights.to_numpy() * (means - low) / width).sum(axis=1)
        return bootstrap.estimate(found, self.row_count)

    @property
    def draw_count(self) -> int:
        """Draws that the intervals rest on; in the others a column was constant, say."""
        return int(np.isfinite(self._drawn.weights[1:, 0]).sum())

    @cached_property
    def draws(self) -> Draws:
        """How often each cluster was drawn: for an index over time by the same draws."""
        return self._resampling.drawn(LEAST_CLUSTERS)

    @cached_property
    def _drawn(self) -> Fitted:
        """The model fitted to the data (first) and to each draw."""
        return self._fitting.to_draws(self.draws.counts)


def fit(
    frame: pd.DataFrame,
    measurement: Measurement,
    paths: Iterable[Arrow],
    scheme: str = "path",
    scaled: bool = True,
    *,
    clusters: Clusters | None = None,
    draws: int = bootstrap.DRAWS,
    seed: int = bootstrap.SEED,
) -> PathModel:
    """Fit the model to complete rows; intervals are drawn from clusters (rows without them).

    `measurement`: construct → columns. `paths`: (from, to). `scheme`: `path`, `centroid` or
    `factorial`. `scaled`: columns are standardised first. Raises `NotFittedError` for fewer rows
    than 10 × the most arrows into one construct, a constant column, constructs that follow exactly
    from others and weights that do not settle; `ValueError` for missing values, columns that are
    not there, and a structure that is none (see `path_structure.structure`).
    """
    shape = path_structure.structure(measurement, paths)
    codes, names = bootstrap.coded(clusters, len(frame))
    columns = _columns(frame, shape)
    fitting = Fitting(shape, moments.sums(columns, codes, len(names)), scheme, scaled)
    found = fitting.to_data()
    together = moments.correlations(fitting.sums.of_data().covariances)[0]
    return PathModel(
        paths=_series(found, "paths", shape),
        weights=_series(found, "weights", shape),
        loadings=_series(found, "loadings", shape),
        r_squared=_series(found, "r_squared", shape),
        total_effects=_square(found.total_effects[0], shape),
        reliability=path_reliability.table(together, shape),
        row_count=len(frame),
        cluster_count=len(names),
        _estimates=found,
        _fitting=fitting,
        _resampling=Resampling(names, draws, seed),
    )


def _columns(frame: pd.DataFrame, shape: Structure) -> Numbers:
    if missing := [column for column in shape.columns if column not in frame.columns]:
        raise ValueError(f"frame must have the columns measured, but has no {missing[0]}")
    need = ROWS_PER_ARROW * shape.most_arrows
    if len(frame) < need:
        raise NotFittedError("too few rows", need=need, have=len(frame))
    return moments.columns_of(frame[list(shape.columns)])


def _series(found: Fitted, part: Part, shape: Structure) -> pd.Series:
    values, index = _part(found, part, shape)
    return pd.Series(values[0], index=index)


def _part(found: Fitted, part: Part, shape: Structure) -> tuple[Numbers, pd.Index]:
    """One kind of estimates: draws × estimates, and what they are of."""
    if part == "paths":
        starts, ends = np.transpose(shape.arrows)
        return found.paths[:, starts, ends], shape.arrow_index()
    if part == "r_squared":
        return found.r_squared[:, list(shape.explained)], shape.explained_index()
    if part == "total_effects":
        return found.total_effects.reshape(len(found.paths), -1), shape.pair_index()
    values: Numbers = getattr(found, part)
    return values, shape.column_index()


def _index_weights(found: Fitted, construct: str, shape: Structure) -> pd.DataFrame:
    places = shape.columns_of(construct)
    weights = found.index_weights[:, places]
    columns = [shape.columns[place] for place in places]
    return pd.DataFrame(weights / weights.sum(axis=1, keepdims=True), columns=columns)


def _square(values: Numbers, shape: Structure) -> pd.DataFrame:
    index = pd.Index(shape.constructs, name="from")
    return pd.DataFrame(values, index=index, columns=pd.Index(shape.constructs, name="to"))
