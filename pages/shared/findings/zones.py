"""In which dimensions is service below or above what clients expect (measures.md §2)?"""

import pandas as pd

from pages.shared.findings.gap_intervals import Gap, expectation_gap
from pages.shared.findings.wording import nobody_asked, paragraph, too_few
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, ngettext, numbers, words


def zones(gaps: pd.DataFrame, minimum_n: int, *, in_short: bool = False) -> str:
    """Which dimensions are below expectation, outside the zone, above it, or too thin to tell.

    `gaps`: the rows of `satisfaction/gaps_by_dimension`; `in_short`: without gaps and intervals.
    """
    return paragraph(*parts(gaps, minimum_n, in_short=in_short))


def parts(gaps: pd.DataFrame, minimum_n: int, *, in_short: bool = False) -> list[str | None]:
    """The same sentence by sentence, what matters most first."""
    if gaps.empty:
        return [nobody_asked()]
    heard = rows_of(gaps[gaps.answer_count >= minimum_n])
    thin = rows_of(gaps[gaps.answer_count < minimum_n])
    said = [_below(heard, in_short), _outside(heard), _above(heard, in_short)]
    if heard and not any(said):
        said = [
            _of_one(heard)
            or _("In no dimension is service clearly above or below what clients expect.")
        ]
    return [*said, _thin(thin)]


def assumed(gaps: pd.DataFrame) -> str | None:
    """How many answers left a level out, so that it was assumed; None when none did."""
    answers = gaps.answer_count.sum()
    filled = (gaps.assumed_share.fillna(0) * gaps.answer_count).sum()
    if not answers or not filled:
        return None
    return _("In {share} of the answers a level was not asked and is assumed.").format(
        share=numbers.percent(filled / answers)
    )


def coverage(gaps: pd.DataFrame) -> str | None:
    """How many of the active clients answered in the period (`satisfaction/gaps_by_segment`)."""
    heard, active = int(gaps.client_count.sum()), int(gaps.active_count.sum())
    if heard == 0:
        return None
    return ngettext(
        "{heard} of {active} active client answered in the period.",
        "{heard} of {active} active clients answered in the period.",
        active,
    ).format(heard=numbers.number(heard), active=numbers.number(max(active, heard)))


def _named(rows: list[Row], in_short: bool) -> list[str]:
    """Each dimension with its gap, widest gap first."""
    by_gap = sorted(rows, key=lambda row: float(row["expectation_gap"]))
    if in_short:
        return [words.dimension(row["dimension"]) for row in by_gap]
    sentence = _("{name} ({gap})")
    return [
        sentence.format(name=words.dimension(row["dimension"]), gap=expectation_gap(row).text())
        for row in by_gap
    ]


def _below(rows: list[Row], in_short: bool) -> str | None:
    below = [row for row in rows if expectation_gap(row).is_below()]
    if not below:
        return None
    return _("Service is below what clients expect in {dimensions}.").format(
        dimensions=words.join(_named(below, in_short))
    )


def _above(rows: list[Row], in_short: bool) -> str | None:
    above = [row for row in rows if expectation_gap(row).is_above()]
    if not above:
        return None
    return _("Service is above what clients expect in {dimensions}.").format(
        dimensions=words.join(_named(above, in_short)[::-1])
    )


def _outside(rows: list[Row]) -> str | None:
    """Below the least acceptable; the expectation gap's half-width stands for this gap's own."""
    outside = [
        words.dimension(str(row["dimension"]))
        for row in rows
        if Gap(float(row["adequacy_gap"]), expectation_gap(row).half_width).is_below()
    ]
    if not outside:
        return None
    return _("Below the least they accept: {dimensions}.").format(dimensions=words.join(outside))


def _of_one(rows: list[Row]) -> str | None:
    """The gaps of a single client, which have no interval over clients; None for several."""
    if max(int(row["client_count"]) for row in rows) > 1:
        return None
    by_gap = sorted(rows, key=lambda row: float(row["expectation_gap"]))
    low, high = (
        words.noted(words.dimension(row["dimension"]), numbers.signed(row["expectation_gap"]))
        for row in (by_gap[0], by_gap[-1])
    )
    sentence = _("Gaps of one client, so without an interval: lowest {low}, highest {high}.")
    return sentence.format(low=low, high=high)


def _thin(rows: list[Row]) -> str | None:
    """The dimensions with too few answers for a number."""
    return too_few([(words.dimension(row["dimension"]), row["answer_count"]) for row in rows])
