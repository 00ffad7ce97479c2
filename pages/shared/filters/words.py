"""A view said in words, as it stands above every page and on every file."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from pages.shared import access
from pages.shared.filters import periods
from pages.shared.text import _, dates, ngettext, numbers, words

if TYPE_CHECKING:
    from pages.shared.filters.view import View

NAMED = 3


def sentence(view: "View") -> str:
    """`Week 46 of 2026 · 2026-11-09 – 2026-11-15 · against … · VIP · North`."""
    parts = [*_period(view), _comparison(view), *filters(view)]
    return " · ".join(parts)


def _period(view: "View") -> list[str]:
    span = dates.span(view.since, view.until)
    name = period_name(periods.Period(view.since, view.until))
    return [words.capital(name), span] if name else [span]


def period_name(period: periods.Period) -> str:
    """The name of a whole week, month or year; else nothing."""
    since, until = period
    if period.is_weeks and period.day_count == 7:
        return dates.week(since)
    if since.day == 1 and until == periods.month_end(since):
        return dates.month(since)
    if since == until.replace(month=1, day=1) and until == until.replace(month=12, day=31):
        return _("year {year}").format(year=since.year)
    return ""


def _comparison(view: "View") -> str:
    span = dates.span(view.previous_since, view.previous_until)
    return _("against {period}").format(period=span)


def filters(view: "View") -> list[str]:
    """What the clients are limited to; all clients, or all of this reader's, when nothing is."""
    chosen = [
        _alternatives([words.segment(value) for value in view.segments]),
        _alternatives(view.regions),
        _alternatives(view.industries),
        _alternatives(view.managers),
        _clients(view),
    ]
    return [part for part in chosen if part] or [_everyone()]


def _everyone() -> str:
    """A file that is sent on must not take a reader's own clients for all there are."""
    seen = access.reader().client_ids
    if seen is None:
        return _("all clients")
    if not seen:
        return _("no client")
    told = ngettext(
        "{count} client, all that this reader sees",
        "{count} clients, all that this reader sees",
        len(seen),
    )
    return told.format(count=numbers.number(len(seen)))


def _alternatives(values: tuple[str, ...] | list[str]) -> str:
    if len(values) <= NAMED:
        return words.join(values)
    more = _("{count} more").format(count=len(values) - NAMED)
    return words.join([*values[:NAMED], more])


def _clients(view: "View") -> str:
    if not view.clients:
        return ""
    if not view.client_names:
        return _("no client")
    return _alternatives(view.client_names)


def counted(view: "View", *, also_one: bool = False) -> list[str]:
    """The same in fewer letters: how many there are of each kind; one keeps its name at first."""
    least = 1 if also_one else 2
    chosen = [
        _alternatives([words.segment(value) for value in view.segments]),
        _counted(view.regions, least, _regions),
        _counted(view.industries, least, _industries),
        _counted(view.managers, least, _managers),
        _counted(view.client_names, least, _known) if view.client_names else _clients(view),
    ]
    return [part for part in chosen if part] or [_("all clients")]


def _counted(values: tuple[str, ...], least: int, told: Callable[[int], str]) -> str:
    if len(values) < least:
        return words.join(values)
    return told(len(values)).format(count=numbers.number(len(values)))


def _regions(count: int) -> str:
    return ngettext("{count} region", "{count} regions", count)


def _industries(count: int) -> str:
    return ngettext("{count} industry", "{count} industries", count)


def _managers(count: int) -> str:
    return ngettext("{count} manager", "{count} managers", count)


def _known(count: int) -> str:
    return ngettext("{count} client", "{count} clients", count)
