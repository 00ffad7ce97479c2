"""How long from one step to another (`complaints/time_between`)?

The times are of those that were done: a complaint still on its way has none, so it is counted in
words beside the median instead of being left out in silence.
"""

import pandas as pd

from pages.shared.findings.wording import paragraph, too_few_cases
from pages.shared.suppression import HIDDEN
from pages.shared.text import _, ngettext, numbers, words
from pages.shared.text.durations import duration


def told(between: pd.DataFrame, steps: tuple[str, str], few: int, few_p90: int) -> str:
    """The median and the 90th percentile, and how many complaints they leave out."""
    row = between.iloc[0]
    name = _("From {first} to {second}").format(
        first=words.step(steps[0]), second=words.step(steps[1])
    )
    if steps[0] == steps[1]:
        return words.labelled(name, _("choose two different steps."))
    if row.complaint_count == 0:
        return words.labelled(name, _("no complaint of the period calls for both."))
    n = int(row.measured_count)
    return paragraph(
        words.labelled(name, _time(row, n, few, few_p90)), _left_out(row), _reverse(row)
    )


def _time(row: pd.Series, n: int, few: int, few_p90: int) -> str:
    if n < few:
        return _("too few for a median ({count}).").format(count=numbers.number(n))
    told = {"half": duration(row.median_hours), "count": numbers.number(n)}
    if n < few_p90:
        return _("half of {count} within {half}.").format(**told)
    return _("half of {count} within {half}, nine in ten within {most}.").format(
        most=duration(row.p90_hours), **told
    )


def _left_out(row: pd.Series) -> str | None:
    missing = int(row.complaint_count - row.measured_count - row.reverse_count)
    if missing == 0:
        return None
    return ngettext(
        "{count} complaint that calls for both lacks one and is not in these times.",
        "{count} complaints that call for both lack one and are not in these times.",
        missing,
    ).format(count=numbers.number(missing))


def _reverse(row: pd.Series) -> str | None:
    count = int(row.reverse_count)
    if count == 0:
        return None
    return ngettext(
        "In {count} complaint it was done the other way round.",
        "In {count} complaints it was done the other way round.",
        count,
    ).format(count=numbers.number(count))


def shown(between: pd.DataFrame, few: int, few_p90: int) -> pd.DataFrame:
    """The row with times of too few complaints hidden."""
    n = between.measured_count
    hidden = between.assign(
        median_hours=between.median_hours.where(n >= few),
        p90_hours=between.p90_hours.where(n >= few_p90),
    )
    reason = too_few_cases(int(n.iloc[0]))
    hidden[HIDDEN] = [None if n.iloc[0] >= few_p90 else reason]
    return hidden
