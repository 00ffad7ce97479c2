"""Fault, requirement and delivery side by side: three small charts in one, each under its name."""

from collections.abc import Mapping

from pages.shared.charts import house
from pages.shared.findings.on_target import KINDS
from pages.shared.text import words

GAP = 0.06  # of the width, between two of them


def domain(kind: str) -> list[float]:
    """From where to where a kind stands, as shares of the width."""
    place, width = KINDS.index(kind), (1 - GAP * (len(KINDS) - 1)) / len(KINDS)
    return [place * (width + GAP), place * (width + GAP) + width]


def axes(kind: str) -> tuple[str, str]:
    """The names of its two axes: x and y, x2 and y2, x3 and y3."""
    number = KINDS.index(kind) + 1
    return (f"x{number}", f"y{number}") if number > 1 else ("x", "y")


def layout(parts: Mapping[str, tuple[house.Part, house.Part]]) -> house.Part:
    """Both axes of each kind in its place; a kind that has none gets hidden ones."""
    nothing: tuple[house.Part, house.Part] = ({"visible": False}, {"visible": False})
    told = {}
    for kind in KINDS:
        across, up = axes(kind)
        own_across, own_up = parts.get(kind, nothing)
        told[f"xaxis{across[1:]}"] = {**own_across, "domain": domain(kind), "anchor": up}
        told[f"yaxis{up[1:]}"] = {**own_up, "anchor": across}
    return told


def names(notes: Mapping[str, str]) -> list[house.Part]:
    """Each kind's name above its chart, and in the middle of it why there is none."""
    above = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom", "yshift": 6}
    inside = {"xref": "paper", "yref": "paper", "opacity": house.MUTED}
    titles = [
        house.text(domain(kind)[0], 1, f"<b>{words.capital(words.kind(kind))}</b>", **above)
        for kind in KINDS
    ]
    return [
        *titles,
        *[
            house.text(sum(domain(kind)) / 2, 0.5, house.safe(note, 80), **inside)
            for kind, note in notes.items()
        ],
    ]
