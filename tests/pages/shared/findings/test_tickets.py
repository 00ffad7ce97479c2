from datetime import date
from typing import Any

import pandas as pd

from data.settings import Few
from pages.shared.findings import tickets
from pages.shared.suppression import in_words
from tests.pages.shared.findings.conftest import MINIMUM_N

FEW = Few()
DAY = date(2026, 11, 15)


def states(**counts: int) -> pd.DataFrame:
    """One row of `service/states`."""
    row = {name: counts.get(name, 0) for name in (*tickets.OPEN, *tickets.CLOSED)}
    return pd.DataFrame([{"kind": "fault", "ticket_count": sum(row.values()), **row}])


def buckets(*counts: int, clock: str = "resolution") -> pd.DataFrame:
    """Rows of `service/time_buckets` with the bounds 1, 2 and none."""
    return pd.DataFrame(
        {"kind": "fault", "clock": clock, "up_to_hours": [1, 2, None], "ticket_count": counts}
    )


def handovers(*rows: dict[str, Any]) -> pd.DataFrame:
    """Rows of `service/handovers`."""
    usual = {
        "kind": "fault",
        "handovers": 0,
        "ticket_count": 20,
        "first_owner_count": 15,
        "reopened_count": 1,
        "working_resolution_hours_p50": 8.0,
        "owner_known_count": 20,
    }
    return pd.DataFrame([{**usual, **row} for row in rows], columns=list(usual))


def clients(*rows: dict[str, Any]) -> pd.DataFrame:
    """Rows of `service/times_by_client`."""
    usual = {
        "client_id": "a",
        "client_name": "Acme",
        "kind": "fault",
        "ticket_count": 10,
        "open_count": 0,
        "resolution_decided": 10,
        "resolution_within": 8,
        "working_first_response_hours_p50": 1.0,
        "working_resolution_hours_p50": 8.0,
        "first_response_count": 10,
    }
    return pd.DataFrame([{**usual, **row} for row in rows], columns=list(usual))


def test_open_late_and_kept_are_told() -> None:
    said = tickets.states(states(running=3, breached_open=1, met=9, breached_closed=1), MINIMUM_N)
    assert said == (
        "4 of 14 tickets opened in the period are open, 1 past the promised time."
        " Of those resolved with a promised time, 9 of 10 (90%, 60–98) met it."
    )


def test_one_ticket_without_a_promise_has_no_share() -> None:
    assert tickets.states(states(without_promise=1), MINIMUM_N) == (
        "0 of 1 ticket opened in the period is open, 0 past the promised time."
    )
    assert tickets.states(states(), MINIMUM_N) == "No ticket was opened in the period."


def test_open_tickets_are_counted_by_kind_and_by_age() -> None:
    ageing = pd.DataFrame(
        {
            "kind": ["fault", "fault", "delivery"],
            "from_days": [0, 30, 90],
            "open_count": [2, 1, 3],
            "breached_count": [0, 1, 1],
        }
    )
    assert tickets.ages(ageing, DAY) == (
        "6 tickets were open on 15 November 2026: fault 3 and delivery 3."
        " 4 for 30 days or more, 2 past the promised time."
    )
    assert tickets.ages(ageing.head(0), DAY) == "No ticket was open on 15 November 2026."


def test_the_fullest_bucket_is_named_in_words() -> None:
    start = "Resolved most often within: fault "
    assert tickets.spread(buckets(9, 1, 1), MINIMUM_N) == f"{start}1 working hours."
    assert tickets.spread(buckets(1, 9, 1), MINIMUM_N) == f"{start}1–2 working hours."
    assert tickets.spread(buckets(1, 1, 9), MINIMUM_N) == f"{start}more than 2 working hours."
    assert tickets.spread(buckets(1, 1, 2), MINIMUM_N) == f"{start}too few (4)."
    none = buckets(9, 9, 9, clock="first_response")
    assert tickets.spread(none, MINIMUM_N) == "No ticket was opened in the period."


def test_the_busiest_hour_and_the_weekend_are_told() -> None:
    hours = pd.DataFrame(
        {"weekday": [1, 2, 6, 7], "hour": [9, 10, 9, 9], "opened_count": [3, 9, 2, 1]}
    )
    assert tickets.load(hours) == (
        "The busiest hour: Tuesday 10:00–11:00, 9 of 15 tickets. At weekends 3."
    )
    quiet = hours.assign(opened_count=0)
    assert tickets.load(quiet) == "No ticket was opened in the period."


def test_the_first_owner_s_share_is_of_known_owners() -> None:
    rows = handovers({}, {"owner_known_count": 20, "first_owner_count": 0})
    assert tickets.kept_by_first(rows, MINIMUM_N) == (
        "The person first asked resolved 15 of 40 (38%, 24–53) of the tickets."
    )


def test_unknown_owners_are_too_few() -> None:
    rows = handovers({"owner_known_count": 4, "first_owner_count": 4})
    said = tickets.kept_by_first(rows, MINIMUM_N)
    assert said == "Resolved by the person first asked: too few (4)."
    assert tickets.kept_by_first(handovers(), MINIMUM_N) == "No ticket was resolved in the period."


def test_handovers_of_few_tickets_are_hidden() -> None:
    rows = handovers({}, {"handovers": 1, "ticket_count": 4}, {"handovers": 2, "ticket_count": 6})
    shown = tickets.handed_over(rows, FEW)
    assert shown.first_owner_share.notna().tolist() == [True, False, False]
    assert shown.hidden[1] == "too few (4)"
    assert shown.hidden[2].startswith("hidden to protect")
    assert shown.working_resolution_hours_p50.notna().tolist() == [True, False, True]


def test_unknown_numbers_of_handovers_are_not_known_rather_than_few() -> None:
    rows = handovers({"handovers": None, "ticket_count": 4}, {"handovers": 0}, {"handovers": 3})
    shown = tickets.handed_over(rows.astype({"handovers": "Int64"}), FEW)
    assert in_words(shown).handovers.tolist() == ["–", "0", "3 or more"]


def test_the_clients_missed_most_are_named() -> None:
    rows = clients(
        {},
        {"kind": "delivery", "resolution_within": 9},
        {"client_id": "b", "client_name": "Bolt", "resolution_within": 3},
        {"client_id": "c", "client_name": "Cedar", "resolution_within": 10},
    )
    assert tickets.most_missed(rows) == (
        "Targets were missed for 2 clients. Most often: Bolt (7) and Acme (3)."
    )
    assert tickets.most_missed(rows.tail(1)) == "No client's target was missed."


def test_a_client_s_few_tickets_have_no_share_and_no_median() -> None:
    counts = {"ticket_count": 5, "first_response_count": 5}
    few = {"resolution_decided": 4, "resolution_within": 3, **counts}
    other = {"resolution_decided": 3, "resolution_within": 2, "kind": "delivery"}
    shown = tickets.by_client(clients({}, few, {"resolution_decided": 9}, other), FEW)
    assert shown.within_share.notna().tolist() == [True, False, False, False]
    assert shown.hidden.fillna("").tolist() == [
        "",
        "too few (4)",
        "hidden to protect a smaller group (9)",
        "too few (3)",
    ]
    assert shown.resolution_within.notna().tolist() == [True, False, False, False]
    assert shown.working_resolution_hours_p50.tolist() == [8.0, "too few (5)", 8.0, 8.0]
    short = tickets.in_short(shown, {"client_name": "client_name", "within_share": "share"})
    assert list(short) == ["client_name", "share", "hidden"]
