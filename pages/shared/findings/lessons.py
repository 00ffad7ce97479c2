"""Did the same trouble come again after its lesson, and do grave faults have their report?"""

import pandas as pd

from pages.shared.findings.wording import first_of, paragraph, share_of
from pages.shared.text import _, ngettext, numbers, words
from pages.shared.text.durations import days
from pages.shared.text.vocabulary import CAUSES


def repeats(lessons: pd.DataFrame, shown: int, within: int, minimum_n: int) -> str:
    """How many lessons were followed by the same trouble (`service/repeats`)."""
    count, again = int(lessons.lesson_count.sum()), int(lessons.repeated_count.sum())
    if count == 0:
        return _("No lesson was recorded in the period.")
    watching = int(lessons.watching_count.sum())
    return paragraph(
        _repeated(again, count, within, minimum_n),
        ngettext(
            "{count} lesson is still being watched.",
            "{count} lessons are still being watched.",
            watching,
        ).format(count=numbers.number(watching))
        if watching
        else None,
        _most(lessons) if again else None,
        first_of(shown, again),
    )


def _repeated(again: int, count: int, within: int, minimum_n: int) -> str:
    if count < minimum_n:
        return ngettext(
            "{count} lesson was recorded, {again} of them repeated: too few for a share.",
            "{count} lessons were recorded, {again} of them repeated: too few for a share.",
            count,
        ).format(count=numbers.number(count), again=numbers.number(again))
    return _("Lessons followed by the same trouble within {days}: {share}.").format(
        days=days(within), share=share_of(again, count)
    )


def _most(lessons: pd.DataFrame) -> str:
    worst = lessons.iloc[0]
    return _("Most often: {subject} ({count}).").format(
        subject=subject(worst.source, worst.subject), count=numbers.number(worst.repeated_count)
    )


def subject(source: str, name: str) -> str:
    """A complaint's cause in the reader's words; a module as it is called."""
    return words.cause(name) if source == "complaint" and name in CAUSES else name


def troubles_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Whose trouble, which lesson, and the first repeat."""
    subjects = [
        subject(source, name) for source, name in zip(rows.source, rows.subject, strict=True)
    ]
    columns = ["client_name", "recorded_on", "repeated_on", "source", "id", "repeat_id"]
    told = rows[[*columns, "client_id"]].copy()
    told.insert(1, "subject", pd.Series(subjects, index=rows.index, dtype=object))
    return told


def reports(counts: pd.DataFrame, shown: int, minimum_n: int) -> str:
    """How many critical and major faults have cause and lesson written down (`fault_reports`)."""
    count, reported = int(counts.fault_count.sum()), int(counts.reported_count.sum())
    if count == 0:
        return _("No critical or major fault was resolved in the period.")
    missing = count - reported
    said = ngettext(
        "{missing} of {count} critical or major fault lacks its root cause or its lesson.",
        "{missing} of {count} critical or major faults lack their root cause or their lesson.",
        count,
    ).format(missing=numbers.number(missing), count=numbers.number(count))
    share = None
    if count >= minimum_n:
        share = _("With a whole report: {share}.").format(share=share_of(reported, count))
    return paragraph(said, share, first_of(shown, missing))


def reports_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Which fault, whose, and what its report lacks."""
    missing = [
        _lacks(has_cause, has_lesson)
        for has_cause, has_lesson in zip(rows.has_root_cause, rows.has_lesson, strict=True)
    ]
    columns = ["client_name", "severity", "module", "owner", "resolved_on", "ticket_id"]
    told = rows[[*columns, "client_id"]].copy()
    told.insert(2, "missing", pd.Series(missing, index=rows.index, dtype=object))
    return told


def _lacks(has_cause: bool, has_lesson: bool) -> str:
    if not has_cause and not has_lesson:
        return _("root cause and lesson")
    return _("lesson") if has_cause else _("root cause")
