"""A name for a set of filters: saved, opened by a link, changed, taken away and brought back."""

from contextlib import AbstractContextManager
from typing import Any

import pytest

from data import entered, warehouse
from data.entered import ChangedMeanwhileError
from data.errors import DataError
from pages.shared import access
from pages.shared.access import Reader
from pages.shared.asker import Asker, speaking
from pages.shared.filters import saved
from pages.shared.filters.saved import Saved
from pages.shared.filters.saved_controls import CHOSEN, NAMED
from tests.pages.conftest import Company
from tests.pages.opened import Screen, answers, opened

PAGE = "satisfaction/tiers.py"
DAYS = {"since": "2026-08-24", "until": "2026-11-15"}
HOSTILE = "<img src=x onerror=alert(1)> ![x](https://example.com/x.png)"


def two(company: Company) -> None:
    tables = answers("Acme", "Bolt")
    tables["clients"][0]["segment"] = "vip"
    company(**tables)


def press(screen: Screen, label: str) -> None:
    (button,) = [each for each in screen.app.button if each.label == label]
    button.click().run()


def save(name: str, **link: str) -> Screen:
    screen = opened(PAGE, **link)
    screen.app.text_input(key=NAMED).input(name).run()
    press(screen, "Save view")
    assert not screen.app.exception
    return screen


def in_link(screen: Screen) -> dict[str, str]:
    carried = {key: screen.app.query_params[key] for key in screen.app.query_params}
    return {key: each if isinstance(each, str) else each[-1] for key, each in carried.items()}


def test_what_is_chosen_is_saved_under_a_name_which_is_in_the_link(company: Company) -> None:
    two(company)
    screen = save("  Our   VIPs ", segment="vip")
    assert in_link(screen)["saved"] == "Our VIPs"
    assert "Saved as “Our VIPs”." in [caption.value.replace("\\", "") for caption in _said(screen)]
    assert screen.app.selectbox(key=CHOSEN).value == "Our VIPs"


def _said(screen: Screen) -> list[Any]:
    return list(screen.app.caption)


def test_its_name_alone_opens_it_for_anybody(company: Company) -> None:
    two(company)
    save("VIPs", segment="vip", **DAYS)
    link = in_link(opened(PAGE, saved="VIPs"))
    assert (link["segment"], link["saved"]) == ("vip", "VIPs")
    assert (link["since"], link["until"]) == ("2026-08-24", "2026-11-15")


def test_a_period_on_offer_goes_on_with_the_data_and_other_days_stay(company: Company) -> None:
    two(company)
    save("Usual")
    save("Autumn", since="2026-09-03", until="2026-10-05")
    later = {"answered_at": "2026-11-12 12:00:00+08"}
    tables = answers("Acme", "Bolt")
    tables["responses"] = [{**row, **later} for row in tables["responses"]]
    company(**tables)
    assert in_link(opened(PAGE, saved="Usual"))["until"] == "2026-11-12"
    assert in_link(opened(PAGE, saved="Autumn"))["until"] == "2026-10-05"


def test_filters_that_a_link_carries_go_before_the_name_it_carries(company: Company) -> None:
    two(company)
    save("VIPs", segment="vip", **DAYS)
    other = in_link(opened(PAGE, saved="VIPs", segment="regular", **DAYS))
    assert other["segment"] == "regular"
    assert "saved" not in other
    same = in_link(opened(PAGE, saved="VIPs", segment="vip", **DAYS))
    assert same["saved"] == "VIPs"


def test_the_name_leaves_the_link_once_something_else_is_chosen(company: Company) -> None:
    two(company)
    screen = save("VIPs", segment="vip")
    press(screen, "Clear filters")
    assert "saved" not in in_link(screen)
    assert screen.app.selectbox(key=CHOSEN).value is None


def test_an_unknown_name_is_said(company: Company) -> None:
    two(company)
    screen = opened(PAGE, saved=HOSTILE)
    assert any("There is no saved view" in message for message in screen.messages)
    assert "saved" not in in_link(screen)


def test_a_view_taken_away_can_be_brought_back(company: Company) -> None:
    two(company)
    screen = save("VIPs", segment="vip")
    press(screen, "Remove view")
    assert "saved" not in in_link(screen)
    press(screen, "Bring it back")
    assert in_link(screen)["saved"] == "VIPs"


def test_saving_again_under_a_name_changes_the_view(company: Company) -> None:
    two(company)
    save("Mine", segment="vip")
    save("Mine", segment="regular")
    assert in_link(opened(PAGE, saved="Mine"))["segment"] == "regular"
    folder = warehouse.default_folder()
    assert [change.kind for change in entered.changes(folder, "views")] == ["add", "edit"]


