from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from data.builds import Build
from pages.shared import text
from pages.shared.access import Reader
from pages.shared.asker import Asker, speaking
from pages.shared.filters import matching, periods
from pages.shared.filters.choice import Choice, read
from pages.shared.filters.matching import match
from pages.shared.filters.periods import Period
from pages.shared.filters.view import View, digest
from pages.shared.filters.words import counted
from tests.pages.shared.conftest import CLIENTS

USUAL = Period(date(2026, 8, 24), date(2026, 11, 15))
FIELDS = ("client_id", "client_name", "segment", "region", "industry", "manager")
KNOWN = pd.DataFrame(CLIENTS, columns=list(FIELDS))


def day(text: str) -> date:
    return date.fromisoformat(text)


def period(since: str, until: str) -> Period:
    return Period(day(since), day(until))


def chosen(**link: list[str]) -> Choice:
    choice, problems = read(link, USUAL)
    assert problems == ()
    return choice


def viewed(**link: list[str]) -> View:
    choice = chosen(**link)
    return matching.view(choice, KNOWN, match(choice, KNOWN))


@pytest.mark.parametrize(
    ("since", "until", "before"),
    [
        ("2026-11-09", "2026-11-15", ("2026-11-02", "2026-11-08")),  # a week
        ("2026-11-09", "2026-11-11", ("2026-11-02", "2026-11-04")),  # the first days of a week
        ("2026-08-24", "2026-11-15", ("2026-06-01", "2026-08-23")),  # twelve weeks
        ("2026-10-01", "2026-10-31", ("2026-09-01", "2026-09-30")),  # a month
        ("2026-11-01", "2026-11-15", ("2026-10-01", "2026-10-15")),  # the first half of a month
        ("2026-03-01", "2026-03-31", ("2026-02-01", "2026-02-28")),  # February is short
        ("2024-03-01", "2024-03-31", ("2024-02-01", "2024-02-29")),  # and has a leap day
        ("2024-03-01", "2024-03-30", ("2024-02-01", "2024-02-29")),  # never beyond its end
        ("2026-07-01", "2026-09-30", ("2026-04-01", "2026-06-30")),  # a quarter
        ("2026-01-01", "2026-11-15", ("2025-01-01", "2025-11-15")),  # a year so far
        ("2025-01-01", "2025-12-31", ("2024-01-01", "2024-12-31")),  # a year
        ("2026-11-04", "2026-11-13", ("2026-10-25", "2026-11-03")),  # any ten days
        ("2026-06-01", "2026-06-28", ("2026-05-04", "2026-05-31")),  # four weeks from a first
    ],
)
def test_a_period_is_compared_with_the_same_part_of_the_one_before(
    since: str, until: str, before: tuple[str, str]
) -> None:
    assert periods.before(period(since, until), periods.PREVIOUS) == period(*before)


@pytest.mark.parametrize(
    ("since", "until", "before"),
    [
        ("2026-11-09", "2026-11-15", ("2025-11-10", "2025-11-16")),  # weeks keep their weekdays
        ("2026-10-01", "2026-10-31", ("2025-10-01", "2025-10-31")),
        ("2025-02-01", "2025-02-28", ("2024-02-01", "2024-02-29")),  # a whole February
        ("2024-02-01", "2024-02-29", ("2023-02-01", "2023-02-28")),
        ("2024-02-29", "2024-03-10", ("2023-02-28", "2023-03-10")),  # from a leap day
        ("2024-01-10", "2024-02-29", ("2023-01-10", "2023-02-28")),  # to a leap day
    ],
)
def test_a_year_ago_is_the_same_part_of_that_year(
    since: str, until: str, before: tuple[str, str]
) -> None:
    assert periods.before(period(since, until), periods.YEAR) == period(*before)


def test_presets_hang_on_the_newest_record() -> None:
    offered = periods.presets(day("2026-11-11"), day("2024-02-29"))
    assert offered == {
        "week": period("2026-11-09", "2026-11-11"),
        "4-weeks": period("2026-10-19", "2026-11-11"),
        "12-weeks": period("2026-08-24", "2026-11-11"),
        "12-months": period("2025-12-01", "2026-11-11"),
        "year": period("2026-01-01", "2026-11-11"),
        "last-year": period("2025-01-01", "2025-12-31"),
        "all": period("2024-02-29", "2026-11-11"),
    }


def test_a_choice_survives_its_link() -> None:
    choice = Choice(*USUAL, "year", ("vip",), ("N & S", "北,京"), ("",), ("Li Wei",), ("A", "B"))
    assert read(choice.parameters(), USUAL) == (choice, ())


