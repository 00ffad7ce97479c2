"""The slide of problems on small companies: nobody's, undated, hostile, none."""

from typing import Any

from pages.meeting import weeks
from pages.meeting.slides import problems
from pages.meeting.slides.model import Slide
from pages.shared.access import Reader
from tests.pages.conftest import Company
from tests.pages.meeting.spoken import rows, spoken, table
from tests.pages.opened import Rows

HOSTILE = "=cmd|'/c calc'!A1 <img src=x onerror=alert(1)> " + "长" * 60


def told(name: str = "2026-W46", **clients: tuple[str, ...]) -> Slide:
    reader = Reader("someone", clients.get("client_ids"))
    with spoken(reader=reader):
        return problems.slide(weeks.of(name))


def ticket(name: str, **more: Any) -> dict[str, Any]:
    row = {"ticket_id": name, "client_id": "Acme", "title": "It stops", "owner": "Li"}
    return {**row, "opened_at": "2026-10-01 10:00:00+08", **more}


# A record of the last day, so that the week is known to its end.
LAST = ticket("last", opened_at="2026-11-15 09:00:00+08", resolved_at="2026-11-15 10:00:00+08")


def clients(*names: str) -> Rows:
    return [{"client_id": name[:4], "client_name": name} for name in names]


def test_client_owner_date_and_reason_stand_in_each_row(company: Company) -> None:
    late = {"promised_at": "2026-11-10 10:00:00+08", "severity": "critical"}
    company(clients=clients("Acme"), tickets=[ticket("a", **late), LAST])
    found = told()
    assert rows(found.panels[0]) == [
        ["Acme", "It stops", "Critical fault, 5 days past its date", "Li", "2026-11-10"]
    ]
    assert found.finding == (
        "1 problem is open, 1 past its date, 0 more due within 3 days."
        " First: Acme (critical fault, 5 days past its date)."
    )


def test_one_of_some_is_past_its_date(company: Company) -> None:
    late = ticket("a", promised_at="2026-11-01 10:00:00+08", severity="critical")
    company(clients=clients("Acme"), tickets=[late, ticket("b"), LAST])
    found = told()
    assert found.finding.startswith("2 problems are open, 1 past its date, 0 more due")


def test_what_nobody_has_and_what_has_no_date_is_said(company: Company) -> None:
    given = [{**ticket("a"), "owner": None}, LAST]
    company(clients=clients("Acme"), tickets=given)
    panel = told().panels[0]
    assert rows(panel) == [["Acme", "It stops", "Minor fault", "nobody", "no date"]]
    assert "1 has no owner." in panel.finding


def test_more_than_fit_are_counted_and_all_are_in_the_file(company: Company) -> None:
    company(clients=clients("Acme"), tickets=[LAST, *(ticket(str(place)) for place in range(9))])
    panel = told().panels[0]
    assert (len(table(panel).rows), table(panel).left_out, len(panel.answer)) == (6, 3, 9)


def test_a_long_reason_is_whole_though_fewer_rows_fit(company: Company) -> None:
    moved = {"reopened_count": 12, "handover_count": 12, "severity": "critical"}
    late = {"promised_at": "2026-10-10 10:00:00+08", **moved}
    vip = [{**clients("Acme")[0], "segment": "vip"}]
    company(clients=vip, tickets=[LAST, *(ticket(str(place), **late) for place in range(9))])
    panel = told().panels[0]
    assert (len(table(panel).rows), table(panel).left_out) == (4, 5)
    assert {line[2] for line in rows(panel)} == {
        "Critical fault, 36 days past its date, VIP client, reopened 12 times, handed over 12 times"
    }


def test_the_week_before_is_counted_as_it_was_then(company: Company) -> None:
    new = {"opened_at": "2026-11-11 10:00:00+08"}
    gone = {"resolved_at": "2026-11-11 10:00:00+08"}
    company(clients=clients("Acme"), tickets=[ticket("a"), ticket("b"), ticket("c", **new), LAST])
    assert told().panels[0].finding.startswith("A week before, 2 were open and 0 past their ")
    company(clients=clients("Acme"), tickets=[ticket("a", **gone), LAST])
    assert told().finding == "No problem is open; 1 was a week before."
    company(clients=clients("Acme"), tickets=[LAST])
    assert told().finding == "No problem is open."


def test_nothing_recorded_names_the_files(company: Company) -> None:
    company(clients=clients("Acme"))
    found = told()
    assert found.panels == ()
    assert "tickets.csv" in found.finding


def test_hostile_names_are_cut_to_the_room_they_have(company: Company) -> None:
    company(
        clients=[{"client_id": "Acme", "client_name": HOSTILE}],
        tickets=[ticket("a", title=HOSTILE), LAST],
    )
    found = told()
    assert rows(found.panels[0])[0][0].endswith("…")
    assert len(found.finding) <= 150


def test_a_reader_sees_the_problems_of_own_clients_alone(company: Company) -> None:
    other = {"client_id": "Beta"}
    company(clients=clients("Acme", "Beta"), tickets=[ticket("a"), ticket("b", **other), LAST])
    assert [line[0] for line in rows(told(client_ids=("Beta",)).panels[0])] == ["Beta"]
    assert len(told().panels[0].answer) == 2
