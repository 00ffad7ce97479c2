"""The slide of complaints on small companies: quiet, unusual, cut short, few."""

from datetime import date, timedelta

import pytest

from pages.meeting import weeks
from pages.meeting.slides import complaints
from pages.meeting.slides.model import Slide
from tests.pages.conftest import Company
from tests.pages.meeting.spoken import chart, spoken
from tests.pages.opened import IMPORTED, Rows

MONDAY = date(2026, 11, 9)
CLIENT = {"client_id": "Acme", "client_name": "Acme"}


def told(name: str = "2026-W46") -> Slide:
    with spoken():
        return complaints.slide(weeks.of(name))


def received(*days: date, cause: str = "technical") -> Rows:
    return [
        {
            "complaint_id": f"{place}",
            "client_id": "Acme",
            "received_at": f"{day} 10:00:00+08",
            "resolved_at": f"{day} 18:00:00+08",
            "severity": "ordinary",
            "cause": cause,
        }
        for place, day in enumerate(days)
    ]


def steady(last: int, weeks_back: int = 30) -> list[date]:
    """One and three a week by turns, and so many in the last week."""
    weeks_ago = (back for back in range(1, weeks_back) for _each in range(1 + back % 2 * 2))
    usual = [MONDAY - timedelta(weeks=back) for back in weeks_ago]
    return [*usual, *([MONDAY] * last)]


def test_without_any_complaint_the_file_that_is_missing_is_named(company: Company) -> None:
    company(clients=[CLIENT])
    found = told()
    assert found.panels == ()
    assert "complaints.csv" in found.finding


def test_a_week_beyond_its_limits_is_said_first(company: Company) -> None:
    company(clients=[CLIENT], complaints=received(*steady(19), MONDAY + timedelta(days=6)))
    found = told()
    assert found.finding.startswith("Complaints rose to 20 in week 46 of 2026, above the usual ")
    drawn = {each.name: each.values for each in chart(found.panels[0]).series}
    assert drawn["out of the ordinary"][-1] == 20
    assert drawn["complaints"][-2:] == (3, 20)


def test_a_usual_week_is_called_so_and_marks_nothing(company: Company) -> None:
    company(clients=[CLIENT], complaints=received(*steady(1), MONDAY + timedelta(days=6)))
    found = told()
    assert found.panels[0].finding.startswith("Week 46 of 2026 is not out of the ordinary: 2, ")
    assert "out of the ordinary" not in {each.name for each in chart(found.panels[0]).series}


def test_a_week_that_is_not_over_is_said_and_neither_joined_nor_judged(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(IMPORTED, "imported_at", "2026-11-11 20:00:00+08")
    wednesday = MONDAY + timedelta(days=2)
    company(clients=[CLIENT], complaints=received(*steady(3), wednesday))
    found = told()
    assert found.finding.startswith("Up to 11 November 2026, against the same days of the week ")
    assert "4 complaints were received (3 in the period before)" in found.finding
    assert "Week 45 of 2026 is not out of the ordinary: 3" in found.panels[0].finding
    assert found.panels[0].finding.endswith("This week is not over.")
    drawn = {each.name: each.values for each in chart(found.panels[0]).series}
    assert drawn["part of a week"][-1] == 4
    assert drawn["complaints"][-1] is drawn["average"][-1] is None


def test_few_complaints_have_counts_but_no_shares(company: Company) -> None:
    company(clients=[CLIENT], complaints=received(*steady(1, weeks_back=2)))
    panel = told().panels[1]
    assert chart(panel).series[0].labels == ("4",)
    assert panel.finding == "In twelve weeks: 4 complaints."
    assert panel.interval is None


def test_twelve_weeks_without_any_show_no_bars(company: Company) -> None:
    long_ago = [MONDAY - timedelta(weeks=back) for back in range(20, 30)]
    ticket = {"ticket_id": "t", "client_id": "Acme", "opened_at": "2026-11-15 09:00:00+08"}
    company(clients=[CLIENT], complaints=received(*long_ago), tickets=[ticket])
    panel = told().panels[1]
    assert panel.body is None
    assert panel.finding == "In twelve weeks: 0 complaints."


@pytest.mark.parametrize("name", ["2026-W50", "2019-W02"])
def test_a_week_ahead_or_before_all_records_shows_nothing(company: Company, name: str) -> None:
    company(clients=[CLIENT], complaints=received(*steady(2)))
    assert told(name).panels == ()
