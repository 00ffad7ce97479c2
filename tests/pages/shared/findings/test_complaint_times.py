"""How long complaints take: open ones counted, too few and "not reached" said in words."""

import pandas as pd
import pytest

from data.settings import Few
from pages.shared.findings import complaint_times

FEW = Few()


def watched(*rows: tuple[str, int, int, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["severity", "hours", "closed_count", "open_count"])


ELEVEN = watched(
    *[("ordinary", hours, 1, 0) for hours in (9, 13, 18, 23, 31, 34, 48)],
    *[("ordinary", hours, 0, 1) for hours in (13, 28, 45, 161)],
)


def test_open_complaints_count_as_long_as_they_were_watched() -> None:
    assert complaint_times.quantile(ELEVEN, 0.5).value == 31
    said = complaint_times.told(ELEVEN, FEW)
    assert said == (
        "Half of the complaints are resolved within 31 hours (18 hours – not reached),"
        " open ones counted."
    )


def test_a_median_that_is_not_reached_is_said() -> None:
    rows = watched(("ordinary", 24, 2, 8))
    assert complaint_times.told(rows, FEW) == (
        "So many of the 10 complaints are open that the median time is not reached."
    )
    assert complaint_times.within(rows, 0.5, 6) == "not reached"


def test_too_few_have_no_median_and_no_ninetieth() -> None:
    rows = watched(("ordinary", 24, 5, 0))
    assert complaint_times.told(rows, FEW) == "5 complaints: too few for a median time."
    assert complaint_times.within(ELEVEN, 0.9, FEW.minimum_n_p90) == "too few (11)"


def test_major_ones_are_told_apart() -> None:
    rows = pd.concat([ELEVEN, watched(("major", 240, 6, 0))])
    assert complaint_times.told(rows, FEW).endswith("Major ones: 10.0 days.")
    only = watched(("major", 240, 6, 0))
    assert "Major ones" not in complaint_times.told(only, FEW)


def test_nothing_received_is_said() -> None:
    assert complaint_times.told(watched(), FEW) == "No complaint was received in the period."


def times(**more: float | None) -> pd.DataFrame:
    row = {
        "severity": "ordinary",
        "complaint_count": 11,
        "open_count": 4,
        "resolution_hours_p50": 23.0,
        "resolution_hours_p90": 40.0,
        "reopened_count": 2,
        "reopening_known_count": 10,
    }
    return pd.DataFrame([{**row, **more}])


def test_the_table_says_everything_with_its_n() -> None:
    (row,) = complaint_times.table(times(), ELEVEN, FEW).to_dict("records")
    assert row == {
        "severity": "ordinary",
        "complaint_count": 11,
        "open_count": 4,
        "half_within": "31 hours (18 hours – not reached)",
        "nine_in_ten_within": "too few (11)",
        "reopened": "2 of 10 (20%, 6–51)",
    }


@pytest.mark.parametrize(("known", "said"), [(0, "not recorded"), (4, "too few (4)")])
def test_a_share_of_reopened_needs_enough(known: int, said: str) -> None:
    rows = times(reopening_known_count=known, reopened_count=0)
    assert complaint_times.table(rows, ELEVEN, FEW).reopened[0] == said
    assert complaint_times.reopened(rows, FEW.minimum_n) is None


def test_the_share_of_reopened_is_told() -> None:
    assert complaint_times.reopened(times(), FEW.minimum_n) == "Reopened: 2 of 10 (20%, 6–51)."


def test_files_carry_no_percentile_of_too_few() -> None:
    seven = complaint_times.hidden(times(), FEW)
    assert seven.resolution_hours_p50[0] == 23
    assert seven.resolution_hours_p90.isna().all()
    assert complaint_times.hidden(times(open_count=6), FEW).resolution_hours_p50.isna().all()


def ageing(*rows: tuple[int, int | None, int, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["from_days", "to_days", "open_count", "overdue_count"])


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([(0, 1, 0, 0), (90, None, 0, 0)], "No complaint is open."),
        (
            [(0, 1, 1, 0), (1, 3, 0, 0)],
            "1 complaint is open, 0 past the promised date. Its age: under 1 day.",
        ),
        (
            [(0, 1, 3, 0), (14, 30, 2, 2), (90, None, 0, 0)],
            "5 complaints are open, 2 past the promised date. The oldest: 14 to 30 days.",
        ),
        (
            [(90, None, 2, 1)],
            "2 complaints are open, 1 past the promised date. The oldest: 90 days or more.",
        ),
    ],
)
def test_ages_of_open_complaints(rows: list[tuple[int, int | None, int, int]], said: str) -> None:
    assert complaint_times.ages(ageing(*rows)) == said
