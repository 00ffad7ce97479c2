"""The ladder: clients per tier, who is below `satisfied`, and how many were heard at all."""

import pandas as pd

from pages.shared.findings.shares import counts
from pages.shared.findings.wording import LADDER, SATISFIED, few_names, paragraph
from pages.shared.text import _, ngettext, numbers, words


def rungs(tiers: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """Clients per tier: tier, client_count, share (of the heard), change (in clients).

    `share` is null below `minimum_n` heard clients, `change` without an earlier tier; `change`
    counts clients heard both times only.
    """
    now = tiers.tier.value_counts().reindex(LADDER, fill_value=0)
    both = tiers[tiers.tier.notna() & tiers.previous_tier.notna()]
    before = both.previous_tier.value_counts().reindex(LADDER, fill_value=0)
    after = both.tier.value_counts().reindex(LADDER, fill_value=0)
    return pd.DataFrame(
        {
            "tier": list(LADDER),
            "client_count": now.to_numpy(),
            "share": (now / now.sum()).to_numpy() if now.sum() >= minimum_n else None,
            "change": (after - before).to_numpy() if len(both) else None,
        }
    )


def by_month(shares: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """`tier_share_by_month` without the shares of months in which too few clients were heard."""
    heard = shares.groupby("month").client_count.transform("sum")
    hidden = shares.copy()
    columns = ["share", "revenue_share"]
    hidden[columns] = hidden[columns].mask(heard < minimum_n)
    return hidden


def below(tiers: pd.DataFrame) -> str:
    """How many of the heard clients are below `satisfied`, and in which tier."""
    satisfied, heard = counts(tiers)
    if satisfied == heard:
        return _("No client that was heard is below satisfied.")
    in_tier = tiers.tier.value_counts()
    parts = [
        _("{name} {count}").format(name=words.tier(tier), count=numbers.number(int(in_tier[tier])))
        for tier in LADDER[len(SATISFIED) :]
        if tier in in_tier
    ]
    return ngettext(
        "{below} of {heard} client is below satisfied: {parts}.",
        "{below} of {heard} clients are below satisfied: {parts}.",
        heard,
    ).format(
        below=numbers.number(heard - satisfied),
        heard=numbers.number(heard),
        parts=words.join(parts),
    )


def coverage(tiers: pd.DataFrame) -> str:
    """How many of the active clients were heard, and which were not when they are few."""
    return paragraph(heard(tiers), unheard(tiers))


def heard(tiers: pd.DataFrame) -> str:
    """How many of the active clients were heard."""
    active = len(tiers)
    return ngettext(
        "{heard} of {active} active client heard.",
        "{heard} of {active} active clients heard.",
        active,
    ).format(heard=numbers.number(int(tiers.tier.count())), active=numbers.number(active))


def unheard(tiers: pd.DataFrame) -> str | None:
    """Which were not, when they are few."""
    names = few_names(list(tiers.client_name[tiers.tier.isna()]))
    return None if names is None else _("Unheard: {names}.").format(names=names)
