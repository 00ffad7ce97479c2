"""Slide 8: what is at stake with clients that are basic or complaining, and with whom?"""

import pandas as pd

from pages.meeting.slides import unknown
from pages.meeting.slides.cells import HALF, table
from pages.meeting.slides.model import ROWS, Cell, Panel, Slide, Table
from pages.meeting.slides.wording import BESIDE, FINDING, fitting, names, said
from pages.shared import value_panels
from pages.shared.charts.look import TIER_COLOURS
from pages.shared.charts.plain import Chart, Series
from pages.shared.database import settings
from pages.shared.filters import View
from pages.shared.findings import value, value_cases
from pages.shared.findings.value import AT_STAKE, Stake
from pages.shared.findings.wording import MOST_NAMES, paragraph
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, ngettext, numbers, words

WIDTHS = (0.29, 0.27, 0.25, 0.19)


def slide(week: View) -> Slide:
    """Worth per tier with its low and high case, beside the clients at stake with most worth."""
    key, title = "value-at-stake", _("Value at stake, assumed")
    nothing = unknown.of_week(week)
    entered = settings().value
    by_tier, sheet = value_panels.tiers(week, entered), value_panels.sheet(week, entered)
    if nothing or by_tier.client_count.sum() == 0:
        return unknown.slide(key, title, nothing or unknown.missing("clients"))
    finding = said(FINDING, _finding(by_tier))
    if value_panels.is_unknown(week):
        return unknown.slide(key, title, finding)
    panels = (_worth(week, by_tier), _clients(week, by_tier, sheet))
    return Slide(key, title, finding, panels, _notes(by_tier, sheet))


def _finding(by_tier: pd.DataFrame) -> str:
    """The amount with its range; those of unknown worth stand at the table."""
    found = value.stake(by_tier)
    if value.heard(by_tier) and found.known_count:
        return value.at_stake(found, settings().currency)[0]
    return value.headline(by_tier, settings().currency)


def _worth(week: View, by_tier: pd.DataFrame) -> Panel:
    currency = settings().currency
    return Panel(
        said(BESIDE, _in_all(by_tier, currency)),
        worth_chart(by_tier, currency),
        value_panels.STAKE,
        week,
        by_tier,
        n=value.stake(by_tier, list(by_tier.tier)).known_count,
    )


def _in_all(by_tier: pd.DataFrame, currency: str) -> str:
    """What the bars and their whiskers are, and what all clients are worth."""
    everyone = value.stake(by_tier, list(by_tier.tier))
    sentence = _("Worth per tier, from the low to the high case: {all} in all.")
    return sentence.format(all=numbers.short_money(everyone.worth, currency))


def worth_chart(by_tier: pd.DataFrame, currency: str) -> Chart:
    """A bar per tier with whiskers from the low to the high case; none where no worth is known.

    `by_tier`: tier, client_count, worth, worth_low, worth_high (missing: no worth is known).
    """
    rows = rows_of(by_tier)
    ranges = [_range(row) for row in rows]
    bars = Series(
        _("Worth, assumed; low to high case"),
        tuple(_known(row["worth"]) for row in rows),
        TIER_COLOURS["lifelong"],
        labels=tuple(_amount(row, currency) for row in rows),
        colours=tuple(TIER_COLOURS[row["tier"]] for row in rows),
        low=tuple(low for low, _high in ranges),
        high=tuple(high for _low, high in ranges),
    )
    return Chart("clustered", tuple(map(_tier, rows)), (bars,), is_horizontal=True)


def _tier(row: Row) -> str:
    """`Basic (7)`: with how many clients; `Basic (1, unknown)` where no worth of them is known."""
    told = [numbers.number(row["client_count"])]
    if row["worth"] != row["worth"]:
        told.append(_("unknown"))
    return words.noted(words.capital(words.tier(row["tier"])), words.listed(told))


def _known(amount: float) -> float | None:
    return None if amount != amount else float(amount)


def _amount(row: Row, currency: str) -> str:
    if row["worth"] != row["worth"]:
        return _("unknown")
    return numbers.short_money(row["worth"], currency, 1)


def _range(row: Row) -> tuple[float | None, float | None]:
    """The ends of the range; none where they are the same or do not hold the amount."""
    low, high = sorted((row["worth_low"], row["worth_high"]))
    if low < high and low <= row["worth"] <= high:
        return float(low), float(high)
    return None, None


def _clients(week: View, by_tier: pd.DataFrame, sheet: pd.DataFrame) -> Panel:
    """Whose worth it is, the most first."""
    at_stake = sheet[sheet.tier.isin(AT_STAKE)].reset_index(drop=True)
    found = value.stake(by_tier)
    return Panel(
        _most(at_stake, found),
        _table(at_stake) if len(at_stake) else None,
        value_panels.SHEET,
        week,
        at_stake,
        n=found.client_count,
    )


def _most(at_stake: pd.DataFrame, found: Stake) -> str:
    """The clients with the most worth, and how much of all that is at stake it is."""
    known = at_stake[at_stake.worth > 0]
    if known.empty:
        return _unknown(found) or _("No client with a known worth is at stake.")
    first = known.head(MOST_NAMES)
    amount = numbers.short_money(first.worth.sum(), settings().currency)
    named = _("{names}: {amount} of it.").format(
        names=words.join(names(first.client_name)), amount=amount
    )
    counted = _("The largest {count}: {amount} of it, {share}.").format(
        count=numbers.number(len(first)),
        amount=amount,
        share=numbers.percent(first.worth.sum() / found.worth),
    )
    unknown = _unknown(found)
    return fitting(BESIDE - 8, paragraph(named, unknown), paragraph(counted, unknown), counted)


def _unknown(found: Stake) -> str | None:
    if found.unknown_count == 0:
        return None
    return ngettext(
        "Of {count} client at stake the worth is not known.",
        "Of {count} clients at stake the worth is not known.",
        found.unknown_count,
    ).format(count=numbers.number(found.unknown_count))


def _table(at_stake: pd.DataFrame) -> Table:
    head = (_("Client"), _("Tier"), _("Worth"), _("Manager"))
    rows = [_line(row) for row in rows_of(at_stake.head(ROWS))]
    beyond = max(len(at_stake) - ROWS, 0)
    return table(head, rows, WIDTHS, line=HALF, right=(2,), left_out=beyond)


def _line(row: Row) -> tuple[str, Cell, str, str]:
    tier = Cell(words.capital(words.tier(row["tier"])), row["tier"])
    amount = _("unknown")
    if row["worth"] == row["worth"]:
        amount = numbers.short_money(row["worth"], settings().currency, 1)
    manager = row["manager"] if isinstance(row["manager"], str) else _("nobody")
    return row["client_name"], tier, amount, manager


def _notes(by_tier: pd.DataFrame, sheet: pd.DataFrame) -> tuple[str, ...]:
    """What is assumed, and what word of mouth may cost."""
    assumed = settings().value
    told = value_cases.told(by_tier, sheet, value_panels.cases(assumed), settings().currency)
    return value.notes(sheet, assumed), told
