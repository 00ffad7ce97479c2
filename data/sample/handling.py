"""The steps taken while a complaint is handled: who did what, and how long after it came."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from data.sample import names
from data.sample.chance import Chance, Flags
from data.sample.horizon import DAY
from data.sample.world import World, categories

if TYPE_CHECKING:
    from data.sample.complaints import Cases

ROLES = ("specialist", "adviser", "service_manager", "regional_manager", "director")
HANDLERS = names.people(60, 15)


class Step(NamedTuple):
    """A step: how often it is done, when it falls within the time taken, and the role."""

    name: str
    share: float
    earliest: float
    latest: float
    role: int


STEPS = (
    Step("listened", 0.97, 0.0, 0.05, 0),
    Step("restated", 0.86, 0.05, 0.12, 0),
    Step("apologised", 0.9, 0.06, 0.2, 0),
    Step("escalated", 0.88, 0.04, 0.2, 2),
    Step("measures_explained", 0.88, 0.2, 0.5, 1),
    Step("report_sent", 0.8, 0.3, 0.7, 2),
    Step("appraised", 0.75, 0.4, 0.9, 3),
    Step("thanked", 0.78, 0.8, 1.0, 1),
    Step("followed_up", 0.66, 0.0, 0.0, 1),
)
NAMES = tuple(step.name for step in STEPS)
_APPRAISED_CAUSES = 3
"""The first causes are technical, quality and product."""


def steps(chance: Chance, world: World, cases: "Cases", keys: pd.Series) -> pd.DataFrame:
    """The table `complaint_steps` for these complaints, complaint by complaint."""
    shape = (len(keys), len(STEPS))
    is_done = chance.even(*shape) < np.array([step.share for step in STEPS])
    span = (cases.resolved - cases.received)[:, None]
    earliest = np.array([step.earliest for step in STEPS])
    latest = np.array([step.latest for step in STEPS])
    within = earliest + (latest - earliest) * chance.even(*shape)
    at = cases.received[:, None] + np.floor(span * within).astype(np.int64)
    at[:, -1] = world.horizon.forward(cases.resolved, chance.whole(DAY // 4, 3 * DAY, len(keys)))
    told = is_done & _called_for(cases) & (at <= world.horizon.now)
    complaint, step = np.nonzero(told)
    handler = (complaint * 7 + step // 3) % len(HANDLERS)
    return pd.DataFrame(
        {
            "complaint_id": keys.take(complaint).to_numpy(),
            "step": categories(step, NAMES),
            "done_at": world.horizon.moments(at[told]),
            "done_by": categories(handler, HANDLERS),
            "role": categories(np.array([s.role for s in STEPS])[step], ROLES),
        }
    )


def _called_for(cases: "Cases") -> Flags:
    """Grumbles call for no steps; some steps are for major complaints only."""
    due = np.repeat(~cases.is_grumble[:, None], len(STEPS), axis=1)
    for name in ("escalated", "report_sent", "appraised"):
        due[:, NAMES.index(name)] &= cases.is_major
    due[:, NAMES.index("appraised")] &= cases.cause < _APPRAISED_CAUSES
    return due
