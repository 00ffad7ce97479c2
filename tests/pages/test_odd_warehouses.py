"""Every page on companies that pages are rarely tried on: none fails, none lets a name act."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from streamlit.testing.v1 import AppTest

from data import settings as company_settings
from pages.shared.frame.registry import PAGES, ROOT
from tests.pages import odd_companies
from tests.pages.conftest import Company
from tests.pages.odd_companies import NAMES
from tests.pages.opened import build
from tests.queries.companies import Company as RandomCompany
from tests.queries.companies import companies

SETTINGS = company_settings.load(company_settings.DEFAULT_FILE)
EXAMPLES = max(int(os.environ.get("RANDOM_COMPANIES", "25")) // 5, 1)
HARM = ("<img src=x", "<b>B</b>")
YEAR = {"since": "2026-01-01", "until": "2026-11-15"}


def every_page(**link: str) -> Iterator[tuple[str, AppTest]]:
    """Each page in the order of the menu, opened by one reader. Fails on a page that fails."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for name, value in link.items():
        app.query_params[name] = value
    app.run()
    for entry in PAGES:
        app.switch_page(str(ROOT / entry.path)).run()
        assert [str(element.message) for element in app.exception] == [], entry.path
        assert all(element.proto.alt for element in app.get("plotly_chart")), entry.path
        yield entry.path, app


@pytest.mark.parametrize(
    "made", [odd_companies.one_answer, odd_companies.one_client_and_no_more, dict]
)
def test_pages_say_something_about_nearly_nothing(
    company: Company, made: Callable[[], odd_companies.Company]
) -> None:
    company(**made())
    for path, app in every_page():
        assert [*app.get("html"), *app.info], path


def test_names_that_would_act_are_only_read(company: Company) -> None:
    company(**odd_companies.hostile())
    for path, app in every_page(**YEAR):
        html = [element.proto.body for element in app.get("html")]
        charts = [element.proto.spec for element in app.get("plotly_chart")]
        for harm in HARM:
            assert not [text for text in [*html, *charts] if harm in text], (path, harm)


@pytest.mark.parametrize("number", [0, 3, 5])
def test_a_client_of_any_name_can_be_chosen(company: Company, number: int) -> None:
    company(**odd_companies.hostile())
    for path, app in every_page(**YEAR, client=f"{number} {NAMES[number]}"):
        assert [element.value for element in app.warning] == [], path


# A company that breaks a page is not made smaller: that would open pages for many minutes.
@settings(
    max_examples=EXAMPLES,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
@given(companies())
def test_no_random_company_breaks_a_page(made: RandomCompany) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        build(Path(folder), SETTINGS, **made)
        patch.setenv("SATISFACTION_DATABASE", folder)
        for path, _ in every_page(**YEAR):
            assert path
