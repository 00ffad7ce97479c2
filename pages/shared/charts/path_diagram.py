"""The path model drawn: constructs as boxes from left to right, arrows with their coefficients.

Places are fixed, so that a construct stands where it stood last month, and an arrow never runs
through a box. A layout found by a program was rejected: it changes with the data.
"""

from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from pages.shared.charts import house
from pages.shared.findings.index_tables import arrow
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, numbers, words

HEIGHT = 430
HEAD, FOOT, SIDE = 30, 6, 6
HALF_WIDTH, HALF_HEIGHT, TALL = 0.078, 0.082, 0.125  # of a box; satisfaction's is taller
CORNER_X, CORNER_Y = 0.008, 0.026
LABEL_HALF = 0.018
Point = tuple[float, float]
CENTRES: dict[str, Point] = {
    "image": (0.085, 0.86),
    "expectations": (0.085, 0.30),
    "quality": (0.36, 0.50),
    "value": (0.36, 0.11),
    "satisfaction": (0.64, 0.50),
    "complaints": (0.915, 0.18),
    "loyalty": (0.915, 0.83),
}


class Route(NamedTuple):
    """Where an arrow starts and ends, and how far along it its coefficient stands (0–1)."""

    start: Point
    end: Point
    label: float = 0.5


def _side(construct: str, x: float, y: float) -> Point:
    """A point of a box, from its centre: x and y from −1 to 1 of its half width and height."""
    centre_x, centre_y = CENTRES[construct]
    height = TALL if construct == "satisfaction" else HALF_HEIGHT
    return centre_x + x * HALF_WIDTH, centre_y + y * height


ROUTES: dict[tuple[str, str], Route] = {
    ("image", "expectations"): Route(_side("image", 0, -1), _side("expectations", 0, 1)),
    ("expectations", "quality"): Route(
        _side("expectations", 1, 0.7), _side("quality", -1, 0), 0.55
    ),
    ("expectations", "value"): Route(_side("expectations", 1, -0.7), _side("value", -1, 0)),
    ("quality", "value"): Route(_side("quality", 0, -1), _side("value", 0, 1), 0.72),
    ("image", "satisfaction"): Route(_side("image", 1, -0.5), _side("satisfaction", -0.7, 1), 0.3),
    ("expectations", "satisfaction"): Route(
        _side("expectations", 1, 0), _side("satisfaction", -1, -0.25), 0.8
    ),
    ("quality", "satisfaction"): Route(_side("quality", 1, 0.2), _side("satisfaction", -1, 0.25)),
    ("value", "satisfaction"): Route(_side("value", 1, 0), _side("satisfaction", -1, -0.75)),
    ("satisfaction", "complaints"): Route(
        _side("satisfaction", 1, -0.5), _side("complaints", -1, 0.2)
    ),
    ("image", "loyalty"): Route(_side("image", 1, 0.4), _side("loyalty", -1, 0.78), 0.5),
    ("satisfaction", "loyalty"): Route(_side("satisfaction", 1, 0.5), _side("loyalty", -1, -0.2)),
    ("complaints", "loyalty"): Route(_side("complaints", 0, 1), _side("loyalty", 0, -1)),
}


def path_diagram(
    constructs: pd.DataFrame, effects: pd.DataFrame, *, height: int = HEIGHT
) -> go.Figure:
    """Boxes with the mean of 100 and R², arrows thick where the interval excludes 0, else dashed.

    `constructs`: construct, mean_index, index_low, index_high, r_squared (null where nothing leads
    to it), question_count. `effects`: from_construct, to_construct, coefficient (null without an
    arrow), coefficient_low, coefficient_high, total_effect.
    """
    boxes = rows_of(constructs)
    arrows = [row for row in rows_of(effects) if house.is_number(row["coefficient"])]
    if not arrows:
        return house.too_few_points(height)
    hidden = {"visible": False, "range": [0, 1]}
    lines = [_lines(arrows, clear=False), _lines(arrows, clear=True)]
    return house.figure(
        [*lines, _boxes_hover(boxes), _arrows_hover(arrows)],
        height,
        shapes=[_shape(row["construct"]) for row in boxes],
        annotations=[_key(), *(_label(row) for row in boxes), *(_number(row) for row in arrows)],
        xaxis=hidden,
        yaxis=hidden,
        margin={"l": SIDE, "r": SIDE, "t": HEAD, "b": FOOT},
    )


def is_clear(row: Row) -> bool:
    """Whether the interval of an arrow's coefficient excludes 0."""
    return bool(row["coefficient_low"] > 0 or row["coefficient_high"] < 0)


def _route(row: Row) -> Route:
    return ROUTES[row["from_construct"], row["to_construct"]]


