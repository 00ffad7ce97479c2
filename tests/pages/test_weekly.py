"""The weekly meeting as a page: what the link says is shown, and what is wrong with it is said."""

import pytest
from streamlit.testing.v1 import AppTest

from pages.meeting.slides import SLIDES
from tests.pages.conftest import Company
from tests.pages.odd_companies import hostile, one_answer, one_client_and_no_more
from tests.pages.opened import IMPORTED, Rows, Screen, answers, opened

COUNT = len(SLIDES)
NUMBERS = range(1, COUNT + 1)


def weekly(**link: str) -> Screen:
    return opened("meeting/weekly.py", **link)


def carried(app: AppTest, *keys: str) -> dict[str, object]:
    """What the URL carries; a list of one is its value."""
    found = {key: app.query_params[key] for key in keys if key in app.query_params}
    return {
        key: value[0] if isinstance(value, list) and len(value) == 1 else value
        for key, value in found.items()
    }


@pytest.mark.usefixtures("sample_company")
@pytest.mark.parametrize("slide", NUMBERS)
def test_every_slide_has_its_finding_and_nothing_fails(slide: int) -> None:
    screen = weekly(slide=str(slide), screen="full")
    assert screen.faults == []
    assert f"{slide} / {COUNT}" in screen.words
    assert "week 46 of 2026" in screen.words
    assert screen.messages == []


@pytest.mark.usefixtures("sample_company")
def test_the_week_and_the_slide_are_in_the_link() -> None:
    assert carried(weekly().app, "week", "slide", "screen") == {"week": "2026-W46", "slide": "1"}


@pytest.mark.usefixtures("sample_company")
def test_a_wall_screen_names_no_week() -> None:
    told = carried(
        weekly(screen="full", refresh="60", advance="20").app, "week", "refresh", "slide"
    )
    assert told == {"refresh": "60", "slide": "1"}


@pytest.mark.usefixtures("sample_company")
def test_what_is_wrong_with_the_link_is_said_in_both_looks() -> None:
    for look in ("full", "framed"):
        said = weekly(week="2026-W99", slide="99", advance="x", screen=look).messages
        assert len(said) == 1
        assert "2026" in said[0]
        assert f"1 to {COUNT}" in said[0]
        assert "advance" in said[0]


@pytest.mark.usefixtures("sample_company")
def test_in_full_screen_there_is_no_button() -> None:
    assert len(weekly(screen="full").app.button) == 0
    assert len(weekly().app.button) > 0


@pytest.mark.usefixtures("sample_company")
def test_the_buttons_lead_to_the_next_slide_and_the_week_before() -> None:
    app = weekly(slide="2").app
    app.button(key="meeting_slide_1").click().run()
    assert carried(app, "week", "slide") == {"week": "2026-W46", "slide": "3"}
    app.button(key="meeting_week_before").click().run()
    assert carried(app, "week", "slide") == {"week": "2026-W45", "slide": "3"}
    app.button(key="meeting_full_screen").click().run()
    assert carried(app, "screen") == {"screen": "full"}
    assert len(app.button) == 0


@pytest.mark.usefixtures("sample_company")
def test_the_filters_hold_and_the_row_above_says_them() -> None:
    screen = weekly(segment="vip")
    assert "· VIP ·" in screen.words
    assert any(str(told.value).startswith("**VIP") for told in screen.app.markdown)
    assert "all clients" not in screen.words


@pytest.mark.usefixtures("sample_company")
def test_an_unknown_client_shows_nobody_and_that_is_said() -> None:
    screen = weekly(client="nobody", screen="full")
    assert screen.faults == []
    assert "nobody" in screen.words
    assert "no client" in screen.words


@pytest.mark.usefixtures("sample_company")
def test_a_filter_is_changed_without_the_period_of_other_pages() -> None:
    app = weekly(since="2026-01-01", until="2026-03-31").app
    assert "filter_since" not in {widget.key for widget in app.date_input}
    app.multiselect(key="filter_segments").set_value(["vip"]).run()
    told = carried(app, "since", "until", "segment", "week")
    assert told == {
        "since": "2026-01-01",
        "until": "2026-03-31",
        "segment": "vip",
        "week": "2026-W46",
    }


@pytest.mark.parametrize("slide", NUMBERS)
def test_an_empty_warehouse_says_on_each_slide_what_is_missing(
    slide: int, company: Company
) -> None:
    company()
    screen = weekly(slide=str(slide), screen="full")
    assert (screen.faults, screen.chart_count) == ([], 0)
    assert f"{slide} / {COUNT}" in screen.words


@pytest.mark.parametrize("rows", [one_client_and_no_more(), one_answer(), hostile()])
def test_odd_companies_have_all_slides(rows: dict[str, Rows], company: Company) -> None:
    company(**rows)
    for slide in NUMBERS:
        assert weekly(slide=str(slide), screen="full").faults == []


def test_a_week_that_is_not_over_says_until_when_it_is_known(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(IMPORTED, "imported_at", "2026-11-04 20:00:00+08")
    company(**answers("only", answered_at="2026-11-04 12:00:00+08"))
    assert "week 45 of 2026 until 2026-11-04" in weekly(week="2026-W45").words
