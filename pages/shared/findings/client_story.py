"""A client's story as a list: day, what it was, in which words, how it ended; oldest first."""

from collections.abc import Callable
from datetime import date

import pandas as pd

from pages.shared.findings.client_day import is_known
from pages.shared.findings.wording import paragraph, too_few_answers
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, ngettext, numbers, words
from pages.shared.text.durations import working_hours

COLUMNS = ["happened_on", "record", "what", "detail"]
TICKET, PROMISE = "ticket", "promise"


def finding(story: pd.DataFrame, since: date) -> str:
    """The tiers it passed through with their days, and how much happened beside."""
    return paragraph(_path(story, since), _counted(story))


def _path(story: pd.DataFrame, since: date) -> str:
    tiers = story[story.record == "tier"]
    if tiers.empty:
        return _("It was not heard in these months.")
    parts = [
        words.noted(words.tier(tier), dates.iso(from_on))
        if from_on.date() > since
        else words.tier(tier)
        for tier, from_on in zip(tiers.tier, tiers.from_on, strict=True)
    ]
    return _("Tiers: {path}.").format(path=" → ".join(parts))


def _counted(story: pd.DataFrame) -> str:
    count = story.record.value_counts()
    late = is_late(story).sum()
    told = {
        name: numbers.number(int(count.get(name, 0))) for name in (TICKET, "complaint", PROMISE)
    }
    return _(
        "Tickets opened: {ticket}, past their target: {late}. Complaints: {complaint}. Promised"
        " dates: {promise}."
    ).format(late=numbers.number(int(late)), **told)


def is_late(story: pd.DataFrame) -> pd.Series:
    """Which tickets took, or have taken so far, more working hours than their target."""
    return (story.record == TICKET) & (story.hours > story.target_hours)


def told(
    story: pd.DataFrame, windows: pd.DataFrame, comments: pd.DataFrame, minimum_n: int
) -> pd.DataFrame:
    """Everything that the figure draws, as a list: happened_on, record, what, detail.

    `story`: `clients/story`; `windows`: `clients/expectations`; `comments`: those that may be
    shown.
    """
    lines = [_TOLD[str(row["record"])](row) for row in rows_of(story)]
    lines += [_window(row, minimum_n) for row in rows_of(windows)]
    lines += [_comment(row) for row in rows_of(comments)]
    frame = pd.DataFrame(lines, columns=COLUMNS)
    frame["happened_on"] = pd.to_datetime(frame.happened_on)
    return frame.sort_values("happened_on", kind="stable").reset_index(drop=True)


def until(row: Row) -> str:
    """How long something lasted: `until 2026-07-20`, or that it goes on."""
    if not is_known(row["to_on"]):
        return _("still so at the end")
    return _("until {day}").format(day=dates.iso(row["to_on"]))


def ticket_told(row: Row) -> str:
    """A ticket's severity, hours, target, and how it stands."""
    hours = _("{hours} against a target of {target}").format(
        hours=working_hours(row["hours"]), target=working_hours(row["target_hours"])
    )
    parts = [words.severity(row["severity"]), hours, ticket_state(row)]
    return words.listed(parts)


def ticket_state(row: Row) -> str:
    """In how many words a ticket was in time or late: open ones stay open."""
    late = row["hours"] > row["target_hours"]
    if not is_known(row["to_on"]):
        return _("open, past its target") if late else _("open, within its target")
    return _("resolved past its target") if late else _("resolved within its target")


def complaint_told(row: Row) -> str:
    """A complaint's severity, cause, and when it was resolved or how it stands."""
    parts = [words.severity(row["severity"]), words.cause(row["kind"])]
    if row["record"] == "grumble":
        return words.listed(parts)
    if not is_known(row["to_on"]):
        return words.listed([*parts, words.state(row["state"])])
    return words.listed([*parts, _("resolved on {day}").format(day=dates.iso(row["to_on"]))])


def promise_told(row: Row) -> str:
    """What became of a promise, when it was made and when it was done."""
    made = _("promised on {day}").format(day=dates.iso(row["from_on"]))
    parts = [words.kind(row["kind"]), words.state(row["state"]), made]
    if is_known(row["to_on"]):
        parts.append(_("done on {day}").format(day=dates.iso(row["to_on"])))
    return words.listed(parts)


def event_told(row: Row) -> str:
    """Whose event it was."""
    return _("all clients") if not isinstance(row["client_id"], str) else _("this client")


def window_told(row: Row) -> str:
    """Experience and expectation of one window, or that its answers are too few to say."""
    parts = [words.labelled(words.column("perceived"), numbers.number(row["perceived"], 1))]
    if is_known(row["expected"]):
        zone = numbers.interval_text(row["minimum"], row["desired"], 1)
        expected = words.noted(numbers.number(row["expected"], 1), zone)
        parts.append(words.labelled(words.column("expected"), expected))
    return words.listed(parts)


def answers(count: int) -> str:
    """`23 answers`."""
    return ngettext("{n} answer", "{n} answers", count).format(n=numbers.number(count))


def _line(day: object, record: str, what: object, detail: str) -> Row:
    shown = what if isinstance(what, str) else None
    return dict(zip(COLUMNS, (day, record, shown, detail), strict=True))


def _tier(row: Row) -> Row:
    return _line(row["from_on"], _("tier"), words.tier(row["tier"]), until(row))


def _ticket(row: Row) -> Row:
    return _line(row["from_on"], words.kind(row["kind"]), row["what"], ticket_told(row))


def _complaint(row: Row) -> Row:
    return _line(row["from_on"], words.form(row["record"]), row["what"], complaint_told(row))


def _promise(row: Row) -> Row:
    return _line(row["due_on"], words.kind(PROMISE), row["what"], promise_told(row))


def _event(row: Row) -> Row:
    return _line(row["from_on"], _("event"), row["what"], event_told(row))


def _window(row: Row, minimum_n: int) -> Row:
    count = int(row["answer_count"])
    is_few = count < minimum_n
    what = too_few_answers(count) if is_few else window_told(row)
    return _line(row["as_of"], _("experience"), what, "" if is_few else answers(count))


def _comment(row: Row) -> Row:
    role = row["respondent_role"] if isinstance(row["respondent_role"], str) else ""
    return _line(row["answered_on"], _("comment"), row["comment"], role)


_TOLD: dict[str, Callable[[Row], Row]] = {
    "tier": _tier,
    "ticket": _ticket,
    "complaint": _complaint,
    "grumble": _complaint,
    "promise": _promise,
    "event": _event,
}
