"""What the link of the weekly meeting says beside the filters: always checked when it is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pages.meeting import weeks
from pages.shared.text import _, numbers

WEEK, SLIDE, SCREEN, ADVANCE, REFRESH = KEYS = ("week", "slide", "screen", "advance", "refresh")
FULL = "full"
SHORTEST = {ADVANCE: 3, REFRESH: 5}  # seconds: nobody reads faster, nothing is imported faster
LONGEST = 24 * 60 * 60
Parameters = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Link:
    """The week as it is written (None: the usual one), the slide from 1, how it is shown.

    `advance`, `refresh`: seconds between two slides and between two looks for newer data; None =
    never.
    """

    week: str | None = None
    slide: int = 1
    is_full: bool = False
    advance: int | None = None
    refresh: int | None = None

    @property
    def follows(self) -> bool:
        """A wall screen without a week goes on to the next one as soon as the data hold it."""
        return self.week is None and self.refresh is not None

    def parameters(self, week: str) -> dict[str, list[str]]:
        """The link as the URL carries it; `week`: the one shown, written where it is to stay."""
        written = {SLIDE: str(self.slide)}
        if not self.follows:
            written = {WEEK: week, **written}
        if self.is_full:
            written[SCREEN] = FULL
        seconds = {ADVANCE: self.advance, REFRESH: self.refresh}
        written |= {key: str(value) for key, value in seconds.items() if value is not None}
        return {key: [value] for key, value in written.items()}


def read(parameters: Parameters, count: int) -> tuple[Link, tuple[str, ...]]:
    """The link that a URL carries, and a sentence for each part that could not be used.

    `count`: how many slides there are.
    """
    week = _last(parameters, WEEK)
    wrong_week = weeks.problem(week)
    slide, wrong_slide = _slide(_last(parameters, SLIDE), count)
    advance, wrong_advance = _seconds(parameters, ADVANCE)
    refresh, wrong_refresh = _seconds(parameters, REFRESH)
    is_full = _last(parameters, SCREEN) == FULL
    link = Link(None if wrong_week else week, slide, is_full, advance, refresh)
    said = (wrong_week, *wrong_slide, *wrong_advance, *wrong_refresh)
    return link, tuple(sentence for sentence in said if sentence)


def moved(link: Link, slide: int, count: int) -> Link:
    """The link of another slide; a number beyond the ends stays at the end."""
    return replace(link, slide=min(max(slide, 1), count))


def _slide(written: str | None, count: int) -> tuple[int, tuple[str, ...]]:
    number = 1 if written is None else _whole(written)
    if number is not None and 1 <= number <= count:
        return number, ()
    wrong = _("The link names a slide that there is not; the slides are numbered 1 to {count}.")
    return 1, (wrong.format(count=numbers.number(count)),)


def _seconds(parameters: Parameters, key: str) -> tuple[int | None, tuple[str, ...]]:
    written = _last(parameters, key)
    number = None if written is None else _whole(written)
    if written is None or (number is not None and SHORTEST[key] <= number <= LONGEST):
        return number, ()
    wrong = _("The link's {name} is not a number of seconds from {least} to {most}.")
    limits = {"least": numbers.number(SHORTEST[key]), "most": numbers.number(LONGEST)}
    return None, (wrong.format(name=key, **limits),)


def _whole(written: str) -> int | None:
    is_number = written.isascii() and written.isdigit() and len(written) <= len(str(LONGEST))
    return int(written) if is_number else None


def _last(parameters: Parameters, key: str) -> str | None:
    values = parameters.get(key)
    return values[-1] if values else None
