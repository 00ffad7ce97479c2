"""Both files are whole, in three languages, whatever the data hold."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any
from xml.etree import ElementTree

import docx
import pypdfium2
import pytest

from pages.shared import report
from pages.shared.access import Reader
from pages.shared.filters.view import View
from tests.pages.shared.report.conftest import VIEW, Reported, squeezed

Make = Callable[..., Reported]
LANGUAGES = ("en", "zh-Hans", "zh-Hant")
FORMATS = ("docx", "pdf")
HOSTILE = "<img src=x onerror=alert(1)> & =cmd|'/c calc'!A1 {nb} **bold** [x](y)"
LONG = "一周内两次丢失订单。Bookings were lost twice. " * 250


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ["technical"]), ("zh-Hans", ["技术", "客户"]), ("zh-Hant", ["技術", "客戶"])],
)
def test_a_report_speaks_the_reader_s_language_and_keeps_names(
    reported: Make, suffix: str, language: str, words: list[str]
) -> None:
    told = reported({"description": "两次丢失订单 / 遺失訂單。𠮷"}).text(suffix, language)
    for word in (*words, "山茶酒店 Hotels", "两次丢失订单 / 遺失訂單。𠮷", "K1"):
        assert word in told


@pytest.mark.parametrize("suffix", FORMATS)
def test_hostile_text_is_printed_letter_by_letter(reported: Make, suffix: str) -> None:
    client = {"client_id": "a", "client_name": HOSTILE, "manager": HOSTILE}
    told = reported({"description": HOSTILE, "channel": HOSTILE}, clients=[client]).text(suffix)
    assert told.count(HOSTILE) >= 2


@pytest.mark.parametrize("suffix", FORMATS)
def test_what_no_document_may_hold_is_left_out(reported: Make, suffix: str) -> None:
    told = reported({"description": "a\x0bb\x1bc\ufffed\u202ee\u2066f"}).text(suffix)
    assert "a b c d e f" in told


def test_every_part_of_a_word_file_is_xml(reported: Make) -> None:
    bad = "".join(map(chr, [*range(1, 32), 127, 0x85, 0xFFFF])) + "]]><w:p/>"
    client = {"client_id": "a", "client_name": bad, "region": bad}
    file = reported({"description": bad}, clients=[client]).file("docx")
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(parts.read(name))


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_long_description_is_printed_whole(reported: Make, suffix: str) -> None:
    told = reported({"description": LONG}).text(suffix)
    assert told.count("周") == told.count("twice") == 250


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_word_longer_than_a_page_is_printed_whole(reported: Make, suffix: str) -> None:
    client = {"client_id": "a", "client_name": "A", "industry": "x" * 4000}
    told = reported({"description": "W" * 3000}, clients=[client]).text(suffix)
    assert told.count("W") >= 3000
    assert told.count("x") >= 4000


def test_lines_keep_their_breaks(reported: Make) -> None:
    word = docx.Document(io.BytesIO(reported({"description": "one\r\ntwo\n\nthree"}).file("docx")))
    told = [paragraph.text for paragraph in word.paragraphs]
    start = told.index("one")
    assert told[start : start + 4] == ["one", "two", "", "three"]


def test_a_pdf_tells_what_its_font_lacks_instead_of_a_box(reported: Make) -> None:
    told = reported({"description": "ok 😀👍🏽 fine \u0628 e\ufe0f."}).text("pdf")
    assert "ok [grinning face][thumbs up sign][emoji modifier fitzpatrick type-4] fine" in told
    assert "[U+0628] e." in told


def test_a_word_file_keeps_every_character(reported: Make) -> None:
    assert "😀 ب 𠮷" in reported({"description": "😀 ب 𠮷"}).text("docx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_font_is_embedded_in_part(reported: Make, language: str) -> None:
    file = reported({"description": "重大投诉報告"}).file("pdf", language)
    assert b"/FontFile3" in file
    assert len(file) < 300_000
    assert (b"NotoSansCJKTC" in file) is (language == "zh-Hant")


@pytest.mark.parametrize(
    ("language", "font", "locale"),
    [
        ("en", "Microsoft YaHei", "zh-CN"),
        ("zh-Hans", "Microsoft YaHei", "zh-CN"),
        ("zh-Hant", "Microsoft JhengHei", "zh-TW"),
    ],
)
def test_word_is_told_the_font_for_chinese(
    reported: Make, language: str, font: str, locale: str
) -> None:
    word = docx.Document(io.BytesIO(reported().file("docx", language)))
    for name in ("Normal", "Title", "Heading 1"):
        xml = word.styles[name].element.xml
        assert f'w:eastAsia="{font}"' in xml
        assert f'w:eastAsia="{locale if language != "en" else "en-GB"}"' in xml
        assert "eastAsiaTheme" not in xml


def test_every_page_says_which_complaint_when_and_for_whom(reported: Make) -> None:
    file = reported({"description": LONG}).file("pdf", reader=Reader("Ann 安"))
    with pypdfium2.PdfDocument(file) as pdf:
        pages = [squeezed(page.get_textpage().get_text_bounded()) for page in pdf]
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert "Complaint: K1" in page
        assert "As known on 15 November 2026, 20:00 (Asia/Shanghai), for Ann 安" in page
        assert f"Page {number} of {len(pages)}" in page


def test_word_counts_its_own_pages(reported: Make) -> None:
    word = docx.Document(io.BytesIO(reported().file("docx")))
    foot = word.sections[0].footer.paragraphs[0]._p.xml
    assert 'w:instr="PAGE"' in foot
    assert 'w:instr="NUMPAGES"' in foot


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("client_ids", [(), ("b",)])
def test_a_reader_who_may_not_see_the_client_gets_a_sentence(
    reported: Make, suffix: str, client_ids: tuple[str, ...]
) -> None:
    made = reported()
    with pytest.raises(report.NoReportError, match="no such complaint"):
        made.file(suffix, reader=Reader("Bo", client_ids))
    assert "K1" in made.text(suffix, reader=Reader("Ann", ("a",)))


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_filter_that_leaves_the_client_out_leaves_its_complaint_out(
    reported: Make, suffix: str
) -> None:
    with pytest.raises(report.NoReportError):
        reported().file(suffix, view=_over(client_ids=("b",)))


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_report_of_an_earlier_day_does_not_know_what_came_later(
    reported: Make, suffix: str
) -> None:
    made = reported({"resolved_at": "2026-10-20 10:00"})
    assert "2026-10-20" in made.text(suffix)
    assert "2026-10-20" not in made.text(suffix, view=_over(until=date(2026, 10, 19)))
    with pytest.raises(report.NoReportError):
        made.file(suffix, view=_over(until=date(2026, 9, 30)))


def _over(until: date = VIEW.until, **more: Any) -> View:
    return View(VIEW.since, until, VIEW.previous_since, VIEW.previous_until, **more)


def test_the_file_is_named_for_complaint_and_day() -> None:
    name = report.file_name("K1", VIEW, "pdf")
    assert name == "Complaint-report_K1_2026-11-15.pdf"
    hostile = report.file_name('../..\\a b"\r\n:名' + "x" * 300, VIEW, "docx")
    assert hostile.startswith("Complaint-report_a-b-名")
    assert len(hostile) < 100
