"""What calls for an act before the meeting, and what stays quiet, on small companies."""

from datetime import date, timedelta
from typing import Any

import pytest

from data import warehouse
from data.settings import Settings
from pages.meeting.pack.alerts import Alert, alerts
from pages.shared import access
from pages.shared.access import Reader
from pages.shared.asker import Asker, speaking
from pages.shared.filters import View
from tests.pages.conftest import Company
from tests.pages.meeting.spoken import imported_on
from tests.pages.opened import IMPORTED, Rows, answers

MONDAY = date(2026, 11, 9)
WEEK = timedelta(days=7)


def fired(
    monday: date = MONDAY, reader: Reader = access.EVERYONE, spoken: str = "en"
) -> tuple[Alert, ...]:
    build = warehouse.current(warehouse.default_folder())
    assert build is not None
    week = View(monday, monday + timedelta(6), monday - WEEK, monday - timedelta(1))
    with speaking(Asker(reader, spoken, build)):
        return alerts(week)


def broken(monday: date) -> list[str]:
    start = "broken/promise/"
    return sorted(
        alert.key.removeprefix(start) for alert in fired(monday) if alert.key.startswith(start)
    )


def told(found: tuple[Alert, ...]) -> list[str]:
    return [alert.sentence for alert in found]


def promise(name: str, due_on: str, **more: Any) -> dict[str, Any]:
    return {
        "promise_id": name,
        "client_id": "Acme",
        "what": "Visit",
        "source": "meeting",
        "promised_on": "2026-10-01",
        "due_on": due_on,
        **more,
    }


def scored(perceived: float, count: int, day: str) -> dict[str, Rows]:
    """So many answers of one day, expected 6, desired 8, minimum 4."""
    ids = [f"{day}-{number}" for number in range(count)]
    levels = {"minimum": 4, "expected": 6, "desired": 8, "perceived": perceived}
    return {
        "responses": [
            {"response_id": each, "client_id": "Acme", "answered_at": f"{day} 10:00:00"}
            for each in ids
        ],
        "answers": [{"response_id": each, "indicator_id": "prompt", **levels} for each in ids],
    }


def fall(count: int) -> dict[str, Rows]:
    """From satisfied to complaining in the week, by so many answers at either end."""
    before, now = scored(7, count, "2026-05-15"), scored(1, count, "2026-11-11")
    return {
        **answers("Acme"),
        **{name: [*before[name], *now[name]] for name in before},
    }


def test_a_tier_fallen_is_told_with_the_client_from_where_to_where_and_why(
    company: Company,
) -> None:
    company(**fall(5))
    (alert,) = fired()
    assert alert.key == "fallen/Acme/complaining/2026-11-09"
    assert alert.sentence.startswith("Acme fell from satisfied to complaining (")
    assert fired(MONDAY - WEEK) == ()


def test_a_fall_that_rests_on_few_answers_stays_quiet(company: Company) -> None:
    company(**fall(4))
    assert fired() == ()


def test_promises_broken_in_the_week_and_due_in_the_days_ahead_are_told(company: Company) -> None:
    company(
        **answers("Acme"),
        promises=[
            promise("past", "2026-11-12"),
            promise("kept late", "2026-11-10", kept_on="2026-11-13"),
            promise("kept", "2026-11-10", kept_on="2026-11-10"),
            promise("earlier", "2026-11-07"),
            promise("soon", "2026-11-29", what="*Call*"),
            promise("later", "2026-11-30"),
        ],
    )
    found = fired()
    assert [alert.key for alert in found] == [
        "broken/promise/kept late/2026-11-10",
        "broken/promise/past/2026-11-12",
        "due/promise/soon/2026-11-29",
    ]
    assert found[1].sentence == "A promise to Acme of 2026-11-12 was not kept in time: “Visit”."
    assert found[2].sentence == "A promise to Acme is due on 2026-11-29: “*Call*”."