def _lines(arrows: list[Row], *, clear: bool) -> house.Trace:
    """Arrows of one look as one trace; each head is turned the way its line goes."""
    routes = [_route(row) for row in arrows if is_clear(row) is clear]
    look = house.palette()
    colour, head = (look.accent, 15) if clear else (look.muted, 11)
    return house.marks(
        x=[x for route in routes for x in (route.start[0], route.end[0], None)],
        y=[y for route in routes for y in (route.start[1], route.end[1], None)],
        mode="lines+markers",
        line={
            "color": colour,
            "width": 3 if clear else 1.2,
            "dash": "solid" if clear else "dash",
        },
        marker={
            "symbol": "arrow",
            "size": [0, head, 0] * len(routes),
            "angleref": "previous",
            "color": colour,
            "opacity": 1,
            "line": {"width": 0},
        },
        hoverinfo="skip",
    )


def place(row: Row) -> Point:
    """Where the coefficient of an arrow stands."""
    (x, y), (to_x, to_y), along = _route(row)
    return x + along * (to_x - x), y + along * (to_y - y)


def _number(row: Row) -> house.Part:
    """The coefficient on its arrow, on a ground of its own so that the line does not cross it."""
    x, y = place(row)
    told = numbers.number(row["coefficient"], 2)
    bold = f"<b>{told}</b>" if is_clear(row) else told
    return house.text(x, y, bold, bgcolor=house.palette().ground, borderpad=2)


def _arrows_hover(arrows: list[Row]) -> house.Trace:
    """An unseen mark on each coefficient, so that it can be pointed at."""
    places = [place(row) for row in arrows]
    return _unseen(places, 26, [_arrow_told(row) for row in arrows])


def _arrow_told(row: Row) -> str:
    heading = words.capital(arrow(row))
    ends = numbers.interval_text(row["coefficient_low"], row["coefficient_high"], 2, "signed")
    direct = words.noted(numbers.number(row["coefficient"], 2), ends)
    lines = [
        f"<b>{heading}</b>",
        words.labelled(words.column("coefficient"), direct),
        words.labelled(words.column("total_effect"), numbers.number(row["total_effect"], 2)),
    ]
    return "<br>".join([*lines, *([] if is_clear(row) else [_("May be noise.")])])


def _boxes_hover(boxes: list[Row]) -> house.Trace:
    return _unseen(
        [CENTRES[row["construct"]] for row in boxes], 60, [_box_told(row) for row in boxes]
    )


def _box_told(row: Row) -> str:
    ends = numbers.interval_text(row["index_low"], row["index_high"], 1)
    mean = words.noted(numbers.number(row["mean_index"], 1), ends)
    lines = [
        f"<b>{words.capital(words.latent(row['construct']))}</b>",
        words.labelled(words.column("mean_index"), mean),
        words.labelled(words.column("question_count"), numbers.number(row["question_count"])),
    ]
    return "<br>".join(lines)


def _unseen(places: list[Point], size: int, told: list[str]) -> house.Trace:
    return house.marks(
        x=[x for x, _y in places],
        y=[y for _x, y in places],
        mode="markers",
        marker={"size": size, "opacity": 0},
        hovertext=told,
    )


def _shape(construct: str) -> house.Part:
    """A box with round corners, as a path; satisfaction stands out by its ground."""
    (right, top), (left, bottom) = _side(construct, 1, 1), _side(construct, -1, -1)
    path = (
        f"M {left + CORNER_X},{bottom} L {right - CORNER_X},{bottom}"
        f" Q {right},{bottom} {right},{bottom + CORNER_Y} L {right},{top - CORNER_Y}"
        f" Q {right},{top} {right - CORNER_X},{top} L {left + CORNER_X},{top}"
        f" Q {left},{top} {left},{top - CORNER_Y} L {left},{bottom + CORNER_Y}"
        f" Q {left},{bottom} {left + CORNER_X},{bottom} Z"
    )
    look, is_centre = house.palette(), construct == "satisfaction"
    return {
        "type": "path",
        "path": path,
        "layer": "below",
        "fillcolor": look.band if is_centre else look.ground,
        "line": {"color": look.accent if is_centre else look.muted, "width": 1.5},
    }


def _label(row: Row) -> house.Part:
    """In the box: its name, its mean of 100, and the part of its variance that is explained."""
    x, y = CENTRES[row["construct"]]
    name = f"<b>{words.capital(words.latent(row['construct']))}</b>"
    mean = _("{mean} of 100").format(mean=numbers.number(row["mean_index"], 1))
    share = words.labelled("R²", numbers.percent(row["r_squared"]))
    lines = [name, mean, *([share] if house.is_number(row["r_squared"]) else [])]
    return house.text(x, y, "<br>".join(lines))


def _key() -> house.Part:
    look = house.palette()
    entries = [
        ("━▶", look.accent, _("effect, its interval excludes 0")),
        ("╌▷", look.muted, _("may be noise")),
        ("▢", look.muted, _("mean of 100; R²: share explained by what leads to it")),
    ]
    return house.key(entries, SIDE)
