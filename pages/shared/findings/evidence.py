"""What each client's tier rests on (measures.md §1: basis, gaps, n, the complaint that decided)."""

import pandas as pd

from pages.shared.findings.moves import open_complaint
from pages.shared.findings.wording import RANKS, paragraph
from pages.shared.rows import rows_of
from pages.shared.suppression import HIDDEN, hide_few
from pages.shared.text import _, ngettext, numbers, words

BASES = ("measured", "assumed", "stated", "complaint")
SCORES = (
    "perceived",
    "minimum",
    "expected",
    "desired",
    "adequacy_gap",
    "expectation_gap",
    "superiority_gap",
)
SHOWN = (
    "client_name",
    "tier",
    "previous_tier",
    "basis",
    "expectation_gap",
    "answer_count",
    "open_complaint",
    "last_answered_on",
    "perceived",
    "expected",
    "adequacy_gap",
    "superiority_gap",
    "segment",
    "manager",
    "client_id",
)


def bases(tiers: pd.DataFrame) -> str:
    """How many tiers rest on which kind of evidence (`satisfaction/client_tiers`)."""
    counts = tiers.basis.value_counts()
    parts = [
        _("{name} {count}").format(
            name=words.basis(basis), count=numbers.number(int(counts[basis]))
        )
        for basis in BASES
        if basis in counts
    ]
    if not parts:
        return _("No client has a tier yet.")
    return paragraph(
        _("What the tiers rest on: {parts}.").format(parts=words.join(parts)), _unheard(tiers)
    )


def inverted(tiers: pd.DataFrame) -> str | None:
    """How many answers are left out because their levels contradict each other; None for none."""
    count = int(tiers.inverted_count.sum())
    if count == 0:
        return None
    return ngettext(
        "{count} answer contradicts itself and is left out.",
        "{count} answers contradict themselves and are left out.",
        count,
    ).format(count=numbers.number(count))


def hidden(tiers: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """The same clients without the scores that rest on too few answers."""
    return hide_few(tiers, "answer_count", SCORES, minimum_n)


def table(tiers: pd.DataFrame) -> pd.DataFrame:
    """One row per client, the columns of `SHOWN`: worst tier first, unheard clients last.

    `remark` says why a client's scores are hidden, where any are.
    """
    rows = tiers.assign(
        open_complaint=_open_complaints(tiers), _rank=-tiers.tier.map(RANKS).fillna(-1)
    )
    by = ["_rank", "expectation_gap", "client_name"]
    ordered = rows.sort_values(by, kind="stable").reset_index(drop=True)
    shown = ordered[list(SHOWN)].copy()
    if HIDDEN in ordered and ordered[HIDDEN].notna().any():
        shown.insert(SHOWN.index("last_answered_on") + 1, "remark", ordered[HIDDEN])
    return shown


def _open_complaints(tiers: pd.DataFrame) -> "pd.Series[str]":
    """Only the few clients with such a complaint are worded: the base may have thousands."""
    decided = tiers[tiers.deciding_reason.notna()]
    reasons = [open_complaint(row) for row in rows_of(decided)]
    return pd.Series(reasons, index=decided.index, dtype=object).reindex(tiers.index)


def _unheard(tiers: pd.DataFrame) -> str | None:
    count = int(tiers.tier.isna().sum())
    if count == 0:
        return None
    return ngettext(
        "{count} client is unheard and has none.",
        "{count} clients are unheard and have none.",
        count,
    ).format(count=numbers.number(count))