def test_a_hostile_name_is_only_a_name(company: Company) -> None:
    two(company)
    screen = save(HOSTILE, segment="vip")
    assert in_link(screen)["saved"] == HOSTILE
    assert not any("![x](" in caption.value for caption in screen.app.caption)


def test_a_name_of_nothing_is_not_saved(company: Company) -> None:
    two(company)
    screen = save("   ", segment="vip")
    assert any("name first" in caption.value for caption in screen.app.caption)
    assert entered.newest(warehouse.default_folder()) == 0


def test_a_view_of_clients_that_a_reader_may_not_see_is_not_among_the_readers(
    company: Company,
) -> None:
    two(company)
    save("All")
    save("Bolt alone", client="Bolt")
    with reading("Li", "Acme"):
        assert list(saved.known()) == ["All"]


def reading(name: str, *client_ids: str) -> AbstractContextManager[None]:
    """A person reads, without a screen."""
    build = warehouse.current(warehouse.default_folder())
    assert build is not None
    return speaking(Asker(Reader(name, client_ids or None), "en", build))


def made() -> list[tuple[str, str]]:
    """Who did what to the saved views."""
    known = entered.changes(warehouse.default_folder(), "views")
    return [(change.made_by, change.kind) for change in known]


VIPS, REGULARS = (Saved("Mine", f"segment={each}", None) for each in ("vip", "regular"))


def test_a_view_of_somebody_else_is_not_replaced_by_its_name(company: Company) -> None:
    two(company)
    with reading("Ann"):
        saved.save(VIPS)
    with reading("Bob"), pytest.raises(ChangedMeanwhileError):
        saved.save(REGULARS)
    with reading("Bob"), pytest.raises(ChangedMeanwhileError):
        saved.save(REGULARS, "another")
    assert made() == [("Ann", "add")]


def test_who_opened_it_or_wrote_it_last_replaces_it(company: Company) -> None:
    two(company)
    with reading("Ann"):
        saved.save(VIPS)
    with reading("Bob"):
        saved.save(REGULARS, "Mine")
        saved.save(VIPS)
    with reading("Ann"), pytest.raises(ChangedMeanwhileError):
        saved.save(REGULARS)
    assert made() == [("Ann", "add"), ("Bob", "edit"), ("Bob", "edit")]


def test_a_change_that_was_taken_back_makes_nobody_the_last_writer(company: Company) -> None:
    two(company)
    with reading("Ann"):
        saved.save(VIPS)
    with reading("Bob"):
        saved.save(REGULARS, "Mine")
        saved.undo(entered.newest(warehouse.default_folder()))
        with pytest.raises(ChangedMeanwhileError):
            saved.save(REGULARS)
    with reading("Ann"):
        saved.save(REGULARS)


def test_the_name_of_a_view_that_was_taken_away_is_free(company: Company) -> None:
    two(company)
    with reading("Ann"):
        saved.save(VIPS)
        saved.remove("Mine")
    with reading("Bob"):
        saved.save(REGULARS)
        assert saved.known()["Mine"].filters.segments == ("regular",)


def test_the_screen_says_whose_name_it_is_unless_the_view_is_open(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    two(company)
    with reading("Ann"):
        saved.save(VIPS)
    monkeypatch.setattr(access, "reader", lambda: Reader("Bob"))
    screen = save("Mine", segment="regular")
    assert any("Somebody else saved" in caption.value for caption in _said(screen))
    assert made() == [("Ann", "add")]
    screen = opened(PAGE, saved="Mine")
    press(screen, "Clear filters")
    screen.app.text_input(key=NAMED).input("Mine").run()
    press(screen, "Save view")
    assert made() == [("Ann", "add"), ("Bob", "edit")]


def test_a_view_that_a_reader_may_not_see_is_neither_removed_nor_replaced(
    company: Company,
) -> None:
    two(company)
    with reading("Ann"):
        saved.save(Saved("Bolt alone", "client=Bolt", None))
    with reading("Li", "Acme"):
        with pytest.raises(DataError, match="not about a client of yours"):
            saved.remove("Bolt alone")
        with pytest.raises(DataError, match="not about a client of yours"):
            saved.remove("never saved")
        with pytest.raises(ChangedMeanwhileError):
            saved.save(Saved("Bolt alone", "segment=vip", None), "Bolt alone")
    assert made() == [("Ann", "add")]
