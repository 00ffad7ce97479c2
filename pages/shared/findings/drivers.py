"""How much each attribute of service explains of satisfaction, beside how it is experienced.

Explained is overall satisfaction where it can be compared with as many attributes as the
recommendation can, else the recommendation (measures.md §5). Where to draw the line between what is
important and what is not comes from all clients, so that it does not move with a filter.
"""

from collections.abc import Sequence
from math import nan
from typing import NamedTuple

import numpy as np
import pandas as pd

from pages.shared.findings import driver_scores
from pages.shared.findings.driver_scores import QUESTION, Responses
from pages.shared.findings.gap_intervals import half_width
from queries.statistics import drivers as statistics
from queries.statistics.drivers import Importance, NotFittedError

LEAST_ATTRIBUTES = 2
IMPORTANCE = ("importance", "importance_low", "importance_high", "explained_share")
WEIGHED = (*IMPORTANCE, "by_chance")
WORKED_IN = ("grouped_by", "perceived_spread", "active_count")  # so the table leaves them out


class Fit(NamedTuple):
    """What the attributes of one kind explain; `found` None with the `fault`, if it is one.

    `names`: the attributes compared; `n`: responses that say something of each of them, of the
    `response_count` that state the outcome.
    """

    grouped_by: str
    outcome: str
    names: tuple[str, ...]
    n: int
    response_count: int
    found: Importance | None = None
    fault: NotFittedError | None = None


class Cut(NamedTuple):
    """Where important begins and weak ends: means over all clients; None where not known."""

    importance: float | None
    performance: float | None


class How(NamedTuple):
    """How intervals are drawn, and the fewest responses that may be shown."""

    minimum_n: int
    draws: int
    seed: int
    most_groups: int | None = None


def fit(given: Sequence[Responses], questions: pd.DataFrame, grouped_by: str, how: How) -> Fit:
    """The fit that compares the most attributes; where there is none, the one nearest to it.

    `given`: the responses of each outcome, the preferred one first.
    """
    tried = [_complete(each, questions, grouped_by) for each in given]
    tried.sort(key=lambda each: _merit(each, how), reverse=True)
    first = _fitted(tried[0], how)
    if first.found is not None:
        return first
    others = (_fitted(each, how) for each in tried[1:])
    return next((other for other in others if other.found is not None), first)


class Complete(NamedTuple):
    """The responses that state the outcome and say something of each attribute, and of how many."""

    grouped_by: str
    given: Responses
    factors: pd.DataFrame
    explained: pd.Series

    @property
    def names(self) -> tuple[str, ...]:
        """The attributes compared."""
        return tuple(map(str, self.factors.columns))


def needed(names: Sequence[str], minimum_n: int = 0) -> int:
    """Responses that it takes to compare so many attributes."""
    return max(statistics.ROWS_PER_DRIVER * max(len(names), LEAST_ATTRIBUTES), minimum_n)


def _merit(tried: Complete, how: How) -> tuple[int, float, int]:
    """How many attributes it can compare; if none, how near it comes; how many said anything."""
    names, least = tried.names, needed(tried.names, how.minimum_n)
    if len(names) < LEAST_ATTRIBUTES:
        return 0, 0.0, tried.given.response_count
    if len(tried.factors) < least:
        return 0, len(tried.factors) / least, tried.given.response_count
    return len(names), 1.0, 0


def _fitted(tried: Complete, how: How) -> Fit:
    names, n, given = tried.names, len(tried.factors), tried.given
    told = Fit(tried.grouped_by, given.outcome, names, n, given.response_count)
    if len(names) < LEAST_ATTRIBUTES:
        return told
    least = needed(names, how.minimum_n)
    if n < least:
        return told._replace(fault=NotFittedError("too few rows", need=least, have=n))
    clients = given.clients[tried.factors.index]
    try:
        found = statistics.importance(
            tried.factors, tried.explained, clients, how.draws, how.seed, how.most_groups
        )
    except NotFittedError as fault:
        return told._replace(fault=fault)
    return told._replace(found=found)


