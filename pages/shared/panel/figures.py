"""The two to four numbers under a page's answer, each with its change against the comparison."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

import streamlit as st

from pages.shared.safe import markdown
from pages.shared.text import _
from pages.shared.text.numbers import MISSING, number, signed


class Difference(Protocol):
    """An estimate of a difference that knows whether its interval excludes 0."""

    def is_more_than_noise(self) -> bool:
        """Whether the interval excludes 0."""
        ...


@dataclass(frozen=True)
class Number:
    """One number: `before` is its value in the comparison, `better` the direction that is good.

    `value` None is shown as a dash, a text (such as "too few answers (3)") below a dash.
    `difference`, where the number is an estimate, tells a change from "no clear change".
    """

    label: str
    value: float | str | None
    before: float | None = None
    better: Literal["up", "down"] | None = None
    note: str | None = None
    difference: Difference | None = None
    show: Callable[[float], str] = number
    show_change: Callable[[float], str] = lambda change: signed(change, 0)


def numbers(*shown: Number) -> None:
    """The numbers side by side."""
    for place, one in zip(st.columns(len(shown)), shown, strict=True):
        words, direction = change_of(one)
        place.metric(
            markdown(one.label),
            _value(one),
            delta=words,
            delta_color=_colour(one, direction),
            delta_arrow=direction,
            delta_description=None if one.note is None else markdown(one.note),
        )


def _value(one: Number) -> str:
    """A reason in place of a number is long: it stands below the dash, as the change does."""
    if isinstance(one.value, str) or _is_missing(one.value):
        return MISSING
    return one.show(float(one.value or 0))


def _is_missing(value: float | None) -> bool:
    return value is None or value != value


def change_of(one: Number) -> tuple[str | None, Literal["up", "down", "off"]]:
    """The change in words, and the direction of its arrow; no arrow within noise."""
    if isinstance(one.value, str):
        return one.value, "off"
    if _is_missing(one.value) or _is_missing(one.before):
        return None, "off"
    change = float(one.value or 0) - float(one.before or 0)
    if one.difference is not None and not one.difference.is_more_than_noise():
        return _("no clear change"), "off"
    if change == 0:
        return _("unchanged"), "off"
    direction: Literal["up", "down"] = "up" if change > 0 else "down"
    return _judged(one.show_change(change), direction, one.better), direction


def _judged(change: str, direction: str, better: str | None) -> str:
    """The change, with better or worse said as a word: colour alone is not enough."""
    if better is None:
        return change
    verdict = _("better") if direction == better else _("worse")
    return _("{change}, {verdict}").format(change=change, verdict=verdict)


def _colour(one: Number, direction: str) -> Literal["green", "red", "gray"]:
    """Named, because Streamlit would take a real minus sign for a rise."""
    if one.better is None or direction == "off":
        return "gray"
    return "green" if one.better == direction else "red"
