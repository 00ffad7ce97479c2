"""The panels of a portfolio, worked out and ready to be drawn; gaps of few answers are hidden."""

from collections.abc import Callable
from functools import partial

import pandas as pd

from pages.shared import charts, panel
from pages.shared.charts.look import ON_TIER
from pages.shared.database import ask, later, settings
from pages.shared.filters import View
from pages.shared.findings import need_managers, needs
from pages.shared.findings.wording import MOST_ROWS
from pages.shared.text import numbers, words

PORTFOLIO = "clients/portfolio"
ROWS_THAT_FIT = 14  # of the list before it scrolls


def soon_days() -> int:
    """Days ahead in which a promise counts as due soon."""
    return settings().needs.promise_soon_days


def rows(view: View) -> pd.DataFrame:
    """Every client in view with its points; moves counted as elsewhere from where changes are."""
    return ask(PORTFOLIO, view.change)


def clients(view: View) -> panel.Draw:
    """Which client first, and why: the first of them, all in the files."""
    found, few = rows(view), settings().few.minimum_n
    shown = needs.hidden(found, few).head(MOST_ROWS)
    return partial(
        panel.table,
        needs.listed(len(shown), len(found)),
        panel.laid_out(needs.table(shown, soon_days())),
        answer=partial(_all_of_them, later(PORTFOLIO, view.change), few, soon_days()),
        query=PORTFOLIO,
        view=view.change,
        n=len(found),
        height=560 if len(shown) > ROWS_THAT_FIT else None,
    )


def _all_of_them(ask_all: Callable[[], pd.DataFrame], few: int, soon: int) -> pd.DataFrame:
    return needs.with_reasons(needs.hidden(ask_all(), few), soon)


def kinds(view: View) -> panel.Draw:
    """What kinds of need there are, by the number of clients that have each."""
    found, few = rows(view), settings().few.minimum_n
    counts = needs.kinds(found)
    named = {
        "vip_count": charts.Part(words.segment("vip"), charts.TIER_COLOURS["lifelong"], "#ffffff"),
        "regular_count": charts.Part(
            words.segment("regular"), charts.TIER_COLOURS["satisfied"], ON_TIER["satisfied"]
        ),
    }
    return partial(
        panel.show,
        needs.most_frequent(counts),
        charts.parts(
            counts,
            named,
            {need: words.capital(words.need(need)) for need in counts.index},
            [numbers.number(count) for count in counts.sum(axis=1)] or [""],
        ),
        answer=partial(_all_of_them, later(PORTFOLIO, view.change), few, soon_days()),
        query=PORTFOLIO,
        view=view.change,
        n=len(found),
        key="kinds of need",
    )


def managers(view: View) -> panel.Draw:
    """Whose clients need most: one row per manager."""
    found = rows(view)
    by_manager = need_managers.table(found)
    return partial(
        panel.table,
        need_managers.told(by_manager),
        panel.laid_out(by_manager),
        query=PORTFOLIO,
        view=view.change,
        n=len(found),
        key="managers",
    )
