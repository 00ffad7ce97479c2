"""From the weekly page one click brings the pack, made for who looks and what they look at."""

import io
from pathlib import Path

import pytest
from pptx import Presentation

from tests.browser.reader import Reader

pytestmark = pytest.mark.browser
STARTS = {"PowerPoint": (b"PK", "pptx"), "PDF": (b"%PDF", "pdf"), "Excel": (b"PK", "xlsx")}


def fetched(reader: Reader, button: str) -> tuple[str, bytes]:
    """Click the button once; the file that arrives: its name and its bytes."""
    with reader.page.expect_download(timeout=60_000) as download:
        reader.page.get_by_role("button", name=button, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


@pytest.mark.parametrize("button", STARTS)
def test_one_click_saves_the_pack(sample: str, reader: Reader, button: str) -> None:
    reader.open(f"{sample}/weekly?week=2026-W46")
    start, suffix = STARTS[button]
    name, content = fetched(reader, button)
    assert name == f"Weekly-meeting_2026-W46.{suffix}"
    assert content.startswith(start)
    reader.sees(f"Save {name}")


def test_each_click_saves_its_own_file(sample: str, reader: Reader) -> None:
    reader.open(f"{sample}/weekly?week=2026-W46")
    assert [fetched(reader, button)[1][:2] for button in ("PDF", "Excel", "PDF")] == [
        b"%P",
        b"PK",
        b"%P",
    ]


def test_the_pack_holds_the_week_the_filter_and_the_language_of_the_screen(
    sample: str, reader: Reader
) -> None:
    reader.open(f"{sample}/weekly?week=2026-W44&segment=vip&lang=zh-Hans")
    name, content = fetched(reader, "PowerPoint")
    assert name.endswith("_2026-W44.pptx")
    slides = list(Presentation(io.BytesIO(content)).slides)
    said = "\n".join(shape.text_frame.text for shape in slides[0].shapes if shape.has_text_frame)
    assert "2026年第44周" in said
    assert "重要客户" in said or "VIP" in said
