"""The buttons on the screen, and the click on them."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared.paper import fonts
from tests.pages.conftest import Company
from tests.pages.shared.conftest import ReadAs
from tests.pages.shared.report.conftest import COMPLAINT


def page() -> None:
    from datetime import date

    import streamlit as st

    from pages.shared import database, report
    from pages.shared.filters import View

    build = database.newest_build()
    assert build is not None
    database.show_build(build)
    view = View(date(2026, 9, 1), date(2026, 11, 15), date(2026, 6, 1), date(2026, 8, 31))
    report.buttons(str(st.query_params.get("complaint", "K1")), view)


@pytest.fixture
def app(company: Company) -> AppTest:
    company(clients=[{"client_id": "a", "client_name": "A"}], complaints=[COMPLAINT])
    return AppTest.from_function(page, default_timeout=30)


def test_a_complaint_has_one_button_for_each_file(app: AppTest) -> None:
    buttons = app.run().get("download_button")
    assert not app.exception
    assert [button.proto.label for button in buttons] == ["Report in Word", "Report as PDF"]
    assert not [button for button in buttons if button.proto.disabled]


def test_nothing_is_made_before_the_click(app: AppTest) -> None:
    for button in app.run().get("download_button"):
        assert button.proto.deferred_file_id
        assert not button.proto.url


def test_another_s_complaint_has_a_sentence_instead(app: AppTest, read_as: ReadAs) -> None:
    read_as("b")
    app.run()
    assert not app.get("download_button")
    assert "no such complaint" in app.info[0].value


def test_a_complaint_that_is_not_there_has_the_same_sentence(app: AppTest) -> None:
    app.query_params["complaint"] = "K2"
    assert "no such complaint" in app.run().info[0].value


def test_without_a_font_the_word_file_remains(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "PACKAGE", "no_such_package")
    monkeypatch.setattr(fonts, "PLACES", {"SC": (), "TC": ()})
    fonts.font.cache_clear()
    word, pdf = app.run().get("download_button")
    fonts.font.cache_clear()
    assert (word.proto.disabled, pdf.proto.disabled) == (False, True)
    assert "install no-such-package" in pdf.proto.help


@pytest.mark.parametrize(("language", "family"), [("en", "SC"), ("zh-Hant", "TC")])
def test_the_packed_font_has_a_face_for_each_script(language: str, family: str) -> None:
    found = fonts.font(language)
    assert found.path.name == fonts.PACKED
    assert fonts._family(fonts._faces(found.path)[found.face]).endswith(family)


def test_a_font_of_the_system_is_taken_where_the_package_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    packed = fonts.font("en")
    broken, without = tmp_path / "broken.ttc", tmp_path / "none.ttf"
    broken.write_bytes(b"no font at all")
    monkeypatch.setattr(fonts, "PACKAGE", "no_such_package")
    places = (str(without), str(broken), str(packed.path))
    monkeypatch.setattr(fonts, "PLACES", {"SC": places, "TC": ()})
    fonts.font.cache_clear()
    assert fonts.font("en") == packed
    assert fonts.font("zh-Hant").path == packed.path
    fonts.font.cache_clear()
