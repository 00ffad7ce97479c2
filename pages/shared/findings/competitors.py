"""Our service beside competitors' (`satisfaction/competitors`).

Competitors' scores come as means without a spread, so no difference can be told from noise: the
finding says how many are known, and the table shows both scores with their n.
"""

import pandas as pd

from pages.shared.suppression import hide_few
from pages.shared.text import ngettext, numbers


def known(competitors: pd.DataFrame) -> str:
    """Who was scored; no difference is claimed."""
    count = int(competitors.competitor.nunique())
    return ngettext(
        "{count} competitor was scored. Without a spread, differences may be noise.",
        "{count} competitors were scored. Without a spread, differences may be noise.",
        count,
    ).format(count=numbers.number(count))


def shown(competitors: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """The scores, ours and theirs hidden where either rests on too few answers."""
    fewest = competitors[["answer_count", "respondent_count"]].min(axis=1)
    told = hide_few(
        competitors.assign(_fewest=fewest),
        "_fewest",
        ["perceived", "competitor_perceived"],
        minimum_n,
        total_shown=False,
    )
    return told.drop(columns="_fewest")
