"""The line of the Overview that names the finding of the week, opened on small companies."""

import re
from datetime import date, timedelta
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.pages.conftest import Company
from tests.pages.opened import Rows, Screen, answers, opened

LINE = "Finding of the week"
QUIET = "Nothing this week is more than noise."
LINK = re.compile(r'<a href="([^"]+)"')


def overview(**link: str) -> Screen:
    screen = opened("overview/executive.py", **link)
    assert screen.faults == []
    return screen


def line(screen: Screen) -> str:
    return next(sentence for sentence in screen.sentences if sentence.startswith(LINE))


def address(screen: Screen) -> str:
    bodies = [element.proto.body for element in screen.app.get("html")]
    (body,) = [body for body in bodies if LINE in body]
    found = LINK.search(body)
    return unescape(found[1]) if found else ""


def promises(count: int, first: date, days_late: int) -> Rows:
    due = [first + timedelta(days=number % 7) for number in range(count)]
    return [
        {
            "promise_id": f"{first}-{number}",
            "client_id": "Acme",
            "what": "Visit",
            "made_by": "Li Wei",
            "source": "meeting",
            "promised_on": "2026-08-01",
            "due_on": day.isoformat(),
            "kept_on": (day + timedelta(days=days_late)).isoformat(),
        }
        for number, day in enumerate(due)
    ]


def late_week(**more: Any) -> dict[str, Rows]:
    earlier = [
        row for week in range(6) for row in promises(10, date(2026, 9, 21) + week * timedelta(7), 0)
    ]
    return {**answers("Acme"), "promises": [*earlier, *promises(20, date(2026, 11, 5), 3)], **more}


def test_a_quiet_week_is_said_without_a_link(company: Company) -> None:
    company(**answers("Acme"))
    screen = overview()
    assert line(screen).endswith(QUIET)
    assert address(screen) == ""


def test_promises_broken_this_week_are_named_with_a_link_to_their_page(company: Company) -> None:
    company(**late_week())
    screen = overview(since="2026-10-01", until="2026-11-11", compare="year", segment="regular")
    assert "20 promises due this week 0% were kept" in line(screen).replace("\n", " ")
    found = urlsplit(address(screen))
    assert found.path == "promises"
    carried = parse_qs(found.query)
    assert (carried["since"], carried["until"]) == (["2026-10-01"], ["2026-11-11"])
    assert (carried["compare"], carried["segment"]) == (["year"], ["regular"])


def test_who_fell_to_complaining_goes_before_broken_promises(company: Company) -> None:
    complaint = {
        "complaint_id": "1",
        "client_id": "Acme",
        "received_at": "2026-11-10 12:00:00+08",
    }
    company(**late_week(complaints=[complaint]))
    screen = overview(since="2026-10-01", until="2026-11-11")
    assert line(screen).endswith("This week: 1 client fell to complaining: Acme.")
    assert address(screen).startswith("tiers?")


def test_a_hostile_name_is_only_text(company: Company) -> None:
    name = '"><img src=x onerror=alert(1)>'
    found = answers("Acme")
    found["clients"][0]["client_name"] = name
    complaint = {"complaint_id": "1", "client_id": "Acme", "received_at": "2026-11-10 12:00:00+08"}
    company(**found, complaints=[complaint])
    screen = overview()
    assert name in line(screen)
    assert all("<img" not in element.proto.body for element in screen.app.get("html"))


def test_the_week_ends_with_what_is_known(company: Company) -> None:
    """The import was on 15 November: up to then 8 of the 20 fell due in seven days."""
    company(**late_week())
    assert "Of 8 promises due" in line(overview(since="2026-10-01", until="2026-12-31"))
    assert line(overview(since="2026-10-01", until="2026-10-31")).endswith(QUIET)


@pytest.mark.usefixtures("sample_company")
def test_the_sample_has_a_finding() -> None:
    assert not line(overview()).endswith(QUIET)
