"""A week as a view, and the weeks around it."""

from dataclasses import replace
from datetime import date

from pages.meeting.weeks.known import is_held, known_until, usual
from pages.meeting.weeks.names import monday_of, name
from pages.shared import database
from pages.shared.filters import View, matching, periods
from pages.shared.filters.choice import LISTS, Choice
from pages.shared.filters.periods import DAY, PREVIOUS, WEEK
from pages.shared.text import _, words


def of(text: str | None, choice: Choice | None = None) -> View:
    """The week of that name for the clients of a choice; the usual week for none, or a wrong one.

    Of the choice only the clients count: its own period and comparison are another page's.
    """
    monday = monday_of(text) or usual()
    until, clients = _until(monday), database.clients()
    filters = choice or Choice(monday, until)
    chosen = matching.view(filters, clients, matching.match(filters, clients))
    return View(
        since=monday,
        until=until,
        previous_since=monday - WEEK,
        previous_until=until - WEEK,
        comparison=PREVIOUS,
        client_ids=chosen.client_ids,
        client_names=chosen.client_names,
        **{field: getattr(chosen, field) for field in LISTS.values()},
    )


def problem(text: str | None) -> str | None:
    """What is wrong with the name of a week, in a sentence; None where nothing is."""
    if text is None or monday_of(text):
        return None
    return _("There is no week {week}; the last whole week is shown.").format(
        week=words.quoted(text[:12])
    )


def text(week: View) -> str:
    """The name of the week, such as `2026-W46`."""
    return name(week.since)


def earlier(week: View) -> str | None:
    """The week before; None where the records do not reach back to it."""
    return _held(week.since - WEEK)


def later(week: View) -> str | None:
    """The week after; None where it has not begun by the last day that is known."""
    return _held(week.since + WEEK)


def is_part(week: View) -> bool:
    """Is the week not over yet?"""
    return week.until < week.since + WEEK - DAY


def is_ahead(week: View) -> bool:
    """Does it begin after the last day that is known?"""
    return week.since > known_until()


def before(week: View, weeks: int) -> View:
    """So many weeks before this one as a period of their own; it ends the day before the week."""
    return _period(week, week.since - weeks * WEEK, week.since - DAY)


def longer(week: View, weeks: int) -> View:
    """So many weeks up to the end of this one, against as many before them."""
    return _period(week, week.since - (weeks - 1) * WEEK, week.until)


def months(week: View, count: int) -> View:
    """So many months up to the end of the week, the first of them whole."""
    return _period(week, periods.shifted(week.until, 1 - count).replace(day=1), week.until)


def _period(week: View, since: date, until: date) -> View:
    """Against the same length of time before it."""
    shift = -(-((until - since).days + 1) // 7) * WEEK
    return replace(
        week,
        since=since,
        until=until,
        previous_since=since - shift,
        previous_until=until - shift,
    )


def _until(monday: date) -> date:
    sunday, known = monday + WEEK - DAY, known_until()
    return min(sunday, known) if monday <= known else sunday


def _held(monday: date) -> str | None:
    return name(monday) if is_held(monday) else None
