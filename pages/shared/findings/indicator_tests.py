"""The four tests of a question: important to the client, controllable, measurable, comparable.

- Important: its answers go with overall satisfaction or with the recommendation (whichever more
  responses state beside it), and the interval of that correlation lies above 0. Where too few
  state either, what clients say: its importance is five of ten or more in the mean.
- Controllable: service can change it, as it is declared.
- Measurable: it has enough answers in the period, and they are not all the same.
- Comparable: competitors have been scored on it by the end of the period.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import pandas as pd

from pages.shared.findings.driver_scores import RECOMMEND, SATISFACTION, Responses
from pages.shared.findings.wording import paragraph, too_few_answers
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, ngettext, numbers, words
from queries.statistics.correlation import correlation
from queries.statistics.intervals import Estimate

LEAST_PAIRS = 10
HALF = 5.0  # of ten: stated importance from here on counts as important
TESTS = ("important", "controllable", "measurable", "comparable")


class Verdict(StrEnum):
    """Whether a test is passed."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Judged(NamedTuple):
    """What a test says, and why."""

    verdict: Verdict
    why: str

    @property
    def told(self) -> str:
        """Both in words: `yes: goes with recommending (r = 0.61, 0.49–0.71, n = 170)`."""
        return words.labelled(words.verdict(self.verdict), self.why)


Four = tuple[Judged, Judged, Judged, Judged]  # in the order of `TESTS`


def tested(rows: pd.DataFrame, given: Sequence[Responses], minimum_n: int) -> dict[str, Four]:
    """The four tests of each question, by its number.

    `rows`: those of `satisfaction/indicator_tests`; `given`: the responses of both outcomes.
    """
    return {
        str(row["indicator_id"]): (
            important(row, _found(str(row["indicator_id"]), given, minimum_n), minimum_n),
            controllable(row),
            measurable(row, minimum_n),
            comparable(row),
        )
        for row in rows_of(rows)
    }


Found = tuple[str, Estimate[float]]  # the outcome, and the correlation with it


def _found(question: str, given: Sequence[Responses], minimum_n: int) -> Found | None:
    """The correlation with the outcome that most responses state beside it; None for too few."""
    tried = [_pairs(each, question) for each in given if question in each.scores]
    if not tried:
        return None
    most = max(tried, key=lambda pairs: len(pairs.clients))
    client_count = np.count_nonzero(np.bincount(most.clients))
    if len(most.clients) < max(LEAST_PAIRS, minimum_n) or client_count < LEAST_PAIRS:
        return None
    if min(np.ptp(most.scores), np.ptp(most.explained)) == 0:
        return None
    return most.outcome, correlation(most.scores, most.explained, pd.Series(most.clients))


class _Pairs(NamedTuple):
    """The answers to a question beside the outcome, and who gave them; plain arrays for speed."""

    outcome: str
    scores: np.ndarray
    explained: np.ndarray
    clients: np.ndarray


def _pairs(own: Responses, question: str) -> _Pairs:
    scores, explained = own.scores[question].to_numpy(), own.explained.to_numpy(dtype=float)
    both = ~(np.isnan(scores) | np.isnan(explained))
    return _Pairs(own.outcome, scores[both], explained[both], own.clients.to_numpy()[both])


def important(row: Row, found: Found | None, minimum_n: int) -> Judged:
    """Does it go with the outcome, or do clients say that it matters?"""
    if row["latent"] == SATISFACTION:
        return Judged(Verdict.YES, _("it is what is to be explained"))
    if found is not None:
        outcome, estimate = found
        sentence = (
            _("with recommending r = {r} ({interval}), n = {n}")
            if outcome == RECOMMEND
            else _("with satisfaction r = {r} ({interval}), n = {n}")
        )
        why = sentence.format(
            r=numbers.number(estimate.value, 2),
            interval=numbers.interval_text(estimate.low, estimate.high, 2),
            n=numbers.number(estimate.n),
        )
        return Judged(Verdict.YES if estimate.low > 0 else Verdict.NO, why)
    if row["importance_count"] < minimum_n:
        return Judged(Verdict.UNKNOWN, too_few_answers(row["importance_count"]))
    why = _("clients rate it {score} of ten, n = {n}").format(
        score=numbers.number(row["importance"], 1), n=numbers.number(row["importance_count"])
    )
    return Judged(Verdict.YES if row["importance"] >= HALF else Verdict.NO, why)


