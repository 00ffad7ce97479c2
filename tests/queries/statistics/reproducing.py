"""What the modules reproduced_*.py share: how a published value is computed by our own code.

Each function takes the published value and a way to reach pytest's fixtures, and returns what is to
equal `expected`: a number, a list of numbers or a text.
"""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from tests import published

Value = dict[str, Any]
Fixture = Callable[[str], Any]
Computed = float | str | Sequence[float | None]
Compute = Callable[[Value, Fixture], Computed]


class Computations(dict[str, Compute]):
    """Ids of published values → the functions that compute them."""

    def of(self, *identifiers: str) -> Callable[[Compute], Compute]:
        def register(compute: Compute) -> Compute:
            self.update(dict.fromkeys(identifiers, compute))
            return compute

        return register


def data_of(file: str) -> pd.DataFrame:
    """A published data set."""
    return pd.read_csv(published.SHARED / "reference" / "data" / file)
