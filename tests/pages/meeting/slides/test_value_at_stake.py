"""The slide of value on small companies: unknown worth, nobody heard, gone, one client."""

from typing import Any

from pages.meeting import weeks
from pages.meeting.slides import value_at_stake
from pages.meeting.slides.model import Slide
from tests.pages.conftest import Company
from tests.pages.meeting.spoken import chart, rows, spoken
from tests.pages.opened import Rows, answers

WORTH = {"order_value": 100_000, "orders_per_year": 2}  # 1 million in five years
LAST = {
    "ticket_id": "last",
    "client_id": "Acme",
    "opened_at": "2026-11-15 09:00:00+08",
    "resolved_at": "2026-11-15 10:00:00+08",
}


def told() -> Slide:
    with spoken():
        return value_at_stake.slide(weeks.of("2026-W46"))


def company_of(perceived: float = 1, **clients: dict[str, Any]) -> dict[str, Rows]:
    """Clients that all gave the same answer: 1 is complaining, 6.5 satisfied."""
    made = answers(*clients)
    for row in made["clients"]:
        row.update(clients[row["client_id"]])
    for row in made["answers"]:
        row["perceived"] = perceived
    return {**made, "tickets": [LAST]}


def test_the_amount_is_called_assumed_and_has_both_cases(company: Company) -> None:
    company(**company_of(Acme=WORTH))
    found = told()
    assert found.finding.startswith("Assumed, not measured: CN¥1M is at stake (CN¥600K to CN¥1.6M)")
    (bars,) = chart(found.panels[0]).series
    assert (bars.values[4], bars.low[4], bars.high[4]) == (1_000_000, 600_000, 1_600_000)
    assert found.panels[1].finding == "Acme: CN¥1M of it."
    assert "assumed" in found.title


def test_own_years_leave_no_range(company: Company) -> None:
    company(**company_of(Acme={**WORTH, "relationship_years": 4}))
    (bars,) = chart(told().panels[0]).series
    assert (bars.values[4], bars.low[4], bars.high[4]) == (800_000, None, None)


def test_unknown_worth_is_counted_apart_and_never_a_zero(company: Company) -> None:
    company(**company_of(Acme=WORTH, Beta={}))
    found = told()
    assert "Of 1 client at stake the worth is not known." in found.panels[1].finding
    assert [line[2] for line in rows(found.panels[1])] == ["CN¥1M", "unknown"]
    assert chart(found.panels[0]).categories[4] == "Complaining (2)"


def test_a_tier_of_unknown_worth_has_no_bar_and_says_so(company: Company) -> None:
    made = company_of(Acme=WORTH, Beta={})
    made["answers"][1]["perceived"] = 6.5
    company(**made)
    drawn = chart(told().panels[0])
    assert (drawn.categories[2], drawn.series[0].values[2]) == ("Satisfied (1, unknown)", None)


def test_where_no_worth_is_known_there_is_only_the_sentence(company: Company) -> None:
    company(**company_of(Acme={}))
    assert told().panels == ()
    assert "order_value" in told().finding


def test_nothing_at_stake_is_said_beside_the_tiers(company: Company) -> None:
    company(**company_of(6.5, Acme=WORTH))
    found = told()
    assert found.finding.startswith("Nothing is at stake")
    assert found.panels[1].body is None


def test_who_left_is_not_at_stake(company: Company) -> None:
    company(**company_of(Acme=WORTH, Beta={**WORTH, "left_on": "2026-11-10"}))
    assert [line[0] for line in rows(told().panels[1])] == ["Acme"]


def test_without_answers_what_is_at_stake_is_not_known(company: Company) -> None:
    client = {"client_id": "Acme", "client_name": "Acme", **WORTH}
    company(clients=[client], tickets=[LAST])
    assert told().panels == ()
    assert told().finding == "What is at stake is not known: no client has been heard."


def test_an_empty_warehouse_names_the_file(company: Company) -> None:
    company()
    assert "clients.csv" in told().finding
