"""Are complaints rising, and do we resolve them faster than they arrive (measures.md §7)?

Counts are facts and are always said. That a rate rose or that we keep pace is a claim: it is made
only where the interval of the ratio excludes 1, widened by how much weeks differ beyond chance.
"""

from typing import NamedTuple

import pandas as pd

from pages.shared.findings.wording import paragraph
from pages.shared.text import _, ngettext, numbers
from queries.statistics import rates


class Period(NamedTuple):
    """Complaints of a period, summed over `complaints/flow_by_week`; `exposure` in client-weeks."""

    received: int
    resolved: int
    grumbles: int
    backlog: int
    overdue: int
    exposure: float

    @property
    def backlog_before(self) -> int:
        """Open at its beginning."""
        return self.backlog - self.received + self.resolved


class Comparison(NamedTuple):
    """What a period is compared with, and how much more than chance weeks differ (`sigma_z`)."""

    is_year: bool
    dispersion: float

    def told(self, count: int) -> str:
        """The count of that period, as `29 in the period before`."""
        sentence = _("{count} a year before") if self.is_year else _("{count} in the period before")
        return sentence.format(count=numbers.number(count))


def period(flow: pd.DataFrame, day_count: int) -> Period:
    """The weeks of a period together, of which so many days are known."""
    last = flow.iloc[-1]
    return Period(
        int(flow.received.sum()),
        int(flow.resolved.sum()),
        int(flow.grumbles.sum()),
        int(last.backlog),
        int(last.overdue),
        float(flow.active_clients.mean()) * day_count / 7,
    )


def rising(now: Period, before: Period | None, minimum_n: int, comparison: Comparison) -> str:
    """How many came, against the period of comparison (`before`: None when it is not recorded)."""
    count = _received(now.received)
    if before is None:
        return _("{count}; no earlier period is recorded to compare with.").format(count=count)
    return _("{count} ({before}): {verdict}.").format(
        count=count,
        before=comparison.told(before.received),
        verdict=verdict(now, before, minimum_n, comparison.dispersion),
    )


def _received(count: int) -> str:
    if count == 0:
        return _("No complaint was received")
    return ngettext(
        "{count} complaint was received", "{count} complaints were received", count
    ).format(count=numbers.number(count))


def verdict(now: Period, before: Period, minimum_n: int, dispersion: float) -> str:
    """Is the rate clearly another? `dispersion`: how much more than chance weeks differ."""
    change = ratio(now, before, minimum_n, dispersion)
    if change is None:
        return _("too few to compare")
    if change.is_higher:
        return _("clearly more per client")
    return _("clearly fewer per client") if change.is_lower else _("no clear change")


def ratio(now: Period, before: Period, minimum_n: int, dispersion: float) -> rates.Ratio | None:
    """The rate as a multiple of the one before; None where both together are too few."""
    if now.received + before.received < minimum_n or not now.exposure * before.exposure:
        return None
    return rates.ratio(
        now.received, now.exposure, before.received, before.exposure, dispersion=dispersion
    )


def pace(now: Period, minimum_n: int, dispersion: float) -> str:
    """Are they resolved faster than they arrive, and how many are open?"""
    told = {
        "resolved": numbers.number(now.resolved),
        "open": numbers.number(now.backlog),
        "before": numbers.number(now.backlog_before),
    }
    if now.received + now.resolved < minimum_n:
        return _("{resolved} resolved, {open} open ({before} at the start).").format(**told)
    speed = rates.ratio(now.resolved, 1, now.received, 1, dispersion=dispersion)
    if speed.is_higher:
        sentence = _(
            "We resolve them faster than they arrive: {resolved} resolved, {open} open"
            " ({before} at the start)."
        )
    elif speed.is_lower:
        sentence = _(
            "They arrive faster than we resolve them: {resolved} resolved, {open} open"
            " ({before} at the start)."
        )
    else:
        sentence = _(
            "We resolve them about as fast as they arrive: {resolved} resolved, {open}"
            " open ({before} at the start)."
        )
    return sentence.format(**told)


def is_quiet(now: Period) -> bool:
    """Nothing came, nothing was resolved, nothing is open."""
    return not (now.received or now.resolved or now.backlog or now.grumbles)


def beside(now: Period) -> str | None:
    """How many open ones are past their date, and what was told to others instead of to us."""
    overdue = ngettext(
        "{count} open complaint is past its promised date.",
        "{count} open complaints are past their promised dates.",
        now.overdue,
    ).format(count=numbers.number(now.overdue))
    grumbles = ngettext(
        "{count} grumble was told to others beside them.",
        "{count} grumbles were told to others beside them.",
        now.grumbles,
    ).format(count=numbers.number(now.grumbles))
    return paragraph(overdue if now.overdue else None, grumbles if now.grumbles else None) or None


def flow(now: Period) -> str:
    """Received against resolved, as counts."""
    return _("Received {received}, resolved {resolved}: {before} open before, {open} now.").format(
        received=numbers.number(now.received),
        resolved=numbers.number(now.resolved),
        before=numbers.number(now.backlog_before),
        open=numbers.number(now.backlog),
    )
