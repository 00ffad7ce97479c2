"""A page without data says in words what is missing and which file would fill it."""

from typing import NamedTuple

import streamlit as st

from pages.shared import database
from pages.shared.filters import View
from pages.shared.findings.wording import paragraph
from pages.shared.safe import markdown
from pages.shared.text import _, words
from pages.shared.text.vocabulary import marked


class Need(NamedTuple):
    """What a page lives on: sentences for none at all and none in view, the files, the counts."""

    none_yet: str
    none_here: str
    files: str
    counted: str


NEEDS = {
    "clients": Need(
        marked("There are no clients yet."),
        marked("No client was active in this view."),
        marked("A file `clients.csv` would fill this page"),
        "client_count",
    ),
    "surveys": Need(
        marked("There are no survey answers yet."),
        marked("This view has no survey answers of the kind that this page needs."),
        marked(
            "A file `answers.csv` with `responses.csv` and `indicators.csv` would fill this page"
        ),
        "answer_count",
    ),
    "complaints": Need(
        marked("There are no complaints yet."),
        marked("There are no complaints in this view."),
        marked("A file `complaints.csv` would fill this page"),
        "complaint_count",
    ),
    "tickets": Need(
        marked("There are no tickets yet."),
        marked("There are no tickets in this view."),
        marked("A file `tickets.csv` would fill this page"),
        "ticket_count",
    ),
    "promises": Need(
        marked("There are no promises yet."),
        marked("No promise is due in this view."),
        marked(
            "A file `promises.csv`, or promised dates in `tickets.csv` or `complaints.csv`, would"
            " fill this page"
        ),
        "promise_count",
    ),
    "problems": Need(
        marked("There are no tickets, complaints or promises yet."),
        marked("No problem is open in this view, no lesson recorded and no major fault resolved."),
        marked("Files `tickets.csv`, `complaints.csv` or `promises.csv` would fill this page"),
        "ticket_count complaint_count promise_count",
    ),
}
COMMAND = "python -m data import"


def empty(view: View, needs: str = "surveys") -> None:
    """Say what is missing: a file where there is nothing at all, else another view."""
    told = missing(needs)
    st.info(words.noted(told, markdown(view.sentence)) if _is_held(needs) else told)


def missing(needs: str, wider: str | None = None) -> str:
    """What is missing, as Markdown without anything from data; `wider`: which view shows some."""
    need = NEEDS[needs]
    if _is_held(needs):
        usual = _("A longer period or fewer filters would show some.")
        return paragraph(_(need.none_here), wider or usual)
    command = words.labelled(_(need.files), f"`{COMMAND} {_('PATH')}`")
    return paragraph(_(need.none_yet), command)


def _is_held(needs: str) -> bool:
    """Is there any of it in the warehouse, in view or not?"""
    return any(int(database.counts()[name]) for name in NEEDS[needs].counted.split())
