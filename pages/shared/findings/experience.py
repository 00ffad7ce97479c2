"""Whose experience changed by more than chance (measures.md §3, many clients at once)?

Of twenty clients one seems to change by chance alone, so the tests of all clients (Welch, over
questionnaires: the answers of one are one person's) are read together by Benjamini and Hochberg.
A client is tested from the minimum of questionnaires in both periods on.
"""

import numpy as np
import pandas as pd

from pages.shared.findings.wording import SMALLEST, few_names, paragraph
from pages.shared.suppression import hide_few
from pages.shared.text import _, ngettext, numbers
from queries.statistics import many, welch

WORSE, UNCLEAR, BETTER = -1, 0, 1
SCORES = (
    "perceived_change",
    "perceived",
    "previous_perceived",
    "response_spread",
    "previous_response_spread",
    "change_low",
    "change_high",
)
TESTED = ("change_low", "change_high", "p_value", "side")


def judged(changes: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """The rows of `satisfaction/experience_changes` with `TESTED`; null where too few answered.

    change_low, change_high: interval of `perceived_change`, points of ten; `p_value` of that client
    alone; `side`: -1, 0 or 1, all clients taken together. Clear ones first, worst first.
    """
    enough = changes[["response_count", "previous_response_count"]].min(axis=1) >= max(minimum_n, 2)
    tested = _tested(changes[enough])
    order = tested.assign(_clear=tested.side != UNCLEAR, _change=changes.perceived_change)
    ranked = order.sort_values(["_clear", "_change"], ascending=[False, True], kind="stable")
    together = changes.join(tested)
    return pd.concat([together.loc[ranked.index], together[~enough]]).reset_index(drop=True)


def _tested(rows: pd.DataFrame) -> pd.DataFrame:
    """`TESTED` of these rows, all of them read together."""
    value, low, high, p_values = welch.compare(
        welch.Samples(rows.perceived, rows.response_spread, rows.response_count),
        welch.Samples(
            rows.previous_perceived, rows.previous_response_spread, rows.previous_response_count
        ),
    )
    is_clear = np.array(many.stand_out(p_values.tolist()), bool) & (np.abs(value) >= SMALLEST)
    side = np.where(is_clear, np.sign(value), UNCLEAR)
    columns = dict(zip(TESTED, (low, high, p_values, side), strict=True))
    return pd.DataFrame(columns, index=rows.index, dtype=float)


def told(rows: pd.DataFrame) -> str:
    """Whose experience is clearly worse or better than before, and how many were compared."""
    tested = rows[rows.side.notna()]
    if rows.empty:
        return _("No client answered both in this period and in the one before.")
    if tested.empty:
        return _("No client answered often enough in both periods to tell a change from chance.")
    worse, better = tested[tested.side == WORSE], tested[tested.side == BETTER]
    if worse.empty and better.empty:
        said = ngettext(
            "The experience of {count} client compared did not change by more than chance.",
            "Of {count} clients compared, no one's experience changed by more than chance.",
            len(tested),
        ).format(count=numbers.number(len(tested)))
        return paragraph(said, _seldom(rows))
    return paragraph(
        clearly(rows, WORSE),
        clearly(rows, BETTER),
        _others(len(tested) - len(worse) - len(better)),
        _seldom(rows),
    )


def clearly(judged: pd.DataFrame, side: int) -> str | None:
    """The clients of this side with their change, or how many they are; None for none."""
    rows = judged[judged.side == side]
    if rows.empty:
        return None
    sentence = (
        _("Clearly worse than before: {clients}.")
        if side == WORSE
        else _("Clearly better than before: {clients}.")
    )
    named = _("{name} ({gap})")
    names = few_names(
        [
            named.format(name=name, gap=numbers.signed(change))
            for name, change in zip(rows.client_name, rows.perceived_change, strict=True)
        ]
    )
    count = ngettext("{count} client", "{count} clients", len(rows))
    return sentence.format(clients=names or count.format(count=numbers.number(len(rows))))


def _others(count: int) -> str | None:
    if count == 0:
        return None
    return ngettext(
        "No clear change for {count} other.", "No clear change for {count} others.", count
    ).format(count=numbers.number(count))


def _seldom(rows: pd.DataFrame) -> str | None:
    count = int(rows.side.isna().sum())
    if count == 0:
        return None
    return ngettext(
        "{count} more answered too seldom to be compared.",
        "{count} more answered too seldom to be compared.",
        count,
    ).format(count=numbers.number(count))


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """The clients compared: their change with its interval, both means, questionnaires, verdict."""
    tested = rows[rows.side.notna()]
    verdicts = {
        WORSE: _("clearly worse"),
        UNCLEAR: _("no clear change"),
        BETTER: _("clearly better"),
    }
    ends = [
        numbers.interval_text(low, high, decimals=1, style="signed")
        for low, high in zip(tested.change_low, tested.change_high, strict=True)
    ]
    columns = ["client_name", "perceived_change", "previous_perceived", "perceived"]
    told = tested[[*columns, "response_count", "previous_response_count", "client_id"]].copy()
    told.insert(1, "verdict", tested.side.astype(int).map(verdicts).astype(object))
    told.insert(3, "interval", pd.Series(ends, index=tested.index, dtype=object))
    return told


def hidden(rows: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """All rows for files; the numbers of clients with too few answers in a period are hidden."""
    fewest = rows[["answer_count", "previous_answer_count"]].min(axis=1)
    kept = rows.drop(columns="side").assign(_fewest=fewest)
    return hide_few(kept, "_fewest", SCORES, minimum_n, total_shown=False).drop(columns="_fewest")
