"""A chart in values: what a slide shows, whether a browser, PowerPoint or PDF draws it.

One description, so that paper equals screen; a picture of the screen's chart was rejected, because
nobody can edit it. Numbers stay numbers here; `labels` are the same numbers in the reader's words.
"""

from typing import Literal, NamedTuple

Shape = Literal["stacked", "clustered", "lines"]
NumberFormat = Literal["whole", "tenth", "share"]
Numbers = tuple[float | None, ...]


class Series(NamedTuple):
    """Numbers of one name, one per category; None is drawn as nothing, never as 0.

    `labels`: what stands at each number (none: no label). `colours`: one for each number where they
    differ. `low`, `high`: the interval of each number, drawn as whiskers. `is_limit`: a thin dashed
    line across the chart, such as a target or a control limit.
    """

    name: str
    values: Numbers
    colour: str
    labels: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    low: Numbers = ()
    high: Numbers = ()
    is_limit: bool = False
    is_hatched: bool = False


class Mark(NamedTuple):
    """A thin labelled line at a category, such as an event.

    `label`: what stands over it; empty where there is no room. `whole`: all that it is for, where
    that is more than its label.
    """

    category: int
    label: str
    whole: str = ""

    @property
    def told(self) -> str:
        """All that it is for."""
        return self.whole or self.label


class Chart(NamedTuple):
    """Series over categories. `stacked` and `clustered` are bars, `lines` a line per series.

    `categories` are finished words. `number_format` says how axes and PowerPoint write numbers;
    a share is 0–1. `is_horizontal`: bars run to the right, the first category on top.
    """

    shape: Shape
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    number_format: NumberFormat = "whole"
    is_horizontal: bool = False
    marks: tuple[Mark, ...] = ()
