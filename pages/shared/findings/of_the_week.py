"""The one finding of the week: of all that is more than noise, what matters most.

Bad news before good, and among both what a client feels first: (1) who fell to complaining, (2)
complaints out of the ordinary in the last whole week, (3) promises kept, (4) tickets within target,
(5) the share of clients satisfied or better, (6) the gap to expectations, (7) single clients'
experience. The week (1–4) stands against the weeks before it; what only surveys tell (5–7) is too
slow for a week and is told of the period on the screen. (1) is a fact and no estimate; (3) and (4)
are tested together, or of so many shares one would seem to move every week. Money has no place of
its own: value at stake rests on assumptions, and follows from the tiers.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from pages.shared.findings import drift, experience, shares
from pages.shared.findings.control_signals import outside_last
from pages.shared.findings.control_weeks import Control
from pages.shared.findings.drift import gap_change
from pages.shared.rows import rows_of
from pages.shared.text import _, dates, numbers, words
from queries.statistics import intervals, many

PROMISES = "promises"


class Candidate(NamedTuple):
    """A finding that is more than noise: its sentence, the address of its page, bad or good."""

    sentence: str
    page: str
    is_bad: bool = True


class Pair(NamedTuple):
    """How many of how many this week, and in the weeks before."""

    now: tuple[int, int]
    before: tuple[int, int]

    def is_enough(self, minimum_n: int) -> bool:
        """Both rest on enough cases."""
        return min(self.now[1], self.before[1]) >= max(minimum_n, 1)


def most_important(candidates: Iterable[Candidate | None]) -> Candidate | None:
    """The first that is bad, else the first that is good; None where there is none.

    `candidates` come in the order that this module states.
    """
    found = [candidate for candidate in candidates if candidate is not None]
    return min(found, key=lambda candidate: not candidate.is_bad, default=None)


def nothing() -> str:
    """Said where no finding is more than noise."""
    return _("Nothing this week is more than noise.")


def fallen(tiers: pd.DataFrame) -> Candidate | None:
    """Who fell to complaining in the week (`satisfaction/client_tiers` of the week)."""
    before = tiers.previous_tier.notna() & (tiers.previous_tier != "complaining")
    told = shares.fell_to_complaining(tiers)
    if told is None or not (before & (tiers.tier == "complaining")).any():
        return None
    return Candidate(_("This week: {sentence}").format(sentence=told), "tiers")


def complaints(found: Control, since: date) -> Candidate | None:
    """The last whole week, where complaints were above or below what is usual."""
    outside = outside_last(found, since)
    return None if outside is None else Candidate(outside[0], "complaints", is_bad=outside[1])


def kept_and_on_time(pairs: Mapping[str, Pair], minimum_n: int) -> list[Candidate]:
    """Shares that are clearly other than before; of promises under `PROMISES`, else of a kind."""
    enough = {name: pair for name, pair in pairs.items() if pair.is_enough(minimum_n)}
    clear = many.stand_out([many.p_value(*pair.now, *pair.before) for pair in enough.values()])
    return [
        candidate
        for (name, pair), is_clear in zip(enough.items(), clear, strict=True)
        if is_clear and (candidate := _changed(name, pair)) is not None
    ]


def _changed(name: str, pair: Pair) -> Candidate | None:
    (now, n), (before, n_before) = pair
    difference = intervals.newcombe(now, n, before, n_before)
    if not difference.excludes_zero:
        return None
    is_less = difference.high < 0
    sentence = (_promises if name == PROMISES else _tickets)(is_less).format(
        kind=words.kind(name) if name != PROMISES else "",
        share=numbers.percent(now / n),
        count=numbers.number(n),
        points=numbers.number(abs(100 * (now / n - before / n_before))),
        interval=numbers.interval_text(100 * difference.low, 100 * difference.high, 0, "signed"),
    )
    return Candidate(sentence, "promises" if name == PROMISES else "response-times", is_less)


def _promises(is_less: bool) -> str:
    if is_less:
        return _(
            "Of {count} promises due this week {share} were kept, {points} points less than in"
            " the twelve weeks before (difference {interval})."
        )
    return _(
        "Of {count} promises due this week {share} were kept, {points} points more than in"
        " the twelve weeks before (difference {interval})."
    )


def _tickets(is_less: bool) -> str:
    if is_less:
        return _(
            "Tickets of this week within target ({kind}): {share} of {count}, {points} points"
            " less than in the twelve weeks before (difference {interval})."
        )
    return _(
        "Tickets of this week within target ({kind}): {share} of {count}, {points} points"
        " more than in the twelve weeks before (difference {interval})."
    )


def satisfied(change: shares.Change, since: date, minimum_n: int) -> Candidate | None:
    """The share of clients satisfied or better, the same clients compared."""
    if change.heard < max(minimum_n, 1):
        return None
    found = shares.difference(change)
    if not found.is_more_than_noise:
        return None
    sentence = (
        _("Clients satisfied or better: {points} points fewer than on {day} ({interval}).")
        if found.value < 0
        else _("Clients satisfied or better: {points} points more than on {day} ({interval}).")
    )
    least, most = sorted(abs(100 * end) for end in (found.low, found.high))
    told = sentence.format(
        points=numbers.number(abs(100 * found.value)),
        day=dates.day(since),
        interval=numbers.interval_text(least, most),
    )
    return Candidate(told, "tiers", found.value < 0)


def gap(changes: pd.DataFrame, minimum_n: int, population: int) -> Candidate | None:
    """The gap between experience and expectation (`satisfaction/drift`)."""
    rows = changes[(changes.dimension == "overall") & (changes.client_count >= minimum_n)]
    for row in rows_of(rows):
        found = gap_change(row, population)
        if found.is_below() or found.is_above():
            told = drift.overall(changes, minimum_n, population)
            return Candidate(told, "expectations", found.is_below())
    return None


def clients(judged: pd.DataFrame) -> list[Candidate]:
    """Clients whose experience is clearly worse, or better (`experience.judged`)."""
    told: Sequence[tuple[str | None, bool]] = [
        (experience.clearly(judged, experience.WORSE), True),
        (experience.clearly(judged, experience.BETTER), False),
    ]
    return [Candidate(sentence, "expectations", bad) for sentence, bad in told if sentence]
