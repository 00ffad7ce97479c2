"""Is a target met, missed, or is that within reach of noise (measures.md, house rules)?

A measure's interval decides: where it holds the target, chance alone may have carried the value to
either side of it.
"""

from typing import Literal, NamedTuple

from pages.shared.findings.wording import too_few_answers
from pages.shared.text import _, numbers, words
from queries.statistics.intervals import Estimate

DECIMALS = {
    "satisfied_share": 0,
    "index": 1,
    "nps": 0,
    "expectation_gap": 1,
    "within_target_share": 0,
    "kept_share": 0,
    "complaints_per_week": 1,
}
MEASURES = tuple(DECIMALS)
FEWER_IS_BETTER = ("complaints_per_week",)
SHARES = ("satisfied_share", "within_target_share", "kept_share")
DIFFERENCES = ("nps", "expectation_gap")  # written with their sign
ROUNDING = 1e-9
Verdict = Literal["met", "missed", "barely met", "barely missed"]


class Judged(NamedTuple):
    """A target and what was reached, both in words; no verdict where too few answered."""

    target: str
    reached: str
    verdict: Verdict | None


def written(measure: str, value: float, decimals: int | None = None) -> str:
    """A value in the measure's own form; left out, with the decimals its target was set with."""
    if decimals is None:
        scaled = 100 * value if measure in SHARES else value
        decimals = next((few for few in (0, 1) if abs(scaled - round(scaled, few)) < ROUNDING), 2)
    if measure in SHARES:
        return numbers.percent(value, decimals)
    if measure in DIFFERENCES:
        return numbers.signed(value, decimals)
    return numbers.number(value, decimals)


def goal_told(measure: str, value: float) -> str:
    """A target's value as it is labelled on charts."""
    told = written(measure, value)
    return _("{count} a week").format(count=told) if measure == "complaints_per_week" else told


def judged(measure: str, target: float, reached: Estimate[float], minimum_n: int) -> Judged:
    """The verdict on a target, and the value with its interval; hidden where too few answered."""
    goal = goal_told(measure, target)
    if reached.n < minimum_n:
        return Judged(goal, too_few_answers(reached.n), None)
    told = value_told(measure, reached, target)
    return Judged(goal, told, verdict(measure, target, reached))


def verdict(measure: str, target: float, reached: Estimate[float]) -> Verdict:
    """On which side of its target the value lies; barely: its interval reaches the target."""
    sign = -1 if measure in FEWER_IS_BETTER else 1
    is_met = sign * (reached.value - target) >= -ROUNDING
    if reached.low > target or reached.high < target:
        return "met" if is_met else "missed"
    return "barely met" if is_met else "barely missed"


def value_told(measure: str, reached: Estimate[float], target: float) -> str:
    """`71% (58–81)`; one more decimal where it would look like a target that it is not."""
    decimals = DECIMALS[measure]
    value = written(measure, reached.value, decimals)
    looks_equal = value == written(measure, target, decimals)
    if looks_equal and abs(reached.value - target) >= ROUNDING:
        decimals += 1
        value = written(measure, reached.value, decimals)
    if reached.low != reached.low:
        return value
    return words.noted(value, _ends(measure, reached, decimals))


def _ends(measure: str, reached: Estimate[float], decimals: int) -> str:
    if measure in DIFFERENCES:
        return numbers.interval_text(reached.low, reached.high, decimals, "signed")
    scale = 100 if measure in SHARES else 1
    return numbers.interval_text(scale * reached.low, scale * reached.high, decimals)


def told(found: Judged, when: str | None = None) -> str:
    """The verdict as a sentence; `when`: the time the value is of, where that needs to be said."""
    if found.verdict is None:
        sentence = _("Whether the target of {target} is met cannot be told: {value}.")
    elif found.verdict == "met":
        sentence = _("The target of {target} is met: {value}.")
    elif found.verdict == "missed":
        sentence = _("The target of {target} is missed: {value}.")
    elif found.verdict == "barely met":
        sentence = _("The target of {target} is met, but within reach of noise: {value}.")
    else:
        sentence = _("The target of {target} is missed, but within reach of noise: {value}.")
    value = found.reached
    if when is not None:
        value = _("{value}, {when}").format(value=value, when=when)
    return sentence.format(target=found.target, value=value)


def in_short(found: Judged) -> str:
    """The verdict alone, where the target and the value are told beside it; empty without one."""
    told_as = {
        "met": _("Target met."),
        "missed": _("Target missed."),
        "barely met": _("Target met, within noise."),
        "barely missed": _("Target missed, within noise."),
    }
    return "" if found.verdict is None else told_as[found.verdict]
