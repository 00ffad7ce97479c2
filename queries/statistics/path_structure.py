"""Which columns measure which construct, and which construct leads to which: checked once."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from queries.statistics.arrays import Numbers

Measurement = Mapping[str, Sequence[Hashable]]
Arrow = tuple[str, str]


@dataclass(frozen=True, eq=False)
class Structure:
    """Constructs and arrows by their places; `members` columns × constructs, 1 where it measures.

    `block`: the place of each column's construct. `arrows`: places (from, to), as they were given.
    """

    constructs: tuple[str, ...]
    columns: tuple[Hashable, ...]
    block: NDArray[np.intp]
    arrows: tuple[tuple[int, int], ...]

    @cached_property
    def members(self) -> Numbers:
        return np.eye(len(self.constructs))[self.block]

    @cached_property
    def leads(self) -> Numbers:
        """From × to, 1 where an arrow goes."""
        found = np.zeros((len(self.constructs), len(self.constructs)))
        for start, end in self.arrows:
            found[start, end] = 1.0
        return found

    @cached_property
    def explained(self) -> tuple[int, ...]:
        """Constructs that an arrow leads to, in their order."""
        return tuple(np.flatnonzero(self.leads.any(axis=0)).tolist())

    def predecessors(self, construct: int) -> NDArray[np.intp]:
        return np.flatnonzero(self.leads[:, construct])

    @property
    def most_arrows(self) -> int:
        """The most arrows into one construct."""
        return int(self.leads.sum(axis=0).max())

    def columns_of(self, construct: str) -> NDArray[np.intp]:
        """Places of the columns that measure it. Raises `ValueError` for a name unknown."""
        if construct not in self.constructs:
            raise ValueError(f"construct must be one of {list(self.constructs)}, not {construct}")
        return np.flatnonzero(self.block == self.constructs.index(construct))

    def column_index(self) -> pd.MultiIndex:
        """(construct, column) of each column."""
        names = [self.constructs[place] for place in self.block]
        return pd.MultiIndex.from_arrays([names, self.columns], names=["construct", "column"])

    def arrow_index(self) -> pd.MultiIndex:
        """(from, to) of each arrow."""
        names = [(self.constructs[start], self.constructs[end]) for start, end in self.arrows]
        return pd.MultiIndex.from_tuples(names, names=["from", "to"])

    def pair_index(self) -> pd.MultiIndex:
        """(from, to) of all constructs."""
        return pd.MultiIndex.from_product([self.constructs, self.constructs], names=["from", "to"])

    def explained_index(self) -> pd.Index:
        """The constructs that arrows lead to."""
        return pd.Index([self.constructs[place] for place in self.explained])


def structure(measurement: Measurement, paths: Iterable[Arrow]) -> Structure:
    """The structure, its constructs in the order of the measurement.

    Raises `ValueError` for a construct without columns or arrows, a column that measures two, an
    arrow from or to something else, the same arrow twice and arrows in a circle.
    """
    constructs = tuple(measurement)
    if len(constructs) < 2:
        raise ValueError(f"constructs must be at least 2, but are {len(constructs)}")
    columns = [(column, name) for name in constructs for column in measurement[name]]
    arrows = list(paths)
    _check_columns(measurement, [column for column, _ in columns])
    _check_arrows(constructs, arrows)
    found = Structure(
        constructs,
        tuple(column for column, _ in columns),
        np.array([constructs.index(name) for _, name in columns], dtype=np.intp),
        tuple((constructs.index(start), constructs.index(end)) for start, end in arrows),
    )
    if np.linalg.matrix_power(found.leads, len(constructs)).any():
        raise ValueError(f"paths must not go in a circle, but do: {arrows}")
    return found


def _check_columns(measurement: Measurement, columns: list[Hashable]) -> None:
    for name, its in measurement.items():
        if len(its) == 0 or isinstance(its, str):
            raise ValueError(f"measurement of {name} must be a list of columns, but is {its!r}")
    if twice := [column for column in columns if columns.count(column) > 1]:
        raise ValueError(f"columns must measure one construct each, but {twice[0]} is there twice")


def _check_arrows(constructs: tuple[str, ...], arrows: list[Arrow]) -> None:
    for arrow in arrows:
        if unknown := [end for end in arrow if end not in constructs]:
            raise ValueError(f"paths must join measured constructs, but {unknown[0]} is not one")
        if arrows.count(arrow) > 1:
            raise ValueError(f"paths must differ, but {arrow} is there twice")
    joined = {end for arrow in arrows for end in arrow}
    if alone := [name for name in constructs if name not in joined]:
        raise ValueError(f"constructs must be joined by paths, but {alone[0]} is alone")
