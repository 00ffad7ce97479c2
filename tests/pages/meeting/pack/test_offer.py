"""The buttons on the screen: one click makes the file, for who clicks."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.meeting.pack import powerpoint
from pages.shared import database
from pages.shared.paper import fonts

pytestmark = pytest.mark.usefixtures("sample_company")


def page() -> None:
    from pages.meeting import weeks
    from pages.meeting.pack import offer
    from pages.shared import database

    build = database.newest_build()
    assert build is not None
    database.show_build(build)
    offer.buttons(weeks.of("2026-W46"))


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_function(page, default_timeout=60)


def test_there_is_a_button_for_each_kind_and_nothing_is_made_before_a_click(app: AppTest) -> None:
    app.run()
    assert not app.exception
    assert [one.label for one in app.button] == ["PowerPoint", "PDF", "Excel"]
    assert not app.get("download_button")


@pytest.mark.parametrize(
    ("label", "suffix"), [("PowerPoint", "pptx"), ("PDF", "pdf"), ("Excel", "xlsx")]
)
def test_a_click_makes_the_file_and_offers_it(app: AppTest, label: str, suffix: str) -> None:
    app.run().button(key=f"pack_{suffix}").click().run()
    assert not app.exception
    (download,) = app.get("download_button")
    assert download.proto.label == f"Save Weekly-meeting_2026-W46.{suffix}"
    assert download.proto.url.endswith(f".{suffix}")
    assert app.button(key=f"pack_{suffix}").label == label


def test_without_a_font_there_is_no_pdf_and_the_button_says_why(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "PACKAGE", "no_such_package")
    monkeypatch.setattr(fonts, "PLACES", {"SC": (), "TC": ()})
    fonts.font.cache_clear()
    app.run()
    fonts.font.cache_clear()
    assert [one.disabled for one in app.button] == [False, True, False]
    assert "install no-such-package" in app.button(key="pack_pdf").help


def test_a_template_that_cannot_be_read_is_told_in_a_sentence(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    used = database.settings()
    meeting = used.meeting.model_copy(update={"template": Path("nowhere.pptx")})
    changed = used.model_copy(update={"meeting": meeting})
    monkeypatch.setattr(powerpoint, "settings", lambda: changed)
    app.run().button(key="pack_pptx").click().run()
    assert not app.exception
    assert "nowhere" in app.error[0].value
    assert not app.get("download_button")
