"""Which complaints are past their promised date, and who holds them (`complaints/overdue`)?"""

import pandas as pd

from pages.shared.findings.wording import MOST_NAMES, paragraph
from pages.shared.text import _, ngettext, numbers, words
from pages.shared.text.durations import days


def told(overdue: pd.DataFrame) -> str:
    """How many, who holds them, and how late the latest is."""
    if overdue.empty:
        return _("No complaint is past its promised date.")
    count = len(overdue)
    said = ngettext(
        "{count} complaint is past its promised date, by up to {days}.",
        "{count} complaints are past their promised dates, by up to {days}.",
        count,
    ).format(count=numbers.number(count), days=days(int(overdue.days_late.max())))
    return paragraph(said, _holders(overdue), _nobody(int(overdue.holder.isna().sum())))


def _holders(overdue: pd.DataFrame) -> str | None:
    held = overdue.holder.value_counts()
    if held.empty:
        return None
    if len(held) <= MOST_NAMES:
        return _("Held by: {names}.").format(names=words.join(_with_count(held, MOST_NAMES)))
    sentence = _("They are held by {people} people, most of them by {names}.")
    return sentence.format(
        people=numbers.number(len(held)), names=words.join(_with_count(held, MOST_NAMES))
    )


def _with_count(held: pd.Series, most: int) -> list[str]:
    ranked = sorted(held.items(), key=lambda each: (-each[1], str(each[0])))
    return [words.noted(name, numbers.number(count)) for name, count in ranked[:most]]


def _nobody(count: int) -> str | None:
    if count == 0:
        return None
    return ngettext(
        "Nobody is named for {count} of them.", "Nobody is named for {count} of them.", count
    ).format(count=numbers.number(count))
