"""What moves satisfaction, in sentences: what explains it, and what to improve first.

An attribute is named to be improved first only when its importance can be told from chance and is
above the mean, and its whole interval of experience lies below the mean of all clients.
"""

import pandas as pd

from pages.shared.findings.driver_scores import (
    CONTROL,
    DIMENSION,
    FACTOR,
    QUESTION,
    RECOMMEND,
)
from pages.shared.findings.driver_words import Names, name_of, why_not
from pages.shared.findings.drivers import Cut, Fit
from pages.shared.findings.wording import MOST_NAMES, SMALLEST, paragraph
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers, words
from pages.shared.text.vocabulary import marked
from queries.statistics.drivers import Importance

BY_CHANCE = {
    DIMENSION: marked("No dimension of service can be told from chance."),
    FACTOR: marked("No factor can be told from chance."),
    CONTROL: marked("Neither can be told from chance."),
    QUESTION: marked("No single question can be told from chance."),
}
TOGETHER = {
    DIMENSION: marked("All dimensions together"),
    FACTOR: marked("All factors together"),
    CONTROL: marked("Both together"),
    QUESTION: marked("All questions compared"),
}
ALIKE = {
    DIMENSION: marked("No dimension clearly weighs more than the others."),
    FACTOR: marked("No factor clearly weighs more than the others."),
    CONTROL: marked("Neither clearly weighs more than the other."),
    QUESTION: marked("No question clearly weighs more than the others."),
}


def headline(shown: Fit, rows: pd.DataFrame, cut: Cut, questions: Names) -> str:
    """What to improve first, what explains the outcome, and how much of it."""
    if shown.found is None:
        return why_not(shown, questions)
    return paragraph(first(shown, rows, cut, questions), explained(shown, shown.found))


def told(shown: Fit, rows: pd.DataFrame, cut: Cut, questions: Names) -> str:
    """What weighs more than the others, what is chance, what to improve first."""
    if shown.found is None:
        return why_not(shown, questions)
    return paragraph(
        _outcome(shown),
        weighty(shown, rows, cut, questions),
        first(shown, rows, cut, questions),
    )


def first(shown: Fit, rows: pd.DataFrame, cut: Cut, questions: Names) -> str | None:
    """What is important beyond chance and clearly weak; else what is weak and may be important."""
    if cut.importance is None or cut.performance is None:
        return None
    weak = [row for row in _compared(rows) if is_weak(row, cut)]
    important = [row for row in weak if row["importance"] >= cut.importance]
    if important:
        return _("Important and clearly below average, so to be improved first: {names}.").format(
            names=_scored(shown, important, questions)
        )
    unclear = [row for row in weak if row["importance_high"] >= cut.importance]
    if unclear:
        return _("Clearly below average, and perhaps as important as the others: {names}.").format(
            names=_scored(shown, unclear, questions)
        )
    return _("Nothing important is clearly below average.")


def _scored(shown: Fit, rows: list[Row], questions: Names) -> str:
    """At most three of them with their experience, the weakest first."""
    sentence = _("{name} ({score} of ten, {interval})")
    by_score = sorted(rows, key=lambda row: float(row["perceived"]))
    return words.join(
        sentence.format(
            name=_in_sentence(shown, row, questions),
            score=numbers.number(row["perceived"], 1),
            interval=numbers.interval_text(row["perceived_low"], row["perceived_high"], 1),
        )
        for row in by_score[:MOST_NAMES]
    )


def is_weak(row: Row, cut: Cut) -> bool:
    """Its weight is no chance, and its experience clearly below the mean of all clients."""
    if row["by_chance"] or cut.performance is None or pd.isna(row["perceived"]):
        return False
    is_seen = row["perceived"] <= cut.performance - SMALLEST
    return bool(is_seen and row["perceived_high"] < cut.performance)


def weighty(shown: Fit, rows: pd.DataFrame, cut: Cut, questions: Names) -> str:
    """Whose importance is clearly above the mean; which cannot be told from chance."""
    compared = _compared(rows)
    by_chance = [row for row in compared if row["by_chance"]]
    if len(by_chance) == len(compared):
        return _(BY_CHANCE[shown.grouped_by])
    above = [
        row
        for row in compared
        if cut.importance is not None and row["importance_low"] > cut.importance
    ]
    said = (
        _("Weighs clearly more than the average: {names}.").format(
            names=_listed(shown, above, questions)
        )
        if above
        else _(ALIKE[shown.grouped_by])
    )
    chance = _("Could be chance: {names}.").format(names=_listed(shown, by_chance, questions))
    return paragraph(said, chance if by_chance else None)


def explained(shown: Fit, found: Importance) -> str:
    """How much all of them explain together, on how many answers of how many clients."""
    sentence = (
        _(
            "{all} explain {share} ({interval}) of the differences in whether clients"
            " recommend us: {n} complete answers of {clients} clients."
        )
        if shown.outcome == RECOMMEND
        else _(
            "{all} explain {share} ({interval}) of the differences in how satisfied"
            " clients are: {n} complete answers of {clients} clients."
        )
    )
    ends = found.r_squared
    return sentence.format(
        all=_(TOGETHER[shown.grouped_by]),
        share=numbers.percent(ends.value),
        interval=numbers.interval_text(ends.low, ends.high, style="percent"),
        n=numbers.number(found.n),
        clients=numbers.number(found.cluster_count),
    )


def in_short(shown: Fit, questions: Names) -> str:
    """What explains the outcome, or why that is not known."""
    return why_not(shown, questions) if shown.found is None else explained(shown, shown.found)


def chosen(shown: Fit, rows: pd.DataFrame) -> str | None:
    """How many of the attributes are compared; None where all are, or none."""
    count = len(_compared(rows))
    if shown.found is None or count == len(rows):
        return None
    return _("{count} of {n} questions are compared: those that most responses answer.").format(
        count=numbers.number(count), n=numbers.number(len(rows))
    )


def interval(found: Importance) -> str:
    """The interval of what all explain together."""
    return numbers.interval_text(found.r_squared.low, found.r_squared.high, style="percent")


def sampled(shown: Fit, most_responses: int) -> str | None:
    """Said where only a sample of the responses was looked at."""
    if shown.response_count <= most_responses:
        return None
    return _("Worked out from {n} of {count} responses, picked at random.").format(
        n=numbers.number(most_responses), count=numbers.number(shown.response_count)
    )


def _outcome(shown: Fit) -> str:
    if shown.outcome == RECOMMEND:
        return _("What moves whether clients recommend us.")
    return _("What moves how satisfied clients are.")


def _in_sentence(shown: Fit, row: Row, questions: Names) -> str:
    """Questions in quotation marks: they are sentences themselves."""
    name = name_of(shown.grouped_by, row["attribute"], questions)
    return words.quoted(name) if shown.grouped_by == QUESTION else name


def _compared(rows: pd.DataFrame) -> list[Row]:
    return rows_of(rows[rows["importance"].notna()])


def _listed(shown: Fit, rows: list[Row], questions: Names) -> str:
    return words.join(_in_sentence(shown, row, questions) for row in rows)
