"""How a number is computed: the question's header, its settings, its SQL and what it reads."""

from collections.abc import Iterable

import streamlit as st

from data.settings import Settings
from pages.shared import lineage
from pages.shared.lineage import Meaning, Step
from pages.shared.safe import markdown
from pages.shared.text import _, words
from queries import Question


def definition(question: Question, settings: Settings) -> None:
    """All of one question, with everything that it reads, closed until it is opened."""
    st.markdown(f"**{markdown(_(question.title))}**")
    facts(question, settings)
    st.code(question.sql, language="sql")
    for step in lineage.steps(question.sql):
        step_sql(step)


def facts(question: Question, settings: Settings) -> None:
    """What the header of a question says, and the settings that decide its numbers."""
    used = lineage.settings_of(question, settings)
    lines = [
        words.labelled(_("Question"), f"`{question.name}`"),
        words.labelled(_("Grain"), markdown(_(question.grain))),
        words.labelled(_("Asks for"), _names(question.binds)),
        words.labelled(_("Returns"), _columns(question)),
        words.labelled(_("Reads"), _names(step.name for step in lineage.steps(question.sql))),
    ]
    st.markdown("\n".join(f"- {line}" for line in [*lines, *map(setting_line, used)]))


def step_sql(step: Step) -> None:
    """The SQL of one mart or rule, closed until it is opened."""
    with st.expander(f"`{step.name}`"):
        st.code(step.sql, language="sql")


def setting_line(setting: Meaning) -> str:
    """One setting: where it stands in the file, its value, what it means."""
    value = f"`{setting.path}` = `{setting.value}` · {markdown(_(setting.meaning))}"
    return words.labelled(_("Setting"), value)


def _names(names: Iterable[str]) -> str:
    return words.listed(f"`{name}`" for name in names) or "–"


def _columns(question: Question) -> str:
    labels = {name: markdown(words.column(name)) for name in question.returns}
    return words.listed(words.noted(label, f"`{name}`") for name, label in labels.items())
