"""The clients of the sample, and what the other tables need to know of each."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from data.sample import names, story
from data.sample.chance import Chance, Flags, Integers
from data.sample.horizon import Horizon

_JOINED_BEFORE = date(2026, 7, 1)
MEASURED, ASSUMED, STATED = 0, 1, 2


@dataclass(frozen=True)
class Company:
    """One entry per client, in the order of the clients."""

    ids: pd.Series
    names: list[str]
    industries: list[str]
    is_vip: Flags
    is_internal: Flags
    region: Integers
    manager: Integers
    managers: list[str]
    first_month: Integers
    left_month: Integers
    """First month without the client; beyond the last month while it stays."""
    silent_months: Integers
    """Months since its last answer; 0 while it answers."""
    kind: Integers
    """What its answers say: MEASURED (all levels), ASSUMED (expected only) or STATED (none)."""

    @property
    def count(self) -> int:
        """How many clients."""
        return len(self.names)

    @property
    def numbers(self) -> Integers:
        """Number of each client."""
        return np.arange(self.count)

    def is_active(self, month_count: int) -> Flags:
        """Clients × months: is it a client in this month?"""
        months = np.arange(month_count)
        return (self.first_month[:, None] <= months) & (months < self.left_month[:, None])


def found(chance: Chance, horizon: Horizon, count: int) -> Company:
    """Make `count` clients."""
    numbers = np.arange(count)
    called = [story.SPECIAL_NAMES.get(number) or names.company(number) for number in range(count)]
    internal = story.is_internal(numbers)
    for position, number in enumerate(numbers[internal]):
        called[number] = (names.DEPARTMENTS[position], "")
    manager_count = int(np.clip(count // 8, min(count, 6), 60))
    first_month = _first_months(chance, horizon, numbers)
    return Company(
        ids=identifiers("C", 1, count, 4),
        names=[name for name, _ in called],
        industries=[industry for _, industry in called],
        is_vip=_vips(chance, count) & ~internal,
        is_internal=internal,
        region=_regions(chance, numbers, internal),
        manager=chance.pick([1] * manager_count, count),
        managers=names.people(0, manager_count),
        first_month=first_month,
        left_month=_left_months(horizon, numbers),
        silent_months=story.silent_months(numbers),
        kind=np.where(story.is_named(numbers), MEASURED, chance.pick([78, 15, 7], count)),
    )


def identifiers(letter: str, first: int, count: int, width: int) -> pd.Series:
    """Keys such as T0000001: a letter and `count` running numbers."""
    numbers = pd.Series(np.arange(first, first + count)).astype("str")
    keys: pd.Series = letter + numbers.str.zfill(width)
    return keys


def _vips(chance: Chance, count: int) -> Flags:
    """A fifth of the clients, the one that slides always among them."""
    drawn = chance.even(count)
    if count > story.SLIDER:
        drawn[story.SLIDER] = -1
    ranks = np.argsort(np.argsort(drawn, kind="stable"), kind="stable")
    return ranks < max(1, round(count / 5))


def _regions(chance: Chance, numbers: Integers, internal: Flags) -> Integers:
    regions = chance.pick([25, 30, 20, 15, 10], numbers.size)
    own = story.is_named(numbers) & (regions == story.SLOW_REGION)
    return np.where(own | internal, 1, regions)


def _first_months(chance: Chance, horizon: Horizon, numbers: Integers) -> Integers:
    """Most were clients before the first day; one in eight joined since."""
    before = -chance.whole(1, 120, numbers.size)
    latest = horizon.month(_JOINED_BEFORE)
    since = chance.whole(1, max(latest, 1), numbers.size)
    has_role = story.is_named(numbers) | story.is_left(numbers) | (numbers == 0)
    is_new = chance.happens(0.12, numbers.size) & ~has_role
    return np.where(is_new, since, before)


def _left_months(horizon: Horizon, numbers: Integers) -> Integers:
    left = np.full(numbers.size, horizon.month_count + 1)
    for position, (months_ago, _) in story.LEFT.items():
        left[numbers % story.BLOCK == position] = horizon.month_count - 1 - months_ago
    return left


def frame(chance: Chance, horizon: Horizon, company: Company) -> pd.DataFrame:
    """The table `clients`."""
    has_left = company.left_month < horizon.month_count
    left_on = horizon.first_of_month(company.left_month)
    reasons = [story.LEFT.get(n % story.BLOCK, (0, None))[1] for n in range(company.count)]
    regions = np.array(names.REGIONS, dtype=object)[company.region]
    return pd.DataFrame(
        {
            "client_id": company.ids,
            "client_name": company.names,
            "segment": np.where(company.is_vip, "vip", "regular"),
            "side": np.where(company.is_internal, "internal", "external"),
            "region": regions,
            "industry": [industry or None for industry in company.industries],
            "manager": [company.managers[number] for number in company.manager],
            "regional_manager": [names.REGIONAL_MANAGERS[number] for number in company.region],
            "calendar": np.where(_is_overseas(company), "hong_kong", "china"),
            "client_since": horizon.first_of_month(company.first_month),
            "left_on": left_on.where(has_left),
            "left_because": reasons,
            **_worth(chance, company),
        }
    )


def _is_overseas(company: Company) -> Flags:
    overseas: Flags = company.region == len(names.REGIONS) - 1
    return overseas


def _worth(chance: Chance, company: Company) -> dict[str, pd.Series]:
    """The lines of the value sheet; internal clients have none, one in thirty is not known."""
    count = company.count
    size = np.where(company.is_vip, 400 + 1600 * chance.even(count), 40 + 360 * chance.even(count))
    is_overseas = _is_overseas(company)
    value = pd.Series(np.round(size / np.where(is_overseas, 7, 1)) * 1000)
    currency = np.array(["HKD", "USD", "EUR"], dtype=object)[chance.pick([3, 5, 2], count)]
    unknown = chance.happens(1 / 30, count) & ~story.is_named(company.numbers)
    orders = pd.Series(chance.whole(1, 8, count).astype(np.float64))
    related = pd.Series(np.round(size * chance.skewed(count)) * 1000)
    years = pd.Series(chance.whole(3, 10, count).astype(np.float64))
    return {
        "order_value": value.mask(company.is_internal | unknown),
        "orders_per_year": orders.mask(company.is_internal),
        "related_sales": related.mask(company.is_internal | chance.happens(0.4, count)),
        "relationship_years": years.mask(company.is_internal | chance.happens(0.3, count)),
        "currency": pd.Series(currency).where(is_overseas & ~company.is_internal, None),
    }
