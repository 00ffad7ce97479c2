"""What attributes are called, and why nothing can be said of what moves satisfaction."""

from collections.abc import Mapping

import pandas as pd

from pages.shared.findings.driver_scores import CONTROL, DIMENSION, FACTOR, QUESTION
from pages.shared.findings.drivers import LEAST_ATTRIBUTES, Fit
from pages.shared.text import _, language, numbers, words
from pages.shared.text.vocabulary import marked
from queries.statistics.drivers import NotFittedError

Names = Mapping[str, str]  # the number of a question and its wording

NOT_ASKED = {
    DIMENSION: marked("There are too few answers on two or more dimensions of service at once."),
    FACTOR: marked("There are too few answers on two or more factors at once."),
    CONTROL: marked(
        "There are too few answers on both: what service can change, and what it cannot."
    ),
    QUESTION: marked("There are too few answers on two or more questions at once."),
}

NOT_DECLARED = {
    DIMENSION: marked(
        "Hardly any of these responses answered a question on a dimension of service (column"
        " “dimension” of indicators.csv)."
    ),
    FACTOR: marked(
        "Hardly any of these responses answered a question on a factor (column “factor” of"
        " indicators.csv)."
    ),
    CONTROL: marked(
        "Hardly any of these responses answered a question that says whether service can change it"
        " (column “is_controllable” of indicators.csv)."
    ),
}


def names(questions: pd.DataFrame) -> Names:
    """What attributes of every kind are called; questions in their wording."""
    own = dict(zip(questions["indicator_id"], questions["wording"], strict=True))
    if language().startswith("zh"):
        known = questions[questions["wording_zh"].notna()]
        own |= dict(zip(known["indicator_id"], known["wording_zh"], strict=True))
    return own


def name_of(grouped_by: str, attribute: str, questions: Names) -> str:
    """What one attribute is called."""
    if grouped_by == QUESTION:
        return questions[attribute]
    word = {DIMENSION: words.dimension, FACTOR: words.factor, CONTROL: words.control}
    return word[grouped_by](attribute)


def why_not(shown: Fit, questions: Names) -> str:
    """Why nothing can be said of what moves the outcome, and what it would take."""
    if shown.response_count == 0:
        return _(
            "Nobody in view said how satisfied they are or whether they recommend us, so what"
            " moves it cannot be told."
        )
    if len(shown.names) < LEAST_ATTRIBUTES or shown.fault is None:
        known = NOT_ASKED if len(shown.names) else NOT_DECLARED
        return _(known.get(shown.grouped_by, NOT_ASKED[QUESTION]))
    return _of_fault(shown, shown.fault, questions)


def _of_fault(shown: Fit, fault: NotFittedError, questions: Names) -> str:
    if fault.kind == "too few rows":
        sentence = _(
            "To tell what moves satisfaction takes {need} complete answers; there are {have} in"
            " this view. A longer period or fewer filters would give more."
        )
    elif fault.kind == "too few clusters":
        sentence = _(
            "To tell what moves satisfaction takes answers of {need} clients; there are {have} in"
            " this view. Fewer filters would give more."
        )
    elif fault.name in (shown.outcome, ""):
        return _("All answers say the same, so what moves them cannot be told.")
    else:
        name = name_of(shown.grouped_by, fault.name, questions)
        return _("All answers on {name} are the same, so its weight cannot be told.").format(
            name=name
        )
    return sentence.format(need=numbers.number(fault.need), have=numbers.number(fault.have))
