"""What moves the satisfaction of an IT supplier's customers: all 720 orders of six sections."""

from itertools import permutations
from math import factorial

import duckdb
import numpy as np
import pandas as pd
import pytest

from queries.statistics import drivers
from tests.real.surveys import SECTIONS, abc, scores

pytestmark = pytest.mark.real
SHARES = {
    "q11": 0.127,
    "q17": 0.043,
    "q25": 0.166,
    "q38": 0.054,
    "q57": 0.027,
    "q65": 0.087,
}
"""Of all differences in satisfaction: technical support leads, equipment follows."""


@pytest.fixture(scope="module")
def complete(real: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """The customers who judged all six sections and the whole."""
    return scores(real, "abc")[["q1", *SECTIONS]].dropna()


def test_216_judged_all_six_sections(complete: pd.DataFrame) -> None:
    assert len(complete) == len(abc()[["q1", *SECTIONS]].dropna()) == 216


def test_what_moves_satisfaction_is_the_mean_over_all_orders(complete: pd.DataFrame) -> None:
    expected = over_all_orders(abc()[["q1", *SECTIONS]].dropna())
    found = drivers.lmg(complete[SECTIONS], complete["q1"])
    assert found.to_dict() == pytest.approx(expected.to_dict(), abs=1e-10)
    assert expected.round(3).to_dict() == SHARES
    assert expected.sum() == pytest.approx(0.5049, abs=0.00005)


def over_all_orders(rows: pd.DataFrame) -> pd.Series:
    """What each section adds to the share of q1 that is explained, in the mean of 720 orders."""
    added = dict.fromkeys(SECTIONS, 0.0)
    for order in permutations(SECTIONS):
        known = 0.0
        for place, section in enumerate(order, start=1):
            more = explained(rows, order[:place])
            added[section] += more - known
            known = more
    return pd.Series(added) / factorial(len(SECTIONS))


def explained(rows: pd.DataFrame, sections: tuple[str, ...]) -> float:
    """R² of q1 on these sections by least squares on the rows themselves."""
    outcome = rows["q1"].to_numpy()
    factors = np.column_stack([np.ones(len(rows)), rows[list(sections)]])
    solved = np.linalg.lstsq(factors, outcome, rcond=None)[0]
    left = outcome - factors @ solved
    return 1 - float(left @ left) / float(((outcome - outcome.mean()) ** 2).sum())
