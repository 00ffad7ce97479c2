"""What the path model rests on; where there is none, why not, in words a manager understands."""

import pandas as pd

from pages.shared.filters import View
from pages.shared.findings.index import value
from pages.shared.findings.index_effects import wordings
from pages.shared.findings.index_model import Fit
from pages.shared.findings.index_numbers import NOW, Readings
from pages.shared.findings.wording import paragraph
from pages.shared.text import _, dates, numbers, words
from pages.shared.text.vocabulary import LATENTS, marked
from queries.statistics.path_model import PathModel

REASONS = {
    "too few rows": marked(
        "No path model: it takes {need} responses that answer all {count} questions; there are"
        " {have}. A longer period or fewer filters would give more."
    ),
    "too few clusters": marked(
        "No path model: it takes answers of {need} clients to tell its numbers from noise; there"
        " are {have}. Fewer filters would give more."
    ),
    "no answers": marked("No path model: nobody in view said how satisfied they are."),
    "constant": marked(
        "No path model: everybody gave the same answer to {name}, so nothing can be learned from"
        " it."
    ),
    "collinear": marked(
        "No path model: what leads to {name} was answered alike throughout, so the effects cannot"
        " be told apart."
    ),
    "not converged": marked("No path model: the answers do not lead to settled weights."),
}


def note(fit: Fit, by_model: Readings | None, view: View, minimum_n: int) -> str:
    """The index by the path model, and what it was fitted to; or why it was not.

    `view`: the period it was fitted over.
    """
    if fit.model is None:
        return why_not(fit)
    now = None if by_model is None else by_model.of(NOW)
    told = None
    if now is not None and now.response_count >= minimum_n:
        told = _("By the path model's weights: {index}.").format(index=value(now))
    return paragraph(told, fitted_on(fit, fit.model, view))


def fitted_on(fit: Fit, model: PathModel, view: View) -> str:
    """How many responses of how many clients from when; how many they were picked from."""
    sentence = _(
        "The model is fitted on {n} responses of {clients} clients from {period}, those that"
        " answered all its questions."
    )
    told = sentence.format(
        n=numbers.number(model.row_count),
        clients=numbers.number(model.cluster_count),
        period=dates.days(view.since, view.until),
    )
    if fit.picked_count >= fit.response_count:
        return told
    sample = _("They are among {picked} of {count} responses, picked at random.").format(
        picked=numbers.number(fit.picked_count), count=numbers.number(fit.response_count)
    )
    return paragraph(told, sample)


def why_not(fit: Fit) -> str:
    """Why no path model was fitted, and what it would take."""
    if fit.response_count == 0:
        return _(REASONS["no answers"])
    if fit.fault is None:
        return _(
            "No path model: it needs questions on what leads to satisfaction or follows from it,"
            " such as quality or loyalty (column “latent” of indicators.csv), answered together"
            " with satisfaction."
        )
    return _(REASONS[fit.fault.kind]).format(
        need=numbers.number(fit.fault.need),
        have=numbers.number(fit.fault.have),
        count=numbers.number(len(fit.questions)),
        name=_named(fit.fault.name, fit.questions),
    )


def _named(name: str, questions: pd.DataFrame) -> str:
    """What a question or a construct is called."""
    if name in questions.index:
        return words.quoted(wordings(questions)[name])
    return words.latent(name) if name in LATENTS else name
