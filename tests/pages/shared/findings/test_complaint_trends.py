"""Rising or not, keeping pace or not: claimed only beyond noise, counts always said."""

import pandas as pd
import pytest

from pages.shared.findings import complaint_trends
from pages.shared.findings.complaint_trends import Comparison, Period
from tests.pages.shared.findings.conftest import MINIMUM_N

BEFORE, YEAR_AGO = Comparison(False, 1.0), Comparison(True, 1.0)


def period(received: int, resolved: int = 0, backlog: int = 0, exposure: float = 600.0) -> Period:
    return Period(received, resolved, 0, backlog, 0, exposure)


def test_weeks_add_up_to_a_period() -> None:
    flow = pd.DataFrame(
        {
            "received": [3, 4],
            "resolved": [1, 2],
            "grumbles": [1, 0],
            "backlog": [5, 7],
            "overdue": [0, 2],
            "active_clients": [10, 20],
        }
    )
    found = complaint_trends.period(flow, 14)
    assert found == Period(7, 3, 1, 7, 2, 30.0)
    assert found.backlog_before == 3


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (66, 29, "66 complaints were received (29 in the period before): clearly more per client."),
        (
            29,
            66,
            "29 complaints were received (66 in the period before): clearly fewer per client.",
        ),
        (30, 28, "30 complaints were received (28 in the period before): no clear change."),
        (1, 3, "1 complaint was received (3 in the period before): too few to compare."),
        (0, 9, "No complaint was received (9 in the period before): clearly fewer per client."),
    ],
)
def test_a_change_is_claimed_only_beyond_noise(now: int, before: int, said: str) -> None:
    found = complaint_trends.rising(period(now), period(before), MINIMUM_N, BEFORE)
    assert found == said


def test_more_clients_are_not_more_complaints_per_client() -> None:
    many = period(66, exposure=1400)
    said = complaint_trends.rising(many, period(29), MINIMUM_N, YEAR_AGO)
    assert said == "66 complaints were received (29 a year before): no clear change."


def test_weeks_that_differ_more_than_chance_need_a_larger_change() -> None:
    spread = Comparison(False, 3.0)
    assert "no clear change" in complaint_trends.rising(period(66), period(29), MINIMUM_N, spread)


def test_without_earlier_records_there_is_nothing_to_compare_with() -> None:
    said = complaint_trends.rising(period(66), None, MINIMUM_N, BEFORE)
    assert said == "66 complaints were received; no earlier period is recorded to compare with."


def test_without_clients_there_is_no_rate() -> None:
    said = complaint_trends.rising(period(66), period(29, exposure=0), MINIMUM_N, BEFORE)
    assert said.endswith("too few to compare.")


@pytest.mark.parametrize(
    ("received", "resolved", "said"),
    [
        (66, 62, "We resolve them about as fast as they arrive: 62 resolved, 5 open (1 at the"),
        (20, 60, "We resolve them faster than they arrive: 60 resolved, 5 open (45 at the start)."),
        (
            60,
            20,
            "They arrive faster than we resolve them: 20 resolved, 5 open (−35 at the start).",
        ),
        (2, 1, "1 resolved, 5 open (4 at the start)."),
    ],
)
def test_pace_is_claimed_only_beyond_noise(received: int, resolved: int, said: str) -> None:
    found = complaint_trends.pace(period(received, resolved, 5), MINIMUM_N, 1.0)
    assert found.startswith(said)


def test_grumbles_and_late_ones_stand_beside() -> None:
    assert complaint_trends.beside(period(1)) is None
    said = complaint_trends.beside(period(1)._replace(grumbles=2, overdue=1))
    assert said == (
        "1 open complaint is past its promised date. 2 grumbles were told to others beside them."
    )


def test_the_flow_is_told_in_counts() -> None:
    said = complaint_trends.flow(period(66, 62, 5))
    assert said == "Received 66, resolved 62: 1 open before, 5 now."


def test_a_quiet_period_is_one_without_anything() -> None:
    assert complaint_trends.is_quiet(period(0))
    assert not complaint_trends.is_quiet(period(0)._replace(grumbles=1))
    assert not complaint_trends.is_quiet(period(0, backlog=1))
