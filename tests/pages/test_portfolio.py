"""The portfolio as a project manager meets it."""

from typing import Any

import pytest

from pages.shared import access
from pages.shared.access import Reader
from tests.pages.conftest import Company
from tests.pages.opened import Screen, answers, opened

PERIOD = {"since": "2026-09-01", "until": "2026-11-15"}
HOSTILE = "<b>Acme</b> [x](http://y)"


def portfolio(**link: str) -> Screen:
    screen = opened("clients/portfolio.py", **link)
    assert screen.faults == []
    return screen


def client(client_id: str, **more: Any) -> dict[str, Any]:
    return {"client_id": client_id, "client_name": client_id, **more}


def complaint(client_id: str, **more: Any) -> dict[str, Any]:
    row = {"complaint_id": client_id, "client_id": client_id, "severity": "ordinary"}
    return {**row, "received_at": "2026-11-01 09:00:00+08", **more}


@pytest.mark.usefixtures("sample_company")
def test_the_first_line_says_how_many_need_something_and_names_three() -> None:
    said = portfolio().sentences[0]
    assert "of 57 clients need something now. Harbour Logistics 海港物流: major complaint" in said
    assert "Choose a manager above for one portfolio." in said


@pytest.mark.usefixtures("sample_company")
def test_clients_stand_by_points_with_the_reason_in_words() -> None:
    screen = portfolio()
    assert (screen.chart_count, len(screen.app.dataframe)) == (1, 2)
    shown = screen.app.dataframe[0].value
    assert list(shown.points) == sorted(shown.points, reverse=True)
    assert "fell from satisfied to complaining" in shown.need.iloc[0]
    assert shown.need.iloc[-1] == "Nothing now."


@pytest.mark.usefixtures("sample_company")
def test_a_manager_s_portfolio_says_whose_it_is() -> None:
    screen = portfolio(manager="Han Lei 韩磊")
    assert "Portfolio of Han Lei 韩磊." in screen.sentences[0]
    assert "Choose a manager" not in screen.words
    assert set(screen.app.dataframe[0].value.manager) == {"Han Lei 韩磊"}


@pytest.mark.usefixtures("sample_company")
@pytest.mark.parametrize("link", [{"client": "nobody"}, {"manager": "nobody"}])
def test_an_unknown_client_or_manager_shows_nobody_s_clients(link: dict[str, str]) -> None:
    screen = portfolio(**link)
    assert screen.chart_count == 0
    assert len(screen.app.dataframe) == 0
    assert "No client was active in this view." in screen.words


def test_an_empty_warehouse_says_which_file_fills_it(company: Company) -> None:
    company()
    assert "clients.csv" in portfolio().words


def test_a_hostile_name_stays_a_name(company: Company) -> None:
    row = {"client_id": "a", "client_name": HOSTILE, "manager": "<i>Mo</i>", "segment": "vip"}
    company(clients=[row], complaints=[complaint("a", promised_at="2026-11-10 09:00:00+08")])
    screen = portfolio(**PERIOD)
    assert f"{HOSTILE}: complaint open (5 days past its date)." in screen.words
    assert "Most to do: <i>Mo</i>, 1 of 1 clients need something." in screen.words
    assert list(screen.app.dataframe[0].value.need) == [
        "Complaint open (5 days past its date), VIP client."
    ]


def test_one_client_that_needs_nothing(company: Company) -> None:
    company(**answers("Acme"))
    screen = portfolio(**PERIOD)
    assert "No client needs anything now." in screen.words
    assert list(screen.app.dataframe[0].value.need) == ["Nothing now."]


def test_a_gap_of_few_answers_is_hidden(company: Company) -> None:
    company(**answers("Acme"))
    assert list(portfolio(**PERIOD).app.dataframe[0].value.expectation_gap) == [
        "too few answers (1)"
    ]


def test_a_manager_s_portfolio_counts_the_manager_s_clients_alone(company: Company) -> None:
    company(
        clients=[client("a", manager="Mo"), client("b", manager="Jo"), client("c")],
        complaints=[complaint("a"), complaint("b"), complaint("c")],
    )
    assert "3 of 3 clients need something now." in portfolio(**PERIOD).words
    told = portfolio(**PERIOD, manager="Mo").words
    assert "Portfolio of Mo. 1 of 1 clients needs something now. a: complaint open." in told


@pytest.mark.usefixtures("sample_company")
def test_a_reader_meets_only_the_clients_they_may_see(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "reader", lambda: Reader("someone", ("C0004", "C0053")))
    screen = portfolio()
    assert "2 of 2 clients need something now." in screen.words
    assert "Harbour" not in screen.words
    assert "There is no client in this view." in portfolio(client="C0003").words
