"""What happened while something changed, in words: beside a change, never as its cause."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pages.shared.findings.wording import MOST_NAMES, paragraph
from pages.shared.text import _, dates, ngettext, numbers, words


class Event(NamedTuple):
    """Something that happened; `client_name`: the one client it concerns, None for all."""

    happened_on: date
    label: str
    client_name: str | None = None


def in_between(events: Sequence[Event]) -> str:
    """The events of two periods that are compared; of many those of all clients; empty for none."""
    named = events if len(events) <= MOST_NAMES else [one for one in events if not one.client_name]
    if 0 < len(named) <= MOST_NAMES:
        told = [words.noted(each.label, dates.iso(each.happened_on)) for each in named]
        return _("Meanwhile: {events}.").format(events=words.join(told))
    if not events:
        return ""
    return ngettext(
        "Meanwhile {count} event was entered.",
        "Meanwhile {count} events were entered.",
        len(events),
    ).format(count=numbers.number(len(events)))


def headline(events: Sequence[Event], targets: str) -> str:
    """What happened in the period, then what became of its targets."""
    return paragraph(_happened(events), targets)


def _happened(events: Sequence[Event]) -> str:
    if not events:
        return _("No event lies in this period.")
    if len(events) <= MOST_NAMES:
        told = [words.noted(each.label, dates.iso(each.happened_on)) for each in events]
        return _("In this period: {events}.").format(events=words.join(told))
    return ngettext(
        "{count} event lies in this period.", "{count} events lie in this period.", len(events)
    ).format(count=numbers.number(len(events)))


def counted(all_count: int, inside: int) -> str:
    """How many events there are, and how many of them charts of the period show."""
    if not all_count:
        return _("No event was entered or imported yet.")
    return ngettext(
        "{count} event is known, {inside} of it in this period.",
        "{count} events are known, {inside} of them in this period.",
        all_count,
    ).format(count=numbers.number(all_count), inside=numbers.number(inside))
