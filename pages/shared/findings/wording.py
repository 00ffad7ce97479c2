"""Words that all findings share: sentences side by side, naming a few, too few, no comparison."""

from collections.abc import Sequence
from datetime import date

from pages.shared.text import _, dates, numbers, words
from queries.statistics import intervals

MOST_NAMES = 3
MOST_ROWS = 200  # more than anyone reads on a page; the files have all
SMALLEST = 0.05  # what one decimal can show; a smaller difference is never stated
LADDER = ("lifelong", "loyal", "satisfied", "basic", "complaining")
SATISFIED = LADDER[:3]
RANKS = {state: rank for rank, state in enumerate((*LADDER, "left"))}


def paragraph(*sentences: str | None) -> str:
    """The sentences one after the other, spaced as the language does; none empty, none twice.

    Two findings may have the same reason to be silent, such as no earlier answers.
    """
    said = list(dict.fromkeys(sentence for sentence in sentences if sentence))
    if not said:
        return ""
    text = said[0]
    for sentence in said[1:]:
        text = _("{first} {second}").format(first=text, second=sentence)
    return text


def few_names(names: Sequence[str]) -> str | None:
    """The names as a list, or None when there are more than a sentence can carry (or none)."""
    return words.join(list(names)) if 0 < len(names) <= MOST_NAMES else None


def too_few_answers(count: int) -> str:
    """What stands in the place of a number that rests on too few answers."""
    return _("too few answers ({count})").format(count=numbers.number(count))


def too_few_cases(count: int) -> str:
    """The same for tickets, complaints or promises, where no answers are counted."""
    return _("too few ({count})").format(count=numbers.number(count))


def first_of(shown: int, count: int) -> str | None:
    """Said where a table holds only the first rows; None where it holds all."""
    if shown >= count:
        return None
    return _("The first {shown} of {count} are shown; the files have all.").format(
        shown=numbers.number(shown), count=numbers.number(count)
    )


def nothing_earlier() -> str:
    """Said in the place of a change when nothing was heard before."""
    return _("There are no earlier answers to compare with.")


def too_few_twice(count: int) -> str:
    """Said in the place of a change when too few clients were heard at both ends."""
    return _("Too few clients were heard both times to state a change ({count}).").format(
        count=numbers.number(count)
    )


def no_clear_change(since: date) -> str:
    """Said when the interval of the difference includes 0."""
    return _("No clear change since {day}.").format(day=dates.day(since))


def points(share: float) -> str:
    """A difference of shares in whole percentage points, without its sign."""
    return numbers.number(abs(100 * share))


def nobody_asked() -> str:
    """Said when no answer of the period carries an expectation."""
    return _("Nobody in view was asked what they expect in this period.")


def too_few(groups: list[tuple[str, int]]) -> str | None:
    """Each group (name, answers) that has too few of them; None for no group."""
    sentence = _("{name}: {text}.")
    named = [
        sentence.format(name=words.capital(name), text=too_few_answers(int(count)))
        for name, count in groups
    ]
    return paragraph(*named) or None


def share_of(count: int, n: int) -> str:
    """`39 of 61 (64%, 51–75)`: a share with its n and its Wilson interval; `n` at least 1."""
    low, high = intervals.wilson(count, n)
    return _("{count} of {n} ({share}, {interval})").format(
        count=numbers.number(count),
        n=numbers.number(n),
        share=numbers.percent(count / n),
        interval=numbers.interval_text(100 * low, 100 * high),
    )
