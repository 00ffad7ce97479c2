"""Against the same months a year ago: January and February together or not at all."""

from typing import Any

import pandas as pd

from pages.shared.findings import year_on_year
from tests.pages.shared.findings.conftest import MINIMUM_N


def months(*rows: dict[str, Any]) -> pd.DataFrame:
    defaults = {
        "from_month": pd.Timestamp("2026-09-01"),
        "to_month": pd.Timestamp("2026-09-01"),
        "complaint_count": 31,
        "active_clients": 58,
        "previous_complaint_count": 11,
        "previous_active_clients": 58,
        "is_partial": False,
        "is_recorded": True,
    }
    return pd.DataFrame([{**defaults, **row} for row in rows])


FESTIVAL = {"from_month": pd.Timestamp("2026-01-01"), "to_month": pd.Timestamp("2026-02-01")}


def row(**more: Any) -> dict[str, Any]:
    table = year_on_year.table(months(more), MINIMUM_N, 1.0)
    return {str(name): cell for name, cell in table.to_dict("records")[0].items()}


def test_a_month_clearly_above_last_year_is_named() -> None:
    calm = {"from_month": pd.Timestamp("2026-10-01"), "to_month": pd.Timestamp("2026-10-01")}
    rows = months({}, {**calm, "complaint_count": 12})
    said = year_on_year.told(rows, MINIMUM_N, 1.0)
    assert said == "Clearly more complaints per client than a year ago: September 2026."


def test_a_month_clearly_below_is_named() -> None:
    rows = months({"complaint_count": 11, "previous_complaint_count": 31})
    said = year_on_year.told(rows, MINIMUM_N, 1.0)
    assert said == "Clearly fewer complaints per client than a year ago: September 2026."


def test_noise_is_no_clear_change() -> None:
    said = year_on_year.told(months({"complaint_count": 12}), MINIMUM_N, 1.0)
    assert said == "No clear change against the same months a year ago."
    assert year_on_year.told(months({}), MINIMUM_N, 3.0) == said


def test_twice_the_clients_with_twice_the_complaints_is_no_change() -> None:
    assert row(complaint_count=22, active_clients=116)["per_client"] == "× 1.0 (0.5–2.0)"


def test_january_and_february_are_judged_only_as_a_whole() -> None:
    whole = row(**FESTIVAL)
    assert (whole["months"], whole["verdict"]) == ("Jan and Feb 2026", "clearly more")
    part = row(**FESTIVAL, is_partial=True)
    assert part["months"] == "Jan and Feb 2026 (part)"
    assert part["per_client"] is None
    assert part["verdict"] == "January and February only as a whole"


def test_a_part_of_another_month_is_judged() -> None:
    assert row(is_partial=True)["verdict"] == "clearly more"


def test_what_was_not_recorded_is_not_compared() -> None:
    assert row(is_recorded=False)["verdict"] == "not recorded a year ago"
    said = year_on_year.told(months({"is_recorded": False}), MINIMUM_N, 1.0)
    assert said == "Nothing can be compared with the same months a year ago."


def test_too_few_are_not_compared() -> None:
    found = row(complaint_count=2, previous_complaint_count=2)
    assert (found["per_client"], found["verdict"]) == (None, "too few (4)")
    assert row(previous_active_clients=0)["verdict"] == "too few (42)"


def test_nothing_a_year_ago_has_no_upper_end() -> None:
    assert row(complaint_count=9, previous_complaint_count=0)["per_client"] == "× 2.3 or more"


def test_months_without_any_row_still_have_their_columns() -> None:
    table = year_on_year.table(months().head(0), MINIMUM_N, 1.0)
    assert list(table) == [
        "months",
        "complaint_count",
        "previous_complaint_count",
        "per_client",
        "verdict",
    ]
