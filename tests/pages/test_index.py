"""The index page on the sample, on odd warehouses, and on links that show nobody."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from tests.pages.conftest import Company
from tests.pages.opened import Rows, Screen, opened

HOSTILE = "<b>Acme</b> [x](http://y)"
ALL = {"since": "2026-01-01", "until": "2026-11-15"}
LATENTS = {"q": "quality", "s": "satisfaction", "l": "loyalty"}


def index(**link: str) -> Screen:
    screen = opened("satisfaction/index.py", **link)
    assert screen.faults == []
    return screen


def company_of(clients: int, responses: int, latents: Mapping[str, str | None]) -> dict[str, Rows]:
    """So many responses, one client after the other, a month after the other."""
    chance = np.random.default_rng(1)
    mood = chance.normal(size=responses)
    names = [f"c{number}" for number in range(clients)]
    return {
        "clients": [{"client_id": name, "client_name": name} for name in names],
        "indicators": [
            {
                "indicator_id": key,
                "wording": f"{key}?",
                "dimension": None,
                "latent": latent,
                "scale_low": 0,
                "scale_high": 10,
            }
            for key, latent in latents.items()
        ],
        "responses": [
            {
                "response_id": f"r{number}",
                "client_id": names[number % clients],
                "answered_at": f"2026-{1 + number % 11:02}-05 12:00:00+08",
            }
            for number in range(responses)
        ],
        "answers": [
            {
                "response_id": f"r{number}",
                "indicator_id": key,
                "perceived": float(np.clip(6 + mood[number] + 0.5 * chance.normal(), 0, 10)),
            }
            for number in range(responses)
            for key in latents
        ],
    }


def rival(**more: Any) -> dict[str, Any]:
    row = {"competitor": HOSTILE, "indicator_id": "s", "scored_on": "2026-05-01", "perceived": 7}
    return {**row, **more}


@pytest.mark.usefixtures("sample_company")
def test_both_methods_months_model_and_competitors_are_shown() -> None:
    screen = index()
    assert screen.chart_count == 2
    assert len(screen.app.dataframe) == 4
    told = screen.words
    for part in (
        "of 100 by fixed weights, from ",
        "By the path model's weights:",
        "The model is fitted on ",
        ": one point more of it goes with ",
        "arrows are more than noise",
        "2 competitors were scored. Without a spread, differences may be noise.",
    ):
        assert part in told


@pytest.mark.usefixtures("sample_company")
def test_tables_hold_effects_constructs_questions_and_competitors() -> None:
    rivals, constructs, questions, effects = (each.value for each in index().app.dataframe)
    assert set(rivals.competitor) == {"Northlake Systems 北湖系统", "Brightpath IT 明途科技"}
    assert "quality → satisfaction" in set(effects.effect)
    assert len(constructs) == 7
    assert "All in all you are satisfied with us." in set(questions.question)


@pytest.mark.usefixtures("sample_company")
def test_one_client_alone_says_what_a_model_would_take() -> None:
    screen = index(client="C0003")
    assert "No path model: it takes 40 responses that answer all" in screen.words
    assert len(screen.app.dataframe) <= 1


@pytest.mark.usefixtures("sample_company")
def test_an_unknown_client_in_the_link_shows_nobody_s_index() -> None:
    screen = index(client="nobody")
    assert screen.chart_count == 0
    assert "Nobody in view said in this period how satisfied they are." in screen.words


@pytest.mark.usefixtures("sample_company")
def test_a_period_before_any_answer_draws_nothing() -> None:
    screen = index(since="2020-01-01", until="2020-03-31")
    assert screen.chart_count == 0
    assert len(screen.app.dataframe) == 0


def test_an_empty_warehouse_says_which_file_fills_it(company: Company) -> None:
    company()
    assert "answers.csv" in index().words


def test_without_a_question_on_satisfaction_the_column_is_named(company: Company) -> None:
    company(**company_of(3, 12, {"a": None, "q": "quality"}))
    screen = index(**ALL)
    assert "“satisfaction” in the column “latent” of indicators.csv" in screen.words
    assert screen.chart_count == 0
    assert screen.messages == []


def test_a_single_question_has_an_index_and_no_model(company: Company) -> None:
    company(**company_of(12, 110, {"s": "satisfaction"}))
    screen = index(**ALL)
    assert "from 110 responses of 12 clients." in screen.words
    assert "No path model: it needs questions on what leads to satisfaction" in screen.words
    assert (screen.chart_count, len(screen.app.dataframe)) == (1, 0)


def test_three_constructs_are_enough_for_a_model(company: Company) -> None:
    company(**company_of(12, 110, LATENTS))
    screen = index(**ALL)
    assert "The model is fitted on 110 responses of 12 clients" in screen.words
    assert "Satisfaction moves most with quality" in screen.words
    assert (screen.chart_count, len(screen.app.dataframe)) == (2, 3)


def test_nine_clients_are_too_few_for_a_model(company: Company) -> None:
    company(**company_of(9, 110, LATENTS))
    assert "No path model: it takes answers of 10 clients" in index(**ALL).words


def test_one_answer_is_too_few(company: Company) -> None:
    company(**company_of(1, 1, {"s": "satisfaction"}))
    told = index(**ALL).words
    assert "Satisfaction index: too few answers (1)." in told
    assert "No month has enough answers for an index." in told


def test_one_client_and_one_month_have_an_index_without_an_interval(company: Company) -> None:
    rows = company_of(1, 8, {"s": "satisfaction"})
    october = [{**row, "answered_at": "2026-10-05 12:00:00+08"} for row in rows["responses"]]
    company(**{**rows, "responses": october})
    screen = index(**ALL)
    assert "one client: too few to say how sure it is" in screen.words
    assert "October 2026: satisfaction index" in screen.words


def test_names_of_competitors_are_shown_as_they_are(company: Company) -> None:
    rows = company_of(12, 110, {"s": "satisfaction"})
    company(**rows, competitor_scores=[rival(respondent_count=9)])
    screen = index(**ALL)
    assert f"others: {HOSTILE} (70.0)." in screen.words
    assert list(screen.app.dataframe[0].value.competitor) == [HOSTILE]


def test_a_competitor_scored_by_few_is_hidden(company: Company) -> None:
    rows = company_of(12, 110, {"s": "satisfaction"})
    company(**rows, competitor_scores=[rival(respondent_count=4)])
    (table,) = (each.value for each in index(**ALL).app.dataframe)
    assert list(table.competitor_index) == ["too few answers (4)"]


def test_a_question_that_is_named_to_do_harm_is_only_text(company: Company) -> None:
    rows = company_of(12, 110, LATENTS)
    same = [
        {**row, "perceived": 7} if row["indicator_id"] == "q" else row for row in rows["answers"]
    ]
    wordings = [{**row, "wording": HOSTILE} for row in rows["indicators"]]
    company(**{**rows, "answers": same, "indicators": wordings})
    assert f"the same answer to “{HOSTILE}”" in index(**ALL).words
