"""The major path: regional manager at once, report, appraisal (rows of `complaints/major_path`)."""

import pandas as pd

from pages.shared.findings.wording import few_names, paragraph, share_of
from pages.shared.rows import Row
from pages.shared.text import _, dates, ngettext, numbers, words
from pages.shared.text.durations import duration

LONGEST_NAME = 60
SEPARATOR = " · "


def told(path: pd.DataFrame, few: int, few_times: int) -> str:
    """How many major complaints there are, and how far each part of the path was taken."""
    if path.empty:
        return _("No major complaint was received in the period or is open.")
    return paragraph(
        _counted(path),
        _done(_("Regional manager told: {share}"), path.escalated_hours, few, few_times),
        _not_told(path),
        _done(_("Report sent: {share}"), path.report_hours, few, few_times),
        _appraised(path, few, few_times),
    )


def _counted(path: pd.DataFrame) -> str:
    return ngettext(
        "{count} major complaint, {still_open} open, {late} past the promised date.",
        "{count} major complaints, {still_open} open, {late} past the promised date.",
        len(path),
    ).format(
        count=numbers.number(len(path)),
        still_open=numbers.number(int(path.resolved_on.isna().sum())),
        late=numbers.number(int(path.is_overdue.sum())),
    )


def _done(label: str, hours: pd.Series, few: int, few_times: int) -> str:
    done, due = int(hours.notna().sum()), len(hours)
    if due < few:
        share = _("{count} of {n}").format(count=numbers.number(done), n=numbers.number(due))
    else:
        share = share_of(done, due)
    told = label.format(share=share)
    if done == 0:
        return _("{told}.").format(told=told)
    if done < few_times:
        slowest = duration(hours.max())
        return _("{told}, the slowest after {slowest}.").format(told=told, slowest=slowest)
    times = {"half": duration(hours.median()), "slowest": duration(hours.max())}
    return _("{told}, half within {half}, the slowest after {slowest}.").format(told=told, **times)


def _not_told(path: pd.DataFrame) -> str | None:
    missed = path[path.escalated_hours.isna()]
    names = few_names(list(missed.client_name.drop_duplicates()))
    return None if names is None else _("Not told of {names}.").format(names=names)


def _appraised(path: pd.DataFrame, few: int, few_times: int) -> str | None:
    due = path[path.calls_for_appraisal]
    if due.empty:
        return None
    return _done(_("Appraised: {share}"), due.appraised_hours, few, few_times)


def facts(row: Row) -> tuple[str, str]:
    """Two lines about one complaint: whose, what and where it stands; how its path went."""
    first = [
        _short(row["client_name"]),
        words.cause(row["cause"]),
        words.labelled(words.column("received_on"), dates.iso(row["received_on"])),
        _standing(row),
        _short(row["complaint_id"]),
    ]
    parts = [_told_manager(row), _after(_("report"), row["report_hours"])]
    if row["calls_for_appraisal"]:
        parts.append(_after(_("appraisal"), row["appraised_hours"]))
    return SEPARATOR.join(first), SEPARATOR.join([*parts, _followed(row)])


def _short(name: object) -> str:
    """A name that leaves room for the others in its line."""
    text = str(name)
    return text if len(text) <= LONGEST_NAME else f"{text[: LONGEST_NAME - 1]}…"


def _standing(row: Row) -> str:
    if not pd.isna(row["resolved_on"]):
        return _("resolved on {day}").format(day=dates.iso(row["resolved_on"]))
    if pd.isna(row["promised_on"]):
        return _("open, no date promised")
    sentence = (
        _("open, past its promised date {day}") if row["is_overdue"] else _("open until {day}")
    )
    return sentence.format(day=dates.iso(row["promised_on"]))


def _told_manager(row: Row) -> str:
    manager = words.role("regional_manager")
    if not pd.isna(row["regional_manager"]):
        manager = words.noted(manager, _short(row["regional_manager"]))
    if pd.isna(row["escalated_hours"]):
        return _("{manager} not told").format(manager=manager)
    said = _("{manager} told after {time}").format(
        manager=manager, time=duration(row["escalated_hours"])
    )
    return (
        said
        if pd.isna(row["escalated_by"])
        else _("{what} by {who}").format(what=said, who=_short(row["escalated_by"]))
    )


def _after(what: str, hours: float) -> str:
    if pd.isna(hours):
        return _("no {what} yet").format(what=what)
    return _("{what} after {time}").format(what=what, time=duration(hours))


def _followed(row: Row) -> str:
    if pd.isna(row["followed_up_on"]):
        return _("not followed up")
    return _("followed up on {day}").format(day=dates.iso(row["followed_up_on"]))
