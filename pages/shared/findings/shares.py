"""How many clients are satisfied or better; is a change more than noise (measures.md §1, §3)?"""

from datetime import date
from typing import NamedTuple

import pandas as pd

from pages.shared.findings.wording import (
    LADDER,
    SATISFIED,
    few_names,
    no_clear_change,
    nothing_earlier,
    paragraph,
    points,
    too_few_twice,
)
from pages.shared.text import _, dates, ngettext, numbers
from queries.statistics import intervals, many


class Change(NamedTuple):
    """Clients heard at both ends, and how many of them crossed into or out of `satisfied`."""

    gained: int
    lost: int
    heard: int


def headline(tiers: pd.DataFrame, since: date, minimum_n: int) -> str:
    """The share satisfied or better with its interval, its change, and who fell to complaining.

    `tiers`: the rows of `satisfaction/client_tiers`; `since`: the day the change is counted from.
    """
    fallen = fell_to_complaining(tiers) if tiers.tier.notna().any() else None
    return paragraph(*share_and_change(tiers, since, minimum_n), fallen)


def share_and_change(tiers: pd.DataFrame, since: date, minimum_n: int) -> list[str]:
    """Two sentences: the share satisfied or better with its interval, and its change."""
    share = satisfied_share(tiers, minimum_n)
    if not tiers.tier.notna().any():
        return [share]
    return [share, change_since(change_of_clients(tiers), since, minimum_n)]


def nobody_heard(active: int) -> str:
    """Said when no active client has a tier."""
    if active == 0:
        return _("No client in view was active.")
    return ngettext(
        "The one client has not been heard: no answer, no major or overdue complaint.",
        "None of the {count} clients has been heard: no answer, no major or overdue complaint.",
        active,
    ).format(count=numbers.number(active))


def satisfied_share(tiers: pd.DataFrame, minimum_n: int) -> str:
    """How many of the heard clients are satisfied or better; the share only from `minimum_n` on."""
    satisfied, heard = counts(tiers)
    if heard == 0:
        return nobody_heard(len(tiers))
    told = {"satisfied": numbers.number(satisfied), "heard": numbers.number(heard)}
    if heard < minimum_n:
        return ngettext(
            "Too few clients were heard for a share ({heard}).",
            "Too few clients were heard for a share ({heard}).",
            heard,
        ).format(**told)
    return ngettext(
        "{satisfied} of {heard} client is satisfied or better ({share}, {interval}).",
        "{satisfied} of {heard} clients are satisfied or better ({share}, {interval}).",
        heard,
    ).format(
        share=numbers.percent(satisfied / heard),
        interval=_wilson(satisfied, heard),
        **told,
    )


def interval(tiers: pd.DataFrame, minimum_n: int) -> str | None:
    """The interval of that share in per cent; None below `minimum_n` heard clients."""
    satisfied, heard = counts(tiers)
    return (
        None
        if heard < minimum_n
        else numbers.interval_text(*intervals.wilson(satisfied, heard), style="percent")
    )


def counts(tiers: pd.DataFrame) -> tuple[int, int]:
    """Clients satisfied or better, and clients heard."""
    return int(tiers.tier.isin(SATISFIED).sum()), int(tiers.tier.notna().sum())


def _wilson(satisfied: int, heard: int) -> str:
    low, high = intervals.wilson(satisfied, heard)
    return numbers.interval_text(100 * low, 100 * high)


def change_of_clients(tiers: pd.DataFrame) -> Change:
    """The crossings among the rows of `satisfaction/client_tiers`."""
    both = tiers[tiers.tier.notna() & tiers.previous_tier.notna()]
    now, before = both.tier.isin(SATISFIED), both.previous_tier.isin(SATISFIED)
    return Change(int((now & ~before).sum()), int((before & ~now).sum()), len(both))


def change_of_moves(moves: pd.DataFrame) -> Change:
    """The crossings among the rows of `satisfaction/tier_moves`; without those that left."""
    both = moves[moves.to_tier.isin(LADDER)]
    now, before = both.to_tier.isin(SATISFIED), both.from_tier.isin(SATISFIED)
    counts = both.client_count
    return Change(
        int(counts[now & ~before].sum()), int(counts[before & ~now].sum()), int(counts.sum())
    )


def change_since(change: Change, since: date, minimum_n: int) -> str:
    """The change of the share among clients heard both times, when it is more than noise."""
    if change.heard == 0:
        return nothing_earlier()
    if change.heard < minimum_n:
        return too_few_twice(change.heard)
    found = difference(change)
    if not found.is_more_than_noise:
        return no_clear_change(since)
    return _more_than_noise(found, since)


def difference(change: Change) -> intervals.Estimate[float]:
    """The change of the share (0–1) among the clients heard both times; `heard` at least 1.

    More than noise only where McNemar's exact test says so too: the interval (Agresti and Min) is
    approximate, and where it alone would leave out 0 it is stretched to it.
    """
    found = intervals.paired_difference(*change)
    if intervals.mcnemar(change.gained, change.lost) < many.LEVEL:
        return found
    return found._replace(low=min(found.low, 0.0), high=max(found.high, 0.0))


def interval_of_change(moves: pd.DataFrame, minimum_n: int) -> str | None:
    """The interval of that change in points; None when too few were heard both times."""
    change = change_of_moves(moves)
    if change.heard < minimum_n:
        return None
    found = difference(change)
    return numbers.interval_text(100 * found.low, 100 * found.high, style="signed")


def _more_than_noise(found: intervals.Estimate[float], since: date) -> str:
    rose = found.value > 0
    sentence = (
        _("The share rose by {points} points ({interval}) since {day}, same clients compared.")
        if rose
        else _("The share fell by {points} points ({interval}) since {day}, same clients compared.")
    )
    least, most = sorted(abs(100 * end) for end in (found.low, found.high))
    return sentence.format(
        points=points(found.value),
        interval=numbers.interval_text(least, most),
        day=dates.day(since),
    )


def fell_to_complaining(tiers: pd.DataFrame) -> str | None:
    """Who is complaining now and was not before; None without an earlier tier to compare with."""
    if not tiers.previous_tier.notna().any():
        return None
    before = tiers.previous_tier.notna() & (tiers.previous_tier != "complaining")
    fallen = tiers[before & (tiers.tier == "complaining")]
    if fallen.empty:
        return _("Nobody fell to complaining.")
    names = few_names(list(fallen.client_name))
    count = numbers.number(len(fallen))
    if names is None:
        return _("{count} clients fell to complaining.").format(count=count)
    return ngettext(
        "{count} client fell to complaining: {names}.",
        "{count} clients fell to complaining: {names}.",
        len(fallen),
    ).format(count=count, names=names)


def over_time(moves: pd.DataFrame, since: date, minimum_n: int) -> str:
    """What became of the share over the months shown (`tier_moves` of the same months)."""
    change = change_of_moves(moves)
    verdict = change_since(change, since, minimum_n)
    if change.heard < minimum_n:
        return verdict
    crossings = _("{gained} of {heard} clients rose to satisfied or better, {lost} fell below it.")
    return paragraph(
        verdict,
        crossings.format(
            gained=numbers.number(change.gained),
            lost=numbers.number(change.lost),
            heard=numbers.number(change.heard),
        ),
    )
