"""The answers of a chunk of responses: ten each, every level on the scale of its question.

All three levels of one answer are rounded with the same draw, so that they stay in order and their
means are not biased; a few are then swapped on purpose, as careless people do.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.sample import story
from data.sample.chance import Chance, Flags, Integers, Reals
from data.sample.company import ASSUMED, MEASURED
from data.sample.indicators import RELATIONSHIP_SURVEY, SERVICE_CHECK, TABLE
from data.sample.world import World, categories

PER_RESPONSE = 10
_CARELESS = 0.0015
_SLOW_LOSS = 1.6
_ASKED = TABLE["dimension"].notna().to_numpy(np.bool_)
_STRENGTH = TABLE["strength"].to_numpy(np.float64)
_HOPE = TABLE["hope"].to_numpy(np.float64)
_IMPORTANCE = TABLE["importance"].to_numpy(np.float64)
_LOW = TABLE["scale_low"].to_numpy(np.float64)
_HIGH = TABLE["scale_high"].to_numpy(np.float64)
_IS_RESPONSE_TIME = (TABLE["dimension"] == "responsiveness").to_numpy(np.bool_)


@dataclass(frozen=True)
class Occasions:
    """One entry per response of a chunk."""

    seconds: Integers
    clients: Integers
    months: Integers
    method: Integers
    is_relationship: Flags
    mood: Reals
    """Level of service experienced by this person on this occasion, in points of ten."""


def answers(chance: Chance, world: World, occasions: Occasions, keys: pd.Series) -> pd.DataFrame:
    """The table `answers` for these responses, in their order."""
    count = len(keys)
    surveys = np.array([SERVICE_CHECK, RELATIONSHIP_SURVEY])
    asked = surveys[occasions.is_relationship.astype(np.int64)]
    kind = world.company.kind[occasions.clients][:, None]
    has_levels = _ASKED[asked]
    levels = _levels(chance, world, occasions, asked)
    _swap_some(chance, occasions, levels)
    perceived = _perceived(chance, world, occasions, asked)
    importance = _on_scale(_IMPORTANCE[asked] + 0.8 * chance.bell(*asked.shape), asked, chance)
    is_full = has_levels & (kind == MEASURED)
    return pd.DataFrame(
        {
            "response_id": keys.take(np.repeat(np.arange(count), PER_RESPONSE)).to_numpy(),
            "indicator_id": categories(asked.ravel(), TABLE["indicator_id"].tolist()),
            "minimum": _where(is_full, levels["minimum"]),
            "expected": _where(is_full | (has_levels & (kind == ASSUMED)), levels["expected"]),
            "desired": _where(is_full, levels["desired"]),
            "perceived": _where(~chance.happens(0.004, *asked.shape), perceived),
            "importance": _where(is_full, importance),
        }
    )


def _where(told: Flags, values: Reals) -> Reals:
    return np.where(told, values, np.nan).ravel()


def _levels(
    chance: Chance, world: World, occasions: Occasions, asked: Integers
) -> dict[str, Reals]:
    """The three levels of expectation: this person asks for more or less of all of them."""
    standing, at = world.standing, (occasions.clients, occasions.months)
    person = 0.2 * chance.bell(len(asked), 1) + 0.3 * chance.bell(*asked.shape) + _HOPE[asked]
    rounding = chance.even(*asked.shape)
    return {
        name: _on_scale(getattr(standing, name)[at][:, None] + person, asked, rounding)
        for name in ("minimum", "expected", "desired")
    }


def _perceived(chance: Chance, world: World, occasions: Occasions, asked: Integers) -> Reals:
    slow = story.slowness(world.horizon)[occasions.months]
    is_slow = world.company.region[occasions.clients] == story.SLOW_REGION
    loss = _SLOW_LOSS * (slow * is_slow)[:, None] * _IS_RESPONSE_TIME[asked]
    felt = occasions.mood[:, None] + _STRENGTH[asked] - loss + 0.6 * chance.bell(*asked.shape)
    return _on_scale(felt, asked, chance)


def _on_scale(score: Reals, asked: Integers, rounding: Chance | Reals) -> Reals:
    """Points of ten as whole marks on each question's scale, rounded by chance without bias."""
    drawn = rounding.even(*asked.shape) if isinstance(rounding, Chance) else rounding
    low, high = _LOW[asked], _HIGH[asked]
    marks: Reals = np.floor(low + (high - low) * score / 10 + drawn)
    return np.clip(marks, low, high)


def _swap_some(chance: Chance, occasions: Occasions, levels: dict[str, Reals]) -> None:
    """Swap minimum and desired in a few answers, never those of the clients with a story."""
    careless = chance.happens(_CARELESS, *levels["minimum"].shape)
    careless &= ~story.is_named(occasions.clients)[:, None]
    minimum = levels["minimum"].copy()
    levels["minimum"][careless] = levels["desired"][careless]
    levels["desired"][careless] = minimum[careless]
