"""Every published value of the shared file, one test each: reproduced, or later with its reason."""

from typing import Any

import pytest

from tests import published
from tests.queries.statistics import (
    later_values,
    reproduced_charts_and_moves,
    reproduced_drivers,
    reproduced_gaps,
    reproduced_index,
    reproduced_shares_and_times,
    reproduced_worth,
)

pytestmark = published.needed

VALUES = published.values("")
COMPUTED = {
    **reproduced_shares_and_times.COMPUTED,
    **reproduced_charts_and_moves.COMPUTED,
    **reproduced_gaps.COMPUTED,
    **reproduced_index.COMPUTED,
    **reproduced_drivers.COMPUTED,
    **reproduced_worth.COMPUTED,
}


def as_parameter(value: dict[str, Any]) -> Any:
    identifier = value["id"]
    later = identifier in later_values.REASONS
    marks = [pytest.mark.skip(reason=later_values.REASONS[identifier])] if later else []
    return pytest.param(value, id=f"{value['topic']}: {identifier}", marks=marks)


@pytest.mark.parametrize("value", [as_parameter(value) for value in VALUES])
def test_our_own_code_gives_the_published_value(
    value: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    assert value["id"] in COMPUTED, "neither reproduced nor listed with a reason in later_values.py"
    computed = COMPUTED[value["id"]](value, request.getfixturevalue)
    if isinstance(computed, str):
        assert computed == value["expected"]
        return
    # Rounding of the last digits is no difference, also where the tolerance is 0.
    tolerance = max(value["tolerance"], 1e-12)
    assert computed == pytest.approx(value["expected"], rel=0, abs=tolerance)


def test_each_value_is_in_one_list_only_and_in_the_file() -> None:
    listed = {value["id"] for value in VALUES}
    assert len(listed) == len(VALUES)
    assert not COMPUTED.keys() & later_values.REASONS.keys()
    assert COMPUTED.keys() | later_values.REASONS.keys() == listed


def test_only_what_no_measure_computes_waits() -> None:
    computed = {"1 ECSI/PLS", "2 gap", "3 proportions", "3 NPS", "4 drivers", "5 survival"}
    computed |= {"5 business hours", "6 SPC", "6 Pareto", "7 CLV", "7 word of mouth", "8 Markov"}
    computed |= {"8 drift"}
    waiting = {value["topic"] for value in VALUES if value["id"] in later_values.REASONS}
    assert not waiting & computed
