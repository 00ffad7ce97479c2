"""The assumptions and what follows from them: as entered, and in the low and the high case."""

from collections.abc import Mapping

import pandas as pd

from data.value import Assumptions
from pages.shared.findings.value import AT_STAKE, outside, stake, with_ends
from pages.shared.findings.wording import paragraph
from pages.shared.text import _, ngettext, numbers
from queries.statistics import worth

ENTERED, LOW, HIGH = CASES = ("entered", "low_case", "high_case")
WORTH = dict(zip(CASES, ("worth", "worth_low", "worth_high"), strict=True))
Cases = Mapping[str, Assumptions]


def yearly_at_stake(sheet: pd.DataFrame) -> float:
    """Yearly business of the clients at stake whose worth is known (`clients/value_sheet`)."""
    return float(sheet.yearly_worth[sheet.tier.isin(AT_STAKE)].sum())


def complaining(tiers: pd.DataFrame) -> int:
    """Clients in the lowest tier, those of unknown worth too."""
    return int(tiers.client_count[tiers.tier == "complaining"].sum())


def told(tiers: pd.DataFrame, sheet: pd.DataFrame, cases: Cases, currency: str) -> str:
    """What is at stake in today's money with its range, and what word of mouth may cost."""
    yearly = yearly_at_stake(sheet)
    later = {name: worth.discounted(yearly, *_discount(case)) for name, case in cases.items()}
    entered, low, high = later[ENTERED].in_a_year, *sorted(later[n].in_a_year for n in (LOW, HIGH))
    said = _(
        "In today's money {amount} ({ends}) is at stake with the first payment in a year,"
        " {now} with the first payment now."
    ).format(
        **with_ends(entered, low, high, currency),
        now=numbers.short_money(later[ENTERED].now, currency),
    )
    count = complaining(tiers)
    lost, fewest, most = _lost(count, cases)
    is_within = (not yearly or low <= entered <= high) and fewest <= lost <= most
    told_of_mouths = word_of_mouth(count, cases)
    return paragraph(said if yearly else None, told_of_mouths, None if is_within else outside())


def word_of_mouth(count: int, cases: Cases) -> str:
    """How many clients the complaining ones may cost, themselves included."""
    if count == 0:
        return _("No client is complaining, so none is lost by word of mouth.")
    lost, fewest, most = _lost(count, cases)
    return ngettext(
        "By word of mouth {count} complaining client may cost {lost} clients ({low} to {high}).",
        "By word of mouth {count} complaining clients may cost {lost} clients ({low} to {high}).",
        count,
    ).format(
        count=numbers.number(count),
        lost=_plain(lost),
        low=_plain(fewest),
        high=_plain(most),
    )


def _lost(count: int, cases: Cases) -> tuple[float, float, float]:
    """The clients lost as entered, and in the two cases in order."""
    low, high = sorted(lost_with(count, cases[name]) for name in (LOW, HIGH))
    return lost_with(count, cases[ENTERED]), low, high


def lost_with(count: int, assumed: Assumptions) -> float:
    """n × (1 + a·q₁ + b·q₂)."""
    return worth.word_of_mouth(
        count,
        assumed.word_of_mouth_a,
        assumed.word_of_mouth_b,
        assumed.word_of_mouth_q1,
        assumed.word_of_mouth_q2,
    )


def table(tiers: pd.DataFrame, sheet: pd.DataFrame, cases: Cases, currency: str) -> pd.DataFrame:
    """assumption, entered, low_case, high_case: first the results, then what they rest on."""
    columns = {
        name: {**_results(tiers, sheet, name, cases[name], currency), **_assumed(cases[name])}
        for name in CASES
    }
    return pd.DataFrame(columns).rename_axis("assumption").reset_index()


def _results(
    tiers: pd.DataFrame, sheet: pd.DataFrame, name: str, assumed: Assumptions, currency: str
) -> dict[str, str]:
    of_stake = tiers[tiers.tier.isin(AT_STAKE)]
    later = worth.discounted(yearly_at_stake(sheet), *_discount(assumed))
    is_known, known_at_stake = bool(sheet.worth.notna().any()), _is_known(tiers)
    amounts = {
        _("At stake"): of_stake[WORTH[name]].sum() if known_at_stake else None,
        _("At stake, discounted, first payment in a year"): (
            later.in_a_year if known_at_stake else None
        ),
        _("At stake, discounted, first payment now"): later.now if known_at_stake else None,
        _("Worth of all clients"): tiers[WORTH[name]].sum(),
    }
    return {
        label: numbers.short_money(amount if is_known else None, currency)
        for label, amount in amounts.items()
    } | {_("Clients lost by word of mouth"): _plain(lost_with(complaining(tiers), assumed))}


def _is_known(tiers: pd.DataFrame) -> bool:
    """Is the worth of anybody at stake known? Of nobody it is nothing."""
    found = stake(tiers)
    return found.client_count == 0 or found.known_count > 0


def _assumed(assumed: Assumptions) -> dict[str, str]:
    return {
        _("Years, where unknown"): _plain(assumed.relationship_years),
        _("Clients kept from year to year"): _share(assumed.retention),
        _("Interest a year"): _share(assumed.interest),
        _("a, people told"): _plain(assumed.word_of_mouth_a),
        _("b, told by them"): _plain(assumed.word_of_mouth_b),
        _("q₁, lost of a"): _share(assumed.word_of_mouth_q1),
        _("q₂, lost of b"): _share(assumed.word_of_mouth_q2),
    }


def _discount(assumed: Assumptions) -> tuple[float, float]:
    return assumed.retention, assumed.interest


def _share(share: float) -> str:
    """Whole per cent where it is, else with one decimal."""
    return numbers.percent(share, 0 if round(100 * share, 6).is_integer() else 1)


def _plain(amount: float) -> str:
    """Whole where it is, else with one decimal."""
    return numbers.number(amount, 0 if float(amount).is_integer() else 1)
