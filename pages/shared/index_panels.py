"""The panels about the satisfaction index, worked out and ready to be drawn."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import pandas as pd

from pages.shared import charts, panel, trend_marks
from pages.shared.database import ahead, ask, settings
from pages.shared.filters import View
from pages.shared.findings import (
    index,
    index_competitors,
    index_effects,
    index_model,
    index_months,
    index_numbers,
    index_tables,
    target_readings,
)
from pages.shared.findings.index_model import SATISFACTION, Fit
from pages.shared.findings.index_numbers import NOW, Reading, Readings
from pages.shared.findings.wording import paragraph
from pages.shared.text import dates

ANSWERS, QUESTIONS = "satisfaction/index_answers", "satisfaction/index_questions"
MONTHS, MODEL = "satisfaction/index_by_month", "satisfaction/survey_scores"
COUNTS, COMPETITORS = "satisfaction/index_counts", "satisfaction/competitor_index"
ROW = 35  # pixels of a row of a table: none of its rows is hidden behind a second scroll bar


def client_count(view: View) -> int:
    """Clients that stated in the period how satisfied they are."""
    return int(ask(COUNTS, view).client_count.iloc[0])


class Found(NamedTuple):
    """All that the page rests on: the index by both methods, and the model."""

    weights: pd.Series
    now: pd.DataFrame
    fixed: Readings
    fit: Fit
    by_model: Readings | None


def by_fixed_weights(view: View) -> Readings | None:
    """The index without the model; None where no question states satisfaction."""
    weights, how = _weights(ask(QUESTIONS, view)), settings().index
    if weights.empty:
        return None
    return index_numbers.read(_rows(view), weights, how.bootstrap_draws, how.seed)


def _weights(questions: pd.DataFrame) -> pd.Series:
    stated = questions[questions["latent"] == SATISFACTION]
    return stated.set_index("indicator_id")["weight"]


def _rows(view: View) -> pd.DataFrame:
    now, before, trend = (ask(ANSWERS, each) for each in (view, view.previous, view.trend))
    return index_numbers.parts(now, before, trend, settings().few.minimum_n)


def found(view: View) -> Found | None:
    """The index of the period, the one before and the months; None where no question states it."""
    questions, how = ask(QUESTIONS, view), settings().index
    weights = _weights(questions)
    if weights.empty:
        return None
    now, rows = ask(ANSWERS, view), _rows(view)
    fit = index_model.fitted(ask(MODEL, view.trend), questions, how)
    fixed = index_numbers.read(rows, weights, how.bootstrap_draws, how.seed)
    if fit.model is None:
        return Found(weights, now, fixed, fit, None)
    own = fit.model.index_weights(SATISFACTION)
    by_model = index_numbers.read(rows, own, how.bootstrap_draws, how.seed)
    return Found(weights, now, fixed, fit, by_model)


def ask_ahead(view: View) -> None:
    """Begin with all questions, in the order in which their answers are needed, the long first."""
    ahead(QUESTIONS, view)
    for each in (view.trend, view, view.previous):
        ahead(ANSWERS, each)
    ahead(MODEL, view.trend)
    ahead(COUNTS, view)
    trend_marks.ask_ahead(view)
    ahead(COMPETITORS, view)


def months(of: Found, view: View) -> panel.Draw:
    """The index month by month, by both methods."""
    minimum_n = settings().few.minimum_n
    rows = index_months.by_month(of.fixed, of.by_model, view, minimum_n)
    reached = target_readings.index(of.fixed)
    marks = trend_marks.of(view.trend, "index", trend_marks.HALF)
    return partial(
        panel.show,
        paragraph(
            index.over_time(of.fixed, rows, minimum_n),
            trend_marks.verdict(view, "index", reached, dates.days(view.since, view.until)),
        ),
        charts.index_over_time(rows, marks=marks),
        answer=rows,
        query=MONTHS,
        view=view.trend,
        n=int(rows["response_count"].sum()),
    )


def model(of: Found, view: View) -> list[panel.Draw]:
    """The model drawn, then its constructs, questions and effects; nothing where there is none."""
    if of.fit.model is None:
        return []
    questions, fitted = of.fit.questions, of.fit.model
    effects = index_effects.effects(questions, fitted)
    constructs = index_effects.constructs(questions, fitted)
    diagram = partial(
        panel.show,
        index_effects.strongest(effects, questions),
        charts.path_diagram(constructs, effects),
        answer=effects,
        query=MODEL,
        view=view.trend,
        n=fitted.row_count,
        key="path model",
    )
    measured = index_effects.measured(questions, fitted)
    n = fitted.row_count
    tables = index_tables
    of_constructs = _table(tables.constructs_told, tables.constructs_table, constructs, n, view)
    of_questions = _table(tables.questions_told, tables.questions_table, measured, n, view)
    of_effects = _table(tables.effects_told, tables.effects_table, effects, n, view)
    return [diagram, panel.row(of_constructs, of_questions), of_effects]


def _table(
    finding: Callable[[pd.DataFrame], str],
    shown: Callable[[pd.DataFrame], pd.DataFrame],
    rows: pd.DataFrame,
    n: int,
    view: View,
) -> panel.Draw:
    return partial(
        panel.table,
        finding(rows),
        panel.laid_out(shown(rows)),
        answer=rows,
        query=MODEL,
        view=view.trend,
        n=n,
        key=shown.__name__,
        height=ROW * (len(rows) + 1) + 2,
    )


def competitors(of: Found, view: View) -> list[panel.Draw]:
    """Competitors by the same fixed weights; no panel where none was scored."""
    scored, minimum_n = ask(COMPETITORS, view), settings().few.minimum_n
    if scored.empty:
        return []
    ours = {ids: _ours(of, ids) for ids in {tuple(each) for each in scored["indicator_ids"]}}
    rows = index_competitors.shown(scored, ours.__getitem__, minimum_n)
    same = next(iter(ours.values())) if len(ours) == 1 else None
    draw = partial(
        panel.table,
        index_competitors.told(rows, same),
        panel.laid_out(index_competitors.table(rows)),
        answer=rows,
        query=COMPETITORS,
        view=view,
        n=int(scored["answer_count"].max()),
    )
    return [draw]


def _ours(of: Found, indicator_ids: tuple[str, ...]) -> Reading | None:
    """Our index on these questions; what is known already where they are all."""
    if set(indicator_ids) == set(of.now["indicator_id"].unique()):
        return of.fixed.of(NOW)
    how, weights = settings().index, of.weights.loc[list(indicator_ids)]
    rows = of.now.assign(month=NOW)
    return index_numbers.read(rows, weights, how.bootstrap_draws, how.seed).of(NOW)
