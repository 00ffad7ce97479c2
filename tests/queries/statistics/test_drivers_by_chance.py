"""What chance alone gives a driver, against the rows and against made-up clients."""

import numpy as np
import pandas as pd
import pytest
from statsmodels.api import OLS, add_constant

from queries.statistics import drivers
from queries.statistics.arrays import Numbers
from tests.queries.statistics.test_drivers import survey


def related_to_nothing(clients: int, answers: int, alike: float) -> drivers.Importance:
    """Two drivers, the second unrelated; answers of one client go together as much as `alike`."""
    chance = np.random.default_rng(11)
    client = np.repeat(np.arange(clients), answers)

    def answered() -> Numbers:
        own, of_client = chance.normal(size=client.size), chance.normal(size=clients)[client]
        return np.asarray(np.sqrt(alike) * of_client + np.sqrt(1 - alike) * own)

    factors = pd.DataFrame({"moves": answered(), "nothing": answered()})
    outcome = pd.Series(factors["moves"] + answered())
    return drivers.importance(factors, outcome, client)


def test_a_driver_that_chance_explains_is_marked_and_one_that_moves_is_not() -> None:
    for found in (related_to_nothing(200, 1, 0), related_to_nothing(60, 8, 0.8)):
        assert found.by_chance.tolist() == [False, True]


def test_chance_is_one_part_in_n_and_more_where_answers_of_a_client_go_together() -> None:
    assert related_to_nothing(400, 1, 0).chance == pytest.approx(1 / 399, rel=0.15)
    # With r = .8 for both, eight answers count as 8 / (1 + 7 × .8 × .8) = 1.46.
    assert related_to_nothing(200, 8, 0.8).chance == pytest.approx(1 / (200 * 1.46), rel=0.25)


def test_where_all_is_explained_chance_is_one_part_in_n() -> None:
    factors, _ = survey(8, count=2)
    found = drivers.importance(factors, factors["driver 0"] + factors["driver 1"])
    assert found.chance == pytest.approx(1 / 39)
    assert found.r_squared[:3] == pytest.approx((1, 1, 1))


def test_chance_comes_from_what_clients_leave_unexplained() -> None:
    factors, outcome = survey(12, rows=60, count=3)
    residuals = OLS(outcome, add_constant(factors)).fit().resid
    standard = (factors - factors.mean()) / factors.std()
    # Clients of five answers that leave the same unexplained, so that they hang together.
    clients = (standard["driver 0"] * residuals).rank(method="first") // 5
    by_client = standard.mul(residuals, axis=0).groupby(clients).sum()
    expected = (by_client**2).sum() / 59 / (residuals**2).sum()
    assert expected.mean() > 1 / 59
    found = drivers.importance(factors, outcome, clients, draws=5)
    assert found.chance == pytest.approx(expected.mean())
