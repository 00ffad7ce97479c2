"""The weekly meeting in a real browser: every slide, by keyboard, on three screens."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from pages.meeting.slides import SLIDES
from tests.browser.reader import Reader
from tests.browser.slides import NUMBER, faults, present, press, shows, still

pytestmark = pytest.mark.browser
LOOKS = (
    (1280, 720, "en-US", "light"),
    (1920, 1080, "en-US", "light"),
    (3840, 2160, "en-US", "light"),
    (1280, 720, "zh-CN", "dark"),
    (1280, 720, "zh-TW", "light"),
    (1280, 800, "zh-CN", "light"),
)
COUNT = len(SLIDES)
ENOUGH = 150
"""Milliseconds in which a slide that was shown before is to be there again."""


def number(slide: int) -> str:
    return f"{slide} / {COUNT}"


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where the pictures go: a folder that somebody looks into (`PICTURES`), or a passing one."""
    folder = Path(os.environ.get("PICTURES", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.parametrize("look", LOOKS)
def test_every_slide_is_whole_and_large_enough_by_keyboard(
    sample: str, browser: Browser, pictures: Path, look: tuple[int, int, str, str]
) -> None:
    width, height, locale, scheme = look
    with browser.new_context(
        viewport={"width": width, "height": height},
        locale=locale,
        color_scheme="dark" if scheme == "dark" else "light",
    ) as context:
        reader = Reader(context.new_page())
        present(reader, sample)
        wrong: dict[int, list[str]] = {}
        for slide in range(1, COUNT + 1):
            if slide > 1:
                press(reader, ("PageDown", "ArrowRight", "ArrowDown")[slide % 3], number(slide))
            name = f"weekly-{slide:02}-{locale}-{scheme}-{width}x{height}.png"
            reader.page.screenshot(path=pictures / name)
            if found := faults(reader):
                wrong[slide] = found
        assert wrong == {}
        assert reader.console_errors == []


def test_the_keys_of_a_remote_control_lead_to_every_slide(sample: str, reader: Reader) -> None:
    present(reader, sample)
    for key, slide in (
        ("End", COUNT),
        ("PageUp", COUNT - 1),
        ("ArrowLeft", COUNT - 2),
        ("ArrowUp", COUNT - 3),
        ("Home", 1),
        ("ArrowLeft", 1),
        ("End", COUNT),
        ("PageDown", COUNT),
    ):
        reader.page.keyboard.press(key)
        shows(reader.page, number(slide))


def test_quick_presses_are_all_counted(sample: str, reader: Reader) -> None:
    present(reader, sample)
    for _press in range(5):
        reader.page.keyboard.press("PageDown")
    shows(reader.page, number(6))
    expect(reader.page).to_have_url(re.compile("slide=6"))


def test_a_slide_shown_before_is_there_at_once(sample: str, reader: Reader) -> None:
    """The quickest of some: what a busy machine adds is not the dashboard's."""
    present(reader, sample)
    taken = []
    for key, slide in (("PageDown", 2), ("PageUp", 1)) * 6:
        taken.append(reader.page.evaluate(TAKES, [key, number(slide)]))
        still(reader)
    assert min(taken[2:]) < ENOUGH


TAKES = """([key, number]) => new Promise((done) => {
  const begin = performance.now()
  const look = () => document.querySelector(".slide-number")?.textContent === number
    ? requestAnimationFrame(() => done(performance.now() - begin)) : requestAnimationFrame(look)
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }))
  look()
})"""


def test_the_link_opens_the_same_slide_again(sample: str, reader: Reader) -> None:
    present(reader, sample, slide="3", week="2026-W40", segment="vip")
    press(reader, "PageDown", number(4))
    expect(reader.page).to_have_url(re.compile("slide=4"))
    before = reader.page.locator("h1").inner_text()
    reader.page.reload()
    still(reader)
    shows(reader.page, number(4))
    assert reader.page.locator("h1").inner_text() == before
    expect(reader.page.locator(".slide-strip")).to_contain_text("week 40 of 2026")
    expect(reader.page.locator(".slide-strip")).to_contain_text("VIP")
    reader.page.go_back()
    shows(reader.page, number(3))


def test_f_and_esc_lead_into_full_screen_and_back(sample: str, reader: Reader) -> None:
    reader.open(f"{sample}/weekly?slide=2")
    reader.page.keyboard.press("f")
    expect(reader.page.get_by_role("button", name="Filters")).to_have_count(0)
    reader.page.wait_for_function("document.fullscreenElement !== null")
    still(reader)
    reader.page.keyboard.press("F")
    reader.page.wait_for_function("document.fullscreenElement === null")
    expect(reader.page).to_have_url(re.compile("screen=full"))
    reader.page.keyboard.press("Escape")
    expect(reader.page.get_by_role("button", name="Filters")).to_be_visible()
    expect(reader.page).not_to_have_url(re.compile("screen"))
    shows(reader.page, number(2))


def test_leaving_the_browser_s_full_screen_leads_back_as_well(sample: str, reader: Reader) -> None:
    reader.open(f"{sample}/weekly")
    reader.page.get_by_role("button", name="Full screen").click()
    reader.page.wait_for_function("document.fullscreenElement !== null")
    expect(reader.page.get_by_role("button", name="Filters")).to_have_count(0)
    still(reader)
    reader.page.evaluate("document.exitFullscreen()")  # as Esc does, without any key for the page
    expect(reader.page.get_by_role("button", name="Filters")).to_be_visible()


def test_in_the_frame_the_whole_slide_is_on_the_first_screen(sample: str, reader: Reader) -> None:
    reader.open(f"{sample}/weekly")
    still(reader)
    expect(reader.page.locator(".st-key-slide")).to_be_in_viewport(ratio=0.999)
    width = "element => element.scrollWidth - element.clientWidth"
    assert reader.page.locator("[data-testid=stMain]").evaluate(width) <= 0


def test_keys_pressed_in_a_field_are_the_field_s(sample: str, reader: Reader) -> None:
    reader.open(f"{sample}/weekly?slide=2")
    reader.page.get_by_role("button", name="Filters").click()
    reader.page.get_by_role("combobox").last.press("ArrowDown")
    reader.page.keyboard.press("PageDown")
    reader.settle()
    shows(reader.page, number(2))


def test_a_open_actions_over_the_slide_and_nothing_runs_until_they_are_closed(
    sample: str, reader: Reader
) -> None:
    reader.page.clock.install()
    present(reader, sample, slide="2", advance="5", refresh="5")
    reader.page.keyboard.press("a")
    dialog = reader.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Actions")
    field = dialog.get_by_role("textbox").first
    field.fill("Call the harbour")
    reader.page.clock.run_for(30_000)
    field.press("PageDown")
    expect(field).to_have_value("Call the harbour")
    shows(reader.page, number(2))
    reader.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    shows(reader.page, number(2))
    expect(reader.page).to_have_url(re.compile("screen=full"))


def test_a_wall_screen_goes_on_by_itself_and_begins_again(sample: str, reader: Reader) -> None:
    reader.page.clock.install()
    present(reader, sample, slide=str(COUNT), advance="10")
    reader.page.clock.run_for(10_500)
    shows(reader.page, number(1))
    still(reader)
    reader.page.clock.run_for(10_500)
    shows(reader.page, number(2))
    expect(reader.page.locator(NUMBER)).to_have_count(1)


def test_a_screen_reader_is_told_each_slide_and_each_chart(sample: str, reader: Reader) -> None:
    present(reader, sample)
    press(reader, "PageDown", number(2))
    finding = reader.page.locator("h1").inner_text()
    told = reader.page.locator(".told")
    expect(told).to_have_text(f"Slide 2 of {COUNT}: {finding}")
    expect(told).to_have_attribute("aria-live", "polite")
    press(reader, "Home", number(1))
    said = reader.page.locator("h2").first.inner_text()
    expect(reader.page.get_by_label(said).first).to_be_attached()


def test_nothing_moves_for_those_who_want_it_still(sample: str, browser: Browser) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        reader = Reader(context.new_page())
        present(reader, sample)
        moving = (
            "() => document.querySelector('.st-key-slide').getAnimations({subtree: true}).length"
        )
        reader.page.keyboard.press("PageDown")
        assert reader.page.evaluate(moving) == 0
        shows(reader.page, number(2))
        assert reader.page.evaluate(moving) == 0


def test_what_is_wrong_with_the_link_is_said_until_the_next_move(
    sample: str, reader: Reader
) -> None:
    present(reader, sample, slide="77")
    expect(reader.page.get_by_role("alert")).to_contain_text(f"1 to {COUNT}")
    shows(reader.page, number(1))
    press(reader, "PageDown", number(2))
    expect(reader.page.get_by_role("alert")).to_have_count(0)
