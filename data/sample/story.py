"""Who and when of the story; the package's docstring tells it."""

from datetime import date

import numpy as np

from data.sample.chance import Flags, Integers, Reals
from data.sample.horizon import LAST_DAY, Horizon

SLIDER, WON_BACK = 2, 8
SPECIAL_NAMES = {
    SLIDER: ("Harbour Logistics 海港物流", "Logistics 物流"),
    WON_BACK: ("Camellia Hotels 山茶酒店", "Hotels 酒店"),
}
SILENT = {11: 7, 23: 13, 37: 7, 52: 19}
"""Months since the last answer, by place in each block of sixty clients."""
LEFT = {17: (0, "competitor"), 31: (5, "price"), 46: (13, "neglect")}
INTERNAL = (15, 27, 40)
BLOCK = 60

RELEASE, RELEASE_NAME = date(2026, 9, 7), "Release 8.0 发布"
SURGE = (date(2026, 9, 8), date(2026, 10, 2))
SURGE_FACTOR = 4
SLOW_REGION = 3
SLOW_SINCE = date(2026, 6, 1)
CREEP_MONTHS = 15
CREEP = {"minimum": 0.015, "expected": 0.05, "desired": 0.02}
"""Points of ten by which each level rises a month."""

_SLIDER_PATH = (3.35, 2.9, 1.7, 1.1, 0.5, 0.3, 0.2)
_WON_BACK_PATH = (3.1, 1.4, 0.5, 1.3, 2.4, 2.9, 3.3, 3.5, 3.5, 3.5, 3.5)


def silent_months(numbers: Integers) -> Integers:
    """Months since each client's last answer; 0 for those that still answer."""
    return np.array([SILENT.get(number % BLOCK, 0) for number in numbers])


def is_left(numbers: Integers) -> Flags:
    """Clients that left."""
    return np.isin(numbers % BLOCK, list(LEFT))


def is_internal(numbers: Integers) -> Flags:
    """Departments of our own."""
    return np.isin(numbers, INTERNAL)


def is_named(numbers: Integers) -> Flags:
    """The two clients with a story of their own."""
    return np.isin(numbers, (SLIDER, WON_BACK))


def bend(paths: Reals) -> None:
    """Put the two clients' own paths into clients × months, the last months first to be bent."""
    for number, path in ((SLIDER, _SLIDER_PATH), (WON_BACK, _WON_BACK_PATH)):
        if number < paths.shape[0]:
            length = min(len(path), paths.shape[1])
            paths[number, :] = path[0]
            paths[number, -length:] = path[-length:]


def creep(horizon: Horizon, level: str) -> Reals:
    """How far a level of expectation lies below its last value, per month (≤ 0)."""
    months_left = horizon.month_count - 1 - np.arange(horizon.month_count)
    return -CREEP[level] * np.minimum(months_left, CREEP_MONTHS)


def slowness(horizon: Horizon) -> Reals:
    """Per month, 0 to 1: how far the slow region's response has got worse."""
    since = horizon.month(SLOW_SINCE)
    until = horizon.month(LAST_DAY)
    return np.clip((np.arange(horizon.month_count) - since + 1) / (until - since - 1), 0, 1)
