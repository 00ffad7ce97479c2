"""What the customers of an IT supplier answered, worked out once more with pandas."""

import duckdb
import pandas as pd
import pytest
from statsmodels.stats.proportion import proportion_confint

from queries.statistics import intervals
from tests.real.asking import ask, figures
from tests.real.importing import SHARED, raw
from tests.real.surveys import DETAILS, SECTIONS, WAVES, WHOLE, abc, scores

pytestmark = pytest.mark.real
WAVE = WAVES["abc"]
SUMMED_UP = SHARED / "data" / "abc_b2b_it_supplier_survey" / "ABC2.csv"
NAMES = {
    "Satisfaction": "q1",
    "Recommendation": "q4",
    "Repurchase": "q5",
    "Equipment": "q11",
    "SalesSup": "q17",
    "TechnicalSup": "q25",
    "Suppliers": "q38",
    "AdministrativeSup": "q57",
    "TermsCondPrices": "q65",
}
TIERS = ((9.5, "lifelong"), (8.5, "loyal"), (6.5, "satisfied"), (4.5, "basic"), (0, "complaining"))


def test_not_applicable_and_blank_become_empty(real: duckdb.DuckDBPyConnection) -> None:
    asked = [f"q{number}" for number in range(6, 67)]
    assert (raw("abc_survey")[asked] == "0").to_numpy().sum() == 1600
    kept = abc()[[*WHOLE, *SECTIONS, *details()]]
    sql = """
        select count(perceived), sum(perceived), min(perceived)
        from answers where response_id like 'abc %'
    """
    assert figures(real, sql) == (kept.count().sum(), kept.sum().sum(), 1)


def test_importance_is_on_the_scale_of_its_question(real: duckdb.DuckDBPyConnection) -> None:
    stated = 2 * abc(r"qi\d+") - 1
    sql = """
        select count(importance), sum(importance), min(importance), max(importance)
        from answers where response_id like 'abc %'
    """
    assert figures(real, sql) == (stated.count().sum(), stated.sum().sum(), 1, 5)
    answer = ask(real, "satisfaction/indicators", *WAVE, source="abc").set_index("indicator_id")
    # Of those who judged it as well.
    expected = stated["qi18"][abc()["q18"].notna()]
    assert answer.loc["abc q18", "importance_count"] == len(expected.dropna())
    assert answer.loc["abc q18", "importance"] == pytest.approx(expected.mean())


def test_section_scores_are_those_of_the_other_file(real: duckdb.DuckDBPyConnection) -> None:
    summed_up = pd.read_csv(SUMMED_UP, dtype={"ID": str}).set_index("ID")[list(NAMES)]
    expected = summed_up.rename(columns=NAMES)
    found = scores(real, "abc")[list(expected)]
    # The question leaves out the four who do not say how satisfied they are.
    assert len(found) == 262
    pd.testing.assert_frame_equal(
        found.sort_index(),
        expected[expected["q1"].notna()].sort_index(),
        check_names=False,
        check_index_type=False,
    )


def test_every_detail_goes_with_its_own_section_more_than_with_any_other() -> None:
    related = abc().corr()[SECTIONS]
    closest = related.idxmax(axis="columns").map(str).to_dict()
    for section, before in DETAILS.items():
        assert {closest[detail] for detail in before} == {section}


def test_satisfaction_has_the_distribution_of_the_file(real: duckdb.DuckDBPyConnection) -> None:
    answered = scores(real, "abc")["q1"]
    found = answered.value_counts().sort_index()
    assert list(found.items()) == [(1, 11), (2, 25), (3, 70), (4, 118), (5, 38)]
    assert (raw("abc_survey")["q1"] == "").sum() == 4


def test_three_in_five_chose_one_of_the_best_two_boxes(real: duckdb.DuckDBPyConnection) -> None:
    answered = scores(real, "abc")["q1"]
    best = int((answered >= 4).sum())
    assert (best, len(answered)) == (156, 262)
    expected = proportion_confint(156, 262, method="wilson")
    assert intervals.wilson(best, len(answered)) == pytest.approx(expected)
    assert expected == pytest.approx((0.535, 0.653), abs=0.0005)


def test_the_index_by_fixed_weights_is_that_of_one_question(
    real: duckdb.DuckDBPyConnection,
) -> None:
    (month,) = ask(real, "satisfaction/index_by_month", *WAVE, source="abc").to_dict("records")
    assert month["satisfaction_index"] == pytest.approx(100 * (abc()["q1"].mean() - 1) / 4)
    assert round(month["satisfaction_index"], 2) == 64.03
    assert (month["question_count"], month["response_count"]) == (1, 262)


def test_tiers_follow_the_three_levels_of_the_questionnaire(
    real: duckdb.DuckDBPyConnection,
) -> None:
    rows = abc()
    levels = [(WHOLE, 16), (SECTIONS, 8), (details(), 1)]
    weights = pd.Series({name: weight for names, weight in levels for name in names})
    tens = (rows[weights.index] - 1) * 10 / 4
    means = (tens * weights).sum(axis=1) / (tens.notna() * weights).sum(axis=1)
    answer = ask(real, "satisfaction/client_tiers", *WAVE, source="abc").set_index("client_id")
    found = answer["tier"].rename(index=lambda key: key.removeprefix("abc "))
    assert found.to_dict() == {str(customer): tier_of(mean) for customer, mean in means.items()}
    assert found.value_counts(dropna=False).to_dict() == {
        "lifelong": 2,
        "loyal": 23,
        "satisfied": 107,
        "basic": 97,
        "complaining": 35,
        None: 2,
    }


def tier_of(mean: float) -> str | None:
    """The tier of a mean in points of ten; those who judged nothing have none."""
    return next((name for least, name in TIERS if mean >= least), None)


def details() -> list[str]:
    """The questions that importance is asked with."""
    return [str(name).replace("qi", "q") for name in abc(r"qi\d+")]


def test_terms_and_prices_are_the_only_ones_that_cannot_be_changed(
    real: duckdb.DuckDBPyConnection,
) -> None:
    asked = ask(real, "satisfaction/indicators", *WAVE, source="abc").set_index("indicator_id")
    unchangeable = asked.index[asked["is_controllable"].eq(False)]
    assert set(unchangeable) == {f"abc {name}" for name in [*DETAILS["q65"], "q65"]}
