"""What complaints are about, and how much of it we can change ourselves (measures.md §7)."""

import pandas as pd

from pages.shared.findings.wording import paragraph, too_few_answers
from pages.shared.suppression import HIDDEN
from pages.shared.text import _, ngettext, numbers, words
from queries.statistics import intervals

MOST_CAUSES = 3
MAJORITY = 0.5
SHARES = ["share", "cumulative_share"]


def shown(causes: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """The causes with shares only where there are enough complaints in all; counts always."""
    total = int(causes.complaint_count.sum())
    why = too_few_answers(total) if total < minimum_n else None
    told = causes.assign(
        **{HIDDEN: pd.Series([why] * len(causes), index=causes.index, dtype=object)}
    )
    return told if why is None else told.assign(**dict.fromkeys(SHARES, float("nan")))


def main(causes: pd.DataFrame, minimum_n: int) -> str:
    """The fewest causes that make up half of the complaints, but not more than a few."""
    total = int(causes.complaint_count.sum())
    if total == 0:
        return _("No complaint was received in the period.")
    if total < minimum_n:
        return ngettext(
            "{count} complaint: too few for shares of causes.",
            "{count} complaints: too few for shares of causes.",
            total,
        ).format(count=numbers.number(total))
    known = causes[(causes.cause != "other") & (causes.complaint_count > 0)]
    if known.empty:
        return _("All {count} complaints have another cause than those we tell apart.").format(
            count=numbers.number(total)
        )
    needed = int((known.cumulative_share < MAJORITY).sum()) + 1
    first = known.head(min(needed, MOST_CAUSES))
    return _("{causes}: {count} of {total} complaints ({share}).").format(
        causes=words.capital(words.join(map(words.cause, first.cause))),
        count=numbers.number(first.complaint_count.sum()),
        total=numbers.number(total),
        share=numbers.percent(first.complaint_count.sum() / total),
    )


def controllable(causes: pd.DataFrame, minimum_n: int) -> str | None:
    """How many come from causes the service team can change; `other` is neither."""
    inside, known = controllable_counts(causes)
    if known < minimum_n:
        return None
    low, high = intervals.wilson(inside, known)
    return _(
        "{count} of {known} have a cause that service can change ({share}, {interval})."
    ).format(
        count=numbers.number(inside),
        known=numbers.number(known),
        share=numbers.percent(inside / known),
        interval=numbers.interval_text(100 * low, 100 * high),
    )


def interval(causes: pd.DataFrame, minimum_n: int) -> str | None:
    """The interval of that share in per cent; None below `minimum_n`."""
    inside, known = controllable_counts(causes)
    if known < minimum_n:
        return None
    return numbers.interval_text(*intervals.wilson(inside, known), style="percent")


def controllable_counts(causes: pd.DataFrame) -> tuple[int, int]:
    """Complaints with a controllable cause, and with one that is known to be or not to be."""
    known = causes[causes.is_controllable.notna()]
    inside = known[known.is_controllable.astype(bool)]
    return int(inside.complaint_count.sum()), int(known.complaint_count.sum())


def grumbles(causes: pd.DataFrame) -> str | None:
    """What is grumbled about most, where anything is."""
    count = int(causes.grumble_count.sum())
    if count == 0:
        return None
    first = causes.sort_values("grumble_count", ascending=False, kind="stable").iloc[0]
    return ngettext(
        "{count} grumble, most about: {cause}.", "{count} grumbles, most about: {cause}.", count
    ).format(count=numbers.number(count), cause=words.cause(first.cause))


def told(causes: pd.DataFrame, minimum_n: int) -> str:
    """The panel's finding."""
    return paragraph(main(causes, minimum_n), controllable(causes, minimum_n), grumbles(causes))
