"""Definitions: how is every number on these pages computed, and with which settings?"""

import streamlit as st

import queries
from pages.shared import lineage, panel
from pages.shared.database import settings
from pages.shared.safe import markdown
from pages.shared.text import _, numbers, words

SECTIONS = {
    "satisfaction": _("Satisfaction"),
    "complaints": _("Complaint handling"),
    "clients": _("Client data"),
    "service": _("Service"),
    "admin": _("Administration"),
}


def house_rules() -> list[str]:
    """How to read the numbers, with the values in force."""
    few, tiers = settings().few, settings().tiers
    return [
        _("Every share, score and difference stands with its n and a 95 % interval."),
        _('"No clear change" is said when the interval of the difference includes 0.'),
        _(
            'Below {n} answers a number is replaced by "too few answers"; where a total would'
            " give it away, at least one further group is hidden."
        ).format(n=numbers.number(few.minimum_n)),
        _(
            "A client's tier rests on the answers of {days} days. With a tolerance of {eps} points"
            " of ten: above desired is lifelong, at desired loyal, at least as expected satisfied,"
            " at least the minimum basic, else complaining. A major or overdue open complaint"
            " makes a client complaining whatever its answers say."
        ).format(days=numbers.number(tiers.tier_window), eps=numbers.number(tiers.eps, 2)),
        _("A client without an answer in that time is unheard: counted beside the tiers."),
        _(
            "Times are in working hours of the client's calendar, pauses taken out. Half and nine"
            " in ten are told, never an average; a share within target and the curve until"
            " resolved count the open cases too."
        ),
        _(
            "A promise is judged by the date first promised; past it and still open counts as not"
            " kept."
        ),
        _(
            "A week of complaints is out of the ordinary when it lies outside the limits, or with"
            " others seven on one side, seven rising or falling, or two of three far to one side."
        ),
        _("A period in the past shows what was known at its end."),
    ]


def found(text: str, *where: str) -> bool:
    """Whether every word looked for is in one of the texts."""
    texts = " ".join(where).casefold()
    return all(word in texts for word in text.casefold().split())


panel.answer(
    _("How is every number computed?"),
    _("Each number answers one question, written in SQL; it is shown here as it runs."),
)
wanted = st.text_input(_("Search"), placeholder=_("A measure, a column or a setting")) or ""

rules = [rule for rule in house_rules() if found(wanted, rule)]
if rules:
    st.subheader(_("How to read the numbers"), anchor=False)
    st.markdown("\n".join(f"- {markdown(rule)}" for rule in rules))

asked = [queries.question(name) for name in queries.names()]
shown = [one for one in asked if found(wanted, _(one.title), one.title, one.name, *one.returns)]
present = {one.name.partition("/")[0] for one in shown}
for section in [*(known for known in SECTIONS if known in present), *sorted(present - {*SECTIONS})]:
    st.subheader(_(SECTIONS.get(section, words.capital(section))), anchor=False)
    for one in shown:
        if one.name.startswith(f"{section}/"):
            with st.expander(markdown(_(one.title))):
                panel.facts(one, settings())
                st.code(one.sql, language="sql")

steps = lineage.steps("\n".join(one.sql for one in shown))
if steps:
    st.subheader(_("What the questions read"), anchor=False)
    for step in steps:
        panel.step_sql(step)

chosen = [
    setting
    for setting in lineage.meanings(settings())
    if found(wanted, setting.path, setting.meaning, _(setting.meaning))
]
if chosen:
    st.subheader(_("Settings"), anchor=False)
    st.markdown("\n".join(f"- {panel.setting_line(setting)}" for setting in chosen))
if not (rules or shown or chosen):
    st.info(_("Nothing here has these words."))
