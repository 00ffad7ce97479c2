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
        f"{_('Question')}: `{question.name}`",
        f"{_('Grain')}: {markdown(_(question.grain))}",
        f"{_('Asks for')}: {_names(question.binds)}",
        f"{_('Returns')}: {_columns(question)}",
        f"{_('Reads')}: {_names(step.name for step in lineage.steps(question.sql))}",
    ]
    st.markdown("\n".join(f"- {line}" for line in [*lines, *map(setting_line, used)]))


def step_sql(step: Step) -> None:
    """The SQL of one mart or rule, closed until it is opened."""
    with st.expander(f"`{step.name}`"):
        st.code(step.sql, language="sql")


def setting_line(setting: Meaning) -> str:
    """One setting: where it stands in the file, its value, what it means."""
    return f"{_('Setting')}: `{setting.path}` = `{setting.value}` · {markdown(_(setting.meaning))}"


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "–"


def _columns(question: Question) -> str:
    return ", ".join(f"{markdown(words.column(name))} (`{name}`)" for name in question.returns)
