"""Where tickets stand, how old the open ones are, when they come in, and who keeps them."""

from datetime import date

import pandas as pd

from data.settings import Few
from pages.shared.findings.on_target import KINDS
from pages.shared.findings.wording import MOST_NAMES, paragraph, share_of, too_few_cases
from pages.shared.suppression import HIDDEN, hide_few
from pages.shared.suppression_tables import Line, hide_along
from pages.shared.text import _, dates, ngettext, numbers, words

OPEN = ("running", "paused", "breached_open")
CLOSED = ("met", "breached_closed", "without_promise")
WEEKEND = (6, 7)
MOST_HANDOVERS = 3


def states(states: pd.DataFrame, minimum_n: int) -> str:
    """How many are open, how many past their time, how many of the resolved kept it."""
    total = int(states.ticket_count.sum())
    if total == 0:
        return _("No ticket was opened in the period.")
    count = {name: int(states[name].sum()) for name in (*OPEN, *CLOSED)}
    said = ngettext(
        "{open} of {count} ticket opened in the period is open, {late} past the promised time.",
        "{open} of {count} tickets opened in the period are open, {late} past the promised time.",
        total,
    ).format(
        open=numbers.number(sum(count[name] for name in OPEN)),
        count=numbers.number(total),
        late=numbers.number(count["breached_open"]),
    )
    return paragraph(said, _kept(count, minimum_n))


def _kept(count: dict[str, int], minimum_n: int) -> str | None:
    promised = count["met"] + count["breached_closed"]
    if promised < max(minimum_n, 1):
        return None
    return _("Of those resolved with a promised time, {share} met it.").format(
        share=share_of(count["met"], promised)
    )


def ages(ageing: pd.DataFrame, until: date) -> str:
    """How many are open at the end of the period, of which kinds, how many older than 30 days."""
    total = int(ageing.open_count.sum())
    if total == 0:
        return _("No ticket was open on {day}.").format(day=dates.day(until))
    counts = ageing.groupby("kind").open_count.sum()
    kinds = [
        _("{name} {count}").format(name=words.kind(kind), count=numbers.number(counts[kind]))
        for kind in KINDS
        if kind in counts
    ]
    said = ngettext(
        "{count} ticket was open on {day}: {kinds}.",
        "{count} tickets were open on {day}: {kinds}.",
        total,
    ).format(count=numbers.number(total), day=dates.day(until), kinds=words.join(kinds))
    old = int(ageing.open_count[ageing.from_days >= 30].sum())
    late = int(ageing.breached_count.sum())
    more = _("{old} for 30 days or more, {late} past the promised time.")
    return paragraph(said, more.format(old=numbers.number(old), late=numbers.number(late)))


def spread(buckets: pd.DataFrame, minimum_n: int) -> str:
    """Where most of each kind were resolved: the fullest bucket."""
    rows = buckets[buckets.clock == "resolution"]
    parts = [_fullest(kind, rows[rows.kind == kind], minimum_n) for kind in KINDS]
    known = [part for part in parts if part]
    if not known:
        return _("No ticket was opened in the period.")
    return _("Resolved most often within: {parts}.").format(parts=words.join(known))


def _fullest(kind: str, rows: pd.DataFrame, minimum_n: int) -> str | None:
    if rows.empty:
        return None
    total, place = int(rows.ticket_count.sum()), int(rows.ticket_count.to_numpy().argmax())
    told = (
        too_few_cases(total)
        if total < max(minimum_n, 1)
        else between(rows.up_to_hours.tolist(), place)
    )
    return _("{name} {count}").format(name=words.kind(kind), count=told)


def between(bounds: list[float], place: int) -> str:
    """A bucket in words: `16–40 working hours`; the last bound is missing."""
    if place == 0:
        return _("{high} working hours").format(high=numbers.number(bounds[0]))
    low = numbers.number(bounds[place - 1])
    if place == len(bounds) - 1:
        return _("more than {low} working hours").format(low=low)
    high = numbers.number(bounds[place])
    return _("{low}–{high} working hours").format(low=low, high=high)


def load(hours: pd.DataFrame) -> str:
    """The busiest hour of the week, and how much comes in at weekends."""
    total = int(hours.opened_count.sum())
    if total == 0:
        return _("No ticket was opened in the period.")
    busiest = hours.iloc[int(hours.opened_count.to_numpy().argmax())]
    weekend = int(hours.opened_count[hours.weekday.isin(WEEKEND)].sum())
    return _(
        "The busiest hour: {weekday} {hour}, {count} of {total} tickets. At weekends {weekend}."
    ).format(
        weekday=dates.weekday(int(busiest.weekday)),
        hour=clock_hour(int(busiest.hour)),
        count=numbers.number(busiest.opened_count),
        total=numbers.number(total),
        weekend=numbers.number(weekend),
    )


