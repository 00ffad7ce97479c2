"""Of all that is more than noise, the one finding that matters most."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd
import pytest

from pages.shared import text
from pages.shared.findings import control_weeks, experience, of_the_week
from pages.shared.findings.of_the_week import PROMISES, Candidate, Pair
from pages.shared.findings.shares import Change
from pages.shared.rows import Row
from tests.pages.shared.findings.conftest import MINIMUM_N, SINCE, Frame


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.use("en")
    yield
    text.use("en")


def test_the_first_bad_one_goes_before_all_others() -> None:
    good, bad, later = Candidate("a", "p", is_bad=False), Candidate("b", "p"), Candidate("c", "p")
    assert of_the_week.most_important([None, good, bad, later]) == bad
    assert of_the_week.most_important([None, good]) == good


def test_nothing_beyond_noise_is_said() -> None:
    assert of_the_week.most_important([None, None]) is None
    assert of_the_week.nothing() == "Nothing this week is more than noise."


def test_who_fell_to_complaining_is_named(tiers: Frame) -> None:
    found = of_the_week.fallen(tiers(("Acme", "basic", "complaining"), ("B", "basic", "basic")))
    assert found == Candidate("This week: 1 client fell to complaining: Acme.", "tiers")


@pytest.mark.parametrize("before", ["complaining", None])
def test_who_complained_before_or_was_not_heard_did_not_fall(
    tiers: Frame, before: str | None
) -> None:
    assert of_the_week.fallen(tiers(("Acme", before, "complaining"), ("B", "basic", "b"))) is None


def control(*received: int) -> control_weeks.Control:
    weeks = pd.date_range("2026-05-04", periods=len(received), freq="7D")
    flow = pd.DataFrame({"week": weeks, "received": received, "active_clients": 100})
    record: Row = {"recorded_from": weeks[0], "known_until": weeks[-1] + pd.Timedelta(days=6)}
    return control_weeks.chart(flow.assign(is_partial=False), record, 24, 12, 5)


def test_a_last_week_above_the_usual_is_bad_and_below_is_good() -> None:
    usual = [10, 12, 8, 11, 9, 10, 12, 8, 11, 9, 10, 12, 8, 11, 9, 10, 12, 8, 11, 9, 10, 12, 8, 11]
    since = date(2026, 10, 12)
    high = of_the_week.complaints(control(*usual, 40), since)
    assert high is not None
    assert high.sentence.startswith("Complaints rose to 40 in week 43")
    assert (high.page, high.is_bad) == ("complaints", True)
    low = of_the_week.complaints(control(*usual, 0), since)
    assert low is not None
    assert not low.is_bad
    assert of_the_week.complaints(control(*usual, 10), since) is None
    assert of_the_week.complaints(control(*usual, 40, 10), since) is None


def found(**pairs: tuple[int, int, int, int]) -> list[Candidate]:
    made = {name: Pair(own[:2], own[2:]) for name, own in pairs.items()}
    return of_the_week.kept_and_on_time(made, MINIMUM_N)


def test_promises_clearly_less_kept_are_told_in_points() -> None:
    (one,) = found(promises=(10, 30, 540, 600))
    assert one == Candidate(
        "Of 30 promises due this week 33% were kept, 57 points less than in the twelve weeks before"
        " (difference −71 to −39).",
        "promises",
    )


def test_a_kind_clearly_better_is_good_news_on_its_own_page() -> None:
    (one,) = found(fault=(59, 60, 300, 600))
    assert one.sentence.startswith("Tickets of this week within target (fault): 98% of 60, 48 ")
    assert "points more than" in one.sentence
    assert (one.page, one.is_bad) == ("response-times", False)


def test_the_order_of_promises_and_kinds_is_kept() -> None:
    bad = (10, 30, 540, 600)
    assert [each.page for each in found(**{PROMISES: bad, "fault": bad})] == [
        "promises",
        "response-times",
    ]


@pytest.mark.parametrize("pair", [(25, 30, 540, 600), (0, 4, 540, 600), (0, 30, 4, 4)])
def test_within_noise_or_of_too_few_nothing_is_told(pair: tuple[int, int, int, int]) -> None:
    assert found(promises=pair) == []


def test_of_four_shares_one_that_alone_would_be_clear_is_not_told() -> None:
    one, usual = (23, 30, 540, 600), (27, 30, 540, 600)
    assert len(found(promises=one)) == 1
    assert found(promises=one, fault=usual, requirement=usual, delivery=usual) == []


def test_the_share_of_satisfied_clients_is_told_where_it_moved() -> None:
    fewer = of_the_week.satisfied(Change(0, 12, 53), SINCE, MINIMUM_N)
    assert fewer == Candidate(
        "Clients satisfied or better: 23 points fewer than on 24 August 2026 (10–33).", "tiers"
    )
    more = of_the_week.satisfied(Change(12, 0, 53), SINCE, MINIMUM_N)
    assert more is not None
    assert not more.is_bad
    for within_noise in (Change(3, 2, 53), Change(0, 4, 4), Change(0, 0, 0)):
        assert of_the_week.satisfied(within_noise, SINCE, MINIMUM_N) is None


def drift(change: float, spread: float = 0.5, n: int = 40) -> pd.DataFrame:
    row: dict[str, Any] = {
        "dimension": "overall",
        "client_count": n,
        "perceived_change": change,
        "expected_change": 0.0,
        "gap_change": change,
        "gap_change_spread": spread,
    }
    return pd.DataFrame([row])


def test_the_gap_is_told_where_its_change_is_clear() -> None:
    worse = of_the_week.gap(drift(-0.4), MINIMUM_N, 600)
    assert worse is not None
    assert "the gap worsened by 0.4 because service fell" in worse.sentence
    assert (worse.page, worse.is_bad) == ("expectations", True)
    better = of_the_week.gap(drift(0.4), MINIMUM_N, 600)
    assert better is not None
    assert not better.is_bad
    for quiet in (drift(-0.1), drift(-0.4, n=4), drift(-0.4, spread=3), drift(0).head(0)):
        assert of_the_week.gap(quiet, MINIMUM_N, 600) is None


def test_clients_clearly_worse_go_before_those_clearly_better() -> None:
    sides = [experience.WORSE, experience.BETTER, experience.UNCLEAR, None]
    rows = pd.DataFrame(
        {"client_name": list("ABCD"), "perceived_change": [-2.0, 1.5, 0.1, 0.0], "side": sides}
    )
    assert of_the_week.clients(rows) == [
        Candidate("Clearly worse than before: A (−2.0).", "expectations"),
        Candidate("Clearly better than before: B (+1.5).", "expectations", is_bad=False),
    ]
    assert of_the_week.clients(rows[rows.side == experience.UNCLEAR]) == []
