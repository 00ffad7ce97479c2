"""A slide made ready to be drawn: its words as escaped HTML, its charts as figures.

What costs time is done here, once per slide, week, language and theme (see `remembered`).
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pages.meeting import weeks
from pages.meeting.pack import said, scale
from pages.meeting.screen.table import table
from pages.meeting.slides.model import Panel, Slide, Table
from pages.meeting.slides.wording import cut, fitting
from pages.shared.charts import plain_figure
from pages.shared.charts.plain import Chart
from pages.shared.charts.plain_figure import Axis, Key
from pages.shared.filters import View
from pages.shared.filters.words import counted
from pages.shared.filters.words import filters as filters_in_words
from pages.shared.safe import html
from pages.shared.text import _, dates, letters, numbers

WHOLE, HALF = 1224, 596  # pixels of a panel on a slide 1280 wide
LEAST = 300  # pixels of a chart under the longest findings
STRIP = 88  # letters of a line above the finding, beside the number of the slide
FACTS = {1: 98, 2: 92}  # letters below a panel, by the number of panels: two lines at most


class Body(NamedTuple):
    """A panel: its heading with the key of its chart, what shows it, and the line below it.

    `heading`, `facts` (empty where there are none): HTML; `shown`: a Plotly figure, a table as
    HTML, or None where words are enough; `said`: the finding, as a screen reader says it in place
    of the chart.
    """

    heading: str
    shown: Any
    facts: str
    said: str


class Made(NamedTuple):
    """A slide: what it is about, its finding, its panels, and what these were made of."""

    strip: str
    finding: str
    bodies: tuple[Body, ...]
    panels: tuple[Panel, ...]


def made(slide: Slide, week: View) -> Made:
    """The slide ready to be drawn in the language and theme of this run."""
    count = len(slide.panels)
    bodies = tuple(_body(panel, week, count) for panel in slide.panels)
    return Made(_strip(slide, week), slide.finding, bodies, slide.panels)


def _strip(slide: Slide, week: View) -> str:
    """What the slide is about, the week, the clients, and how new the data are."""
    room = STRIP - letters.width(slide.title)
    ways = list(_ways(week))
    short = next((way for way in ways if letters.width(way) <= room), None)
    told = short or fitting(room + STRIP, *ways)
    return f"<b>{html(cut(slide.title, STRIP))}</b> <i>· {html(told)}</i>"


def _ways(week: View) -> Iterator[str]:
    """Week, clients and data in fewer and fewer letters; the longest that fits on a line is taken.

    Where not even the shortest does, there are two lines.
    """
    named, data = filters_in_words(week), said.known()
    long, short = _week(week, dates.week(week.since)), _week(week, weeks.text(week))
    for parts in (
        [long, dates.span(week.since, week.until), *named],
        [long, *named],
        [short, *named],
        [short, *counted(week)],
        [short, *counted(week, also_one=True)],
    ):
        yield " · ".join([*parts, data])


def _week(week: View, name: str) -> str:
    if not weeks.is_part(week):
        return name
    return _("{week} until {day}").format(week=name, day=dates.iso(week.until))


def _body(panel: Panel, week: View, count: int) -> Body:
    width = WHOLE if count == 1 else HALF
    heading = f'<h2 class="panel-finding">{html(panel.finding)}</h2>'
    shown = None
    if isinstance(panel.body, Chart):
        heading += _key(plain_figure.key(panel.body, width))
        shown = plain_figure.figure(panel.body, _axis(panel.body), width, LEAST)
    elif isinstance(panel.body, Table):
        shown = table(panel.body, panel.finding)
    return Body(heading, shown, _line(_facts(panel, week), FACTS[min(count, 2)]), panel.finding)


def _line(facts: list[str], room: int) -> str:
    """As many facts as there is room for, none broken."""
    fitting = [place for place in range(1 + len(facts)) if len(" · ".join(facts[:place])) <= room]
    told = " · ".join(f"<span>{html(fact)}</span>" for fact in facts[: max(fitting)])
    return f'<p class="panel-facts">{told}</p>' if told else ""


def _axis(chart: Chart) -> Axis:
    """The same as on paper."""
    found = scale.of(chart)
    marks = [(mark, scale.marked(mark, found, chart.number_format)) for mark in found.marks]
    return Axis(found.low, found.high, tuple(marks))


def _key(keys: list[Key]) -> str:
    """What the colours mean, in as many lines as it takes."""
    told = [f"<span>{_swatch(each)}{html(cut(each.name, 40))}</span>" for each in keys]
    return f'<div class="slide-key">{"".join(told)}</div>' if told else ""


def _swatch(each: Key) -> str:
    return f'<i class="{each.look}" style="background-color:{html(each.colour)}"></i>'


def _facts(panel: Panel, week: View) -> list[str]:
    """n, interval, the period where it is not the week's, and the rows not shown."""
    told = []
    if panel.n is not None:
        told.append(_("n = {n}").format(n=numbers.number(panel.n)))
    if panel.interval is not None:
        told.append(_("95% interval {interval}").format(interval=panel.interval))
    if (panel.view.since, panel.view.until) != (week.since, week.until):
        told.append(dates.span(panel.view.since, panel.view.until))
    if isinstance(panel.body, Table) and panel.body.left_out:
        told.append(said.left_out(panel.body))
    return told
