"""What service can change against what it cannot: experience, and what each explains.

The same clients judge both, so to add both intervals as though they shared nothing is on the safe
side: a difference that is called clear is clear.
"""

import pandas as pd

from pages.shared.findings.client_day import is_known
from pages.shared.findings.driver_scores import CONTROLLABLE, UNCONTROLLABLE
from pages.shared.findings.gap_intervals import Gap, difference
from pages.shared.findings.wording import paragraph, too_few_answers
from pages.shared.rows import Row, rows_of
from pages.shared.suppression import HIDDEN
from pages.shared.text import _, numbers, words


def compared(rows: pd.DataFrame) -> str:
    """Both means with their intervals, and whether they clearly differ."""
    both = {str(row["attribute"]): row for row in rows_of(rows)}
    if CONTROLLABLE not in both or UNCONTROLLABLE not in both:
        return _only_one(both)
    can, cannot = both[CONTROLLABLE], both[UNCONTROLLABLE]
    hidden = [row for row in (can, cannot) if not is_known(row["perceived"])]
    if hidden:
        return paragraph(*map(_hidden, hidden))
    said = _("Experience of what service can change: {can}; of what it cannot: {cannot}.")
    return paragraph(
        said.format(can=score(can), cannot=score(cannot)),
        _difference(difference(_gap(can), _gap(cannot))),
    )


def score(row: Row) -> str:
    """A mean with its interval, as in `6.9 (6.7–7.0)`."""
    ends = numbers.interval_text(row["perceived_low"], row["perceived_high"], 1)
    return words.noted(numbers.number(row["perceived"], 1), ends)


def _hidden(row: Row) -> str:
    """Why its number is missing: too few answers, or to protect a smaller group."""
    reason = row.get(HIDDEN)
    return _("{name}: {text}.").format(
        name=words.capital(words.control(row["attribute"])),
        text=reason if isinstance(reason, str) else too_few_answers(int(row["answer_count"])),
    )


def _only_one(both: dict[str, Row]) -> str:
    if not both:
        return _("No question says whether service can change what it asks about.")
    if CONTROLLABLE in both:
        return _("Only what service can change was asked about.")
    return _("Only what service cannot change was asked about.")


def _gap(row: Row) -> Gap:
    return Gap(float(row["perceived"]), (row["perceived_high"] - row["perceived_low"]) / 2)


def _difference(found: Gap) -> str:
    if found.is_above():
        return _("What service can change is clearly better ({gap}).").format(gap=found.text())
    if found.is_below():
        return _("What service can change is clearly worse ({gap}).").format(gap=found.text())
    return _("No clear difference.")
