"""What a slide says, as plain frozen values in the reader's language.

Texts are finished, and come from data as they are: each writer escapes them its own way.
"""

from typing import NamedTuple

import pandas as pd

from pages.shared.charts.plain import Chart
from pages.shared.filters import View

ROWS = 6  # of a table; what is beyond stands in the Excel file and on the page


class Cell(NamedTuple):
    """Text of a table; `tier` names the tier that colours it."""

    text: str
    tier: str | None = None


class Table(NamedTuple):
    """Rows under a head; `widths` are shares of the line, `right` the columns of numbers.

    `left_out`: how many rows there are beyond those shown; `lines`: how many a row takes at most.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    right: tuple[int, ...] = ()
    left_out: int = 0
    lines: int = 2


class Panel(NamedTuple):
    """A finding and what shows it; None where words are enough.

    `answer`: the rows behind it, numbers of few answers hidden already; `query`: the question they
    answer for `view`; `n` and `interval`: what the finding rests on.
    """

    finding: str
    body: Chart | Table | None
    query: str
    view: View
    answer: pd.DataFrame
    n: int | None = None
    interval: str | None = None


class Slide(NamedTuple):
    """One slide: `key` names it in links, `title` says what it is about, `finding` what is so.

    At most two panels. `notes` are sentences for the speaker beside the definitions, n and filters
    of each panel, which every writer adds by itself.
    """

    key: str
    title: str
    finding: str
    panels: tuple[Panel, ...]
    notes: tuple[str, ...] = ()
