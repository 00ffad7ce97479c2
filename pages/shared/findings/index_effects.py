"""What the path model says: constructs, questions, and what one point more would give.

Coefficients are of standardised constructs. In points of the index: let every question of a
construct be answered one point of its own 0–100 scale better, so that the construct's index is one
point higher. With w the weights (of standardised answers, the construct's variance 1), s the
standard deviations and r the widths of the scales, the construct then rises by
Σ w·(r/100)/s standard deviations, satisfaction by that times the total effect T, and the
index of satisfaction by

    T × (Σ over the construct of w·r/s) / (Σ over satisfaction of w·r/s) points.

Where the scales of a construct are equally wide this is T times the ratio of the standard
deviations of both indices, what a regression of the one on the other would give. The interval is
that of T, times the same ratio.
"""

from itertools import product

import numpy as np
import pandas as pd

from pages.shared.findings.index_model import CONSTRUCTS, SATISFACTION
from pages.shared.findings.wording import paragraph
from pages.shared.rows import Row
from pages.shared.text import _, language, numbers, words
from queries.statistics.path_model import PathModel

ENDS = ("value", "low", "high")


def constructs(questions: pd.DataFrame, model: PathModel) -> pd.DataFrame:
    """One row per construct: its mean of 100 with interval, R², reliability, and questions."""
    low, high = questions["scale_low"], questions["scale_high"]
    rows: list[dict[str, object]] = []
    for name in _of(model):
        found = model.index(name, low, high)
        rows.append(
            {
                "construct": name,
                "mean_index": found.value,
                "index_low": found.low,
                "index_high": found.high,
                "r_squared": model.r_squared.get(name, np.nan),
                "alpha": model.reliability.loc[name, "alpha"],
                "rho": model.reliability.loc[name, "rho"],
                "question_count": int((questions["latent"] == name).sum()),
            }
        )
    return pd.DataFrame(rows)


def measured(questions: pd.DataFrame, model: PathModel) -> pd.DataFrame:
    """One row per question: its construct, wording, loading and weights."""
    keys, asked = list(model.weights.index), wordings(questions)
    of_index = pd.concat([model.index_weights(name) for name in _of(model)])
    return pd.DataFrame(
        {
            "construct": [name for name, _question in keys],
            "question": [asked[question] for _name, question in keys],
            "loading": model.loadings.loc[keys].to_numpy(),
            "model_weight": [of_index[question] for _name, question in keys],
        }
    )


def wordings(questions: pd.DataFrame) -> dict[str, str]:
    """How each question is asked, in Chinese where that is spoken and known."""
    asked = questions["wording"]
    if language().startswith("zh"):
        asked = questions["wording_zh"].where(questions["wording_zh"].notna(), asked)
    return {str(name): str(text) for name, text in asked.items()}


def effects(questions: pd.DataFrame, model: PathModel) -> pd.DataFrame:
    """One row per two constructs of which one leads to the other, directly or through others.

    Coefficients are missing where no arrow leads directly. Points: see the module.
    """
    direct = model.intervals("paths").to_dict("index")
    total = model.intervals("total_effects").to_dict("index")
    lift = _lifts(questions, model)
    names = _of(model)
    rows = [
        _effect(pair, direct.get(pair), total[pair], lift[pair[0]] / lift[pair[1]])
        for pair in product(names, names)
        if total[pair]["value"]
    ]
    return pd.DataFrame(rows)


def _of(model: PathModel) -> list[str]:
    return [name for name in CONSTRUCTS if name in model.reliability.index]


def _lifts(questions: pd.DataFrame, model: PathModel) -> dict[str, float]:
    """Per construct Σ w·r/s: how many of its standard deviations 100 points are."""
    width = questions["scale_high"] - questions["scale_low"]
    per_point = (width / questions["spread"]).to_dict()
    lifts: dict[str, float] = {}
    for (construct, question), weight in zip(model.weights.index, model.weights, strict=True):
        lifts[construct] = lifts.get(construct, 0) + weight * per_point[question]
    return lifts


def _effect(pair: tuple[str, str], arrow: Row | None, through: Row, ratio: float) -> Row:
    points = {end: ratio * through[end] for end in ENDS}
    told: Row = dict(zip(("from_construct", "to_construct"), pair, strict=True))
    for names, values in (
        (("coefficient", "coefficient_low", "coefficient_high"), arrow or {}),
        (("total_effect", "total_low", "total_high"), through),
        (("effect_points", "points_low", "points_high"), points),
    ):
        told |= {name: values.get(end, np.nan) for name, end in zip(names, ENDS, strict=True)}
    return told


def strongest(found: pd.DataFrame, questions: pd.DataFrame) -> str:
    """What moves satisfaction most, and most of what service can change."""
    clear = clear_effects(found)
    if clear.empty:
        return _(
            "Nothing in the model can be told to move satisfaction: every effect may be noise."
        )
    first = clear.iloc[0]
    own = [name for name in clear.from_construct if _is_controllable(name, questions)]
    said = paragraph(_most(first), _alike(clear))
    if not own or own[0] == first.from_construct:
        return said
    second = clear[clear.from_construct == own[0]].iloc[0]
    return paragraph(said, _controllable(second))


def _alike(clear: pd.DataFrame) -> str | None:
    """Said where the second may move it as much: each lies within the interval of the other."""
    if len(clear) < 2:
        return None
    first, second = clear.iloc[0], clear.iloc[1]
    is_alike = (
        first.points_low <= second.effect_points and first.effect_points <= second.points_high
    )
    if not is_alike:
        return None
    sentence = _("That is not clearly more than with {name} ({points}).")
    return sentence.format(
        name=words.latent(second.from_construct), points=numbers.number(second.effect_points, 2)
    )


def clear_effects(found: pd.DataFrame) -> pd.DataFrame:
    """Effects on satisfaction whose interval excludes 0, the one of the most points first."""
    on_it = found[found["to_construct"] == SATISFACTION]
    clear = on_it[(on_it.total_low > 0) | (on_it.total_high < 0)]
    return clear.sort_values("effect_points", key=abs, ascending=False, kind="stable")


def _is_controllable(construct: str, questions: pd.DataFrame) -> bool:
    its = questions.loc[questions["latent"] == construct, "is_controllable"]
    return bool(its.notna().all() and its.astype(bool).all())


def _most(row: pd.Series) -> str:
    return _(
        "Satisfaction moves most with {name}: one point more of it goes with {points} points of"
        " satisfaction ({interval})."
    ).format(name=words.latent(row.from_construct), **_points(row))


def _controllable(row: pd.Series) -> str:
    return _(
        "Of what service can change it is {name}: one point more goes with {points} ({interval})."
    ).format(name=words.latent(row.from_construct), **_points(row))


def _points(row: pd.Series) -> dict[str, str]:
    return {
        "points": numbers.number(row.effect_points, 2),
        "interval": numbers.interval_text(row.points_low, row.points_high, 2),
    }
