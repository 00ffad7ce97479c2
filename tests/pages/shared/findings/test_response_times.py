import pandas as pd
import pytest

from data.settings import Few
from pages.shared.findings import open_or_closed, response_times
from pages.shared.findings.on_target import CLOCKS, Share
from tests.pages.shared.findings.conftest import SINCE
from tests.pages.shared.findings.test_on_target import fault

FEW = Few()
NAMES = [f"{clock}_hours_{each}" for clock in CLOCKS for each in ("p50", "p90")]


def times(ticket_count: int = 40, open_count: int = 0, **more: object) -> pd.DataFrame:
    """One row of `service/times`: faults, all answered."""
    hours = dict.fromkeys(NAMES, 60.0) | {f"working_{name}": 16.0 for name in NAMES}
    counts = {"ticket_count": ticket_count, "open_count": open_count}
    answered = {"first_response_count": ticket_count}
    return pd.DataFrame([{"kind": "fault", **counts, **answered, **hours, **more}])


def watched(*rows: tuple[float, int, int], clock: str = "resolution") -> pd.DataFrame:
    """Rows of `service/survival`: hours, closed, open."""
    told = pd.DataFrame(rows, columns=["working_hours", "closed_count", "open_count"])
    return told.assign(kind="fault", clock=clock)


def test_the_headline_is_share_change_and_time() -> None:
    said = response_times.headline(times(), fault(36, 40), fault(35, 40), SINCE, FEW)
    assert said == (
        "Resolved within target: fault 90% (77–96). No clear change since 24 August 2026."
        " Half are resolved within (working hours): fault 16.0."
    )


def test_without_a_ticket_there_is_no_time() -> None:
    said = response_times.headline(times().head(0), fault(0, 0).head(0), fault(0, 0), SINCE, FEW)
    assert said == "No ticket was opened in the period."


def test_a_median_needs_enough_resolved_tickets() -> None:
    assert str(response_times.typical(times(40, 35), FEW)).endswith("fault too few (5).")
    assert str(response_times.typical(times(40, 34), FEW)).endswith("fault 16.0.")


def card(rows: pd.DataFrame) -> "pd.Series[str]":
    row = rows.to_dict("records")[0]
    shares = dict.fromkeys(CLOCKS, Share(30, 40))
    return response_times.table(row, shares, shares, FEW).set_index("measure").value


def test_the_card_has_working_hours_with_the_calendar_s_in_brackets() -> None:
    told = card(times())
    assert told["Half resolved in"] == "16.0 working hours (2.5 days)"
    assert told["Resolved within target"] == "75% (60–86) of 40"


def test_nine_in_ten_need_36() -> None:
    assert card(times(36))["9 in 10 resolved in"] == "16.0 working hours (2.5 days)"
    assert card(times(36, 1))["9 in 10 resolved in"] == "too few (35)"


def test_the_card_s_heading_says_too_few_without_a_share() -> None:
    assert response_times.card("fault", Share(1, 3), Share(9, 9), 5) == "Fault: too few (3)"
    assert response_times.card("fault", Share(30, 40), Share(31, 40), 5) == (
        "Fault: 30 of 40 (75%, 60–86) resolved within target, no clear change"
    )


def test_files_have_no_percentile_of_few() -> None:
    hidden = response_times.hidden(times(40, 5, first_response_count=5), FEW).iloc[0]
    assert hidden.working_resolution_hours_p50 == 16.0
    assert pd.isna(hidden.working_resolution_hours_p90)
    assert pd.isna(hidden.first_response_hours_p50)


def test_open_ones_are_counted_as_long_as_they_were_watched() -> None:
    # Worked by hand: 10 of 20 closed at 5 hours, 5 open since 6, the last 5 close at 8.
    waits = open_or_closed.waits(watched((5, 8, 0), (6, 0, 7), (8, 5, 0)), FEW)
    half = waits["fault"].half
    assert half is not None
    assert half.value == 8
    assert (waits["fault"].n, waits["fault"].still_open) == (20, 7)
    assert waits["fault"].nine_in_ten is None


def test_a_percentile_out_of_reach_is_said() -> None:
    waits = open_or_closed.waits(watched((5, 10, 0), (6, 0, 40)), FEW)
    assert open_or_closed.told(waits) == (
        "Until resolved, with the open ones counted."
        " Fault: half within a time not reached yet, nine in ten within a time not reached yet."
    )


def test_too_few_tickets_have_no_curve() -> None:
    waits = open_or_closed.waits(watched((5, 5, 0)), FEW)
    assert waits["fault"].curve.empty
    assert open_or_closed.told(waits).endswith("Fault: too few (5).")


def test_only_the_clock_that_is_asked_for_is_read() -> None:
    assert open_or_closed.waits(watched((5, 9, 0), clock="first_response"), FEW) == {}
    assert open_or_closed.told({}) == "No ticket was opened in the period."


def test_a_long_curve_is_thinned_and_cut_in_its_tail() -> None:
    rows = [(float(hour), 1, 0) for hour in range(1, 2001)]
    curve = open_or_closed.waits(watched(*rows), FEW)["fault"].curve
    assert len(curve) <= open_or_closed.MOST_POINTS
    assert (curve.hours.iloc[0], curve.share.iloc[0]) == (0, 1)
    assert curve.share.iloc[-1] == pytest.approx(open_or_closed.TAIL)
