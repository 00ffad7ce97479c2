"""What happened while something changed, in words: beside a change, never as its cause."""

from collections.abc import Sequence

from pages.shared.charts.event_lines import Event
from pages.shared.findings.wording import MOST_NAMES
from pages.shared.text import _, dates, ngettext, numbers, words


def in_between(events: Sequence[Event]) -> str:
    """The events of two periods that are compared; of many those of all clients; empty for none."""
    named = events if len(events) <= MOST_NAMES else [each for each in events if not each[2]]
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
