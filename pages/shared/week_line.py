"""The line that names the finding of the week and links to its page, with the same period."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import streamlit as st

from pages.shared import complaint_panels, links, panel, promise_panels
from pages.shared.database import ask, freshness, settings
from pages.shared.experience_panels import QUERY as EXPERIENCE
from pages.shared.filters import View
from pages.shared.findings import experience, of_the_week, on_target, shares
from pages.shared.findings.of_the_week import PROMISES, Candidate, Pair
from pages.shared.safe import html
from pages.shared.service_panels import WITHIN
from pages.shared.text import _

DAY, WEEK, BEFORE = timedelta(days=1), timedelta(weeks=1), timedelta(weeks=12)


def finding(view: View) -> panel.Draw:
    """What matters most of all that is more than noise, in one line."""
    few = settings().few.minimum_n
    found = of_the_week.most_important([*_of_the_week(last_week(view), few), *_slow(view, few)])
    if found is None:
        return partial(_draw, of_the_week.nothing(), None)
    return partial(_draw, found.sentence, links.page(found.page, view))


def last_week(view: View) -> View:
    """The seven days up to the end of the period, or to the last import, and twelve weeks before.

    The comparison is the same for every view: a week has too few cases to stand against a week.
    """
    until = min(view.until, _known_until() or view.until)
    since = until - WEEK + DAY
    return replace(
        view,
        since=since,
        until=until,
        previous_since=since - BEFORE,
        previous_until=since - DAY,
        comparison="previous",
    )


def _known_until() -> date | None:
    moment = freshness().imported_at
    return None if moment is None else moment.date()


def _of_the_week(week: View, few: int) -> list[Candidate | None]:
    now, before = ask(WITHIN, week), ask(WITHIN, week.previous)
    due = [promise_panels.totals(each) for each in (week, week.previous)]
    pairs = {PROMISES: Pair(*((each.kept, each.n) for each in due))}
    pairs |= {
        kind: Pair(on_target.share(now, kind), on_target.share(before, kind))
        for kind in on_target.KINDS
    }
    return [
        of_the_week.fallen(ask("satisfaction/client_tiers", week)),
        of_the_week.complaints(complaint_panels.control(week), week.since - WEEK),
        *of_the_week.kept_and_on_time(pairs, few),
    ]


def _slow(view: View, few: int) -> list[Candidate | None]:
    """What only surveys tell, of the whole period."""
    before = {"previous_since": view.previous_since, "previous_until": view.previous_until}
    tiers = ask("satisfaction/client_tiers", view.change)
    active = int(ask("satisfaction/gaps_by_segment", view).active_count.sum())
    return [
        of_the_week.satisfied(shares.change_of_clients(tiers), view.change.since, few),
        of_the_week.gap(ask("satisfaction/drift", view, **before), few, active),
        *of_the_week.clients(experience.judged(ask(EXPERIENCE, view, **before), few)),
    ]


def _draw(sentence: str, address: str | None) -> None:
    told = html(sentence)
    if address is not None:
        told = f'<a href="{html(address)}" style="color:inherit">{told}</a>'
    st.html(
        f'<p style="margin:0;line-height:1.35"><b>{html(_("Finding of the week"))}</b> {told}</p>'
    )
