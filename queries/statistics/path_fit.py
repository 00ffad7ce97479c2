"""The path model of the data and of each draw of clusters: all estimates as arrays, draws first."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from queries.statistics import moments, path_weights
from queries.statistics.arrays import Numbers, Truths
from queries.statistics.moments import Moments, Sums
from queries.statistics.not_fitted import NotFittedError
from queries.statistics.path_structure import Structure

# The least part of any mix of constructs that is its own, for a regression on them to mean much.
COLLINEAR = 1e-9


class Fitted(NamedTuple):
    """Per draw, in the order of the structure; NaN in a draw that cannot be fitted.

    `means` of the columns in their own unit, `weights`, `index_weights` (for columns in their own
    unit, of any sum) and `loadings` by column, `r_squared` by construct, `paths` and
    `total_effects` from × to.
    """

    means: Numbers
    weights: Numbers
    index_weights: Numbers
    loadings: Numbers
    r_squared: Numbers
    paths: Numbers
    total_effects: Numbers


@dataclass(frozen=True, eq=False)
class Fitting:
    """What is fitted, to what and how."""

    structure: Structure
    sums: Sums
    scheme: str
    is_scaled: bool

    def to_data(self) -> Fitted:
        """The fit to the data, as the only draw.

        Raises `NotFittedError` where one construct follows exactly from others, or weights do not
        settle.
        """
        found, settled, own = self._estimated(self.sums.of_data())
        if not settled[0]:
            raise NotFittedError("not converged", need=path_weights.MOST_ROUNDS)
        for construct in np.flatnonzero(own[0] < COLLINEAR):
            raise NotFittedError("collinear", name=self.structure.constructs[construct])
        return found

    def to_draws(self, counts: Numbers) -> Fitted:
        """One fit for each row of counts of clusters."""
        given = self.sums.moments(counts)
        varies = given.varies
        found, settled, own = self._estimated(given.kept(varies))
        fits = settled & (own >= COLLINEAR).all(axis=1)
        return Fitted(
            *(
                _scattered(values[fits], np.flatnonzero(varies)[fits], len(counts))
                for values in found
            )
        )

    def _estimated(self, given: Moments) -> tuple[Fitted, Truths, Numbers]:
        """The estimates, which draws settled, and how much of its own each construct's causes have.

        Signs: the loadings of a construct sum to more than 0 in the first draw; in the others they
        go with those of the first, so that intervals do not mix both.
        """
        spreads = np.sqrt(np.diagonal(given.covariances, axis1=1, axis2=2)) * self.sums.spread
        used, units = self._used(given, spreads)
        weights, settled = path_weights.found(used, self.structure, self.scheme)
        loadings = self._loadings(weights, used, units)
        signs = self._signs(loadings)
        weights, loadings = weights * signs, loadings * signs
        shared = path_weights.with_constructs(weights, used, self.structure)
        together = path_weights.among_constructs(weights, shared, self.structure)
        paths = path_weights.coefficients(together, self.structure)
        found = Fitted(
            self.sums.centre + given.means * self.sums.spread,
            weights,
            weights * units / spreads,
            loadings,
            (paths * together).sum(axis=1),
            paths,
            _total_effects(paths),
        )
        return found, settled, self._own(together)

    def _used(self, given: Moments, spreads: Numbers) -> tuple[Numbers, Numbers]:
        """What weights are found from, and the spread that columns have in it."""
        together = moments.correlations(given.covariances)
        if self.is_scaled:
            return together, np.ones_like(spreads)
        return together * spreads[:, :, np.newaxis] * spreads[:, np.newaxis, :], spreads

    def _loadings(self, weights: Numbers, used: Numbers, units: Numbers) -> Numbers:
        """Correlations of columns with their own constructs."""
        shared = path_weights.with_constructs(weights, used, self.structure)
        return path_weights.own_of(shared, self.structure) / units

    def _signs(self, loadings: Numbers) -> Numbers:
        first = np.where(loadings[:1] @ self.structure.members < 0, -1.0, 1.0)
        aligned = loadings * loadings[:1] * first[:, self.structure.block]
        alike = np.where(aligned @ self.structure.members < 0, -1.0, 1.0)
        return np.asarray(alike[:, self.structure.block])

    def _own(self, together: Numbers) -> Numbers:
        """Draws × constructs: the least eigenvalue of what leads to each; 1 where nothing does."""
        own = np.ones(together.shape[:2])
        for end in self.structure.explained:
            before = self.structure.predecessors(end)
            own[:, end] = np.linalg.eigvalsh(together[:, before[:, np.newaxis], before])[:, 0]
        return own


def _total_effects(paths: Numbers) -> Numbers:
    """Direct effects and all that go through others: B + B² + …, which ends without circles."""
    identity = np.eye(paths.shape[1])
    return np.asarray(np.linalg.inv(identity - paths) - identity)


def _scattered(values: Numbers, places: NDArray[np.intp], count: int) -> Numbers:
    spread = np.full((count, *values.shape[1:]), np.nan)
    spread[places] = values
    return spread
