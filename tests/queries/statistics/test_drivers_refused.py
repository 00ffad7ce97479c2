"""From what importance is not worked out, and what is then said."""

import pickle
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

from queries.statistics import drivers
from queries.statistics.drivers import NotFittedError
from tests.queries.statistics.test_drivers import survey

EACH = pytest.mark.parametrize(
    "statistic", [drivers.lmg, drivers.relative_weights, drivers.importance]
)
Statistic = Callable[[pd.DataFrame, pd.Series], Any]


@EACH
def test_unequal_lengths_are_named(statistic: Statistic) -> None:
    factors, outcome = survey(1)
    with pytest.raises(ValueError, match="lengths must be equal, but are: factors 40, outcome 39"):
        statistic(factors, outcome[:39])


@EACH
def test_more_than_twelve_drivers_are_too_many(statistic: Statistic) -> None:
    factors, outcome = survey(1, rows=200, count=13)
    with pytest.raises(ValueError, match="drivers must be at most 12, but are 13"):
        statistic(factors, outcome)


@EACH
def test_no_driver_at_all_is_refused(statistic: Statistic) -> None:
    factors, outcome = survey(1)
    with pytest.raises(ValueError, match="columns must be at least 1"):
        statistic(factors[[]], outcome)


@EACH
def test_a_name_twice_is_refused(statistic: Statistic) -> None:
    factors, outcome = survey(1, count=2)
    with pytest.raises(ValueError, match="different names, but same is there twice"):
        statistic(factors.set_axis(["same", "same"], axis=1), outcome)


@EACH
@pytest.mark.parametrize("missing", [np.nan, np.inf, None])
def test_a_missing_value_is_named(statistic: Statistic, missing: float | None) -> None:
    factors, outcome = survey(1)
    factors.loc[6, "driver 1"] = missing
    with pytest.raises(ValueError, match="driver 1 must be finite numbers, but number 7 is"):
        statistic(factors, outcome)


@EACH
def test_a_missing_outcome_is_named(statistic: Statistic) -> None:
    factors, outcome = survey(1)
    outcome[2] = np.nan
    with pytest.raises(ValueError, match="outcome must be finite numbers, but number 3 is nan"):
        statistic(factors, outcome.rename(None))


@EACH
@pytest.mark.parametrize("constant", [0.0, 0.1, 7.0])
def test_a_constant_column_is_named(statistic: Statistic, constant: float) -> None:
    factors, outcome = survey(1)
    with pytest.raises(NotFittedError, match="driver 2 must vary, but is constant") as caught:
        statistic(factors.assign(**{"driver 2": constant}), outcome)
    assert (caught.value.kind, caught.value.name) == ("constant", "driver 2")
    with pytest.raises(NotFittedError, match="outcome must vary, but is constant"):
        statistic(factors, outcome * 0 + constant)


def test_shares_need_two_rows_more_than_drivers() -> None:
    factors, outcome = survey(1, count=4)
    assert drivers.lmg(factors[:6], outcome[:6]).sum() <= 1
    with pytest.raises(NotFittedError, match="rows must be at least 6, but are 5"):
        drivers.lmg(factors[:5], outcome[:5])
    with pytest.raises(NotFittedError, match="rows must be at least 6, but are 5"):
        drivers.relative_weights(factors[:5], outcome[:5])


def test_importance_needs_ten_rows_per_driver() -> None:
    factors, outcome = survey(1, count=4)
    assert drivers.importance(factors, outcome).n == 40
    with pytest.raises(NotFittedError, match="rows must be at least 40, but are 39") as caught:
        drivers.importance(factors[:39], outcome[:39])
    assert (caught.value.kind, caught.value.need, caught.value.have) == ("too few rows", 40, 39)


def test_importance_needs_ten_clusters() -> None:
    factors, outcome = survey(1)
    assert drivers.importance(factors, outcome, pd.Series(range(40)) % 10).cluster_count == 10
    with pytest.raises(NotFittedError, match="clusters must be at least 10, but are 9") as caught:
        drivers.importance(factors, outcome, pd.Series(range(40)) % 9)
    assert (caught.value.kind, caught.value.need, caught.value.have) == ("too few clusters", 10, 9)


def test_clusters_must_be_as_many_as_rows_and_named() -> None:
    factors, outcome = survey(1)
    with pytest.raises(ValueError, match="rows 40, clusters 39"):
        drivers.importance(factors, outcome, list(range(39)))
    with pytest.raises(ValueError, match="clusters must be named, but number 4 is missing"):
        drivers.importance(factors, outcome, ["a", "b", "c", None, *range(36)])


@pytest.mark.parametrize("draws", [0, -1])
def test_there_must_be_a_draw(draws: int) -> None:
    with pytest.raises(ValueError, match="draws must be at least 1, but are"):
        drivers.importance(*survey(1), draws=draws)


def test_the_reason_survives_being_stored() -> None:
    reason = pickle.loads(pickle.dumps(NotFittedError("too few rows", need=3, have=2)))
    assert (reason.kind, reason.need, reason.have) == ("too few rows", 3, 2)
    assert str(reason) == "rows must be at least 3, but are 2"