def _complete(given: Responses, questions: pd.DataFrame, grouped_by: str) -> Complete:
    """Of questions only those that vary: one that never does would make the others unknown."""
    factors = driver_scores.attributes(given, questions, grouped_by)
    values, explained = factors.to_numpy(), given.explained.to_numpy(dtype=float)
    whole = np.flatnonzero(~np.isnan(values).any(axis=1) & ~np.isnan(explained))
    known = factors.take(whole)
    if grouped_by == QUESTION and len(whole):
        known = known.loc[:, (values[whole] != values[whole[0]]).any(axis=0)]
    return Complete(grouped_by, given, known, given.explained.take(whole))


def own_mean(shown: Fit) -> float | None:
    """The mean importance of the attributes shown: shares sum to what is explained."""
    found = shown.found
    return None if found is None else found.r_squared.value / len(shown.names)


def mean_importance(given: Responses, questions: pd.DataFrame, shown: Fit) -> float | None:
    """The same of other responses with the same outcome; None where they cannot be fitted."""
    known = _complete(given, questions, shown.grouped_by)
    if shown.found is None or not set(shown.names) <= set(known.names):
        return None
    if len(known.factors) < needed(shown.names):
        return None
    try:
        return float(statistics.lmg(known.factors[list(shown.names)], known.explained).mean())
    except ValueError:
        return None


def mean_performance(scores: pd.DataFrame, shown: Fit) -> float | None:
    """The mean experience of the attributes shown, points of ten."""
    own = of_kind(scores, shown.grouped_by)
    known = own[own["attribute"].isin(shown.names)]["perceived"]
    return float(known.mean()) if len(known) else None


def of_kind(scores: pd.DataFrame, grouped_by: str) -> pd.DataFrame:
    """The rows of `satisfaction/scores_by_attribute` of one kind of attribute."""
    return scores.take(np.flatnonzero(scores["grouped_by"] == grouped_by))


def table(shown: Fit, scores: pd.DataFrame) -> pd.DataFrame:
    """Each attribute: how much it explains of all differences (0–1), and how it is experienced.

    `scores`: what `attribute_cells.protected` left to be shown of all kinds. Columns: attribute,
    importance, importance_low, importance_high, explained_share (of what all explain together),
    by_chance; perceived, perceived_low, perceived_high (points of ten), answer_count,
    client_count, hidden. The most important first; what was not compared last.
    """
    own = of_kind(scores, shown.grouped_by)
    known, nothing = _weighed(shown), (*(nan,) * len(IMPORTANCE), None)
    weights = [known.get(name, nothing) for name in own["attribute"]]
    weighed = {name: [row[place] for row in weights] for place, name in enumerate(WEIGHED)}
    told = {**_experience(own), **weighed}
    order = np.argsort(-np.array(told["importance"], dtype=float), kind="stable")  # NaN last
    return pd.DataFrame(told).take(order).reset_index(drop=True)


def _weighed(shown: Fit) -> dict[str, tuple[float | None, ...]]:
    """By attribute: its importance, in the order of `WEIGHED`."""
    found = shown.found
    if found is None:
        return {}
    values = (found.shares, found.low, found.high, found.parts, found.by_chance)
    return dict(zip(shown.names, zip(*values, strict=True), strict=True))


def _experience(scores: pd.DataFrame) -> dict[str, np.ndarray]:
    """The experience of each attribute with its t interval over clients (measures.md §2).

    The base counts one client more than answered at least: of all who answered the factor for a
    finite base would leave no interval, though each gave a few answers of many it might have given.
    """
    base = np.maximum(scores["active_count"], scores["client_count"] + 1)
    basis = (scores["perceived_spread"], scores["client_count"], base)
    width = np.array([half_width(*row) for row in zip(*basis, strict=True)], dtype=float)
    mean = scores["perceived"].to_numpy(dtype=float)
    return {
        **{str(name): scores[name].to_numpy() for name in scores if name not in WORKED_IN},
        "perceived_low": np.maximum(mean - width, 0.0),
        "perceived_high": np.minimum(mean + width, 10.0),
    }
