"""The index of customers of mobile phone companies, from file to warehouse to question to model."""

import duckdb
import pandas as pd
import pytest

from queries.statistics import path_model
from tests.real.asking import ask
from tests.real.surveys import WAVES, mobi, scores

pytestmark = pytest.mark.real
CONSTRUCTS = {
    "image": ["IMAG1", "IMAG2", "IMAG3", "IMAG4", "IMAG5"],
    "expectations": ["CUEX1", "CUEX2", "CUEX3"],
    "quality": ["PERQ1", "PERQ2", "PERQ3", "PERQ4", "PERQ5", "PERQ6", "PERQ7"],
    "value": ["PERV1", "PERV2"],
    "satisfaction": ["CUSA1", "CUSA2", "CUSA3"],
    "complaints": ["CUSCO"],
    "loyalty": ["CUSL1", "CUSL2", "CUSL3"],
}
PATHS = [
    ("image", "expectations"),
    ("expectations", "quality"),
    ("expectations", "value"),
    ("quality", "value"),
    ("image", "satisfaction"),
    ("expectations", "satisfaction"),
    ("quality", "satisfaction"),
    ("value", "satisfaction"),
    ("satisfaction", "complaints"),
    ("image", "loyalty"),
    ("satisfaction", "loyalty"),
    ("complaints", "loyalty"),
]
"""The arrows of the European index of satisfaction."""


@pytest.fixture(scope="module")
def answered(real: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """What the question gives of the 250 customers."""
    return scores(real, "mobi")


def test_every_answer_comes_through_as_it_is_in_the_file(answered: pd.DataFrame) -> None:
    expected = mobi().set_axis([str(number) for number in range(1, 251)])
    found = answered.loc[expected.index, expected.columns]
    pd.testing.assert_frame_equal(found, expected, check_names=False, check_index_type=False)


@pytest.mark.parametrize(("scheme", "index"), [("path", 72.454), ("centroid", 72.543)])
def test_the_path_model_gives_the_published_index(
    answered: pd.DataFrame, scheme: str, index: float
) -> None:
    model = path_model.fit(answered, CONSTRUCTS, PATHS, scheme, draws=4000)  # ends settle slowly
    found = model.index("satisfaction", 1, 10)
    assert found.value == pytest.approx(index, abs=0.005)
    assert found.low < index < found.high
    assert found.n == 250
    assert (found.high - found.low) / (2 * 1.96) == pytest.approx(0.91, abs=0.1)


def test_fixed_weights_give_the_published_index_of_equal_weights(
    real: duckdb.DuckDBPyConnection,
) -> None:
    (month,) = ask(real, "satisfaction/index_by_month", *WAVES["mobi"]).to_dict("records")
    assert month["satisfaction_index"] == pytest.approx(71.970, abs=0.0005)
    assert (month["question_count"], month["response_count"], month["client_count"]) == (
        3,
        250,
        250,
    )
