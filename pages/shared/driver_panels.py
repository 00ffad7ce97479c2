"""The panels about drivers, worked out and ready to be drawn; numbers of few answers are hidden."""

from functools import partial
from typing import NamedTuple

import pandas as pd

from pages.shared import charts, panel
from pages.shared.beside import beside
from pages.shared.database import ahead, ask, settings
from pages.shared.filters import View
from pages.shared.findings import (
    attribute_cells,
    control,
    driver_scores,
    driver_sentences,
    driver_tables,
    driver_words,
    drivers,
    indicator_tests,
    response_rates,
)
from pages.shared.findings.driver_scores import CONTROL, QUESTION, Responses
from pages.shared.findings.drivers import Cut, Fit
from pages.shared.findings.wording import paragraph

SCORES, SURVEY = "satisfaction/scores_by_attribute", "satisfaction/survey_scores"
TESTS, RATES = "satisfaction/indicator_tests", "satisfaction/response_rates"


class Known(NamedTuple):
    """What the panels of one view share: questions, responses, experience by attribute, fits."""

    view: View
    questions: pd.DataFrame
    given: tuple[Responses, ...]
    fits: dict[str, Fit]
    scores: pd.DataFrame


class Shown(NamedTuple):
    """One kind of attributes: what they explain, the rows, the cut lines, what they are called."""

    fit: Fit
    rows: pd.DataFrame
    cut: Cut
    names: driver_words.Names


def ask_ahead(view: View) -> None:
    """Begin with all questions, in the order in which their answers are needed."""
    ahead(RATES, view)
    ahead(RATES, view.previous)
    for outcome in driver_scores.OUTCOMES:
        ahead(SURVEY, view, outcome=outcome)
    ahead(TESTS, view)
    ahead(SCORES, view)


def known(view: View) -> Known:
    """Everything asked once, and fitted once; the fit of single questions beside the others."""
    questions = ask(TESTS, view)
    given = tuple(_responses(view, questions, outcome) for outcome in driver_scores.OUTCOMES)
    few, index = settings().few, settings().index
    how = drivers.How(few.minimum_n, index.bootstrap_draws, index.seed, index.client_groups)
    fit = partial(drivers.fit, given, questions, how=how)
    largest = beside(fit, QUESTION)
    fits = {kind: fit(kind) for kind in driver_scores.KINDS if kind != QUESTION}
    scores = _scores(view, questions)
    # Where all threads are busy, nobody has begun with it yet.
    fits[QUESTION] = fit(QUESTION) if largest.cancel() else largest.result()
    return Known(view, questions, given, fits, scores)


def _scores(view: View, questions: pd.DataFrame) -> pd.DataFrame:
    return attribute_cells.protected(ask(SCORES, view), questions, settings().few.minimum_n)


def _responses(view: View, questions: pd.DataFrame, outcome: str) -> Responses:
    return driver_scores.responses(ask(SURVEY, view, outcome=outcome), questions, outcome)


def is_empty(known: Known) -> bool:
    """Nobody answered and nobody was invited."""
    asked = ask(RATES, known.view)[["invitation_count", "response_count"]].to_numpy().sum()
    return not asked and not known.questions["answer_count"].sum()


def shown(known: Known, grouped_by: str) -> Shown:
    """The fit of one kind of attributes, with the cut lines of all clients in the same period."""
    fit = known.fits[grouped_by]
    rows = drivers.table(fit, known.scores)
    return Shown(fit, rows, _cut(known, fit), driver_words.names(known.questions))


def _cut(known: Known, fit: Fit) -> Cut:
    """Of all clients in the same period, so that no filter moves it."""
    base = known.view.base
    if known.view == base:
        return Cut(drivers.own_mean(fit), drivers.mean_performance(known.scores, fit))
    given = _responses(base, known.questions, fit.outcome)
    important_from = drivers.mean_importance(given, known.questions, fit)
    return Cut(important_from, drivers.mean_performance(_scores(base, known.questions), fit))


