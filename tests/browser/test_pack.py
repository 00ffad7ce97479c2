"""From the weekly page one click brings the pack, made for who looks and what they look at."""

import io

import pytest
from pptx import Presentation

from tests.browser.reader import Reader

pytestmark = pytest.mark.browser
STARTS = {"PowerPoint": (b"PK", "pptx"), "PDF": (b"%PDF", "pdf"), "Excel": (b"PK", "xlsx")}


@pytest.mark.parametrize("button", STARTS)
def test_one_click_saves_the_pack(sample: str, reader: Reader, button: str) -> None:
    reader.open(f"{sample}/weekly?week=2026-W46")
    start, suffix = STARTS[button]
    name, content = reader.fetch(button)
    assert name == f"Weekly-meeting_2026-W46.{suffix}"
    assert content.startswith(start)
    reader.sees(f"Save {name}")


def test_each_click_saves_its_own_file(sample: str, reader: Reader) -> None:
    reader.open(f"{sample}/weekly?week=2026-W46")
    assert [reader.fetch(button)[1][:2] for button in ("PDF", "Excel", "PDF")] == [
        b"%P",
        b"PK",
        b"%P",
    ]


def test_the_pack_holds_the_week_the_filter_and_the_language_of_the_screen(
    sample: str, reader: Reader
) -> None:
    reader.open(f"{sample}/weekly?week=2026-W44&segment=vip&lang=zh-Hans")
    name, content = reader.fetch("PowerPoint")
    assert name.endswith("_2026-W44.pptx")
    slides = list(Presentation(io.BytesIO(content)).slides)
    said = "\n".join(shape.text_frame.text for shape in slides[0].shapes if shape.has_text_frame)
    assert "2026年第44周" in said
    assert "重要客户" in said or "VIP" in said
