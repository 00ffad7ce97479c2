import pytest

from pages.shared.findings import gap_intervals as findings
from tests.pages.shared.findings.conftest import Frame

BELOW = {"expectation_gap": -0.6, "adequacy_gap": 0.4}


def test_half_width_is_that_of_the_t_interval_with_finite_population() -> None:
    # t(24) = 2.0639; 2.0639 * 1 / 5 * sqrt(75 / 99)
    assert findings.half_width(1.0, 25, 100) == pytest.approx(0.3593, abs=1e-4)


def test_clients_that_left_after_answering_do_not_break_the_interval() -> None:
    assert findings.half_width(1.0, 25, 20) == 0


def test_intervals_are_laid_around_the_shown_mean(gaps: Frame) -> None:
    row = findings.with_intervals(gaps(BELOW)).iloc[0]
    assert (row.gap_low, row.gap_high) == pytest.approx((-0.9593, -0.2407), abs=1e-4)