def controllable(row: Row) -> Judged:
    """Can service change it?"""
    if pd.isna(row["is_controllable"]):
        return Judged(Verdict.UNKNOWN, _("not declared"))
    verdict = Verdict.YES if row["is_controllable"] else Verdict.NO
    return Judged(verdict, _("as declared"))


def measurable(row: Row, minimum_n: int) -> Judged:
    """Are there enough answers, and do they differ?"""
    count = int(row["answer_count"])
    if count < minimum_n:
        return Judged(Verdict.NO, too_few_answers(count))
    if row["is_constant"]:
        return Judged(Verdict.NO, _("all answers are the same"))
    told = ngettext("{count} answer", "{count} answers", count)
    return Judged(Verdict.YES, told.format(count=numbers.number(count)))


def comparable(row: Row) -> Judged:
    """Are competitors scored on it?"""
    count = int(row["competitor_count"])
    if count:
        told = ngettext("{count} competitor, {day}", "{count} competitors, {day}", count)
        scored_on: date = row["scored_on"]
        day = dates.iso(scored_on)
        return Judged(Verdict.YES, told.format(count=numbers.number(count), day=day))
    if pd.isna(row["has_competitor_scores"]):
        return Judged(Verdict.UNKNOWN, _("not declared, none scored"))
    if row["has_competitor_scores"]:
        return Judged(Verdict.NO, _("none scored so far"))
    return Judged(Verdict.NO, _("competitors are not asked"))


def table(rows: pd.DataFrame, tests: dict[str, Four], wordings: Mapping[str, str]) -> pd.DataFrame:
    """Each question with its four tests in words; those that pass most of them first."""
    ids = [str(name) for name in rows["indicator_id"]]
    passed = pd.Series([sum(test.verdict == Verdict.YES for test in tests[name]) for name in ids])
    columns = {name: [tests[own][place].told for own in ids] for place, name in enumerate(TESTS)}
    shown = pd.DataFrame({"wording": [wordings[name] for name in ids], **columns}, dtype=object)
    order = passed.sort_values(ascending=False, kind="stable").index
    return shown.loc[order].reset_index(drop=True)


def told(tests: dict[str, Four]) -> str:
    """How many questions pass all four tests, and how many pass each."""
    count, whole = len(tests), sum(_passes(own) for own in tests.values())
    sentence = ngettext(
        "{whole} of {count} question passes all four tests.",
        "{whole} of {count} questions pass all four tests.",
        count,
    )
    each = words.listed(
        words.labelled(words.column(name), numbers.number(_passed(tests, place)))
        for place, name in enumerate(TESTS)
    )
    return paragraph(
        sentence.format(whole=numbers.number(whole), count=numbers.number(count)),
        _("{each}.").format(each=each),
    )


def not_asked(count: int) -> str | None:
    """How many questions nobody answered in the period; None for none."""
    if count == 0:
        return None
    sentence = ngettext(
        "{count} more question was not answered in the period.",
        "{count} more questions were not answered in the period.",
        count,
    )
    return sentence.format(count=numbers.number(count))


def rules(minimum_n: int) -> str:
    """When a test is passed, in words."""
    return _(
        "Important: the answers go with satisfaction or recommending beyond chance, else clients"
        " rate it five of ten or more. Controllable: declared. Measurable: at least {n} answers,"
        " not all the same. Comparable: competitors are scored on it."
    ).format(n=numbers.number(minimum_n))


def _passes(own: Four) -> bool:
    return all(test.verdict == Verdict.YES for test in own)


def _passed(tests: dict[str, Four], place: int) -> int:
    return sum(own[place].verdict == Verdict.YES for own in tests.values())
