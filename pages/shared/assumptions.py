"""What is assumed of a client's worth: a field for each assumption, kept in the URL.

The URL alone is the truth, as for the filters, and carries only what differs from the settings: a
link keeps its meaning, and nothing is written to the warehouse. What it carries wrongly is said,
and the setting is used in its place.
"""

import math
from functools import partial
from typing import NamedTuple

import streamlit as st

from data.value import Assumptions
from pages.shared.database import settings
from pages.shared.safe import markdown
from pages.shared.text import _
from pages.shared.text.vocabulary import marked


class Field(NamedTuple):
    """One assumption: its name in the URL, its label, what it means, its limits on the screen."""

    key: str
    label: str
    help: str
    most: float
    step: float
    least: float = 0.0
    is_share: bool = False


FIELDS = {
    "relationship_years": Field(
        "years",
        marked("Years, where unknown"),
        marked("How long a client stays whose own years are not recorded."),
        50.0,
        1.0,
        0.5,
    ),
    "retention": Field(
        "retention",
        marked("Clients kept, %"),
        marked("Share of clients that stay from one year to the next: for the discounted worth."),
        1.0,
        0.01,
        is_share=True,
    ),
    "interest": Field(
        "interest",
        marked("Interest a year, %"),
        marked("What money costs a year: for the discounted worth."),
        1.0,
        0.01,
        is_share=True,
    ),
    "word_of_mouth_a": Field(
        "a",
        marked("a: people told"),
        marked("How many people a complaining client tells. Quoted from books, not measured."),
        1000.0,
        1.0,
    ),
    "word_of_mouth_b": Field(
        "b",
        marked("b: told by them"),
        marked("How many more hear it from them. Quoted from books, not measured."),
        1000.0,
        1.0,
    ),
    "word_of_mouth_q1": Field(
        "q1",
        marked("q₁: lost of a, %"),
        marked("Share of those told that are lost as clients."),
        1.0,
        0.05,
        is_share=True,
    ),
    "word_of_mouth_q2": Field(
        "q2",
        marked("q₂: lost of b, %"),
        marked("Share of those who hear it from them that are lost as clients."),
        1.0,
        0.05,
        is_share=True,
    ),
}
DISCOUNT = ("retention", "interest")


def chosen() -> Assumptions:
    """The assumptions of this run: what the URL carries rightly, else the settings."""
    return Assumptions(**_settled()[0])


def problems() -> list[str]:
    """A sentence for each value of the URL that could not be used."""
    said = _("The value given for “{name}” is not possible; that of the settings is used.")
    return [said.format(name=_(FIELDS[name].label)) for name in _settled()[1]]


def draw_fields() -> None:
    """All fields, what was wrong with the link, and the button back to the settings."""
    names = list(FIELDS)
    for row in (names[:3], names[3:]):
        for column, name in zip(st.columns(len(row)), row, strict=True):
            with column:
                _draw_field(name)
    if said := problems():
        st.warning("  \n".join(map(markdown, said)), icon=":material/link_off:")
    st.button(
        _("Back to the settings"),
        on_click=_reset,
        disabled=not any(field.key in st.query_params for field in FIELDS.values()),
        icon=":material/restart_alt:",
    )


def _draw_field(name: str) -> None:
    field, key = FIELDS[name], _widget(name)
    scale = 100.0 if field.is_share else 1.0
    least, most = (end * scale for end in _limits(name))
    shown = round(getattr(chosen(), name) * scale, 6)
    if st.session_state.get(key) != shown:
        st.session_state[key] = shown
    st.number_input(
        _(field.label),
        least,
        most,
        step=field.step * scale,
        format="%.6g",
        key=key,
        help=_(field.help),
        on_change=partial(_take, name),
    )


def _take(name: str) -> None:
    """Put the field's value into the URL, or take it out where it is that of the settings."""
    field, value = FIELDS[name], st.session_state[_widget(name)]
    written = _written(value / 100 if field.is_share else value)
    if written == _written(_usual(name)):
        st.query_params.pop(field.key, None)
    else:
        st.query_params[field.key] = written


def _reset() -> None:
    for field in FIELDS.values():
        st.query_params.pop(field.key, None)


def _settled() -> tuple[dict[str, float], list[str]]:
    """The value of each assumption, and the names of those that the URL carries wrongly."""
    read = {name: _read(name) for name in FIELDS}
    wrong = [name for name, value in read.items() if value is None]
    values = {name: _usual(name) if value is None else value for name, value in read.items()}
    if values["retention"] >= 1 + values["interest"]:  # worth would have no end
        values |= {name: _usual(name) for name in DISCOUNT}
        wrong += [name for name in DISCOUNT if FIELDS[name].key in st.query_params]
    return values, list(dict.fromkeys(wrong))


def _read(name: str) -> float | None:
    """The value that the URL carries, the setting where it carries none; None for a wrong one."""
    text = st.query_params.get(FIELDS[name].key)
    if text is None:
        return _usual(name)
    try:
        value = float(text)
    except ValueError:
        return None
    least, most = _limits(name)
    return value if math.isfinite(value) and least <= value <= most else None


def _usual(name: str) -> float:
    return float(getattr(settings().value, name))


def _limits(name: str) -> tuple[float, float]:
    """The ends of the field, moved to where the setting fits."""
    field, usual = FIELDS[name], _usual(name)
    return min(field.least, usual), max(field.most, usual)


def _written(value: float) -> str:
    return f"{value:.6g}"


def _widget(name: str) -> str:
    return f"assumed {name}"
