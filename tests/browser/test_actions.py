"""The weekly meeting writes its actions: two browsers at once, a restart, no mouse."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from data import entered
from tests.browser.company import bring_in, company
from tests.browser.reader import Reader
from tests.browser.server import running

pytestmark = pytest.mark.browser
ACTIONS = [
    {
        "action_id": "first",
        "client_id": "C1",
        "raised_on": "2026-01-05",
        "what": "Call the client",
        "owner": "Ann",
        "due_on": "2026-01-12",
    },
]


@pytest.fixture
def folder(warehouse_folder: Path) -> Path:
    """A company with one open action."""
    bring_in(warehouse_folder, {**company(), "actions": ACTIONS})
    return warehouse_folder


@pytest.fixture
def second(browser: Browser) -> Iterator[Reader]:
    """Somebody else, at another machine."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-US")
    someone = Reader(context.new_page())
    yield someone
    assert someone.console_errors == []
    context.close()


@contextmanager
def served(folder: Path, *readers: Reader) -> Iterator[str]:
    """Serve the warehouse; the readers leave before the server does."""
    with running(folder) as address:
        yield address
        for someone in readers:
            someone.page.goto("about:blank")


def add(page: Page | Locator, what: str) -> None:
    line = page.get_by_label("New action")
    line.fill(what)
    line.press("Enter")
    expect(page.get_by_text(f"Added: “{what}”.")).to_be_visible()


def choose(page: Page | Locator, letters: str) -> None:
    """By the keyboard: a few letters in the list of choices, and Enter."""
    choice = page.get_by_role("combobox", name="Action to open")
    choice.click()
    choice.press_sequentially(letters)
    choice.press("Enter")
    expect(page.get_by_text("Comments and changes")).to_be_visible()


def form(page: Page | Locator, label: str) -> Locator:
    """A field of the form of the chosen action; the line for a new one comes before it."""
    return page.get_by_label(label, exact=True).last


def test_two_at_once_see_each_other_s_and_lose_nothing(
    folder: Path, reader: Reader, second: Reader
) -> None:
    with served(folder, reader, second) as address:
        for one in (reader, second):
            one.open(f"{address}/actions")
            choose(one.page, "Call")
        form(second.page, "Owner").fill("Wu")
        half_a_line = second.page.get_by_label("New action")
        half_a_line.fill("Half a line")
        form(reader.page, "Owner").fill("Li Wei")
        reader.page.get_by_role("button", name="Save", exact=True).click()
        reader.sees("Saved: “Call the client”.")
        second.sees("Changed since you opened it.")
        expect(form(second.page, "Owner")).to_have_value("Wu")
        expect(half_a_line).to_have_value("Half a line")
        second.page.get_by_role("button", name="Save", exact=True).click()
        second.sees("Somebody else was faster, so nothing was saved yet.")
        second.sees("Owner from Ann to Li Wei")
        expect(form(second.page, "Owner")).to_have_value("Wu")
        second.page.get_by_role("button", name="Save", exact=True).click()
        second.sees("Saved: “Call the client”.")
        reader.sees("Owner from Li Wei to Wu")
    pairs = [dict(change.fields) for change in entered.changes(folder, "actions", "first")]
    assert pairs == [{"owner": ("Ann", "Li Wei")}, {"owner": ("Li Wei", "Wu")}]


def test_what_one_adds_the_other_sees_at_once_and_both_outlive_a_restart(
    folder: Path, reader: Reader, second: Reader
) -> None:
    with served(folder, reader, second) as address:
        for one in (reader, second):
            one.open(f"{address}/actions")
        add(reader.page, "Write the report")
        second.sees("2 actions are open")
        add(second.page, "Visit the client")
        reader.sees("3 actions are open")
    with served(folder, reader, second) as address:
        reader.open(f"{address}/actions")
        reader.sees("3 actions are open")
        choose(reader.page, "Visit")
        reader.sees("localhost: added")


def test_an_action_is_added_edited_done_and_commented_without_a_mouse(
    folder: Path, reader: Reader
) -> None:
    with served(folder, reader) as address:
        reader.open(f"{address}/actions")
        add(reader.page, "Write the report")
        expect(reader.page.get_by_label("New action")).to_be_focused()
        keys = reader.page.keyboard
        choice = reader.page.get_by_role("combobox", name="Action to open")
        for _press in range(30):
            if choice.evaluate("element => element === document.activeElement"):
                break
            keys.press("Tab")
        keys.type("Write")
        keys.press("Enter")
        reader.sees("Comments and changes")
        form(reader.page, "Owner").focus()
        keys.type("Ann")
        keys.press("Enter")
        reader.sees("Saved: “Write the report”.")
        form(reader.page, "Comment").focus()
        keys.type("asked twice")
        keys.press("Enter")
        reader.sees("comment: “asked twice”")
        reader.page.get_by_role("button", name="Done today").focus()
        keys.press("Space")
        reader.sees("1 action is open")
        reader.settle()
        reader.page.get_by_role("button", name="Undo my last change").focus()
        keys.press("Enter")
        reader.sees("2 actions are open")
    assert len(entered.changes(folder, "actions")) == 5


def test_the_meeting_writes_in_a_dialog_that_others_do_not_disturb(
    folder: Path, reader: Reader, second: Reader
) -> None:
    with served(folder, reader, second) as address:
        reader.open(f"{address}/weekly")
        second.open(f"{address}/actions")
        reader.page.get_by_role("button", name="Actions", exact=True).click()
        dialog = reader.page.get_by_role("dialog")
        choose(dialog, "Call")
        form(dialog, "What").fill("Call twice")
        add(second.page, "Visit the client")
        table = dialog.get_by_test_id("stDataFrame")
        expect(table.filter(has_text="Visit the client").first).to_be_attached()
        expect(table).to_have_count(1)
        expect(form(dialog, "What")).to_have_value("Call twice")
        expect(dialog.get_by_test_id("stDateInput").first).to_contain_text("20")
        dialog.get_by_role("button", name="Save", exact=True).click()
        expect(dialog.get_by_text("Saved: “Call twice”.")).to_be_visible()
        second.sees("Call twice")
