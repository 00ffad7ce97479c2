"""What is at stake, under which assumptions, in words (measures.md, section 8).

Everything here is arithmetic on assumptions. So a range is what the low and the high case of the
settings give, never an interval, and no sentence calls it measured.
"""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from data.value import Assumptions
from pages.shared.findings.wording import paragraph
from pages.shared.text import _, ngettext, numbers, words

AT_STAKE = ("basic", "complaining")


class Stake(NamedTuple):
    """Clients at stake, those of unknown worth, and what the others are worth (null: none known).

    `low` and `high`: the ends that the two cases give, in order.
    """

    client_count: int
    unknown_count: int
    worth: float
    low: float
    high: float

    @property
    def known_count(self) -> int:
        """Clients whose worth is known."""
        return self.client_count - self.unknown_count


def side_by_side(entered: pd.DataFrame, low: pd.DataFrame, high: pd.DataFrame) -> pd.DataFrame:
    """The rows of `clients/value_at_stake` with worth_low and worth_high of the two cases."""
    return entered.assign(worth_low=low.worth.to_numpy(), worth_high=high.worth.to_numpy())


def stake(tiers: pd.DataFrame, names: Sequence[str] = AT_STAKE) -> Stake:
    """The clients of some tiers together."""
    rows = tiers[tiers.tier.isin(list(names))]
    clients, unknown = int(rows.client_count.sum()), int(rows.unknown_count.sum())
    amounts = [_sum(rows, name, clients) for name in ("worth", "worth_low", "worth_high")]
    return Stake(clients, unknown, amounts[0], *sorted(amounts[1:]))


def _sum(rows: pd.DataFrame, name: str, clients: int) -> float:
    """Of nobody nothing; of clients that are all unknown, nothing is known."""
    known = rows.client_count > rows.unknown_count
    if clients and not known.any():
        return float("nan")
    return float(rows[name][known].sum())


def headline(tiers: pd.DataFrame, currency: str) -> str:
    """What is at stake with its low and high case, and how many clients it rests on."""
    found, everyone = stake(tiers), stake(tiers, list(tiers.tier))
    if everyone.client_count == 0:
        return nobody()
    if everyone.known_count == 0:
        return nothing_known()
    if not heard(tiers):
        return _("What is at stake is not known: no client has been heard.")
    if found.client_count == 0:
        return _("Nothing is at stake: no client that was heard is basic or complaining.")
    return paragraph(*at_stake(found, currency))


def heard(tiers: pd.DataFrame) -> int:
    """Clients with a tier."""
    return int(tiers.client_count[tiers.tier != "unheard"].sum())


def at_stake(found: Stake, currency: str) -> list[str]:
    """The amount with the ends of its range, as an assumption; then those of unknown worth."""
    unknown = ngettext(
        "Of {count} client at stake the worth is not known.",
        "Of {count} clients at stake the worth is not known.",
        found.unknown_count,
    ).format(count=numbers.number(found.unknown_count))
    if found.known_count == 0:
        return [unknown]
    known = ngettext(
        "Assumed, not measured: {amount} is at stake ({ends}), the worth of {count} client that"
        " is basic or complaining.",
        "Assumed, not measured: {amount} is at stake ({ends}), the worth of {count} clients that"
        " are basic or complaining.",
        found.known_count,
    ).format(
        **with_ends(found.worth, found.low, found.high, currency),
        count=numbers.number(found.known_count),
    )
    is_within = found.low <= found.worth <= found.high
    parts = (known, None if is_within else outside(), unknown if found.unknown_count else None)
    return [part for part in parts if part]


def in_short(tiers: pd.DataFrame, currency: str) -> str:
    """The same for a narrow panel."""
    found = stake(tiers)
    if found.known_count == 0:
        return headline(tiers, currency)
    return _("At stake, assumed: {amount} ({ends}) with {count} of {all} clients.").format(
        **with_ends(found.worth, found.low, found.high, currency),
        count=numbers.number(found.known_count),
        all=numbers.number(int(tiers.client_count.sum())),
    )


def with_ends(amount: float, low: float, high: float, currency: str) -> dict[str, str]:
    """An `amount` beside the `ends` of its range, told apart where they differ."""
    told, first, last = numbers.moneys((amount, low, high), currency)
    if low == high:
        return {"amount": told, "ends": _("the same in the low and the high case")}
    return {"amount": told, "ends": _("{low} to {high}").format(low=first, high=last)}


def nobody() -> str:
    """Said where there is no client whose worth could be known."""
    return _("No external client in view was active.")


def nothing_known() -> str:
    """Said where no client has a worth, with what would give it one."""
    return _("No worth is known: order_value and orders_per_year in clients.csv would give it.")


def by_tier(tiers: pd.DataFrame, currency: str) -> str:
    """Which part of all worth is with the tiers at stake, and whether the range holds it."""
    found, everyone = stake(tiers), stake(tiers, list(tiers.tier))
    if everyone.client_count == 0:
        return nobody()
    if everyone.known_count == 0:
        return nothing_known()
    worths = {name: stake(tiers, [name]).worth for name in AT_STAKE}
    known = {name: worth for name, worth in worths.items() if worth == worth}
    is_within = not found.known_count or found.low <= found.worth <= found.high
    return paragraph(_parts(everyone.worth, known, currency), None if is_within else outside())


def _parts(everything: float, known: dict[str, float], currency: str) -> str:
    """How much of all is with each of the tiers at stake; those not known are left out."""
    sentence = {
        0: _("{all} in all; the worth of those at stake is not known."),
        1: _("Of {all} in all, {worth} is with the tier {tier}; of the other it is not known."),
    }.get(
        len(known),
        _("Of {all} in all, {basic} is with basic and {complaining} with complaining clients."),
    )
    told = {name: numbers.short_money(worth, currency) for name, worth in known.items()}
    return sentence.format(
        all=numbers.short_money(everything, currency),
        worth=next(iter(told.values()), ""),
        tier=words.tier(next(iter(told), None)),
        **told,
    )


def outside() -> str:
    """Said where the range does not hold the amount."""
    return _("What was entered lies outside the low and the high case.")


def notes(sheet: pd.DataFrame, assumed: Assumptions) -> str:
    """What the first line rests on, and what its range leaves out (`clients/value_sheet`)."""
    at_stake = sheet[sheet.tier.isin(AT_STAKE) & sheet.worth.notna()]
    count = int(at_stake.is_years_assumed.sum())
    return paragraph(
        _(
            "Worth is what a client orders in a year, with related sales, times the years it"
            " stays: its own where they are recorded, else {years} as assumed."
        ).format(years=numbers.number(assumed.relationship_years, _decimals(assumed))),
        ngettext(
            "The range is no interval: it is what a low and a high case change, here the years of"
            " {count} client; what is recorded is taken as it is.",
            "The range is no interval: it is what a low and a high case change, here the years of"
            " {count} clients; what is recorded is taken as it is.",
            count,
        ).format(count=numbers.number(count))
        if count
        else None,
    )


def _decimals(assumed: Assumptions) -> int:
    return 0 if float(assumed.relationship_years).is_integer() else 1
