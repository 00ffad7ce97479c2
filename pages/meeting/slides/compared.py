"""Shares of a week against those of an earlier time: promises kept, tickets within target.

They are tested together wherever they stand, on the headline or on their own slide (Benjamini and
Hochberg): of so many shares one would seem to move every week, and two slides must not disagree.
"""

from collections.abc import Mapping
from typing import NamedTuple

from pages.shared import promise_panels
from pages.shared.database import ask
from pages.shared.filters import View
from pages.shared.findings import on_target
from pages.shared.findings.of_the_week import PROMISES, Pair
from pages.shared.findings.on_target import KINDS
from pages.shared.findings.wording import too_few_cases
from pages.shared.service_panels import WITHIN
from pages.shared.text import _, numbers, words
from queries.statistics import intervals, many
from queries.statistics.intervals import Interval

SHARES = (PROMISES, *KINDS)
Part = tuple[int, int]  # so many of so many
Counts = tuple[int | None, int | None]  # the same where there may be no whole, or nothing


class Compared(NamedTuple):
    """A share now and before; `difference`: of both (0–1), None where either is of too few."""

    pair: Pair
    difference: Interval | None
    is_clear: bool

    @property
    def side(self) -> int:
        """1 where it is clearly higher, −1 where it is clearly lower, else 0."""
        if not self.is_clear:
            return 0
        return 1 if self.points > 0 else -1

    @property
    def points(self) -> float:
        """By how many points the share is higher now; only where there is a difference."""
        (now, n), (before, n_before) = self.pair
        return 100 * (now / n - before / n_before)


def with_week_before(week: View, minimum_n: int) -> dict[str, Compared]:
    """Each of `SHARES` against the week before."""
    return together(pairs(week, week.previous), minimum_n)


def pairs(now: View, before: View) -> dict[str, Pair]:
    """Counts of both periods: promises by `PROMISES`, resolved tickets by their kind."""
    within = [ask(WITHIN, each) for each in (now, before)]
    due = [promise_panels.totals(each) for each in (now, before)]
    promised = Pair(*((each.kept, each.n) for each in due))
    kinds = {kind: Pair(*(on_target.share(each, kind) for each in within)) for kind in KINDS}
    return {PROMISES: promised, **kinds}


def together(found: Mapping[str, Pair], minimum_n: int) -> dict[str, Compared]:
    """The comparison of each pair, all of them tested as one family."""
    enough = {name: pair for name, pair in found.items() if pair.is_enough(minimum_n)}
    clear = many.stand_out([many.p_value(*pair.now, *pair.before) for pair in enough.values()])
    is_clear = dict(zip(enough, clear, strict=True))
    return {name: _compared(pair, is_clear.get(name)) for name, pair in found.items()}


def _compared(pair: Pair, stands_out: bool | None) -> Compared:
    if stands_out is None:
        return Compared(pair, None, is_clear=False)
    difference = intervals.newcombe(*pair.now, *pair.before)
    return Compared(pair, difference, stands_out and difference.excludes_zero)


def share_told(part: Part, minimum_n: int) -> str:
    """`87% (77–93) of 70`, or why there is no share."""
    count, n = part
    if n < max(minimum_n, 1):
        return _thin(n)
    share = words.noted(numbers.percent(count / n), _ends(intervals.wilson(count, n)))
    return _("{share} of {whole}").format(share=share, whole=numbers.number(n))


def before_told(part: Part, verdict: str | None, minimum_n: int) -> str:
    """`85% of 66: no clear change`; the verdict on the change stands behind the share before."""
    told = share_in_short(part, minimum_n)
    if verdict is None or part[1] < max(minimum_n, 1):
        return told
    return words.labelled(told, verdict)


def share_in_short(part: Part, minimum_n: int) -> str:
    """`85% of 66`, or why there is no share."""
    count, n = part
    if n < max(minimum_n, 1):
        return _thin(n)
    return _("{share} of {whole}").format(share=numbers.percent(count / n), whole=numbers.number(n))


def counted(part: Counts, minimum_n: int) -> Counts:
    """The counts for files: how many of too few is hidden; a count of no whole is told."""
    count, n = part
    return (None if n is not None and n < minimum_n else count), n


def change(found: Compared) -> str | None:
    """`−12 (−20 to −3)` points, or that there is no clear change; None where it is not known."""
    if found.difference is None:
        return None
    return points(found.points, found.difference) if found.is_clear else _("no clear change")


def points(value: float, difference: Interval) -> str:
    """A difference in points with its interval; with a decimal where an end would be written 0."""
    low, high = (100 * end for end in difference)
    decimals = 0 if min(abs(low), abs(high)) >= 0.5 else 1
    ends = numbers.interval_text(low, high, decimals, "signed")
    return words.noted(numbers.signed(value, decimals), ends)


def _thin(n: int) -> str:
    return too_few_cases(n) if n else _("none")


def _ends(found: Interval) -> str:
    return numbers.interval_text(100 * found.low, 100 * found.high)
