"""Events and targets as they are typed: the fields of each, and what they hold.

Shares are typed in per cent and kept from 0 to 1; both ways of counting in one field would be
mistaken for each other.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from pages.shared import database, entering
from pages.shared.filters.choice import EARLIEST, LATEST
from pages.shared.filters.labels import client_labels
from pages.shared.findings import target_tables, targets
from pages.shared.rows import Row
from pages.shared.text import _, dates, words
from pages.shared.text.vocabulary import SEGMENTS

ALL = ""  # as a choice: no client of its own, no segment
CHOICES = ("client_id", "segment")
PER_CENT = 100
Values = dict[str, Any]
Key = Callable[[str], str]


class Kind(NamedTuple):
    """What can be entered: its table and key, its fields with what a new one holds, and its ways.

    `missing`: fields that must not be empty, each with the sentence that says so.
    """

    table: str
    key: str
    usual: Callable[[], Values]
    draw: Callable[[Key], None]
    name: Callable[[Row], str]
    missing: Callable[[], dict[str, str]]


def of_row(kind: Kind, row: Row) -> Values:
    """A record as it is kept: the values of its fields."""
    return {field: _value(row[field]) for field in kind.usual()}


def typed(values: Values) -> Values:
    """What is kept, as its fields show it."""
    values = {name: _chosen(name, value) for name, value in values.items()}
    if values.get("measure") in targets.SHARES and values["value"] is not None:
        return {**values, "value": round(PER_CENT * values["value"], 6)}
    return values


def _chosen(name: str, value: Any) -> Any:
    return ALL if value is None and name in CHOICES else value


def kept(values: Values) -> Values:
    """What was typed, as it is kept."""
    values = {name: None if value == ALL else value for name, value in values.items()}
    if values.get("measure") in targets.SHARES and values["value"] is not None:
        return {**values, "value": round(values["value"] / PER_CENT, 8)}
    return values


def untouched(seen: Values, wanted: Values) -> Values:
    """What is wanted; where a field shows what it showed before, that with all its digits."""
    same = kept(typed(seen))
    return {name: seen[name] if value == same[name] else value for name, value in wanted.items()}


def faults(kind: Kind, values: Values) -> list[str]:
    """A sentence for each field that is empty and must not be; else for what cannot be."""
    empty = [said for field, said in kind.missing().items() if values[field] in (None, "")]
    return empty or ([] if kind.table == EVENT.table else _wrong(values))


def _wrong(values: Values) -> list[str]:
    """What the rules of imported files would say of a target in the words of files."""
    first, last, wrong = values["begins_on"], values["ends_on"], []
    if values["measure"] in targets.SHARES and not 0 <= values["value"] <= PER_CENT:
        wrong.append(_("A share lies between 0 and 100 per cent."))
    if last is not None and last < first:
        wrong.append(_("The last day lies before the first."))
    return wrong


def _value(value: Any) -> Any:
    if pd.isna(value):
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value


def _new_event() -> Values:
    return {"happened_on": entering.today(), "label": "", "client_id": None}


def _event_fields(key: Key) -> None:
    clients = database.clients()
    label = client_labels(clients)
    places = st.columns([2, 6, 4], gap="small")
    with places[0]:
        _day("happened_on", key)
    with places[1]:
        st.text_input(words.column("label"), key=key("label"))
    with places[2]:
        st.selectbox(
            words.column("client_name"),
            [ALL, *clients.client_id.tolist()],
            format_func=lambda one: label(one) if one else _("all clients"),
            key=key("client_id"),
        )


def event_name(row: Row) -> str:
    """An event in a few words."""
    return _("{name} {count}").format(name=dates.iso(row["happened_on"]), count=row["label"])


def _event_missing() -> dict[str, str]:
    return {
        "happened_on": _("Say on which day it happened."),
        "label": _("Say what happened."),
    }


def _new_target() -> Values:
    usual: Values = {"measure": targets.MEASURES[0], "value": None, "segment": None}
    return {**usual, "begins_on": _first_of_year(), "ends_on": None}


def _first_of_year() -> date:
    return entering.today().replace(month=1, day=1)


def _target_fields(key: Key) -> None:
    places = st.columns([4, 2, 3, 3, 3], gap="small", vertical_alignment="bottom")
    with places[0]:
        _choice("measure", list(targets.MEASURES), words.measure, key)
    with places[1]:
        st.number_input(
            words.column("value"),
            key=key("value"),
            value=None,
            format="%g",
            help=_("Shares in per cent, the gap in points of ten, the others as they are shown."),
        )
    with places[2]:
        _choice("segment", [ALL, *SEGMENTS], _segment, key)
    with places[3]:
        _day("begins_on", key)
    with places[4]:
        _day("ends_on", key)


def _segment(value: str) -> str:
    return words.segment(value) if value else _("all clients")


def _choice(field: str, options: list[Any], word: Callable[[Any], str], key: Key) -> None:
    st.selectbox(
        words.column(field),
        options,
        format_func=lambda one: words.capital(word(one)),
        key=key(field),
    )


def _day(field: str, key: Key) -> None:
    st.date_input(words.column(field), None, EARLIEST, LATEST, key=key(field), format="YYYY-MM-DD")


def target_name(row: Row) -> str:
    """A target in a few words."""
    goal = targets.goal_told(row["measure"], row["value"])
    named = words.labelled(words.capital(target_tables.name(row)), goal)
    return words.noted(named, _("since {day}").format(day=dates.iso(row["begins_on"])))


def _target_missing() -> dict[str, str]:
    return {
        "value": _("Say which value is to be reached."),
        "begins_on": _("Say from which day the target is in force."),
    }


EVENT = Kind("events", "event_id", _new_event, _event_fields, event_name, _event_missing)
TARGET = Kind("targets", "target_id", _new_target, _target_fields, target_name, _target_missing)
