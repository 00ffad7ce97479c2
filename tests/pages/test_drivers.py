import json
from typing import Any

import numpy as np
import pytest

from tests.pages.conftest import Company
from tests.pages.opened import Screen, opened

ALL = {"since": "2026-10-01", "until": "2026-11-15"}
HOSTILE = "<b>Fast?</b> [x](http://y) $a$"
NAMED = ("reliability", "assurance", "empathy")


def drivers(**link: str) -> Screen:
    screen = opened("satisfaction/drivers.py", **link)
    assert screen.faults == []
    return screen


def survey(count: int, clients: int = 12, wording: str = "Good?") -> dict[str, Any]:
    """A company in which satisfaction follows reliability; each response answers everything."""
    random = np.random.default_rng(3)
    scores = {name: random.uniform(2, 10, count) for name in NAMED}
    scores["glad"] = 0.9 * scores["reliability"] + random.uniform(0, 1, count)
    own = {"scale_low": 0, "scale_high": 10, "wording": wording}
    return {
        "clients": [{"client_id": f"c{n}", "client_name": f"c{n}"} for n in range(clients)],
        "indicators": [
            {"indicator_id": name, "dimension": name, **own, "is_controllable": True}
            for name in NAMED
        ]
        + [{"indicator_id": "glad", "dimension": None, "latent": "satisfaction", **own}],
        "responses": [
            {"response_id": f"r{n}", "client_id": f"c{n % clients}", "answered_at": "2026-11-02"}
            for n in range(count)
        ],
        "answers": [
            {"response_id": f"r{n}", "indicator_id": name, "perceived": float(values[n])}
            for name, values in scores.items()
            for n in range(count)
        ],
    }


@pytest.mark.usefixtures("sample_company")
def test_dimensions_and_factors_are_drawn_beside_four_tables() -> None:
    screen = drivers()
    assert screen.chart_count == 2
    assert len(screen.app.dataframe) == 4


@pytest.mark.usefixtures("sample_company")
def test_the_sample_explains_the_recommendation_which_goes_with_all_five_dimensions() -> None:
    said = drivers().sentences[0]
    assert "of the differences in whether clients recommend us:" in said
    assert "complete answers of" in said


@pytest.mark.usefixtures("sample_company")
def test_tests_response_rate_and_mix_are_told() -> None:
    told = drivers().words
    assert "questions pass all four tests." in told
    assert "Invitations answered: " in told
    assert "Most answers came by questionnaire: " in told


@pytest.mark.usefixtures("sample_company")
def test_one_client_is_too_few_and_that_is_said() -> None:
    screen = drivers(client="C0003")
    assert screen.chart_count == 0
    assert "To tell what moves satisfaction takes" in screen.sentences[0]


@pytest.mark.usefixtures("sample_company")
@pytest.mark.parametrize(
    "link", [{"client": "nobody"}, {"since": "2020-01-01", "until": "2020-02-01"}]
)
def test_nobody_in_view_shows_nothing(link: dict[str, str]) -> None:
    screen = drivers(**link)
    assert (screen.chart_count, len(screen.app.dataframe)) == (0, 0)
    assert "This view has no survey answers of the kind that this page needs." in screen.words


@pytest.mark.usefixtures("sample_company")
def test_the_cut_lines_do_not_move_with_a_filter() -> None:
    whole, part = drivers(), drivers(segment="regular")
    assert cut_lines(whole) == cut_lines(part)


def cut_lines(screen: Screen) -> list[Any]:
    figures = [json.loads(chart.proto.spec) for chart in screen.app.get("plotly_chart")]
    return [
        [round(shape[end], 9) for shape in figure["layout"]["shapes"] for end in ("x0", "y0")]
        for figure in figures
    ]


def test_an_empty_warehouse_says_which_file_fills_it(company: Company) -> None:
    company()
    screen = drivers()
    assert screen.chart_count == 0
    assert "answers.csv" in screen.words


def test_one_answer_is_told_as_one(company: Company) -> None:
    company(**survey(1))
    screen = drivers(**ALL)
    assert "takes 30 complete answers; there are 1 in this view" in screen.sentences[0]
    assert "too few answers (1)" in str(screen.app.dataframe[0].value.to_dict())


def test_what_moves_satisfaction_is_found(company: Company) -> None:
    company(**survey(60))
    screen = drivers(**ALL)
    assert "Weighs clearly more than the average: reliability." in screen.words
    assert "60 complete answers of 12 clients" in screen.sentences[0]
    assert "Could be chance: " in screen.words


def test_fewer_than_ten_clients_are_too_few(company: Company) -> None:
    company(**survey(60, clients=9))
    assert "takes answers of 10 clients; there are 9" in drivers(**ALL).sentences[0]


def test_wording_from_data_is_shown_as_it_is(company: Company) -> None:
    company(**survey(60, wording=HOSTILE))
    screen = drivers(**ALL)
    assert HOSTILE in screen.words
    assert HOSTILE in set(screen.app.dataframe[0].value.attribute)


def test_invitations_alone_are_told(company: Company) -> None:
    sent = [
        {
            "invitation_id": f"i{n}",
            "client_id": "a",
            "sent_at": "2026-11-02",
            "method": "focus_group",
        }
        for n in range(6)
    ]
    company(clients=[{"client_id": "a", "client_name": "a"}], invitations=sent)
    told = drivers(**ALL).words
    assert "Invitations answered: 0 of 6 (0%, 0–39)." in told
    assert "Nobody answered in the period." in told
