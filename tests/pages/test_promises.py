from typing import Any

import pytest

from tests.pages.conftest import Company
from tests.pages.opened import Screen, named, opened

ALL = {"since": "2026-09-01", "until": "2026-11-15"}
HOSTILE = "<b>Acme</b> [x](http://y)"


def promises(**link: str) -> Screen:
    screen = opened("service/promises.py", **link)
    assert screen.faults == []
    return screen


def promise(promise_id: str, due_on: str, **more: Any) -> dict[str, Any]:
    row = {"client_id": "a", "what": "Visit", "promised_on": "2026-09-01", "source": "meeting"}
    return {"promise_id": promise_id, "due_on": due_on, "made_by": "Li Wei", **row, **more}


def of(*rows: dict[str, Any], name: str = "Acme") -> dict[str, Any]:
    return {"clients": [{"client_id": "a", "client_name": name}], "promises": list(rows)}


@pytest.mark.usefixtures("sample_company")
def test_months_kinds_and_persons_are_drawn_beside_four_tables() -> None:
    screen = promises()
    assert screen.chart_count == 3
    assert len(screen.app.dataframe) == 4


@pytest.mark.usefixtures("sample_company")
def test_the_first_line_says_what_fell_due_and_became_of_it() -> None:
    said = promises().sentences[0]
    for part in ("promised dates fell due:", "done (", "of them late),", "still open."):
        assert part in said
    assert "Kept by the first date:" in said


@pytest.mark.usefixtures("sample_company")
def test_what_is_due_next_and_what_is_past_is_told() -> None:
    told = promises().words
    assert "open promises are due in the next 14 days" in told
    assert "past the date last agreed" in told


@pytest.mark.usefixtures("sample_company")
def test_a_period_before_any_promise_draws_nothing() -> None:
    screen = promises(since="2020-01-01", until="2020-03-31")
    assert screen.chart_count == 0
    assert "No promise is due in this view." in screen.words


@pytest.mark.usefixtures("sample_company")
def test_an_unknown_client_in_the_link_shows_nobody_s_promises() -> None:
    screen = promises(client="nobody")
    assert screen.chart_count == 0
    assert "No promised date fell due in the period." in screen.words


@pytest.mark.usefixtures("sample_company")
def test_a_link_to_one_client_shows_only_its_promises() -> None:
    due = promises(client="C0003").app.dataframe[2].value
    assert set(named(due.client_name)) == {"Harbour Logistics 海港物流"}


def test_an_empty_warehouse_says_which_file_fills_it(company: Company) -> None:
    company()
    assert "promises.csv" in promises().words


def test_one_promise_is_too_few_for_a_share(company: Company) -> None:
    company(**of(promise("1", "2026-10-01", kept_on="2026-10-02")))
    told = promises(**ALL).words
    assert "1 promised date fell due: 1 done (1 of them late), 0 still open." in told
    assert "Too few for a share (1)." in told
    assert "1 person made too few promises to be judged." in told


def test_promises_to_come_alone_are_listed(company: Company) -> None:
    company(**of(promise("1", "2026-11-20")))
    screen = promises(**ALL)
    assert "1 open promise is due in the next 14 days: promise 1." in screen.words
    (due,) = [table.value for table in screen.app.dataframe if "when" in table.value]
    assert list(due.when) == ["in 5 days"]


def test_names_from_data_are_shown_as_they_are(company: Company) -> None:
    company(**of(promise("1", "2026-10-01"), name=HOSTILE))
    assert f"The latest, by 45 days: {HOSTILE}." in promises(**ALL).words


def test_only_the_first_rows_are_sent_and_that_is_said(company: Company) -> None:
    company(**of(*(promise(str(number), "2026-10-01") for number in range(203))))
    screen = promises(**ALL)
    assert len(screen.app.dataframe[2].value) == 200
    assert "The first 200 of 203 are shown; the files have all." in screen.words
