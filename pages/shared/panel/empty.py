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
    """What a page lives on: sentences for none at all and none in view, the files, the count."""

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
        marked("There are no survey answers in this view."),
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
}
COMMAND = "python -m data import"


def empty(view: View, needs: str = "surveys") -> None:
    """Say what is missing: a file where there is nothing at all, else another view."""
    need = NEEDS[needs]
    if int(database.counts()[need.counted]) == 0:
        command = words.labelled(_(need.files), f"`{COMMAND} {_('PATH')}`")
        st.info(paragraph(_(need.none_yet), command))
    else:
        wider = _("A longer period or fewer filters would show some.")
        told = paragraph(_(need.none_here), wider)
        st.info(words.noted(told, markdown(view.sentence)))
