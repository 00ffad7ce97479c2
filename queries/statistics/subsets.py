"""What each driver adds to R², averaged over all orders: the arithmetic of LMG.

The R² of all subsets, breadth first: each step takes the next driver, and doubles the subsets by
leaving it out and by taking it in. No regression is solved twice, and all draws go along as one
array; permutation by permutation, twelve drivers would take hours.
"""

from math import factorial

import numpy as np

from queries.statistics.arrays import Numbers

# A driver with no more of its variance left than this is a sum of others and adds nothing.
COLLINEAR = 1e-9
# Draws worked on together: so few that their subsets stay in the processor's cache.
TOGETHER = 32


def shares(correlations: Numbers) -> Numbers:
    """Drivers × draws: LMG, from correlations (draws × m × m) with the outcome as the last of m."""
    drivers = correlations.shape[1] - 1
    return _weights(drivers) @ _r_squared(np.moveaxis(correlations, 0, -1))


def _r_squared(correlations: Numbers) -> Numbers:
    """R² of each subset of drivers (rows) in each draw; the first driver is the lowest bit."""
    parts = []
    for start in range(0, correlations.shape[-1], TOGETHER):
        left = np.ascontiguousarray(correlations[:, :, np.newaxis, start : start + TOGETHER])
        while len(left) > 1:
            left = _without_and_with_first(left)
        parts.append(1 - left[0, 0])
    return np.concatenate(parts, axis=1)


def _without_and_with_first(left: Numbers) -> Numbers:
    """What is left of covariances (m, m, subsets, draws) without the first driver, then given it.

    Given it by the Schur complement: (m − 1, m − 1, twice the subsets, draws).
    """
    own, shared, rest = left[0, 0], left[1:, 0], left[1:, 1:]
    slope = np.divide(shared, own, out=np.zeros_like(shared), where=own > COLLINEAR)
    subsets = left.shape[2]
    both = np.empty((*rest.shape[:2], 2 * subsets, left.shape[3]))
    without, given = both[:, :, :subsets], both[:, :, subsets:]
    without[...] = rest
    np.multiply(shared[:, np.newaxis], slope, out=given)
    np.subtract(rest, given, out=given)
    return both


def _weights(drivers: int) -> Numbers:
    """Drivers × subsets: how the R² of subsets add up to the shares.

    A driver adds to a subset of k others in k! (p − k − 1)! of the p! orders.
    """
    subsets = np.arange(2**drivers)
    sizes = np.array([subset.bit_count() for subset in subsets.tolist()])
    orders = [factorial(k) * factorial(drivers - k - 1) for k in range(drivers)]
    parts = np.array([*orders, 0]) / factorial(drivers)
    has = (subsets >> np.arange(drivers)[:, np.newaxis]) & 1 == 1
    return np.asarray(np.where(has, parts[sizes - 1], -parts[sizes]))
