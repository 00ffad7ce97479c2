"""The company's own PowerPoint file: its size, its layout and its fonts stay, its slides go."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.util import Inches, Pt

from pages.meeting.pack.layout import Box
from pages.meeting.pack.powerpoint_template import opened
from pages.meeting.pack.powerpoint_text import MUTED, Type, boxed
from pages.shared.unattended import UndoneError

TITLE_ONLY = 5
SECTIONS = (
    '<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
    '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
    '<p14:section name="Old" id="{00000000-0000-0000-0000-000000000001}"/></p14:sectionLst>'
    "</p:ext></p:extLst>"
)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """4 : 3, two slides of its own, and a layout renamed by somebody."""
    presentation = Presentation()
    for name in ("First", "Second"):
        slide = presentation.slides.add_slide(presentation.slide_layouts[0])
        slide.shapes.title.text = name
    presentation.slide_layouts[TITLE_ONLY].name = "Nur Titel"
    place = tmp_path / "company.pptx"
    presentation.save(place)
    return place


def saved(made: Any) -> Any:
    file = io.BytesIO()
    made.presentation.save(file)
    return Presentation(io.BytesIO(file.getvalue()))


def as_potx(template: Path) -> Path:
    place = template.with_suffix(".potx")
    with zipfile.ZipFile(template) as source, zipfile.ZipFile(place, "w") as target:
        for item in source.infolist():
            content = source.read(item).replace(
                b"presentationml.presentation.main+xml", b"presentationml.template.main+xml"
            )
            target.writestr(item, content)
    return place


def test_its_slides_are_gone_and_its_size_stays(template: Path) -> None:
    again = saved(opened(template, "en"))
    assert len(again.slides) == 0
    assert (again.slide_width, again.slide_height) == (Inches(10), Inches(7.5))


def test_the_slides_of_a_template_leave_nothing_behind(template: Path) -> None:
    file = io.BytesIO()
    opened(template, "en").presentation.save(file)
    with zipfile.ZipFile(file) as parts:
        assert [name for name in parts.namelist() if name.startswith("ppt/slides/")] == []


def test_the_layout_with_a_title_alone_is_found_by_its_type(template: Path) -> None:
    made = opened(template, "en")
    assert made.layout.name == "Nur Titel"
    assert not made.is_own


def test_without_that_type_the_one_with_a_title_and_least_else_is_taken(template: Path) -> None:
    presentation = Presentation(template)
    for layout in presentation.slide_layouts:
        layout._element.attrib.pop("type", None)
    presentation.save(template)
    assert opened(template, "en").layout.name == "Nur Titel"


def test_slides_stand_between_the_title_and_the_foot_of_the_layout(template: Path) -> None:
    made = opened(template, "en")
    (title,) = (one for one in made.layout.placeholders if one.name.startswith("Title"))
    feet = [one for one in made.layout.placeholders if one.name != title.name]
    assert made.sheet.body.top >= (title.top + title.height) / Pt(1)
    assert made.sheet.foot.bottom <= min(foot.top for foot in feet) / Pt(1)
    assert made.sheet.body.bottom <= made.sheet.foot.top
    assert made.sheet.body.height > 250


def test_a_template_file_with_the_other_ending_is_read_too(template: Path) -> None:
    assert opened(as_potx(template), "zh-Hans").layout.name == "Nur Titel"


def test_sections_that_name_slides_go_with_them(template: Path) -> None:
    presentation = Presentation(template)
    presentation.part._element.append(parse_xml(SECTIONS))
    presentation.save(template)
    assert b"sectionLst" not in opened(template, "en").presentation.part.blob


@pytest.mark.parametrize("content", [b"no file at all", b"PK\x03\x04broken"])
def test_another_file_is_named_with_the_setting(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "company.pptx"
    place.write_bytes(content)
    with pytest.raises(UndoneError, match=r"company.pptx of the setting meeting.template"):
        opened(place, "en")


def test_a_missing_file_is_named_too(tmp_path: Path) -> None:
    with pytest.raises(UndoneError, match=r"none\.pptx"):
        opened(tmp_path / "none.pptx", "en")


def test_without_a_setting_the_file_is_as_wide_as_a_screen_and_titles_begin_at_the_left() -> None:
    made = opened(None, "zh-Hans")
    again = saved(made)
    assert again.slide_width / again.slide_height == pytest.approx(16 / 9)
    assert made.is_own
    assert b'algn="l"' in again.slide_master.part.blob


def test_text_takes_the_colours_of_the_theme_so_that_it_is_read_on_a_dark_ground(
    template: Path,
) -> None:
    made = opened(template, "en")
    page = made.presentation.slides.add_slide(made.layout)
    shape = boxed(page, Box(0, 0, 100, 20), "said", Type(12, MUTED))
    colour = shape.text_frame.paragraphs[0].runs[0].font.color
    assert colour.theme_color == MSO_THEME_COLOR.TEXT_2