def test_a_promise_due_on_a_last_day_that_was_not_over_is_told_as_broken_a_week_later(
    company: Company, settings: Settings
) -> None:
    company(
        clients=[{"client_id": "Acme", "client_name": "Acme"}],
        promises=[
            promise("open", "2026-11-08"),
            promise("kept late", "2026-11-08", kept_on="2026-11-09"),
            promise("older", "2026-11-07"),
        ],
    )
    imported_on("2026-11-08", settings)
    assert broken(MONDAY - WEEK) == ["older/2026-11-07"]
    imported_on("2026-11-15", settings)
    assert broken(MONDAY) == ["kept late/2026-11-08", "open/2026-11-08"]


@pytest.mark.parametrize(("promised_on", "is_told"), [(18, True), (19, False), (14, False)])
def test_a_ticket_is_a_breach_ahead_within_the_days_in_which_a_date_presses(
    company: Company, promised_on: int, is_told: bool
) -> None:
    ticket = {
        "ticket_id": "T1",
        "client_id": "Acme",
        "title": None,
        "opened_at": "2026-11-02 10:00:00",
        "promised_at": f"2026-11-{promised_on} 10:00:00",
    }
    company(**answers("Acme"), tickets=[ticket])
    expected = "Promised to Acme for 2026-11-18 and still open: “T1” (fault)."
    ahead = [alert for alert in fired() if alert.key.startswith("breach/")]
    assert told(tuple(ahead)) == [expected] * is_told


def complaints(last: int, monday: date = MONDAY) -> Rows:
    """One a week for thirty weeks, and so many in the last."""
    days = [monday - number * WEEK for number in range(1, 31)] + [monday] * last
    return [
        {
            "complaint_id": f"{number}",
            "client_id": "Acme",
            "received_at": f"{day} 10:00:00",
            "resolved_at": f"{day} 11:00:00",
            "severity": "ordinary",
        }
        for number, day in enumerate(days)
    ]


def test_a_week_of_complaints_out_of_the_ordinary_is_told_once_it_is_whole(
    company: Company,
) -> None:
    company(**answers("Acme"), complaints=complaints(9))
    (alert,) = [each for each in fired() if each.key.startswith("complaints/")]
    assert alert.key.startswith("complaints/2026-11-09/")
    assert "Complaints rose to 9 in" in alert.sentence


def test_in_a_week_that_is_not_over_the_one_before_is_not_told_again(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(IMPORTED, "imported_at", "2026-11-11 20:00:00+08")
    company(**answers("Acme"), complaints=complaints(9, MONDAY - WEEK))
    assert not [each for each in fired() if each.key.startswith("complaints/")]
    (alert,) = [each for each in fired(MONDAY - WEEK) if each.key.startswith("complaints/")]
    assert alert.key.startswith("complaints/2026-11-02/")


def test_limits_from_few_weeks_tell_no_news(company: Company) -> None:
    company(**answers("Acme"), complaints=[*complaints(9)[:8], *complaints(9)[30:]])
    assert not [each for each in fired() if each.key.startswith("complaints/")]


def test_a_reader_hears_of_the_own_clients_only_and_in_the_own_language(company: Company) -> None:
    company(**answers("Acme"), promises=[promise("past", "2026-11-12")])
    assert fired(reader=Reader("Li", ("Other",))) == ()
    (alert,) = fired(reader=Reader("Li", ("Acme",)), spoken="zh-Hans")
    assert alert.key == "broken/promise/past/2026-11-12"


def test_a_company_without_any_data_has_no_alerts(company: Company) -> None:
    company()
    assert fired() == ()


def test_a_complaint_is_not_quoted_as_though_it_were_the_promise(company: Company) -> None:
    complaint = {
        "client_id": "Acme",
        "received_at": "2026-11-02 10:00:00",
        "severity": "ordinary",
        "description": "It fails again",
    }
    past = {**complaint, "complaint_id": "Q1", "promised_at": "2026-11-12 10:00:00"}
    due = {**complaint, "complaint_id": "Q2", "promised_at": "2026-11-18 10:00:00"}
    company(**answers("Acme"), complaints=[past, due])
    assert [each.sentence for each in fired() if "complaint/" in each.key] == [
        "A complaint of Acme was not settled by 2026-11-12 as promised: “It fails again”.",
        "A complaint of Acme is promised to be settled by 2026-11-18: “It fails again”.",
    ]
