"""An event that is entered stands on the trends at once, and touches nothing there."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from playwright.sync_api import FloatRect, Locator, expect

from data import entered
from data import sample as data_sample
from data.settings import Settings
from tests.browser.reader import Reader
from tests.browser.server import running

pytestmark = pytest.mark.browser
PAGES = ("", "tiers", "expectations", "index", "complaints", "promises", "client?client=C0003")
LABELS = ".infolayer .annotation"
CROWD = (
    ("2026-10-20", "Price list 2027 新价格表 sent to all clients", None),
    ("2026-10-28", "Holiday 国庆节后补班", None),
    ("2026-11-03", "<b>Visit</b> & training", "C0003"),
    ("2026-11-04", "Second visit", "C0003"),
    ("2026-11-05", "Third visit", "C0003"),
)


@pytest.fixture(scope="module")
def crowded(
    browser_type_launch_args: object, tmp_path_factory: pytest.TempPathFactory, settings: Settings
) -> Iterator[str]:
    """The sample company with events close together."""
    folder = tmp_path_factory.mktemp("crowded") / "warehouse"
    data_sample.build(folder, settings, progress=False)
    for day, label, client_id in CROWD:
        values = {"happened_on": day, "label": label, "client_id": client_id}
        entered.add(folder, "events", values, "Chen Jing")
    with running(folder) as address:
        yield address


def test_an_event_is_entered_drawn_and_taken_back(crowded: str, reader: Reader) -> None:
    reader.open(f"{crowded}/events-and-targets?since=2026-08-24&until=2026-11-15")
    page = reader.page
    page.get_by_label("What happened", exact=True).fill("Office moved")
    page.get_by_label("What happened", exact=True).press("Enter")
    reader.sees("Added.")
    reader.sees("13 events are known")
    page.get_by_role("button", name="Undo my last change").click()
    reader.sees("The change was taken back.")
    reader.sees("12 events are known")


@pytest.mark.parametrize("path", PAGES)
def test_labels_touch_neither_each_other_nor_the_edge(
    crowded: str, reader: Reader, path: str
) -> None:
    reader.open(f"{crowded}/{path}")
    expect(reader.page.locator(".js-plotly-plot .shapelayer path").first).to_be_attached()
    reader.stand_still()
    charts = reader.page.locator(".js-plotly-plot", has=reader.page.locator(".shapelayer path"))
    for chart in charts.all():
        edge, boxes = chart.bounding_box(), [box(each) for each in chart.locator(LABELS).all()]
        assert edge is not None
        assert [one for one in boxes if one["x"] + one["width"] > edge["x"] + edge["width"]] == []
        touching = [pair for pair in combinations(boxes, 2) if touch(*pair)]
        assert touching == []


def box(label: Locator) -> FloatRect:
    found = label.bounding_box()
    assert found is not None
    return found


def touch(one: FloatRect, other: FloatRect) -> bool:
    """By more than the three pixels that the frame of a label is wider than its words."""
    across = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    down = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    return across > 6 and down > 6


def test_a_flag_tells_its_event_when_pointed_at(crowded: str, reader: Reader) -> None:
    reader.open(crowded)
    flag = reader.page.locator(LABELS, has_text="▾").first
    flag.hover()
    told = reader.page.locator(".hoverlayer", has_text="2026-02-17 Spring Festival")
    expect(told).to_have_count(1)
