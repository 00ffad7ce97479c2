"""The panels about one client, worked out and ready to be drawn; numbers of few are hidden."""

from collections.abc import Callable
from functools import partial

import pandas as pd

from pages.shared import charts, client_card, panel
from pages.shared.database import ask, later, settings
from pages.shared.filters import View
from pages.shared.findings import (
    client,
    client_comments,
    client_compared,
    client_heard,
    client_next_tier,
    client_promises,
    client_story,
    problems,
)
from pages.shared.findings.wording import MOST_ROWS, first_of, paragraph
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers

CARD, STORY, WINDOWS = "clients/card", "clients/story", "clients/expectations"
COMMENTS, PROMISES = "clients/comments", "clients/open_promises"
NEXT, COMPARED, PROBLEMS = "clients/next_tier", "clients/compared", "service/open_problems"


def of(view: View) -> Row:
    """The one client in view."""
    rows: list[Row] = rows_of(ask(CARD, view))
    return rows[0]


def headline(view: View) -> str:
    """Its story in one paragraph."""
    rules = client.Rules(settings().few.minimum_n, settings().tiers.tier_window)
    told = client.headline(
        of(view), ask(STORY, view.trend), ask(WINDOWS, view.trend), view.until, rules
    )
    return paragraph(told, client_promises.promised(ask(PROMISES, view)))


def note() -> str:
    """What its numbers rest on."""
    return _(
        "Experience and expectation are those of the {days} days before each day shown, as the tier"
        " is; of fewer than {n} answers no number is shown. Times are in working hours. A promise"
        " stands on its first date."
    ).format(
        days=numbers.number(settings().tiers.tier_window),
        n=numbers.number(settings().few.minimum_n),
    )


def card(view: View) -> panel.Draw:
    """Who it is, and whether it is silent or heard."""
    row, value = of(view), settings().value
    facts = client_card.facts(
        row, ask(PROMISES, view), settings().currency, value.relationship_years
    )
    return partial(
        panel.listed,
        client_heard.heard(row, view.until),
        partial(client_card.draw, client_card.card(row, facts)),
        answer=ask(CARD, view).pipe(_without_few, row),
        query=CARD,
        view=view,
        n=int(row["answer_count"]),
    )


def _without_few(rows: pd.DataFrame, row: Row) -> pd.DataFrame:
    is_few = int(row["answer_count"]) < settings().few.minimum_n
    return rows.assign(expectation_gap=None) if is_few else rows


def comments_shown(view: View) -> pd.DataFrame | None:
    """The comments of the months shown; None where they are among too few responses."""
    rows = ask(COMMENTS, view.trend)
    is_few = rows.response_count.min() < settings().few.minimum_n_comments
    return None if is_few else rows


def story(view: View) -> panel.Draw:
    """All that happened with it on one axis of time."""
    trend, minimum_n = view.trend, settings().few.minimum_n
    records, windows, comments = ask(STORY, trend), ask(WINDOWS, trend), comments_shown(view)
    served, records = client.served(of(view)), client.with_leaving(records, of(view))
    drawn = charts.Story(
        records,
        windows,
        comments,
        trend.since,
        trend.until,
        served,
        settings().promises.days_ahead,
        minimum_n,
    )
    said = comments if comments is not None else ask(COMMENTS, trend).head(0)
    return partial(
        panel.show,
        client_story.finding(records, trend.since),
        charts.client_story(drawn),
        answer=client_story.told(records, windows, said, minimum_n),
        query=STORY,
        view=trend,
        n=len(records),
    )


def compared(view: View) -> panel.Draw:
    """Beside the others of its segment, and beside all others."""
    trend, minimum_n = view.trend, settings().few.minimum_n
    rows = ask(COMPARED, trend.base, client_id=of(view)["client_id"])
    shown = client_compared.table(rows, minimum_n)
    return partial(
        panel.table,
        client_compared.told(rows, minimum_n),
        panel.laid_out(shown),
        answer=shown,
        query=COMPARED,
        view=trend,
    )


def next_tier(view: View) -> panel.Draw:
    """Where clients of its tier were three months later."""
    tier, minimum_n = of(view)["tier"], settings().few.minimum_n
    rows = client_next_tier.of_tier(ask(NEXT, view.base), tier)
    clients = 0 if rows.empty else int(rows.from_client_count.iloc[0])
    shown = client_next_tier.table(rows if clients >= minimum_n else rows.head(0))
    told = client_next_tier.told(rows, tier, minimum_n)
    return _table_or_words(told, shown, NEXT, view.base, clients)


def comments(view: View) -> panel.Draw:
    """What it said in its own words, the newest first."""
    rows = ask(COMMENTS, view.trend)
    count = 0 if rows.empty else int(rows.response_count.iloc[0])
    minimum_n = settings().few.minimum_n_comments
    shown = rows[client_comments.SHOWN] if count >= minimum_n else rows.head(0)
    told = client_comments.told(rows, count, minimum_n)
    return _table_or_words(told, shown, COMMENTS, view.trend, count)


def _table_or_words(told: str, shown: pd.DataFrame, query: str, view: View, n: int) -> panel.Draw:
    """A table, or where nothing may be shown the sentence that says why."""
    if shown.empty:
        return _words(told, shown, query, view)
    return partial(panel.table, told, panel.laid_out(shown), query=query, view=view, n=n)


def _words(told: str, nothing: pd.DataFrame, query: str, view: View) -> panel.Draw:
    return partial(panel.listed, told, _nothing, answer=nothing, query=query, view=view)


def _nothing() -> None:
    """Draw nothing below a sentence."""


def open_problems(view: View) -> panel.Draw:
    """What is open with it, and what comes first."""
    rows = ask(PROBLEMS, view, most_rows=MOST_ROWS)
    counts, soon = ask("service/open_problems_by_source", view), settings().triage.urgency.soon_days
    count = int(counts.open_count.sum())
    told = paragraph(problems.headline(counts, rows, soon), first_of(len(rows), count))
    shown = problems.table(rows, soon).drop(columns=["client_name", "client_id"], errors="ignore")
    if shown.empty:
        return _words(told, shown, PROBLEMS, view)
    return partial(
        panel.table,
        told,
        panel.laid_out(shown),
        answer=partial(_all_of_them, later(PROBLEMS, view), soon),
        query=PROBLEMS,
        view=view,
        n=count,
    )


def _all_of_them(ask_all: Callable[[], pd.DataFrame], soon_days: int) -> pd.DataFrame:
    return problems.with_reasons(ask_all(), soon_days)
