"""The head of a client's page: who it is, its tier as a coloured word, worth, promises, silence.

Escaped HTML: names, managers and promises come from other people's files.
"""

from typing import NamedTuple

import pandas as pd
import streamlit as st

from pages.shared.charts.look import MUTED, ON_TIER, TIER_COLOURS
from pages.shared.findings import client_heard, client_promises
from pages.shared.findings.client_day import is_known
from pages.shared.rows import Row
from pages.shared.safe import html
from pages.shared.text import _, dates, numbers, words

HATCH = "repeating-linear-gradient(45deg,#0000 0 5px,#66708540 5px 7px)"
LABEL = f"opacity:{MUTED};font-size:.8125rem"
VALUE = "font-size:1rem;line-height:1.35;overflow-wrap:anywhere"


class Fact(NamedTuple):
    """One field of the card."""

    name: str
    value: str
    is_wide: bool = False


def draw(card: str) -> None:
    """Send the card to the screen."""
    st.html(card)


def card(row: Row, facts: list[Fact]) -> str:
    """The card as HTML (`row` of `clients/card`)."""
    fields = "".join(_field(fact) for fact in facts)
    return (
        '<div style="display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline">'
        '<span style="font-size:1.375rem;font-weight:600;overflow-wrap:anywhere">'
        f"{html(row['client_name'])}</span>{_tier(row)}</div>"
        '<div style="display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));'
        f'gap:.5rem 1.25rem;margin-top:.5rem">{fields}</div>'
    )


def _field(fact: Fact) -> str:
    width = "grid-column:span 2" if fact.is_wide else ""
    return (
        f'<div style="{width}"><div style="{LABEL}">{html(fact.name)}</div>'
        f'<div style="{VALUE}">{html(fact.value)}</div></div>'
    )


def _tier(row: Row) -> str:
    """The tier on its colour, since when, and what it rests on."""
    state = "left" if is_known(row["left_on"]) else row["tier"]
    name = state if isinstance(state, str) else "unheard"
    colours = f"background-color:{TIER_COLOURS[name]};color:{ON_TIER[name]}"
    hatch = f";background-image:{HATCH}" if name == "unheard" else ""
    beside = " · ".join(_beside(row))
    return (
        f'<span style="{colours}{hatch};padding:.1rem .6rem;border-radius:.25rem;font-weight:600">'
        f'{html(words.capital(words.tier(name)))}</span><span style="opacity:{MUTED}">'
        f"{html(beside)}</span>"
    )


def _beside(row: Row) -> list[str]:
    if is_known(row["left_on"]):
        return [dates.iso(row["left_on"])]
    if not isinstance(row["tier"], str):
        return []
    return [_("since {day}").format(day=dates.iso(row["tier_since"])), words.basis(row["basis"])]


def facts(row: Row, open_promises: pd.DataFrame, currency: str, usual_years: float) -> list[Fact]:
    """All fields in order; what is not recorded is a dash, what is not known is said."""
    return [
        Fact(_("Segment"), _segment(row)),
        Fact(_("Manager"), _text(row["manager"])),
        Fact(_("Regional manager"), _text(row["regional_manager"])),
        Fact(_("Client since"), _since(row)),
        *_left(row),
        Fact(_("Worth, assumed"), client_heard.worth(row, currency, usual_years), is_wide=True),
        *_promises(open_promises),
    ]


def _segment(row: Row) -> str:
    parts = [words.segment(row["segment"]), row["industry"], row["region"]]
    if row["side"] == "internal":
        parts.insert(0, words.side("internal"))
    return words.listed(part for part in parts if isinstance(part, str))


def _text(value: object) -> str:
    return value if isinstance(value, str) else numbers.MISSING


def _since(row: Row) -> str:
    return _("always") if not is_known(row["client_since"]) else dates.iso(row["client_since"])


def _left(row: Row) -> list[Fact]:
    if not is_known(row["left_on"]):
        return []
    why = words.leaving(row["left_because"]) if isinstance(row["left_because"], str) else None
    return [Fact(_("Left on"), words.noted(dates.iso(row["left_on"]), why or _("no reason")))]


def _promises(open_promises: pd.DataFrame) -> list[Fact]:
    """The next date ahead, and the longest past; that there is none is said as well."""
    past, ahead = client_promises.parted(open_promises)
    following = client_promises.due(ahead.iloc[0]) if len(ahead) else _("none open")
    told = [Fact(_("Next promise due"), following, is_wide=True)]
    if len(past):
        name = _("Past their dates: {count}; the oldest").format(count=numbers.number(len(past)))
        told.append(Fact(name, client_promises.due(past.iloc[0]), is_wide=True))
    return told
