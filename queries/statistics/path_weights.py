"""Partial least squares, mode A: the weights of the columns of each construct, draw by draw.

Wold's alternation, on covariances instead of rows: what a construct is in the eyes of its
neighbours (the inner scheme), and from it the weight of each of its columns; until nothing changes.
All draws go along as one array, those that have settled left out. Consistent PLS and maximum
likelihood were rejected: the published indices are of this kind.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from queries.statistics.arrays import Numbers
from queries.statistics.path_structure import Structure

TOLERANCE = 1e-7
MOST_ROUNDS = 300
# Keeps a regression on constructs that coincide solvable; far below the tolerance.
RIDGE = 1e-12


class Weights(NamedTuple):
    """Draws × columns, such that each construct has the variance 1; and which draws settled."""

    values: Numbers
    settled: NDArray[np.bool_]


Inner = Callable[[Numbers, Structure], Numbers]


def found(covariances: Numbers, structure: Structure, scheme: str) -> Weights:
    """Weights from covariances (draws × columns × columns). Raises `ValueError` for the scheme."""
    if scheme not in SCHEMES:
        raise ValueError(f"scheme must be one of {sorted(SCHEMES)}, but is {scheme}")
    weights = scaled(np.ones(covariances.shape[:2]), covariances, structure)
    changing = np.arange(len(covariances))
    for _ in range(MOST_ROUNDS):
        among = covariances[changing]
        better = _better(weights[changing], among, structure, SCHEMES[scheme])
        change = np.abs(better - weights[changing]).sum(axis=1)
        weights[changing] = better
        changing = changing[~(change < TOLERANCE)]
        if not changing.size:
            break
    return Weights(weights, ~np.isin(np.arange(len(weights)), changing))


def scaled(weights: Numbers, covariances: Numbers, structure: Structure) -> Numbers:
    """The weights such that each construct has the variance 1."""
    inside = covariances * (structure.members @ structure.members.T)
    variances = (weights * _times(inside, weights)) @ structure.members
    return np.asarray(weights / np.sqrt(variances)[:, structure.block])


def with_constructs(weights: Numbers, covariances: Numbers, structure: Structure) -> Numbers:
    """Covariances of columns with constructs: draws × columns × constructs."""
    return np.asarray(covariances @ (weights[:, :, np.newaxis] * structure.members))


def own_of(shared: Numbers, structure: Structure) -> Numbers:
    """Draws × columns: what each column shares with its own construct."""
    return np.asarray(shared[:, np.arange(len(structure.block)), structure.block])


def among_constructs(weights: Numbers, shared: Numbers, structure: Structure) -> Numbers:
    """Correlations of constructs, from what columns and constructs share."""
    spread = (weights[:, :, np.newaxis] * structure.members).transpose(0, 2, 1)
    return np.asarray(spread @ shared)


def coefficients(together: Numbers, structure: Structure) -> Numbers:
    """Draws × from × to: each construct regressed on those that lead to it; 0 without an arrow."""
    found = np.zeros_like(together)
    for end in structure.explained:
        before = structure.predecessors(end)
        inner = together[:, before[:, np.newaxis], before] + RIDGE * np.eye(len(before))
        found[:, before, end] = np.linalg.solve(inner, together[:, before, end, np.newaxis])[..., 0]
    return found


def _better(weights: Numbers, covariances: Numbers, structure: Structure, inner: Inner) -> Numbers:
    shared = with_constructs(weights, covariances, structure)
    seen = inner(among_constructs(weights, shared, structure), structure)
    return scaled(own_of(shared @ seen, structure), covariances, structure)


def _path(together: Numbers, structure: Structure) -> Numbers:
    return coefficients(together, structure) + together * structure.leads.T


def _centroid(together: Numbers, structure: Structure) -> Numbers:
    return np.sign(together) * (structure.leads + structure.leads.T)


def _factorial(together: Numbers, structure: Structure) -> Numbers:
    return together * (structure.leads + structure.leads.T)


def _times(matrices: Numbers, vectors: Numbers) -> Numbers:
    return np.asarray((matrices @ vectors[:, :, np.newaxis])[:, :, 0])


SCHEMES: dict[str, Inner] = {"path": _path, "centroid": _centroid, "factorial": _factorial}
