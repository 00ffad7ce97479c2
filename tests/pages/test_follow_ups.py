"""The follow-ups of today: three cards, made from the record alone."""

import re
from typing import Any

import pytest

from pages.shared import access
from pages.shared.access import Reader
from tests.pages.conftest import Company
from tests.pages.opened import Rows, Screen, opened

PERIOD = {"since": "2026-09-01", "until": "2026-11-15"}
HOSTILE = "<b>Acme</b> [x](http://y)"


def follow_ups(**link: str) -> Screen:
    screen = opened("clients/follow_ups.py", **link)
    assert screen.faults == []
    return screen


def response(number: str, client_id: str, on: str, **more: Any) -> dict[str, Any]:
    row = {"response_id": number, "client_id": client_id, "answered_at": f"{on} 12:00:00+08"}
    return {**row, **more}


def promise(client_id: str, due_on: str, **more: Any) -> dict[str, Any]:
    row = {"promise_id": f"{client_id} {due_on}", "client_id": client_id, "due_on": due_on}
    made = {"what": "Send the plan", "promised_on": "2026-10-01", "source": "meeting"}
    return {**row, **made, **more}


def clients(*names: str, **more: Any) -> Rows:
    return [{"client_id": name, "client_name": name, **more} for name in names]


@pytest.mark.usefixtures("sample_company")
def test_three_clients_are_named_with_the_reason() -> None:
    screen = follow_ups()
    said = screen.sentences[0]
    assert "Call today: Golden Bridge Leasing 金桥租赁 (silent for 564 days)," in said
    assert "Harbour Logistics 海港物流 (fell from satisfied to complaining) and" in said
    for heading in ("Silent the longest:", "Fell the furthest:", "Promised and due:"):
        assert sum(heading in sentence for sentence in screen.sentences) == 1


@pytest.mark.usefixtures("sample_company")
def test_a_card_says_what_to_say_and_what_not_to_do_from_the_record() -> None:
    card = next(text for text in follow_ups().sentences if "Fell 2 tiers" in text)
    assert "Its major complaint of 21 October 2026 (broken promise) is open" in card
    assert "Steps still missing: restated, apologised" in card
    assert "It gets 0.8 points of ten less than it expects (n = 319" in card
    assert "Do not call before Helen Marsh knows of the major complaint." in card
    assert "Han Lei 韩磊, its project manager." in card


@pytest.mark.usefixtures("sample_company")
def test_the_next_candidates_are_none_of_the_three() -> None:
    screen = follow_ups()
    named = "".join(screen.app.dataframe[0].value.client_name)
    called = re.findall(r"(?:today: |\), | and )(.+?) \(", screen.sentences[0])
    assert len(called) == 3
    assert not [name for name in called if name in named]


@pytest.mark.usefixtures("sample_company")
def test_an_unknown_client_in_the_link_calls_nobody() -> None:
    screen = follow_ups(client="nobody")
    assert "Call today" not in screen.words
    assert "No client was active in this view." in screen.words


def test_an_empty_warehouse_says_which_file_fills_it(company: Company) -> None:
    company()
    assert "clients.csv" in follow_ups().words


def test_nobody_to_call_is_said(company: Company) -> None:
    company(clients=clients("a"), responses=[response("1", "a", "2026-11-01", recommend=9)])
    screen = follow_ups(**PERIOD)
    assert "No client has been silent for 90 days or more." in screen.words
    assert "No client fell since 1 September 2026." in screen.words
    assert "Nothing is past its date or due within 14 days." in screen.words
    assert len(screen.app.dataframe) == 0


def test_a_client_first_for_two_reasons_leaves_the_other_to_the_next(company: Company) -> None:
    company(
        clients=clients("a", "b"),
        responses=[response("1", "a", "2026-05-01"), response("2", "b", "2026-11-01")],
        promises=[promise("a", "2026-10-10"), promise("b", "2026-11-01")],
    )
    said = follow_ups(**PERIOD).sentences[0]
    assert "Call today: a (silent for 198 days) and b (promise 14 days past its date)." in said
    assert "No other client fell since 1 September 2026." in said


def test_hostile_words_stay_words(company: Company) -> None:
    company(
        clients=[{"client_id": "a", "client_name": HOSTILE, "manager": "<i>Mo</i>"}],
        promises=[promise("a", "2026-11-10", what="<script>x</script>", made_by="<u>Jo</u>")],
    )
    screen = follow_ups(**PERIOD)
    bodies = [element.proto.body for element in screen.app.get("html")]
    for tag in ("<script>", "<i>Mo", "<u>Jo", "<b>Acme"):
        assert not any(tag in body for body in bodies)
    assert "“<script>x</script>”" in screen.words
    assert "Do not promise a new date before <u>Jo</u> has agreed to it." in screen.words
    assert "<i>Mo</i>, its project manager." in screen.words


def test_the_card_links_to_the_client_s_page_in_the_same_period(company: Company) -> None:
    company(clients=clients('a"&b'), promises=[promise('a"&b', "2026-11-10")])
    bodies = [element.proto.body for element in follow_ups(**PERIOD).app.get("html")]
    (card,) = [body for body in bodies if "<a href" in body]
    link = "client?since=2026-09-01&amp;until=2026-11-15&amp;client=a%22%26b&amp;lang=en"
    assert f'<a href="{link}" target="_self"' in card


@pytest.mark.parametrize(("count", "is_said"), [(10, True), (9, False)])
def test_words_of_a_client_need_enough_answers_around_them(
    company: Company, count: int, is_said: bool
) -> None:
    rows = [response(str(n), "a", "2026-10-01", comment="Slow again") for n in range(count)]
    company(clients=clients("a"), responses=rows, promises=[promise("a", "2026-11-10")])
    words = follow_ups(**PERIOD).words
    assert ("Its last words, on 1 October 2026: “Slow again”" in words) is is_said


def test_a_gap_of_few_answers_is_not_stated(company: Company) -> None:
    company(
        clients=clients("a"),
        responses=[response("1", "a", "2026-10-01", recommend=9)],
        promises=[promise("a", "2026-11-10")],
    )
    assert "Its gap cannot be stated: too few answers (1)." in follow_ups(**PERIOD).words


def test_nobody_is_named_where_there_is_no_manager(company: Company) -> None:
    company(clients=clients("a"), promises=[promise("a", "2026-11-29")])
    screen = follow_ups(**PERIOD)
    assert "Nobody is named as its manager: decide who calls." in screen.words
    assert "What not to do" not in screen.words


@pytest.mark.usefixtures("sample_company")
def test_a_reader_calls_only_clients_they_may_see(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "reader", lambda: Reader("someone", ("C0053",)))
    screen = follow_ups()
    assert "Call today: Golden Bridge Leasing 金桥租赁 (silent for 564 days)." in screen.words
    assert "Harbour" not in screen.words
    assert "Call today" not in follow_ups(client="C0003").words


def test_a_company_that_brings_only_tickets_is_told_of_its_dates(company: Company) -> None:
    row = {"ticket_id": "t", "client_id": "a", "opened_at": "2026-01-05 09:00:00+08"}
    company(clients=clients("a"), tickets=[{**row, "promised_at": "2026-11-10 09:00:00+08"}])
    said = follow_ups(**PERIOD).words
    assert "Call today: a (fault 5 days past its date)." in said
    assert "Fault of 5 January 2026 t: promised for 10 November 2026 and 5 days past." in said
    assert "No other client has been silent for 90 days or more." in said
