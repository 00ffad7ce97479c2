"""Panels: the finding, what it rests on, and one click to rows, definition, CSV and Excel."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import openpyxl
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from pages.shared import lineage, text
from pages.shared.filters import View
from pages.shared.panel import rows
from pages.shared.panel.actions import file_bytes, file_name
from pages.shared.panel.evidence import Evidence
from pages.shared.suppression import hide_few
from queries import names, question
from tests.pages.conftest import Company
from tests.pages.opened import answers

VIEW = View(date(2026, 8, 24), date(2026, 11, 15), date(2026, 6, 1), date(2026, 8, 23))
QUERY = "satisfaction/gaps_by_dimension"
ANSWER = hide_few(
    pd.DataFrame(
        {
            "dimension": ["reliability", "empathy", "tangibles"],
            "expectation_gap": [-0.5, 0.2, 0.1],
            "answer_count": [3, 9, 40],
        }
    ),
    "answer_count",
    ["expectation_gap"],
    5,
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.use("en")
    yield
    text.use("en")


def evidence(answer: pd.DataFrame = ANSWER, language: str = "en") -> Evidence:
    return Evidence("All =is well", answer, QUERY, VIEW, "key", "n = 52", language, "Ann")


def page() -> None:
    """A page with one panel, as the frame would run it."""
    from data import warehouse
    from pages.shared import charts, database, panel
    from tests.pages.shared.test_panel import ANSWER, QUERY, VIEW

    chosen = warehouse.current(warehouse.default_folder())
    assert chosen is not None
    database.show_build(chosen)
    gaps = ANSWER.assign(minimum=None, expected=7.0, desired=None, perceived=6.5, client_count=9)
    figure = charts.zones_of_tolerance(gaps)
    panel.show(
        "A <b>finding</b>", figure, answer=gaps, query=QUERY, view=VIEW, n=52, interval="1–2"
    )


@pytest.fixture
def app(company: Company) -> AppTest:
    company(**answers("Acme"))
    return AppTest.from_function(page, default_timeout=30).run()


def said(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def test_a_panel_says_its_finding_escaped(app: AppTest) -> None:
    assert not app.exception
    assert "A &lt;b&gt;finding&lt;/b&gt;" in said(app)


def test_the_foot_line_says_n_interval_period_filters_and_freshness(app: AppTest) -> None:
    for part in ("n = 52", "95% interval 1–2", "2026-08-24 – 2026-11-15", "all clients"):
        assert part in said(app)
    assert "data of 2026-11-15" in said(app)


def test_the_finding_is_the_figures_alternative_text(app: AppTest) -> None:
    assert app.get("plotly_chart")[0].proto.alt == "A <b>finding</b>"


def test_the_four_actions_are_one_click_each(app: AppTest) -> None:
    labels = [button.label for button in app.button]
    labels += [button.proto.label for button in app.get("download_button")]
    assert labels == [":small[Rows]", ":small[Definition]", ":small[CSV]", ":small[Excel]"]


def test_rows_and_sql_are_worked_out_only_when_asked_for(app: AppTest) -> None:
    assert not app.dataframe
    assert not app.code


def test_rows_open_with_the_same_numbers_hidden(app: AppTest) -> None:
    app.button[0].click().run()
    assert not app.exception
    shown = app.dataframe[0].value
    assert list(shown["expectation_gap"])[:2] == [
        "too few answers (3)",
        "hidden to protect a smaller group (9)",
    ]


def test_the_definition_opens_with_settings_and_sql(app: AppTest) -> None:
    app.button[1].click().run()
    assert not app.exception
    assert app.code[0].value == question(QUERY).sql.rstrip()
    told = "\n".join(element.value for element in app.markdown)
    assert "`tiers.assumed_zone` = `1.0`" in told


def test_a_csv_holds_what_the_screen_shows() -> None:
    lines = file_bytes(evidence(), "csv").decode("utf-8-sig").splitlines()
    assert lines == [
        "dimension,expectation_gap,answer_count",
        "reliability,too few answers (3),3",
        "empathy,hidden to protect a smaller group (9),9",
        "tangibles,0.1,40",
    ]


def test_an_answer_left_to_be_worked_out_is_worked_out_for_its_file_only() -> None:
    asked: list[str] = []

    def answer() -> pd.DataFrame:
        asked.append("now")
        return ANSWER

    waiting = replace(evidence(), answer=answer)
    assert asked == []
    assert file_bytes(waiting, "csv") == file_bytes(evidence(), "csv")
    assert asked == ["now"]


def test_an_excel_file_speaks_words_and_explains_itself() -> None:
    book = openpyxl.load_workbook(io.BytesIO(file_bytes(evidence(), "xlsx")))
    data = [tuple(cell.value for cell in row) for row in book["Data"].iter_rows()]
    assert data[0] == ("Dimension", "Expectation gap", "Answers")
    assert data[1] == ("reliability", "too few answers (3)", 3)
    about = {row[0].value: row[1].value for row in book["About"].iter_rows()}
    assert about["Finding"] == "All =is well"
    assert about["Reader"] == "Ann"
    assert about["View"] == VIEW.sentence
    assert about["Question"] == QUERY


def test_a_file_is_made_in_the_readers_language_in_any_thread() -> None:
    text.use("zh-Hans")
    label = text.words.column("dimension")
    text.use("en")
    content = file_bytes(evidence(language="zh-Hans"), "xlsx")
    assert openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]["A1"].value == label


def test_a_file_is_named_for_its_question_and_period() -> None:
    assert file_name(evidence(), "csv") == (
        "satisfaction-gaps_by_dimension_2026-08-24_2026-11-15.csv"
    )


def test_a_table_speaks_the_readers_words() -> None:
    frame = pd.DataFrame({"tier": ["loyal", None], "segment": ["vip", None], "n": [1, 2]})
    told = rows.readable(frame)
    assert list(told.tier) == ["loyal", "unheard"]
    assert told.segment[0] == "VIP"
    assert pd.isna(told.segment[1])


def test_a_column_with_a_reason_among_its_numbers_shows_them_as_short_as_others() -> None:
    def page() -> None:
        from pages.shared.panel.rows import draw_rows
        from tests.pages.shared.test_panel import ANSWER

        draw_rows(ANSWER.assign(expectation_gap=ANSWER.expectation_gap / 3))

    shown = AppTest.from_function(page).run().dataframe[0].value
    assert list(shown.expectation_gap) == [
        "too few answers (3)",
        "hidden to protect a smaller group (9)",
        "0.03",
    ]


def test_whole_numbers_with_a_reason_among_them_are_shown_as_well() -> None:
    reasons = pd.DataFrame({"n": pd.array([4, None], dtype="Int64"), "hidden": [None, "too few"]})
    assert rows.laid_out(reasons).told["n"].to_pylist() == ["4", "too few"]


@pytest.mark.parametrize("name", names())
def test_every_question_knows_what_it_reads(name: str) -> None:
    asked = question(name)
    found = {step.name for step in lineage.steps(asked.sql)}
    assert set(re.findall(r"marts\.(\w+)", asked.sql)) <= found


def test_a_mart_brings_the_rules_that_it_rests_on() -> None:
    found = [step.name for step in lineage.steps(question("satisfaction/client_tiers").sql)]
    assert {"client_tiers_on", "tier_of_gaps", "client_days", "dimension_days"} <= set(found)


def test_what_is_said_in_two_ways_is_shown_in_both() -> None:
    (found,) = lineage.steps("select * from clients where in_view(client_id, $client_ids)")
    assert found.name == "in_view"
    assert "client in (select unnest(" in found.sql
    assert "every_client.in_view" in found.sql


def test_a_column_whose_reasons_all_lie_in_rows_not_shown_is_numbers() -> None:
    hours = pd.Series([6.833333333333333, 7.5, "too few (2)"], dtype=object)
    shown = pd.DataFrame({"working_resolution_hours_p50": hours.head(2)})
    table = rows.laid_out(shown)
    assert str(table.told.schema.field("working_resolution_hours_p50").type) == "double"