def clock_hour(hour: int) -> str:
    """`8:00–9:00`."""
    return f"{hour}:00–{hour + 1}:00"


def kept_by_first(handovers: pd.DataFrame, minimum_n: int) -> str:
    """How many the person first asked kept until they were resolved."""
    known = int(handovers.owner_known_count.sum())
    if handovers.ticket_count.sum() == 0:
        return _("No ticket was resolved in the period.")
    if known < max(minimum_n, 1):
        return _("Resolved by the person first asked: {text}.").format(text=too_few_cases(known))
    return _("The person first asked resolved {share} of the tickets.").format(
        share=share_of(int(handovers.first_owner_count.sum()), known)
    )


def handed_over(handovers: pd.DataFrame, few: Few) -> pd.DataFrame:
    """The rows in words, with the share of the first owner; shares and medians of few hidden."""
    shown = handovers.assign(
        handovers=handovers.handovers.astype("float64").map(_times),
        first_owner_share=handovers.first_owner_count
        / handovers.owner_known_count.where(handovers.owner_known_count > 0),
        working_resolution_hours_p50=handovers.working_resolution_hours_p50.where(
            handovers.ticket_count >= few.minimum_n_median
        ),
    )
    values = ["first_owner_count", "first_owner_share", "reopened_count"]
    hidden = hide_few(shown, "ticket_count", values, few.minimum_n)
    return _in_own_words(hidden, "ticket_count", few.minimum_n)


def _in_own_words(rows: pd.DataFrame, count: str, minimum_n: int) -> pd.DataFrame:
    """The reasons of `hide_few` with the words for tickets in place of those for answers."""
    few = rows[count] < minimum_n
    rows.loc[few, HIDDEN] = rows.loc[few, count].map(too_few_cases)
    return rows


def _times(count: float) -> str:
    """A number of handovers; the most stands for itself and more, NaN for not known."""
    most = _("{count} or more").format(count=numbers.number(MOST_HANDOVERS))
    return most if count == MOST_HANDOVERS else numbers.number(count)


def most_missed(clients: pd.DataFrame) -> str:
    """Which clients' targets were missed most often; named when they are few."""
    missed = clients.assign(missed=clients.resolution_decided - clients.resolution_within)
    by_client = missed.groupby(["client_id", "client_name"]).missed.sum().reset_index()
    late = by_client[by_client.missed > 0].sort_values("missed", ascending=False, kind="stable")
    if late.empty:
        return _("No client's target was missed.")
    most = late.head(MOST_NAMES)
    first = [
        words.noted(name, numbers.number(count))
        for name, count in zip(most.client_name, most.missed, strict=True)
    ]
    said = ngettext(
        "Targets were missed for {count} client.",
        "Targets were missed for {count} clients.",
        len(late),
    ).format(count=numbers.number(len(late)))
    return paragraph(said, _("Most often: {names}.").format(names=words.join(first)))


def by_client(clients: pd.DataFrame, few: Few) -> pd.DataFrame:
    """The rows with the share within target; numbers of few hidden, a reason beside them.

    The share of all clients together stands on the same page, kind by kind.
    """
    shown = clients.assign(
        within_share=clients.resolution_within
        / clients.resolution_decided.where(clients.resolution_decided > 0)
    )
    values = ["resolution_within", "within_share"]
    lines = [
        Line(tuple(cells), kind) for kind, cells in shown.groupby("kind", sort=False).groups.items()
    ]
    told = hide_along(
        shown,
        "resolution_decided",
        values,
        lines,
        few.minimum_n,
        numerator="resolution_within",
        few=too_few_cases,
    )
    resolved = clients.ticket_count - clients.open_count
    for clock, counts in (
        ("first_response", clients.first_response_count),
        ("resolution", resolved),
    ):
        name = f"working_{clock}_hours_p50"
        told[name] = _or_too_few(clients[name], counts, few.minimum_n_median)
    return told


def _or_too_few(values: pd.Series, counts: pd.Series, needed: int) -> pd.Series:
    """Values that rest on enough tickets, a reason in place of the others."""
    enough = counts >= needed
    return (
        values if enough.all() else values.astype(object).where(enough, counts.map(too_few_cases))
    )


def in_short(rows: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """The columns of a narrow table under shorter names, with the reasons of `hide_few`."""
    return rows[[*names, HIDDEN]].rename(columns=names)
