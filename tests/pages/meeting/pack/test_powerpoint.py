"""The PowerPoint file says what the slides say, and what the questions answer."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from pptx import Presentation

import queries
from data import warehouse
from data.settings import Settings
from pages.meeting.slides.model import Panel, Table
from pages.shared import database, text
from pages.shared.charts import plain
from pages.shared.filters import View
from tests.pages.meeting.pack.conftest import Pack, Packed
from tests.pages.meeting.pack.read_back import Chart, Page, powerpoint

LANGUAGES = pytest.mark.parametrize("language", text.LANGUAGES)
Ask = Any


@pytest.fixture
def ask(sample_folder: Path, settings: Settings) -> Ask:
    """The answer of a question, for all clients, without anything of pages between."""
    build = warehouse.current(sample_folder)
    assert build is not None
    connection = database.connection_to(build)

    def answer(name: str, week: View, **more: Any) -> pd.DataFrame:
        period = {"since": week.since, "until": week.until, **more}
        return queries.run(connection, name, settings, client_ids=None, **period)

    return answer


def slide(pack: Pack, key: str) -> tuple[Page, tuple[Panel, ...]]:
    place = [one.key for one in pack.slides].index(key)
    return powerpoint(pack.file)[place], pack.slides[place].panels


def charted(pack: Pack) -> list[tuple[Chart, Panel, plain.Chart]]:
    """Every chart of the file beside the panel that it was made of."""
    charts = [chart for page in powerpoint(pack.file) for chart in page.charts]
    panels = [panel for slide in pack.slides for panel in slide.panels]
    bodies = [(panel, panel.body) for panel in panels if isinstance(panel.body, plain.Chart)]
    return [(chart, *both) for chart, both in zip(charts, bodies, strict=True)]


@LANGUAGES
def test_every_number_of_a_chart_is_that_of_its_slide(pack: Packed, language: str) -> None:
    pairs = charted(pack("pptx", language))
    assert len(pairs) >= 6
    for chart, _panel, body in pairs:
        assert chart.categories == list(body.categories)
        drawn = [(one.name, one.values) for one in body.series if not one.is_limit]
        limits = [(one.name, one.values) for one in body.series if one.is_limit]
        assert chart.values[: len(body.series)] == [*drawn, *limits]


@LANGUAGES
def test_every_table_says_what_its_slide_says(pack: Packed, language: str) -> None:
    made = pack("pptx", language)
    for page, slide in zip(powerpoint(made.file), made.slides, strict=True):
        tables = [panel.body for panel in slide.panels if isinstance(panel.body, Table)]
        assert page.tables == [
            [list(table.head), *([cell.text for cell in row] for row in table.rows)]
            for table in tables
        ]


@LANGUAGES
def test_titles_and_findings_are_those_of_the_slides(pack: Packed, language: str) -> None:
    made = pack("pptx", language)
    for page, slide in zip(powerpoint(made.file), made.slides, strict=True):
        assert page.title == f"{slide.title}\n{slide.finding}"
        assert all(panel.finding in page.text for panel in slide.panels)


def test_the_ladder_counts_the_clients_that_the_question_answers(pack: Packed, ask: Ask) -> None:
    made = pack("pptx")
    page, _panels = slide(made, "headline")
    tiers = ask("satisfaction/client_tiers", made.week).tier.value_counts()
    order = ["lifelong", "loyal", "satisfied", "basic", "complaining"]
    ((_name, counts),) = page.charts[0].values
    assert counts == tuple(float(tiers.get(tier, 0)) for tier in order)


def test_the_complaints_are_those_of_each_week_that_the_question_answers(
    pack: Packed, ask: Ask
) -> None:
    made = pack("pptx")
    page, panels = slide(made, "complaints")
    flow = ask("complaints/flow_by_week", panels[0].view)
    ((_name, received), *_limits) = page.charts[0].values
    count = len(received)
    assert received == tuple(flow.received.astype(float))[-count:]
    causes = ask("complaints/causes", panels[1].view)
    ((_name, counted),) = page.charts[1].values
    assert counted == tuple(causes.complaint_count.astype(float))[: len(counted)]


def test_the_worth_at_stake_is_that_of_the_question(pack: Packed, ask: Ask) -> None:
    made = pack("pptx")
    page, panels = slide(made, "value-at-stake")
    answered = ask("clients/value_at_stake", panels[0].view).set_index("tier").worth
    ((_name, worth),) = page.charts[0].values
    assert sorted(value for value in worth if value) == pytest.approx(
        sorted(value for value in answered if value == value and value)
    )


def test_problems_name_clients_and_owners_that_the_question_answers(pack: Packed, ask: Ask) -> None:
    made = pack("pptx")
    page, panels = slide(made, "problems")
    answered = ask(panels[0].query, panels[0].view)
    names = " ".join(answered.client_name)
    rows = page.tables[0][1:]
    assert len(rows) == 6
    for client, *_rest in rows:
        assert client.rstrip("…") in names


@LANGUAGES
def test_notes_say_definition_n_and_filters_of_each_panel(pack: Packed, language: str) -> None:
    made = pack("pptx", language)
    with text.in_language(language):
        for page, one in zip(powerpoint(made.file), made.slides, strict=True):
            assert made.week.sentence in page.notes
            for panel in one.panels:
                assert text._(queries.question(panel.query).title) in page.notes
                assert panel.query in page.notes
                assert text._("all clients") in page.notes
                assert panel.n is None or f"{panel.n:,}" in page.notes


def test_alternative_text_says_the_finding(pack: Packed) -> None:
    made = pack("pptx")
    assert all(chart.told == panel.finding for chart, panel, _body in charted(made))
    for page, one in zip(powerpoint(made.file), made.slides, strict=True):
        tables = [panel for panel in one.panels if isinstance(panel.body, Table)]
        assert page.table_told == [panel.finding for panel in tables]


def test_the_sheet_behind_a_chart_holds_its_numbers_and_whiskers(pack: Packed) -> None:
    for chart, _panel, body in charted(pack("pptx")):
        rows = list(chart.book.iter_rows(min_row=2, values_only=True))
        assert [row[0] or "" for row in rows] == list(body.categories)
        for place, (name, values) in enumerate(chart.values, start=1):
            assert chart.book.cell(1, place + 1).value == name
            assert [row[place] for row in rows] == pytest.approx(list(values))
        whiskers = 2 * sum(bool(one.low) for one in body.series)
        assert chart.book.max_column == 1 + len(chart.values) + whiskers


@pytest.mark.parametrize(
    ("language", "font"), [("zh-Hans", "Microsoft YaHei"), ("zh-Hant", "Microsoft JhengHei")]
)
def test_the_theme_names_a_font_for_chinese(pack: Packed, language: str, font: str) -> None:
    with zipfile.ZipFile(io.BytesIO(pack("pptx", language).file)) as parts:
        theme = parts.read("ppt/theme/theme1.xml").decode()
    assert theme.count(f'<a:ea typeface="{font}"/>') == 2


def test_nobody_else_is_named_as_its_author(pack: Packed) -> None:
    about = Presentation(io.BytesIO(pack("pptx").file)).core_properties
    assert (about.author, about.last_modified_by) == ("localhost", "localhost")
    assert about.title == "Weekly meeting: week 46 of 2026"
