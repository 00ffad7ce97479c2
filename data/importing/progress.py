"""How far an import is, on standard error."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pyarrow as pa
from tqdm import tqdm

from data.importing.rows import Rows


class Progress:
    """A bar of the bytes read, with what is being done in front of it."""

    def __init__(self, bar: tqdm) -> None:
        self._bar = bar

    def doing(self, what: str) -> None:
        """Say what is being done."""
        self._bar.set_description(what)

    def watched(self, rows: Rows, size: float) -> Iterator[pa.Table]:
        """The batches of `rows`, the bar moving on by `size` bytes over all of them."""
        told = 0.0
        for batch in rows.batches():
            yield batch
            self._bar.update(size * (rows.share_read - told))
            told = rows.share_read
        self._bar.update(size * (1 - told))


@contextmanager
def shown(size: int, is_shown: bool) -> Iterator[Progress]:
    """A progress bar up to `size` bytes, or a silent one."""
    with tqdm(
        total=size,
        unit="B",
        unit_scale=True,
        disable=not is_shown,
        file=sys.stderr,
        leave=False,
        bar_format="{desc}{percentage:3.0f} % |{bar}| {elapsed}",
    ) as bar:
        yield Progress(bar)
