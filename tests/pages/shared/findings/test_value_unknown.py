"""What is said of worth that is not known, and of a range that does not hold what was entered."""

import pandas as pd
import pytest

from pages.shared.findings import value, value_cases
from tests.pages.shared.findings.value_rows import NAN, THREE, UNKNOWN, sheet, tiers


@pytest.mark.parametrize(
    ("basic", "complaining", "said"),
    [
        (NAN, 600_000, "Of CN¥1.6M in all, CN¥600K is with the tier complaining; of the other"),
        (600_000, NAN, "Of CN¥1.6M in all, CN¥600K is with the tier basic; of the other"),
        (NAN, NAN, "CN¥1M in all; the worth of those at stake is not known."),
    ],
)
def test_a_tier_of_unknown_worth_has_no_part_and_nothing_was_entered_outside(
    basic: float, complaining: float, said: str
) -> None:
    unknown = [0, 0, 0, int(basic != basic), int(complaining != complaining), 0]
    worth = [0, 0, 1e6, basic, complaining, 0]
    rows = tiers(unknown_count=unknown, worth=worth, worth_low=worth, worth_high=worth)
    assert value.by_tier(rows, "CNY").startswith(said)
    assert "lies outside" not in value.by_tier(rows, "CNY")


def test_whose_clients_all_left_is_not_told_what_file_is_missing() -> None:
    said = value.by_tier(tiers(client_count=0, unknown_count=0), "CNY")
    assert said == "No external client in view was active."


def test_a_range_that_does_not_hold_the_amount_is_said_beside_it() -> None:
    entered = tiers(worth=[0, 0, 1e6, 5e6, 600_000, 0])
    assert value.headline(entered, "CNY").endswith(
        "What was entered lies outside the low and the high case."
    )


def test_a_loss_outside_of_its_range_is_said_as_well() -> None:
    many = {**THREE, "entered": THREE["entered"].model_copy(update={"word_of_mouth_a": 30.0})}
    said = value_cases.told(tiers(), sheet({}), many, "CNY")
    assert said.endswith("What was entered lies outside the low and the high case.")
    assert "lies outside" not in value_cases.told(tiers(), sheet({}), THREE, "CNY")


def test_in_short_only_those_of_known_worth_are_counted() -> None:
    rows = tiers(client_count=[0, 0, 4, 2, 1, 0], unknown_count=[0, 0, 0, 1, 0, 0])
    assert value.in_short(rows, "CNY").endswith("with 2 of 7 clients.")


def test_what_is_at_stake_of_unknown_worth_is_no_zero() -> None:
    rows = tiers(unknown_count=[0, 0, 0, 1, 1, 0], worth=[0, 0, 1e6, NAN, NAN, 0])
    known, unknown = sheet({"tier": "satisfied"}), sheet({**UNKNOWN, "client_id": "b"})
    table = value_cases.table(rows, pd.concat([known, unknown]), THREE, "CNY")
    told = table.set_index("assumption").entered
    assert told["At stake"] == "–"
    assert told["At stake, discounted, first payment now"] == "–"
    assert told["Worth of all clients"] == "CN¥1M"
