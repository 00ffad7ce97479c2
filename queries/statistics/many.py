"""Many shares compared at once: which of them differ by more than chance (measures.md, section 3).

Of twenty persons one seems to differ by chance alone. Benjamini and Hochberg (1995) keep the share
of such false alarms among those named at 5 %; Bonferroni was rejected: it would name hardly anyone.
"""

import math
from collections.abc import Sequence

import numpy as np

LEVEL = 0.05


def p_value(successes_1: int, n_1: int, successes_2: int, n_2: int) -> float:
    """Two-sided p of the difference of two independent shares (0–1), pooled and as N − 1.

    The N − 1 of Campbell (2007) suits small groups. Raises `ValueError` for a share that is none.
    """
    for successes, n in ((successes_1, n_1), (successes_2, n_2)):
        if not 0 <= successes <= n or n < 1:
            raise ValueError(f"successes must lie between 0 and n (at least 1): {successes} of {n}")
    total, together = n_1 + n_2, successes_1 + successes_2
    if together in (0, total):
        return 1.0
    pooled = together / total
    spread = math.sqrt(pooled * (1 - pooled) * (1 / n_1 + 1 / n_2) * total / (total - 1))
    z = abs(successes_1 / n_1 - successes_2 / n_2) / spread
    return math.erfc(z / math.sqrt(2))


def stand_out(p_values: Sequence[float], level: float = LEVEL) -> list[bool]:
    """Which of the p-values stay below `level` by Benjamini and Hochberg, in their own order."""
    values = np.asarray(p_values, dtype=float)
    if values.size and not ((values >= 0) & (values <= 1)).all():
        raise ValueError(
            f"p_values must lie between 0 and 1: {values[(values < 0) | (values > 1)]}"
        )
    ranked = np.sort(values)
    allowed = level * np.arange(1, values.size + 1) / max(values.size, 1)
    passed = ranked[ranked <= allowed]
    return [bool(passed.size and value <= passed[-1]) for value in values]