def headline(dimensions: Shown, factors: Shown) -> str:
    """What to improve first and what explains it; by the factors where dimensions say nothing."""
    best = factors if dimensions.fit.found is None and factors.fit.found else dimensions
    return driver_sentences.headline(*best)


def note(dimensions: Shown) -> str | None:
    """What the numbers rest on, where it is not everything."""
    return driver_sentences.sampled(dimensions.fit, settings().index.most_responses)


def against_experience(known: Known, *kinds: Shown) -> list[panel.Draw]:
    """Importance against experience, kinds side by side; none for a kind nobody was asked about."""
    draws = [_against_experience(known, its) for its in kinds if len(its.rows)]
    return [panel.row(*draws)] if draws else []


def _against_experience(known: Known, its: Shown) -> panel.Draw:
    """Experience alone, as a table, where nothing could be fitted."""
    rows = driver_tables.named(its.rows, its.fit.grouped_by, its.names)
    told, found = driver_sentences.told(*its), its.fit.found
    if found is None:
        return _table(known, its, told, driver_tables.experience(rows))
    return partial(
        panel.show,
        told,
        charts.importance(rows, its.cut.importance, its.cut.performance),
        answer=rows,
        query=SURVEY,
        view=known.view,
        n=its.fit.n,
        interval=driver_sentences.interval(found),
        key=its.fit.grouped_by,
    )


def questions(known: Known) -> list[panel.Draw]:
    """Single questions, the most important first; no panel where none was answered."""
    its = shown(known, QUESTION)
    rows = driver_tables.named(its.rows, QUESTION, its.names)
    if rows.empty:
        return []
    told = paragraph(driver_sentences.told(*its), driver_sentences.chosen(its.fit, its.rows))
    return [_table(known, its, told, driver_tables.weighed(rows))]


def controllable(known: Known) -> list[panel.Draw]:
    """What service can change against what it cannot; no panel where neither is declared."""
    its = shown(known, CONTROL)
    rows = driver_tables.named(its.rows, CONTROL, its.names)
    if rows.empty:
        return []
    told = paragraph(control.compared(its.rows), driver_sentences.in_short(its.fit, its.names))
    return [_table(known, its, told, driver_tables.weighed(rows))]


def _table(known: Known, its: Shown, told: str, frame: pd.DataFrame) -> panel.Draw:
    found = its.fit.found
    return partial(
        panel.table,
        told,
        panel.laid_out(frame),
        answer=driver_tables.named(its.rows, its.fit.grouped_by, its.names),
        query=SURVEY if found else SCORES,
        view=known.view,
        n=its.fit.n if found else int(its.rows["answer_count"].sum()),
        interval=driver_sentences.interval(found) if found else None,
        key=its.fit.grouped_by,
    )


def tests(known: Known) -> panel.Draw:
    """The four tests of each question; of one that nobody was asked they would say nothing."""
    minimum_n = settings().few.minimum_n
    asked = known.questions[known.questions["answer_count"] > 0].reset_index(drop=True)
    tested = indicator_tests.tested(asked, known.given, minimum_n)
    wordings = driver_words.names(known.questions)
    return partial(
        panel.table,
        paragraph(
            indicator_tests.told(tested),
            indicator_tests.not_asked(len(known.questions) - len(asked)),
            indicator_tests.rules(minimum_n),
        ),
        panel.laid_out(indicator_tests.table(asked, tested, wordings)),
        query=TESTS,
        view=known.view,
        n=int(asked["answer_count"].sum()),
        key="tests",
    )


def rates(view: View) -> panel.Draw:
    """Response rate and the mix of ways of collecting."""
    now, before = ask(RATES, view), ask(RATES, view.previous)
    minimum_n = settings().few.minimum_n
    rows = response_rates.table(now, before, minimum_n)
    total = response_rates.rate(now)
    return partial(
        panel.table,
        response_rates.told(now, before, view, minimum_n),
        panel.laid_out(response_rates.seen(rows)),
        answer=rows,
        query=RATES,
        view=view,
        n=total.sent,
        interval=response_rates.interval(total, minimum_n),
        key="rates",
    )
