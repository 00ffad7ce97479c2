from typing import Any

import pandas as pd
import pytest

from pages.shared.findings import on_target
from pages.shared.findings.on_target import Share
from tests.pages.shared.findings.conftest import MINIMUM_N, SINCE

COLUMNS = ["kind", "grouped_by", "value", "resolution_within", "resolution_decided"]


def within(*rows: tuple[str, str, str | None, int, int]) -> pd.DataFrame:
    """Rows of `service/within_target`; both clocks the same."""
    told = pd.DataFrame(rows, columns=COLUMNS)
    return told.assign(
        first_response_within=told.resolution_within, first_response_decided=told.resolution_decided
    )


def fault(count: int, decided: int) -> pd.DataFrame:
    return within(("fault", "all", None, count, decided))


def test_each_kind_has_its_share_with_its_interval() -> None:
    rows = within(("fault", "all", None, 18, 20), ("delivery", "all", None, 3, 4))
    assert on_target.overall(rows, MINIMUM_N) == (
        "Resolved within target: fault 90% (70–97) and delivery too few (4)."
    )


def test_a_kind_whose_tickets_all_still_run_in_time_is_not_decided() -> None:
    assert on_target.overall(fault(0, 0), MINIMUM_N) == (
        "Resolved within target: fault none decided yet."
    )


def test_no_ticket_is_said() -> None:
    assert on_target.overall(within(), MINIMUM_N) == "No ticket was opened in the period."
    assert on_target.changes(within(), within(), SINCE, MINIMUM_N) is None


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        ((90, 100), (60, 100), "Fault rose by 30.0 points (18.3–40.8) since 24 August 2026."),
        ((60, 100), (90, 100), "Fault fell by 30.0 points (18.3–40.8) since 24 August 2026."),
        ((60, 100), (65, 100), "No clear change since 24 August 2026."),
        ((60, 100), (3, 4), "There are no earlier tickets to compare with."),
    ],
)
def test_a_change_is_told_only_beyond_noise(now: Any, before: Any, told: str) -> None:
    said = on_target.changes(fault(*now), fault(*before), SINCE, MINIMUM_N)
    assert said == told


def test_newcombe_s_published_example_is_more_than_noise() -> None:
    between = on_target.difference(Share(7, 34), Share(1, 34), MINIMUM_N)
    assert between == pytest.approx((0.019, 0.340), abs=0.001)
    assert on_target.change(Share(7, 34), Share(1, 34), MINIMUM_N) == (
        "+17.6 points (+1.9 to +34.0)"
    )


def test_too_few_are_not_compared() -> None:
    assert on_target.difference(Share(4, 4), Share(1, 34), MINIMUM_N) is None
    assert on_target.change(Share(1, 34), Share(0, 0), 0) == "nothing to compare with"


def test_the_severity_furthest_below_the_rest_of_its_kind_is_named() -> None:
    rows = within(
        ("fault", "severity", "critical", 10, 40),
        ("fault", "severity", "minor", 90, 100),
        ("delivery", "severity", "minor", 1, 40),
    )
    assert on_target.lowest(rows, MINIMUM_N) == (
        "Furthest below its kind: fault, critical, 10 of 40 (25%, 14–40)."
    )


def test_no_severity_is_named_within_noise() -> None:
    rows = within(("fault", "severity", "critical", 8, 10), ("fault", "severity", "minor", 90, 100))
    said = "No severity is clearly below the others of its kind."
    assert on_target.lowest(rows, MINIMUM_N) == said


def test_one_severity_alone_has_nothing_to_stand_against() -> None:
    rows = within(("fault", "severity", "minor", 90, 100))
    said = "Too few tickets are decided to compare severities."
    assert on_target.lowest(rows, MINIMUM_N) == said


def test_few_are_hidden_with_a_second_group_of_the_same_kind() -> None:
    rows = within(
        ("fault", "all", None, 30, 40),
        ("fault", "severity", "critical", 2, 3),
        ("fault", "severity", "major", 8, 12),
        ("fault", "severity", "minor", 20, 25),
    )
    shown = on_target.shown(rows, MINIMUM_N).set_index(["grouped_by", "value"])
    assert shown.share.notna().tolist() == [True, False, False, True]
    assert shown.hidden["severity", "critical"] == "too few (3)"
    assert shown.hidden["severity", "major"].startswith("hidden to protect")
    assert shown.within_count["severity", "critical"] != 2


def test_nothing_within_target_of_a_hidden_pair_hides_a_third() -> None:
    rows = within(
        ("fault", "all", None, 20, 42),
        ("fault", "severity", "critical", 0, 3),
        ("fault", "severity", "major", 0, 4),
        ("fault", "severity", "minor", 20, 35),
        ("fault", "segment", "vip", 8, 12),
        ("fault", "segment", "regular", 12, 30),
    )
    shown = on_target.shown(rows, MINIMUM_N)
    assert shown.share.notna().tolist() == [True, False, False, False, True, True]


def test_kinds_do_not_hide_each_other() -> None:
    rows = within(
        *(("fault", "severity", name, n // 2, n) for name, n in (("critical", 3), ("minor", 20))),
        *(("delivery", "severity", name, 8, n) for name, n in (("critical", 30), ("minor", 20))),
    )
    assert on_target.shown(rows, MINIMUM_N).share.notna().tolist() == [False, False, True, True]


def test_the_lowest_of_many_severities_is_not_named_for_being_lowest() -> None:
    """Alone 19 of 30 against 44 of 50 would be clear; not as the lowest of twelve."""
    one = ("fault", "severity", "critical", 19, 30)
    assert "critical" in on_target.lowest(within(one, ("fault", "severity", "minor", 44, 50)), 5)
    kinds = [(f"kind {n}", "severity", name, 15, 20) for n in range(5) for name in ("a", "b")]
    many = within(one, ("fault", "severity", "minor", 44, 50), *kinds)
    said = "No severity is clearly below the others of its kind."
    assert on_target.lowest(many, MINIMUM_N) == said


def test_rows_stand_under_their_kind() -> None:
    rows = within(
        ("fault", "all", None, 30, 40),
        ("fault", "segment", "vip", 30, 40),
        ("fault", "severity", "major", 30, 40),
        ("delivery", "all", None, 30, 40),
    )
    told = on_target.labelled(on_target.shown(rows, MINIMUM_N))
    assert told.label.tolist() == ["Fault", "major", "VIP", "Delivery"]
    assert told.is_whole.tolist() == [True, False, False, True]


def test_files_have_both_clocks() -> None:
    rows = on_target.both_clocks(fault(30, 40), MINIMUM_N)
    assert rows.clock.tolist() == ["resolution", "first_response"]
    assert rows.share.tolist() == [0.75, 0.75]
