"""How much room words take in a chart of plain values, and which of them are written.

Estimated, as Plotly measures text only in the browser: a letter is 0.56 of its size wide, a Chinese
character as wide as it is high.
"""

from collections.abc import Sequence

from pages.shared.safe import html
from pages.shared.text.letters import is_wide

LETTER = 0.56
LEAST = 6  # letters: a name cut shorter than this says nothing
NEAR = 0.5  # pixels: as near as rooms are reckoned
SHORT = 4  # letters: a Chinese name up to here is not broken
BREAK = "<br>"


def wide(text: str, size: float) -> float:
    """Pixels of a text on one line."""
    return size * sum(_share(letter) for letter in text)


def cut(text: str, room: float, size: float) -> str:
    """The text, its end replaced by `…` where it is wider than `room` pixels."""
    line = " ".join(text.split())
    if wide(line, size) <= room + NEAR:
        return line
    kept = ""
    for letter in line:
        if wide(kept + letter + "…", size) > room:
            break
        kept += letter
    return kept.rstrip() + "…"


def lines(text: str, room: float, size: float, most: int) -> list[str]:
    """The text in at most `most` lines of `room` pixels, broken between words where it can be."""
    told: list[str] = []
    rest = " ".join(text.split())
    while rest and len(told) < most - 1 and wide(rest, size) > room + NEAR:
        taken = _taken(rest, room, size)
        told.append(rest[:taken].rstrip())
        rest = rest[taken:].lstrip()
    return [*told, cut(rest, room, size)] if rest or not told else told


def escaped(told: Sequence[str]) -> str:
    """Lines as Plotly takes them; names come from data."""
    return BREAK.join(html(line) for line in told)


def along(categories: Sequence[str], slot: float, size: float) -> dict[int, list[str]]:
    """What is written below each place of a chart: all of it on two lines, else every second one,
    every third … counted from the last; names too long for that are cut.
    """
    room = slot - size / 2
    told = {place: lines(name, room, size, 2) for place, name in enumerate(categories)}
    is_whole = all(_same(told[place], name) for place, name in enumerate(categories))
    if is_whole or slot >= LEAST * size:
        return told
    widest = max((wide(name, size) for name in categories), default=0.0) + size / 2
    fitting = max(-(-int(widest) // max(int(slot), 1)), 1)
    step = min(fitting, max(len(categories) // 2, 1))
    kept = range((len(categories) - 1) % step, len(categories), step)
    return {place: lines(categories[place], slot * step - size / 2, size, 2) for place in kept}


def _taken(text: str, room: float, size: float) -> int:
    """Letters that fit on one line: up to a space, else as many as there is room for."""
    fits = 0
    while fits < len(text) and wide(text[: fits + 1], size) <= room:
        fits += 1
    space = text.rfind(" ", 0, fits + 1)
    return space if space > 0 and not is_wide(text[max(fits - 1, 0)]) else max(fits, 1)


def _same(told: Sequence[str], name: str) -> bool:
    """Nothing is cut, and no word broken but where Chinese breaks; `12月` is one word."""
    whole = " ".join(name.split())
    is_breakable = len(whole) > SHORT and any(map(is_wide, whole))
    return " ".join(told) == whole or (is_breakable and "".join(told) == whole)


def _share(letter: str) -> float:
    return 1.0 if is_wide(letter) else LETTER
