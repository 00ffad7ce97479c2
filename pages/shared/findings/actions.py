"""The actions of the weekly meeting in words: how many are open, what is late, what was done."""

from datetime import date

import pandas as pd

from pages.shared.findings.wording import paragraph
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, ngettext, numbers, words
from pages.shared.text.numbers import MISSING

LONGEST = 60  # letters of an action where it is named in a sentence or a list
SHOWN = [
    "what",
    "client_name",
    "owner",
    "due_on",
    "state",
    "carried_weeks",
    "moved_count",
    "last_comment",
    "done_on",
    "client_id",
]


def headline(rows: pd.DataFrame, since: date) -> str:
    """How many are open, past their dates, done; `rows`: `meeting/actions`."""
    if rows.empty:
        return _("No action is open, and none was done since {day}.").format(day=dates.day(since))
    return paragraph(_open(rows), _longest(rows), _done(rows, since))


def _open(rows: pd.DataFrame) -> str:
    still = rows[rows.done_on.isna()]
    if still.empty:
        return _("No action is open.")
    said = ngettext(
        "{count} action is open, {past} past its first date.",
        "{count} actions are open, {past} of them past their first dates.",
        len(still),
    ).format(
        count=numbers.number(len(still)),
        past=numbers.number((still.state == "carried_over").sum()),
    )
    return paragraph(said, _undated(still))


def _undated(rows: pd.DataFrame) -> str | None:
    """How many were never given a date, so that nobody can say whether they are late."""
    count = int((rows.state == "undated").sum())
    if count == 0:
        return None
    return ngettext("{count} has no date.", "{count} have no date.", count).format(
        count=numbers.number(count)
    )


def _longest(rows: pd.DataFrame) -> str | None:
    """The one that is past its first date the longest."""
    past = rows[rows.state == "carried_over"].sort_values(
        ["first_due_on", "action_id"], kind="stable"
    )
    for row in rows_of(past.head(1)):
        said = _("Longest past its date: {action}, first due on {day}.")
        return said.format(action=named(row), day=dates.day(row["first_due_on"]))
    return None


def _done(rows: pd.DataFrame, since: date) -> str:
    done = rows[rows.done_on.notna()]
    if done.empty:
        return _("None was done since {day}.").format(day=dates.day(since))
    said = ngettext(
        "{count} was done since {day}: {early} in time, {late} late.",
        "{count} were done since {day}: {early} in time, {late} late.",
        len(done),
    ).format(
        count=numbers.number(len(done)),
        day=dates.day(since),
        early=numbers.number((done.state == "done_in_time").sum()),
        late=numbers.number((done.state == "done_late").sum()),
    )
    return paragraph(said, _undated(done))


def ordered() -> str:
    """What the list is ordered by."""
    return _("Open actions first, the earliest due at the top; then those done in the period.")


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """What people look for in the list, in its order; the id of the client for its link."""
    return rows[SHOWN]


def short(what: object) -> str:
    """The text of an action, cut where a sentence cannot carry it, in quotation marks."""
    text = " ".join(str(what).split())
    return words.quoted(text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")


def named(row: Row) -> str:
    """An action in a sentence: `“Call the client” (Acme, Li Wei)`."""
    whose = [str(row[name]) for name in ("client_name", "owner") if isinstance(row[name], str)]
    told = short(row["what"])
    return words.noted(told, words.listed(whose)) if whose else told


def choice(row: Row) -> str:
    """An action in a list to choose from: what, whose, by when, and whether it is done."""
    is_open = bool(pd.isna(row["done_on"]))
    when = dates.iso(row["due_on"]) if is_open else words.state("done")
    whose = [_text(row["client_name"]), _text(row["owner"])]
    return " · ".join([short(row["what"]), *whose, when])


def _text(value: object) -> str:
    return value if isinstance(value, str) else MISSING
