"""Slides asked for outside of any page: by whom, in which language, of the test's warehouse."""

from collections.abc import Iterator
from contextlib import contextmanager

from data import warehouse
from data.settings import Settings
from pages.meeting.slides.model import Panel, Slide, Table
from pages.shared import access
from pages.shared.access import Reader
from pages.shared.asker import Asker, speaking
from pages.shared.charts.plain import Chart


@contextmanager
def spoken(language: str = "en", reader: Reader = access.EVERYONE) -> Iterator[None]:
    """Questions are answered from the warehouse that the test opened."""
    build = warehouse.current(warehouse.default_folder())
    assert build is not None
    with speaking(Asker(reader, language, build)):
        yield


def imported_on(day: str, settings: Settings) -> None:
    """As though the last import of the test's warehouse had been at eight that evening."""
    with warehouse.writing(warehouse.default_folder(), settings) as connection:
        connection.execute("update imports set imported_at = $at", {"at": f"{day} 20:00:00+08"})


def table(panel: Panel) -> Table:
    """The panel's table; fails where it shows something else."""
    assert isinstance(panel.body, Table)
    return panel.body


def chart(panel: Panel) -> Chart:
    """The panel's chart; fails where it shows something else."""
    assert isinstance(panel.body, Chart)
    return panel.body


def rows(panel: Panel) -> list[list[str]]:
    """The words of the panel's table."""
    return [[cell.text for cell in row] for row in table(panel).rows]


def words(slide: Slide) -> str:
    """All that is said on a slide."""
    told = [slide.title, slide.finding, *slide.notes]
    for panel in slide.panels:
        told.append(panel.finding)
        if isinstance(panel.body, Table):
            told += [*panel.body.head, *(cell.text for row in panel.body.rows for cell in row)]
        elif panel.body is not None:
            told += panel.body.categories
            told += [each for series in panel.body.series for each in (series.name, *series.labels)]
            told += [mark.label for mark in panel.body.marks]
    return "\n".join(told)
