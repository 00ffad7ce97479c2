"""Chance that is the same on every machine.

Only uniform numbers of PCG64 and plain arithmetic are used. NumPy's own normal or exponential
draws were rejected: their algorithms may change between versions and rest on the platform's
logarithm.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Reals = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


class Chance:
    """A stream of chance for one part of the sample, such as one chunk of the tickets."""

    def __init__(self, seed: int, *part: int) -> None:
        self._generator = np.random.Generator(np.random.PCG64([seed % 2**32, *part]))

    def even(self, *shape: int) -> Reals:
        """Uniform numbers in [0, 1)."""
        return self._generator.random(shape)

    def bell(self, *shape: int) -> Reals:
        """Bell-shaped numbers around 0 with deviation 1, never beyond 3.5."""
        total = self.even(*shape)
        for _ in range(3):
            total += self.even(*shape)
        total -= 2.0
        total *= 1.7320508
        return total

    def skewed(self, *shape: int) -> Reals:
        """Numbers in [0, 1), most of them small: median 1/8, mean 1/4."""
        drawn = self.even(*shape)
        return drawn * drawn * drawn

    def happens(self, share: float, *shape: int) -> Flags:
        """True with the given share."""
        return self.even(*shape) < share

    def pick(self, weights: Sequence[int], *shape: int) -> Integers:
        """Positions drawn with whole-number weights."""
        ends = np.cumsum(np.asarray(weights, dtype=np.int64))
        drawn = np.floor(self.even(*shape) * ends[-1])
        picked: Integers = np.searchsorted(ends, drawn, side="right").astype(np.int64)
        return picked

    def whole(self, low: int, high: int, *shape: int) -> Integers:
        """Whole numbers from low to high, both included."""
        return (low + np.floor(self.even(*shape) * (high - low + 1))).astype(np.int64)

    def ranks(self, count: int) -> Integers:
        """Each of 0 … count − 1 once, in random order."""
        return np.argsort(self.even(count), kind="stable").astype(np.int64)
