"""Definitions: how is every number on these pages computed, and with which settings?"""

import streamlit as st

import queries
from pages.shared import lineage, panel
from pages.shared.database import settings
from pages.shared.house_rules import house_rules
from pages.shared.safe import markdown
from pages.shared.text import _, words

SECTIONS = {
    "satisfaction": _("Satisfaction"),
    "complaints": _("Complaint handling"),
    "clients": _("Clients and value"),
    "service": _("Service"),
    "admin": _("Administration"),
}


def found(text: str, *where: str) -> bool:
    """Whether every word looked for is in one of the texts."""
    texts = " ".join(where).casefold()
    return all(word in texts for word in text.casefold().split())


panel.answer(
    _("How is every number computed?"),
    _("Each number answers one question, written in SQL; it is shown here as it runs."),
)
wanted = st.text_input(_("Search"), placeholder=_("A measure, a column or a setting")) or ""

rules = [rule for rule in house_rules(settings()) if found(wanted, rule)]
if rules:
    st.header(_("How to read the numbers"), anchor=False)
    st.markdown("\n".join(f"- {markdown(rule)}" for rule in rules))

asked = [queries.question(name) for name in queries.names()]
shown = [one for one in asked if found(wanted, _(one.title), one.title, one.name, *one.returns)]
present = {one.name.partition("/")[0] for one in shown}
for section in [*(known for known in SECTIONS if known in present), *sorted(present - {*SECTIONS})]:
    st.header(_(SECTIONS.get(section, words.capital(section))), anchor=False)
    for one in shown:
        if one.name.startswith(f"{section}/"):
            with st.expander(markdown(_(one.title))):
                panel.facts(one, settings())
                st.code(one.sql, language="sql")

steps = lineage.steps("\n".join(one.sql for one in shown))
if steps:
    st.header(_("What the questions read"), anchor=False)
    for step in steps:
        panel.step_sql(step)

chosen = [
    setting
    for setting in lineage.meanings(settings())
    if found(wanted, setting.path, setting.meaning, _(setting.meaning))
]
if chosen:
    st.header(_("Settings"), anchor=False)
    st.markdown("\n".join(f"- {panel.setting_line(setting)}" for setting in chosen))
if not (rules or shown or chosen):
    st.info(_("Nothing here has these words."))
