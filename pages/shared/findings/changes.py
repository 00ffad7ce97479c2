"""What people changed, in words: who did what, and when. For actions, events and targets alike."""

from collections.abc import Iterable, Mapping, Sequence
from zoneinfo import ZoneInfo

from data.entered import Change
from pages.shared.findings.wording import paragraph
from pages.shared.text import _, dates, words
from pages.shared.text.numbers import MISSING

LONGEST = 80  # letters of a value
Names = Mapping[str, str]


def line(change: Change, names: Names, zone: str) -> str:
    """`15 November 2026, 16:02, Li Wei: Due from 2026-11-20 to 2026-11-27.`

    `names`: of the clients that the reader sees, by id; another's is not named. `zone`: the time
    zone of the company.
    """
    return _("{moment}, {who}: {what}.").format(
        moment=dates.moment(change.made_at.astimezone(ZoneInfo(zone))),
        who=_short(change.made_by),
        what=what(change, names),
    )


def what(change: Change, names: Names) -> str:
    """What was done, without who and when."""
    if change.kind == "comment":
        return words.labelled(_("comment"), words.quoted(_short(change.comment or "")))
    if change.kind == "add":
        return _("added")
    if change.kind == "remove":
        return _("removed")
    fields = words.listed(_field(name, *pair, names) for name, pair in change.fields.items())
    if change.kind == "undo":
        return words.labelled(_("change taken back"), fields) if fields else _("change taken back")
    return fields


def _field(name: str, before: str | None, after: str | None, names: Names) -> str:
    if name == "done_on" and after is None:
        return _("opened again")
    if name == "done_on" and before is None:
        return _("done on {day}").format(day=after)
    return _("{column} from {before} to {after}").format(
        column=words.column("client_name" if name == "client_id" else name),
        before=_value(name, before, names),
        after=_value(name, after, names),
    )


def _value(name: str, value: str | None, names: Names) -> str:
    if value is None:
        return MISSING
    if name == "client_id":
        return names.get(value, _("another client"))
    if name == "segment":
        return words.segment(value)
    if name == "measure":
        return words.measure(value)
    return _short(value)


def _short(text: str) -> str:
    told = " ".join(text.split())
    return told if len(told) <= LONGEST else f"{told[: LONGEST - 1]}…"


def conflict(changes: Iterable[Change], names: Names, zone: str) -> str:
    """What others did to the same fields meanwhile, and what becomes of what was typed."""
    return paragraph(
        _("Somebody else was faster, so nothing was saved yet."),
        *(line(change, names, zone) for change in changes),
        _("What you typed is still here: save again to replace theirs, or take theirs."),
    )


def refused(changes: Iterable[Change], names: Names, zone: str) -> str:
    """The same where nothing can be saved: the record was taken away, or the change undone."""
    return paragraph(
        _("Nothing was saved, because of what was done since."),
        *(line(change, names, zone) for change in changes),
    )


def kept(changes: Sequence[Change], names: Names, zone: str) -> str | None:
    """What others changed beside what was saved; None for nothing."""
    if not changes:
        return None
    lines = (line(change, names, zone) for change in changes)
    return paragraph(_("Others changed it meanwhile, and that is kept."), *lines)


def news(changes: Sequence[Change], names: Names, zone: str) -> str | None:
    """What others changed since a form was opened; None for nothing."""
    if not changes:
        return None
    lines = (line(change, names, zone) for change in changes)
    return paragraph(_("Changed since you opened it."), *lines)
