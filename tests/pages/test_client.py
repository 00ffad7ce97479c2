from typing import Any

import pytest

from pages.shared import access
from pages.shared.access import Reader
from tests.pages.conftest import Company
from tests.pages.opened import ASKED, Screen, opened

HARBOUR = {"client": "C0003"}
PERIOD = {"since": "2026-09-01", "until": "2026-11-15"}
HOSTILE = "<b>Acme</b> [x](http://y) & 'co'"
NOT_FOUND = "The client of this link is not among yours."


def client(**link: str) -> Screen:
    screen = opened("clients/client.py", **link)
    assert screen.faults == []
    return screen


def picker(screen: Screen) -> Any:
    return screen.app.selectbox(key="client picked")


def drawn(screen: Screen) -> tuple[int, int]:
    """Charts and tables on the screen."""
    return screen.chart_count, len(screen.app.dataframe)


def response(number: int, **more: Any) -> dict[str, Any]:
    row = {"response_id": f"r{number}", "client_id": "a"}
    return {**row, "answered_at": f"2026-10-{number + 1:02} 12:00:00+08", **more}


def of(*responses: dict[str, Any], name: str = "Acme", **more: Any) -> dict[str, Any]:
    return {
        "clients": [{"client_id": "a", "client_name": name, **more}],
        "indicators": ASKED,
        "responses": list(responses),
        "answers": [
            {
                "response_id": row["response_id"],
                "indicator_id": "prompt",
                "minimum": 5,
                "expected": 6,
                "desired": 8,
                "perceived": 6.5,
            }
            for row in responses
        ],
    }


@pytest.mark.usefixtures("sample_company")
def test_the_first_line_is_its_story() -> None:
    said = client(**HARBOUR).sentences[0]
    for part in (
        "Harbour Logistics 海港物流 fell from basic to complaining on 21 October 2026.",
        "A major complaint is open.",
        "It fell by more than noise since",
        "promises to it are past their dates.",
        "Next due: ",
    ):
        assert part in said


@pytest.mark.usefixtures("sample_company")
def test_one_figure_and_four_tables_tell_it() -> None:
    assert drawn(client(**HARBOUR)) == (1, 4)


@pytest.mark.usefixtures("sample_company")
def test_the_card_names_who_is_responsible_and_what_it_is_worth() -> None:
    card = client(**HARBOUR).sentences[2]
    for part in ("Complaining", "since 2026-10-21", "Han Lei 韩磊", "Helen Marsh", "in 3 years"):
        assert part in card


@pytest.mark.usefixtures("sample_company")
def test_the_story_names_the_tiers_it_passed_through() -> None:
    path = "Tiers: loyal → satisfied (2026-07-20) → basic (2026-10-12) → complaining (2026-10-21)."
    assert path in client(**HARBOUR).words


@pytest.mark.usefixtures("sample_company")
def test_without_a_client_there_is_a_list_to_pick_from_and_nothing_else() -> None:
    screen = client()
    assert drawn(screen) == (0, 0)
    assert "60 clients are in view. Pick one to see its story." in screen.words
    assert len(picker(screen).options) == 60


@pytest.mark.usefixtures("sample_company")
def test_picking_one_opens_it_and_keeps_the_period() -> None:
    screen = client(**PERIOD)
    picker(screen).set_value("C0003").run()
    app = screen.app
    assert app.query_params["client"] == "C0003"
    assert app.query_params["since"] == PERIOD["since"]
    assert len(app.get("plotly_chart")) == 1


@pytest.mark.usefixtures("sample_company")
def test_filters_that_leave_some_offer_only_those() -> None:
    screen = client(segment="vip")
    assert 1 < len(picker(screen).options) < 60


@pytest.mark.usefixtures("sample_company")
def test_filters_that_leave_nobody_offer_all_and_clear_themselves() -> None:
    screen = client(segment="vip", region="nowhere")
    assert "No client passes all filters." in screen.words
    picker(screen).set_value("C0003").run()
    assert "region" not in screen.app.query_params


@pytest.mark.usefixtures("sample_company")
@pytest.mark.parametrize("link", ["nobody", "<b>x</b>"])
def test_an_unknown_client_in_the_link_shows_nothing_else(link: str) -> None:
    screen = client(client=link)
    assert drawn(screen) == (0, 0)
    assert NOT_FOUND in screen.words
    assert "Not found among your clients" in "".join(screen.messages)
    assert not [each for each in screen.app.selectbox if each.key == "client picked"]


