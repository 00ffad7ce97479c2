"""VIP against regular clients: whose expectations are met less (measures.md §2)?"""

import pandas as pd

from pages.shared.findings.gap_intervals import Gap, difference, expectation_gap
from pages.shared.findings.wording import nobody_asked, too_few
from pages.shared.rows import rows_of
from pages.shared.text import _, numbers, words


def compared(gaps: pd.DataFrame, minimum_n: int) -> str:
    """VIP against regular clients: is the difference of their gaps more than noise?

    The two groups share no client, so they are independent.
    """
    rows = {str(row["segment"]): row for row in rows_of(gaps)}
    if not rows:
        return nobody_asked()
    if not {"vip", "regular"} <= set(rows):
        return _("Only one kind of client was heard; there is nothing to compare.")
    thin = [row for row in rows.values() if row["answer_count"] < minimum_n]
    told = too_few([(words.segment(row["segment"]), row["answer_count"]) for row in thin])
    return told or _vip_and_regular(expectation_gap(rows["vip"]), expectation_gap(rows["regular"]))


def _vip_and_regular(vip: Gap, regular: Gap) -> str:
    between = difference(vip, regular)
    gaps = {"vip": numbers.signed(vip.value), "regular": numbers.signed(regular.value)}
    if between.is_below():
        return _(
            "VIP clients fare worse than regular ones: gap {vip} against {regular}"
            " (difference {difference})."
        ).format(difference=between.text(), **gaps)
    if between.is_above():
        return _(
            "VIP clients fare better than regular ones: gap {vip} against {regular}"
            " (difference {difference})."
        ).format(difference=between.text(), **gaps)
    return _("No clear difference: gap of VIP clients {vip}, of regular ones {regular}.").format(
        **gaps
    )
