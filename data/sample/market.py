"""Revenue, competitors, events and targets."""

from datetime import date

import numpy as np
import pandas as pd

from data.sample import story, words
from data.sample.chance import Chance
from data.sample.horizon import Horizon
from data.sample.indicators import TABLE
from data.sample.store import Store
from data.sample.world import World

# What management wants of this year, and of VIP clients since the summer.
_TARGETS = (
    ("satisfied_share", 0.8, None, "2026-01-01"),
    ("satisfied_share", 0.85, "vip", "2026-07-01"),
    ("index", 75.0, None, "2026-01-01"),
    ("nps", 25.0, None, "2026-01-01"),
    ("kept_share", 0.85, None, "2026-01-01"),
    ("within_target_share", 0.9, None, "2026-01-01"),
    ("complaints_per_week", 3.0, None, "2026-01-01"),
)
_SEASON = np.array([9, 5, 11, 10, 10, 11, 9, 9, 11, 10, 11, 14])


def write(store: Store, world: World, clients: pd.DataFrame) -> None:
    """Write the four tables; revenue follows from the clients' orders."""
    store.write("revenue", _revenue(Chance(world.seed, 60), world, clients))
    store.write("competitor_scores", _competitor_scores(Chance(world.seed, 61), world.horizon))
    store.write("events", _events(world.horizon))
    store.write("targets", _targets())


def _revenue(chance: Chance, world: World, clients: pd.DataFrame) -> pd.DataFrame:
    """Months that are over, for clients of that month whose orders are known."""
    last = world.horizon.month_count - 1
    yearly = (clients["order_value"] * clients["orders_per_year"]).to_numpy(np.float64)
    calendar_month = (world.horizon.first_day.month - 1 + np.arange(last)) % 12
    shape = (world.company.count, last)
    amounts = yearly[:, None] / 120 * _SEASON[calendar_month] * (0.8 + 0.4 * chance.even(*shape))
    is_billed = world.company.is_active(last) & ~np.isnan(yearly)[:, None]
    months, numbers = np.nonzero(is_billed.T)
    return pd.DataFrame(
        {
            "client_id": world.client_ids(numbers),
            "month": world.horizon.first_of_month(months),
            "amount": np.round(amounts[numbers, months], 2),
        }
    )


def _competitor_scores(chance: Chance, horizon: Horizon) -> pd.DataFrame:
    """Two competitors, twice a year, on the questions where a comparison is possible."""
    asked = TABLE[TABLE["has_competitor_scores"]]
    days = [date(year, month, 15) for year in range(2026 - horizon.years, 2027) for month in (3, 9)]
    rows = [
        (competitor, indicator, pd.Timestamp(day), scale_high * 0.72 + lead)
        for day in days
        if horizon.first_day <= day
        for competitor, lead in zip(words.COMPETITORS, (-0.4, 0.3), strict=True)
        for indicator, scale_high in zip(asked["indicator_id"], asked["scale_high"], strict=True)
    ]
    frame = pd.DataFrame(rows, columns=["competitor", "indicator_id", "scored_on", "perceived"])
    frame["perceived"] = np.round(frame["perceived"] + 0.25 * chance.bell(len(frame)), 2)
    return frame.assign(respondent_count=chance.whole(24, 60, len(frame)))


def _events(horizon: Horizon) -> pd.DataFrame:
    """What is drawn on trends, the release of the story among them."""
    told = [*words.EVENTS, words.Event(story.RELEASE.isoformat(), story.RELEASE_NAME)]
    rows = [
        (f"E{number}", pd.Timestamp(event.day), event.label, None)
        for number, event in enumerate(told, start=1)
        if date.fromisoformat(event.day) >= horizon.first_day
    ]
    return pd.DataFrame(rows, columns=["event_id", "happened_on", "label", "client_id"])


def _targets() -> pd.DataFrame:
    rows = [(f"G{number}", *target, None) for number, target in enumerate(_TARGETS, start=1)]
    columns = ["target_id", "measure", "value", "segment", "begins_on", "ends_on"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.assign(begins_on=pd.to_datetime(frame["begins_on"]))