def test_a_link_always_names_its_days() -> None:
    assert chosen().parameters() == {"since": ["2026-08-24"], "until": ["2026-11-15"]}


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("2026-11-15", "2026-11-09", "ends before it begins"),
        ("soon", "2026-11-09", "day that does not exist"),
        ("2026-02-30", "2026-11-09", "day that does not exist"),
        ("0001-01-01", "2026-11-09", "day that does not exist"),
        ("2026-11-09", "9999-12-31", "day that does not exist"),
        ("2027-01-01", "", "ends before it begins"),
    ],
)
def test_an_impossible_period_is_named_and_the_usual_one_shown(
    since: str, until: str, said: str
) -> None:
    choice, problems = read({"since": [since], "until": [until]}, USUAL)
    assert choice.period == USUAL
    assert len(problems) == 1
    assert said in problems[0]


def test_one_day_alone_takes_the_other_from_the_usual_period() -> None:
    assert chosen(since=["2026-11-01"]).period == period("2026-11-01", "2026-11-15")


def test_an_unknown_comparison_is_named() -> None:
    choice, problems = read({"compare": ["nothing"]}, USUAL)
    assert choice.comparison == periods.PREVIOUS
    assert "unknown comparison" in problems[0]


def test_a_link_of_too_many_clients_is_cut_and_says_so() -> None:
    choice, problems = read({"client": [str(number) for number in range(600)]}, USUAL)
    assert len(choice.clients) == 500
    assert "at most 500" in problems[0]


def test_filters_narrow_each_other_and_values_of_one_add_up() -> None:
    assert match(chosen(industry=["Energy"]), KNOWN).client_ids == ("A", "C")
    assert match(chosen(industry=["Energy"], segment=["vip"]), KNOWN).client_ids == ("A",)
    assert match(chosen(client=["A", "B"]), KNOWN).client_ids == ("A", "B")
    assert match(chosen(), KNOWN).client_ids is None


@pytest.mark.parametrize("key", ["client", "segment", "region", "industry", "manager"])
def test_an_unknown_value_matches_nobody_and_is_named(key: str) -> None:
    found = match(chosen(**{key: ["nobody"]}), KNOWN)
    assert found.client_ids == ()
    assert found.missing == ("nobody",)


def test_beside_an_unknown_client_the_known_one_stays() -> None:
    found = match(chosen(client=["A", "nobody"]), KNOWN)
    assert found.client_ids == ("A",)
    assert matching.not_found(found.missing) == "Not found among your clients: “nobody”."


def test_a_view_is_said_in_words() -> None:
    text.use("en")
    link = {"since": ["2026-11-09"], "until": ["2026-11-15"]}
    assert viewed(**link).sentence == (
        "Week 46 of 2026 · 2026-11-09 – 2026-11-15 · against 2026-11-02 – 2026-11-08 · all clients"
    )
    assert viewed(**link, segment=["vip"], client=["A"]).sentence.endswith("VIP · Amber 琥珀")
    assert viewed(**link, client=["nobody"]).sentence.endswith("no client")
    assert viewed(since=["2026-01-01"], until=["2026-12-31"]).sentence.startswith("Year 2026 · ")


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        (("A", "B"), "2 clients, all that this reader sees"),
        (("A",), "1 client, all that this reader sees"),
        ((), "no client"),
    ],
)
def test_a_readers_own_clients_are_not_called_all_there_are(
    seen: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    with speaking(Asker(Reader("Li Wei", seen), "en", Build("none", tmp_path))):
        assert viewed().sentence.endswith(f"· {told}")
        assert viewed(segment=["vip"]).sentence.endswith("· VIP")


def test_where_names_do_not_fit_they_are_counted() -> None:
    text.use("en")
    many = viewed(segment=["vip"], region=["North", "South"], client=["A", "B"])
    assert counted(many) == ["VIP", "2 regions", "2 clients"]
    one = viewed(client=["A"])
    assert counted(one) == ["Amber 琥珀"]
    assert counted(one, also_one=True) == ["1 client"]
    assert counted(viewed(client=["nobody"])) == ["no client"]
    assert counted(viewed()) == ["all clients"]


def test_a_trend_reaches_back_a_year_and_a_comparison_keeps_its_clients() -> None:
    view = viewed(since=["2026-11-09"], until=["2026-11-15"], client=["A"])
    assert (view.trend.since, view.trend.until) == (day("2025-11-01"), day("2026-11-15"))
    assert (view.previous.since, view.previous.until) == (day("2026-11-02"), day("2026-11-08"))
    assert view.trend.client_ids == view.previous.client_ids == ("A",)
    longer = viewed(since=["2020-01-01"], until=["2026-11-15"])
    assert longer.trend.since == day("2020-01-01")


def test_a_scope_names_the_set_of_clients_and_nothing_else() -> None:
    assert digest(("A", "B")) == digest(("B", "A"))
    assert len({digest(None), digest(()), digest(("A",)), digest(("A", "B")), digest(("AB",))}) == 5
    assert viewed(client=["A"]).scope == viewed(segment=["vip"]).scope
