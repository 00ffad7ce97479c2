"""What the link of the weekly meeting may say, and what becomes of the rest."""

import pytest

from pages.meeting.screen.link import LONGEST, Link, moved, read

COUNT = 10


def link_of(**parameters: str) -> Link:
    return read({key: [value] for key, value in parameters.items()}, COUNT)[0]


def said_of(**parameters: str) -> tuple[str, ...]:
    return read({key: [value] for key, value in parameters.items()}, COUNT)[1]


def test_without_anything_it_is_the_first_slide_in_the_frame() -> None:
    assert read({}, COUNT) == (Link(), ())


def test_every_part_is_read() -> None:
    told = {
        "week": "2026-W46",
        "slide": "3",
        "screen": "full",
        "advance": "20",
        "refresh": "60",
    }
    assert link_of(**told) == Link("2026-W46", 3, is_full=True, advance=20, refresh=60)
    assert said_of(**told) == ()


def test_what_is_written_is_read_back() -> None:
    link = Link("2026-W46", 3, is_full=True, advance=20, refresh=60)
    assert read(link.parameters("2026-W46"), COUNT) == (link, ())


@pytest.mark.parametrize("wrong", ["0", "11", "-1", "two", "", "1e3", "٣", "9" * 5000])
def test_a_wrong_slide_is_said_and_the_first_is_shown(wrong: str) -> None:
    assert link_of(slide=wrong).slide == 1
    assert "1 to 10" in said_of(slide=wrong)[0]


@pytest.mark.parametrize("key", ["advance", "refresh"])
@pytest.mark.parametrize("wrong", ["0", "2", "-5", "soon", "1.5", str(LONGEST + 1)])
def test_wrong_seconds_are_said_and_mean_never(key: str, wrong: str) -> None:
    told = link_of(**{key: wrong})
    assert (told.advance, told.refresh) == (None, None)
    assert key in said_of(**{key: wrong})[0]


@pytest.mark.parametrize("wrong", ["2026-W54", "2026-46", "last", "<b>"])
def test_a_wrong_week_is_said_and_the_usual_one_is_shown(wrong: str) -> None:
    assert link_of(week=wrong).week is None
    assert len(said_of(week=wrong)) == 1


def test_an_unknown_screen_is_the_frame() -> None:
    assert not link_of(screen="half").is_full


def test_the_week_shown_is_written_so_that_a_copied_link_keeps_it() -> None:
    assert Link().parameters("2026-W46") == {"week": ["2026-W46"], "slide": ["1"]}


def test_a_wall_screen_without_a_week_goes_on_to_the_next_one() -> None:
    wall = Link(refresh=60, is_full=True)
    assert "week" not in wall.parameters("2026-W46")
    assert wall.follows
    assert not Link("2026-W46", refresh=60).follows


@pytest.mark.parametrize(("wanted", "shown"), [(0, 1), (1, 1), (7, 7), (99, 10)])
def test_a_move_beyond_the_ends_stays_at_the_end(wanted: int, shown: int) -> None:
    assert moved(Link(slide=3), wanted, COUNT).slide == shown
