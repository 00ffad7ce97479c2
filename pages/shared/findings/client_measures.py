"""The four lines that a client is compared in: how each is told, and how two groups differ.

A difference is more than noise only when its interval excludes 0 (of rates: when that of their
ratio excludes 1); see measures.md §2, §3, §6, §7.
"""

from collections.abc import Callable
from typing import NamedTuple

from pages.shared.findings.gap_intervals import Gap, difference, half_width
from pages.shared.findings.wording import share_of, too_few_answers, too_few_cases
from pages.shared.rows import Row
from pages.shared.text import _, numbers, words
from queries.statistics import intervals, rates

YEAR = 365.25  # days
BETTER, WORSE, UNCLEAR = 1, -1, 0


class Verdict(NamedTuple):
    """How the client differs from a group: better, worse or not clear, and the difference."""

    side: int
    told: str


class Measure(NamedTuple):
    """One line of the comparison: its name, how a group is told, how two differ (None: too few)."""

    name: str
    told: Callable[[Row, int], str]
    compare: Callable[[Row, Row, int], Verdict | None]


def measures() -> tuple[Measure, ...]:
    """The four lines, named in the reader's language."""
    return (
        Measure(_("gap of expectation"), _gap_told, _gaps),
        Measure(_("resolved within target"), _within_told, _within),
        Measure(_("promises kept"), _kept_told, _kept),
        Measure(_("complaints a year"), _rate_told, _rate),
    )


def _gap(row: Row) -> Gap:
    """The gap of a client over its days of answering, of a group over its clients."""
    population = None if row["grouped_by"] == "client" else int(row["client_count"])
    width = half_width(float(row["expectation_gap_spread"]), int(row["gap_count"]), population)
    return Gap(float(row["expectation_gap"]), width)


def _has_few(row: Row, minimum_n: int) -> bool:
    """Answers count for the client; for a group its clients, each with one mean."""
    counted = "answer_count" if row["grouped_by"] == "client" else "gap_count"
    return int(row[counted]) < max(minimum_n, 1)


def _gap_told(row: Row, minimum_n: int) -> str:
    is_client = row["grouped_by"] == "client"
    count = int(row["answer_count"] if is_client else row["gap_count"])
    if _has_few(row, minimum_n):
        return too_few_answers(count) if is_client else too_few_cases(count)
    gap = _gap(row)
    known = gap.half_width == gap.half_width
    ends = (gap.value - gap.half_width, gap.value + gap.half_width)
    interval = numbers.interval_text(*ends, 1, "signed") if known else _("no interval")
    n = _("{n} answers") if is_client else _("{n} clients")
    note = words.listed([interval, n.format(n=numbers.number(count))])
    return words.noted(numbers.signed(gap.value), note)


def _gaps(one: Row, other: Row, minimum_n: int) -> Verdict | None:
    if _has_few(one, minimum_n) or _has_few(other, minimum_n):
        return None
    between = difference(_gap(one), _gap(other))
    if between.half_width != between.half_width:
        return None
    side = BETTER if between.is_above() else WORSE if between.is_below() else UNCLEAR
    low, high = between.value - between.half_width, between.value + between.half_width
    return _sentence(side, numbers.interval_text(low, high, 1, "signed"))


def _sentence(side: int, interval: str) -> Verdict:
    told = {
        BETTER: _("better ({interval})"),
        WORSE: _("worse ({interval})"),
        UNCLEAR: _("unclear ({interval})"),
    }
    return Verdict(side, told[side].format(interval=interval))


def _within_told(row: Row, minimum_n: int) -> str:
    return _share_told(int(row["within_target"]), int(row["decided"]), minimum_n)


def _kept_told(row: Row, minimum_n: int) -> str:
    return _share_told(int(row["kept"]), int(row["due"]), minimum_n)


def _share_told(count: int, n: int, minimum_n: int) -> str:
    return share_of(count, n) if n >= max(minimum_n, 1) else too_few_cases(n)


def _within(one: Row, other: Row, minimum_n: int) -> Verdict | None:
    return _shares(one, other, ("within_target", "decided"), minimum_n)


def _kept(one: Row, other: Row, minimum_n: int) -> Verdict | None:
    return _shares(one, other, ("kept", "due"), minimum_n)


def _shares(one: Row, other: Row, names: tuple[str, str], minimum_n: int) -> Verdict | None:
    counts = [(int(row[names[0]]), int(row[names[1]])) for row in (one, other)]
    if min(n for _count, n in counts) < max(minimum_n, 1):
        return None
    between = intervals.newcombe(*counts[0], *counts[1])
    side = UNCLEAR if not between.excludes_zero else BETTER if between.low > 0 else WORSE
    ends = numbers.interval_text(100 * between.low, 100 * between.high, 1, "signed")
    return _sentence(side, _("{interval} points").format(interval=ends))


def _rate_told(row: Row, _minimum_n: int) -> str:
    """A count is told as it is; its interval says how little few complaints tell."""
    count, years = int(row["received"]), float(row["day_count"]) / YEAR
    low, high = rates.interval(count, years)
    return _("{rate} ({low}–{high}; {count} in {years} years)").format(
        rate=numbers.number(count / years, 1),
        low=numbers.number(low, 1),
        high=numbers.number(high, 1),
        count=numbers.number(count),
        years=numbers.number(years, 1),
    )


def _rate(one: Row, other: Row, minimum_n: int) -> Verdict | None:
    counts = [(int(row["received"]), float(row["day_count"])) for row in (one, other)]
    if counts[0][0] + counts[1][0] < max(minimum_n, 1):
        return None
    between = rates.ratio(*counts[0], *counts[1])
    side = WORSE if between.is_higher else BETTER if between.is_lower else UNCLEAR
    high = numbers.MISSING if between.high is None else numbers.number(between.high, 1)
    ends = _("{low}–{high} times").format(low=numbers.number(between.low, 1), high=high)
    return _sentence(side, ends)
