import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.shared.findings import shares
from queries.statistics import intervals
from tests.pages.shared.findings.conftest import MINIMUM_N, SINCE, Frame

STAYED = [(f"Client {number}", "satisfied", "satisfied") for number in range(41)]
LOW = [(f"Low {number}", "basic", "basic") for number in range(14)]


def test_headline_tells_share_interval_change_and_who_fell(tiers: Frame) -> None:
    fallen = [(name, "basic", "complaining") for name in "ABC"]
    said = shares.headline(tiers(*STAYED, *LOW, *fallen), SINCE, MINIMUM_N)
    assert said == (
        "41 of 58 clients are satisfied or better (71%, 58–81)."
        " No clear change since 24 August 2026."
        " 3 clients fell to complaining: A, B and C."
    )


def test_a_fall_beyond_noise_is_told_in_points(tiers: Frame) -> None:
    fallen = [(f"Fallen {number}", "loyal", "basic") for number in range(12)]
    said = shares.headline(tiers(*STAYED, *fallen), SINCE, MINIMUM_N)
    assert "The share fell by 23 points (10–33) since 24 August 2026" in said
    assert said.endswith("Nobody fell to complaining.")


def test_more_than_three_fallen_are_counted_not_named(tiers: Frame) -> None:
    fallen = [(f"Fallen {number}", "loyal", "complaining") for number in range(4)]
    said = shares.fell_to_complaining(tiers(*fallen))
    assert said == "4 clients fell to complaining."


def test_one_fallen_client_is_singular(tiers: Frame) -> None:
    said = shares.fell_to_complaining(tiers(("Acme", "basic", "complaining")))
    assert said == "1 client fell to complaining: Acme."


def test_too_few_heard_clients_have_no_share(tiers: Frame) -> None:
    said = shares.satisfied_share(tiers(*STAYED[:4]), MINIMUM_N)
    assert said == "Too few clients were heard for a share (4)."


def test_share_is_told_from_the_minimum_on(tiers: Frame) -> None:
    said = shares.satisfied_share(tiers(*STAYED[:5]), MINIMUM_N)
    assert said == "5 of 5 clients are satisfied or better (100%, 57–100)."


def test_without_an_earlier_tier_no_change_is_told(tiers: Frame) -> None:
    now = [(name, None, "loyal") for name in "ABCDE"]
    said = shares.headline(tiers(*now), SINCE, MINIMUM_N)
    assert said.endswith("There are no earlier answers to compare with.")


def test_too_few_heard_both_times_have_no_change(tiers: Frame) -> None:
    change = shares.Change(gained=1, lost=0, heard=4)
    said = shares.change_since(change, SINCE, MINIMUM_N)
    assert said == "Too few clients were heard both times to state a change (4)."


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (0, "No client in view was active."),
        (1, "The one client has not been heard: no answer, no major or overdue complaint."),
        (
            12,
            "None of the 12 clients has been heard: no answer, no major or overdue complaint.",
        ),
    ],
)
def test_a_base_that_is_not_heard_says_so(tiers: Frame, count: int, sentence: str) -> None:
    unheard = [(f"Client {number}", None, None) for number in range(count)]
    assert shares.headline(tiers(*unheard), SINCE, MINIMUM_N) == sentence


def test_clients_that_left_are_no_change_of_the_share(moves: Frame) -> None:
    rows = moves(("loyal", "left", 3), ("basic", "satisfied", 2), ("loyal", "loyal", 5))
    assert shares.change_of_moves(rows) == shares.Change(gained=2, lost=0, heard=7)


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 40))
def test_more_than_noise_is_said_only_where_interval_and_mcnemar_agree(
    gained: int, lost: int, stayed: int
) -> None:
    heard = gained + lost + stayed
    if heard < MINIMUM_N:
        return
    change = shares.Change(gained, lost, heard)
    found = shares.difference(change)
    told = shares.change_since(change, SINCE, MINIMUM_N)
    is_said = told.startswith(("The share rose", "The share fell"))
    assert is_said == found.is_more_than_noise
    assert not is_said or intervals.mcnemar(gained, lost) < 0.05
    assert found.low <= found.value <= found.high
    assert is_said or found.low <= 0 <= found.high


def test_a_borderline_that_only_the_approximate_interval_sees_is_no_clear_change() -> None:
    """15 against 6 of 60: the interval alone leaves out 0, McNemar's p is 0.0525."""
    assert intervals.paired_difference(15, 6, 60).is_more_than_noise
    told = shares.change_since(shares.Change(15, 6, 60), SINCE, MINIMUM_N)
    assert told == "No clear change since 24 August 2026."
    assert shares.difference(shares.Change(15, 6, 60)).low == 0


def test_months_tell_the_crossings_beside_the_verdict(moves: Frame) -> None:
    rows = moves(("loyal", "loyal", 40), ("loyal", "basic", 3), ("basic", "loyal", 2))
    assert shares.over_time(rows, SINCE, MINIMUM_N) == (
        "No clear change since 24 August 2026."
        " 2 of 45 clients rose to satisfied or better, 3 fell below it."
    )