@pytest.mark.usefixtures("sample_company")
def test_a_forbidden_client_looks_like_an_unknown_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "reader", lambda: Reader("someone", ("C0001", "C0002")))
    screen = client(**HARBOUR)
    assert drawn(screen) == (0, 0)
    assert NOT_FOUND in screen.words
    assert "海港物流" not in screen.words


@pytest.mark.usefixtures("sample_company")
def test_a_reader_is_offered_own_clients_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "reader", lambda: Reader("someone", ("C0001", "C0002")))
    assert len(picker(client()).options) == 2


@pytest.mark.usefixtures("sample_company")
def test_a_reader_of_one_client_sees_it_at_once_beside_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(access, "reader", lambda: Reader("someone", ("C0003",)))
    screen = client()
    assert "海港物流 fell from" in screen.sentences[0]
    assert set(screen.app.dataframe[0].value.base_difference) == {"too few to compare"}


def test_an_empty_warehouse_says_which_file_fills_it(company: Company) -> None:
    company()
    assert "clients.csv" in client().words


def test_a_client_without_any_record_is_silent(company: Company) -> None:
    company(clients=[{"client_id": "a", "client_name": "Acme"}])
    screen = client(**PERIOD)
    assert "Acme is unheard: no answer in 180 days" in screen.sentences[0]
    assert "Silent, which is not the same as content." in screen.words
    assert "It never answered and never complained." in screen.words
    assert "No promise to it is open." in screen.sentences[0]


def test_one_answer_is_too_few_for_a_number(company: Company) -> None:
    company(**of(response(1)))
    screen = client(**PERIOD)
    assert "Gap of expectation: too few answers (1)." in screen.sentences[0]
    assert screen.app.dataframe[0].value.own[0] == "too few answers (1)"


def test_comments_stay_hidden_below_their_minimum(company: Company) -> None:
    company(**of(*(response(number, comment=f"Secret {number}") for number in range(9))))
    screen = client(**PERIOD)
    assert "Too few responses (9) to show comments; they are shown from 10 on." in screen.words
    assert len(screen.app.dataframe) == 1
    assert "Secret" not in str(screen.app.get("plotly_chart")[0].proto)


def test_comments_are_shown_from_their_minimum_on_newest_first(company: Company) -> None:
    company(**of(*(response(number, comment=f"Word {number}") for number in range(10))))
    comments = client(**PERIOD).app.dataframe[1].value.comment
    assert list(comments)[:2] == ["Word 9", "Word 8"]


def test_a_client_that_left_says_when_and_why(company: Company) -> None:
    company(**of(response(1), left_on="2026-11-01", left_because="price"))
    said = client(**PERIOD).sentences[0]
    assert "Acme left us on 1 November 2026. Reason: price." in said
    assert "It was satisfied until 31 October 2026." in said


def test_a_client_to_come_says_from_when(company: Company) -> None:
    company(clients=[{"client_id": "a", "client_name": "Acme", "client_since": "2026-12-01"}])
    assert "Acme is a client only from 1 December 2026 on." in client(**PERIOD).sentences[0]


def test_what_an_internal_client_is_worth_is_not_made_up(company: Company) -> None:
    company(**of(response(1), side="internal"))
    assert "none: an internal client" in client(**PERIOD).words


def test_an_unknown_worth_is_said(company: Company) -> None:
    company(**of(response(1), order_value=10.0))
    assert "unknown: order value, orders or the rate" in client(**PERIOD).words


def test_hostile_words_are_shown_letter_by_letter(company: Company) -> None:
    promise = {
        "promise_id": "1",
        "client_id": "a",
        "what": HOSTILE,
        "promised_on": "2026-10-01",
        "due_on": "2026-11-20",
        "source": "meeting",
    }
    event = {"event_id": "e", "happened_on": "2026-10-05", "label": HOSTILE}
    complaint = {
        "complaint_id": "k",
        "client_id": "a",
        "received_at": "2026-10-05 09:00:00+08",
        "description": HOSTILE,
    }
    responses = [response(number, comment=HOSTILE) for number in range(12)]
    company(
        **of(*responses, name=HOSTILE, manager=HOSTILE),
        promises=[promise],
        events=[event],
        complaints=[complaint],
    )
    screen = client(**PERIOD)
    assert f"{HOSTILE} fell from satisfied to complaining" in screen.sentences[0]
    assert f"Next due: “{HOSTILE}”" in screen.sentences[0]
    assert all("<b>Acme" not in element.proto.body for element in screen.app.get("html"))
