"""The page of definitions leaves nothing out: every question, every setting, every mart read."""

import pytest

import queries
from data import settings as company_settings
from pages.shared import lineage
from tests.pages.conftest import Company
from tests.pages.opened import Screen, answers, opened

PAGE = "admin/definitions.py"


@pytest.fixture
def screen(company: Company) -> Screen:
    company(**answers("Acme"))
    return opened(PAGE)


def told(screen: Screen) -> str:
    """All Markdown of the page without its escapes."""
    return "\n".join(element.value for element in screen.app.markdown).replace("\\", "")


def test_every_question_is_shown_with_its_sql(screen: Screen) -> None:
    assert not screen.faults
    shown = [element.value for element in screen.app.code]
    for name in queries.names():
        assert queries.question(name).sql.rstrip() in shown
        assert f"`{name}`" in told(screen)


def test_every_question_is_listed_by_what_it_measures(screen: Screen) -> None:
    labels = [box.label.replace("\\", "") for box in screen.app.expander]
    for name in queries.names():
        assert queries.question(name).title in labels


def test_every_setting_is_shown_with_value_and_meaning(screen: Screen) -> None:
    for setting in lineage.meanings(company_settings.load()):
        assert f"`{setting.path}` = `{setting.value}` · {setting.meaning}" in told(screen)


def test_every_setting_has_a_meaning() -> None:
    assert all(each.meaning for each in lineage.meanings(company_settings.load()))


def test_each_mart_that_is_read_is_shown_once(screen: Screen) -> None:
    sql = "\n".join(queries.question(name).sql for name in queries.names())
    shown = [element.value for element in screen.app.code]
    for step in lineage.steps(sql):
        assert shown.count(step.sql) == 1


def search(screen: Screen, words: str) -> None:
    (field,) = [field for field in screen.app.text_input if field.label == "Search"]
    field.set_value(words).run()


def test_a_search_leaves_what_has_the_words(screen: Screen) -> None:
    search(screen, "net promoter")
    labels = [box.label for box in screen.app.expander]
    assert any("net promoter" in label for label in labels)
    assert not any("competitors" in label for label in labels)


def test_a_search_without_a_hit_says_so(screen: Screen) -> None:
    search(screen, "zebra crossing")
    assert [info.value for info in screen.app.info] == ["Nothing here has these words."]


def test_definitions_can_be_read_before_there_is_any_data(company: Company) -> None:
    company()
    assert not opened(PAGE).faults
