"""Against the same months a year ago (measures.md §7, last line).

January and February are judged together or not at all: the Spring Festival moves between them, so
one of them alone, or a part of both, would compare a holiday with workdays.
"""

from typing import NamedTuple

import pandas as pd

from pages.shared.findings.wording import few_names, paragraph, too_few_cases
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, numbers, words
from queries.statistics import rates


class Judged(NamedTuple):
    """How one row is judged: its ratio, or in words why there is none."""

    ratio: rates.Ratio | None
    why: str | None


def judged(row: Row, minimum_n: int, dispersion: float) -> Judged:
    """One row of `complaints/year_on_year`."""
    if not row["is_recorded"]:
        return Judged(None, _("not recorded a year ago"))
    if row["is_partial"] and row["from_month"] != row["to_month"]:
        return Judged(None, _("January and February only as a whole"))
    n = int(row["complaint_count"] + row["previous_complaint_count"])
    if n < minimum_n or not row["active_clients"] * row["previous_active_clients"]:
        return Judged(None, too_few_cases(n))
    found = rates.ratio(
        int(row["complaint_count"]),
        row["active_clients"],
        int(row["previous_complaint_count"]),
        row["previous_active_clients"],
        dispersion=dispersion,
    )
    return Judged(found, None)


def told(months: pd.DataFrame, minimum_n: int, dispersion: float) -> str:
    """The months that clearly had more or fewer complaints per client than a year ago."""
    rows = rows_of(months)
    ratios = {month(row): judged(row, minimum_n, dispersion).ratio for row in rows}
    known = {name: found for name, found in ratios.items() if found is not None}
    if not known:
        return _("Nothing can be compared with the same months a year ago.")
    more = [name for name, found in known.items() if found.is_higher]
    fewer = [name for name, found in known.items() if found.is_lower]
    if not more and not fewer:
        return _("No clear change against the same months a year ago.")
    return paragraph(
        _("Clearly more complaints per client than a year ago: {months}.").format(
            months=_named(more)
        )
        if more
        else None,
        _("Clearly fewer complaints per client than a year ago: {months}.").format(
            months=_named(fewer)
        )
        if fewer
        else None,
    )


def _named(months: list[str]) -> str:
    return few_names(months) or _("{count} months").format(count=numbers.number(len(months)))


def table(months: pd.DataFrame, minimum_n: int, dispersion: float) -> pd.DataFrame:
    """One row per month in words: counts of both years, times as many per client, and a verdict."""
    return pd.DataFrame(
        [_row(row, minimum_n, dispersion) for row in rows_of(months)],
        columns=["months", "complaint_count", "previous_complaint_count", "per_client", "verdict"],
    )


def _row(row: Row, minimum_n: int, dispersion: float) -> Row:
    ratio, why = judged(row, minimum_n, dispersion)
    return {
        "months": words.noted(month(row), _("part")) if row["is_partial"] else month(row),
        "complaint_count": row["complaint_count"],
        "previous_complaint_count": row["previous_complaint_count"],
        "per_client": None if ratio is None else times(ratio),
        "verdict": why if ratio is None else _verdict(ratio),
    }


def times(ratio: rates.Ratio) -> str:
    """`× 1.8 (1.2–2.7)`; without an upper end where there were none a year ago."""
    low = numbers.number(ratio.low, 1)
    if ratio.value is None or ratio.high is None:
        return _("× {low} or more").format(low=low)
    return _("× {value} ({low}–{high})").format(
        value=numbers.number(ratio.value, 1), low=low, high=numbers.number(ratio.high, 1)
    )


def _verdict(ratio: rates.Ratio) -> str:
    if ratio.is_higher:
        return _("clearly more")
    return _("clearly fewer") if ratio.is_lower else _("no clear change")


def month(row: Row) -> str:
    """`March 2026`; January and February by both names."""
    if row["from_month"] == row["to_month"]:
        return dates.month(row["from_month"])
    return _("{first} and {last}").format(
        first=dates.month_name(row["from_month"]), last=dates.short_month(row["to_month"])
    )
