"""What was promised to one client: what is past its date, and what is due next."""

import pandas as pd

from pages.shared.findings.wording import paragraph
from pages.shared.text import _, dates, ngettext, numbers, words
from pages.shared.text.durations import days

LONGEST = 60  # letters of a promise in a sentence


def promised(open_promises: pd.DataFrame) -> str:
    """How much is past its date, and what is due next (`clients/open_promises`)."""
    if open_promises.empty:
        return _("No promise to it is open.")
    past, ahead = parted(open_promises)
    return paragraph(
        _past(past) if len(past) else None,
        _("Next due: {what}.").format(what=due(ahead.iloc[0])) if len(ahead) else None,
    )


def parted(open_promises: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Those past their date, and those to come."""
    is_past = open_promises.is_past_due.astype(bool)
    return open_promises[is_past], open_promises[~is_past]


def _past(past: pd.DataFrame) -> str:
    return ngettext(
        "{count} promise to it is past its date.",
        "{count} promises to it are past their dates.",
        len(past),
    ).format(count=numbers.number(len(past)))


def due(promise: pd.Series) -> str:
    """A promise with its date: `“Second engineer” (2026-11-23, in 8 days)`."""
    left = int(promise.days_left)
    if promise.is_past_due:
        when = _("{days} past its date").format(days=days(-left)) if left else _("past since today")
    else:
        when = _("in {days}").format(days=days(left)) if left else _("due today")
    note = words.listed([dates.iso(promise.due_on), when])
    return words.noted(named(promise.what, words.kind(promise.kind)), note)


def named(what: object, otherwise: str) -> str:
    """Another's words, quoted and cut; what kind of thing it is where nothing was written."""
    text = " ".join(str(what).split()) if isinstance(what, str) else ""
    if not text:
        return otherwise
    return words.quoted(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")
