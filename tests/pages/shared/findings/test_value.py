"""What is at stake, the cases and the sheets, in words and by hand."""

import pytest

from data.value import Assumptions
from pages.shared import text
from pages.shared.findings import value, value_cases, value_sheets
from tests.pages.shared.findings.value_rows import NAN, THREE, TIERS, UNKNOWN, sheet, tiers


def test_the_first_line_says_assumed_the_range_and_whose_worth_it_is() -> None:
    assert value.headline(tiers(), "CNY") == (
        "Assumed, not measured: CN¥1.2M is at stake (CN¥960K to CN¥1.56M), the worth of 2 clients"
        " that are basic or complaining."
    )


def test_unknown_worth_is_counted_apart() -> None:
    rows = tiers(
        client_count=[0, 0, 4, 3, 1, 0],
        unknown_count=[0, 0, 0, 2, 1, 0],
        worth=[0, 0, 1e6, 600_000, NAN, 0],
    )
    said = value.headline(rows, "CNY")
    assert "the worth of 1 client that is basic" in said
    assert said.endswith("Of 3 clients at stake the worth is not known.")


def test_at_stake_with_no_known_worth_has_no_amount() -> None:
    rows = tiers(unknown_count=[0, 0, 0, 1, 1, 0], worth=[0, 0, 1e6, NAN, NAN, 0])
    assert value.headline(rows, "CNY") == "Of 2 clients at stake the worth is not known."
    assert value.in_short(rows, "CNY") == "Of 2 clients at stake the worth is not known."


def test_nobody_at_stake_heard_known_or_there_are_four_sentences() -> None:
    safe = tiers(client_count=[0, 0, 4, 0, 0, 0])
    assert value.headline(safe, "CNY").startswith("Nothing is at stake")
    silent = tiers(client_count=[0, 0, 0, 0, 0, 6])
    assert value.headline(silent, "CNY") == (
        "What is at stake is not known: no client has been heard."
    )
    unknown = tiers(unknown_count=[0, 0, 4, 1, 1, 0])
    assert value.headline(unknown, "CNY").startswith("No worth is known")
    assert value.by_tier(unknown, "CNY").startswith("No worth is known")
    assert value.headline(tiers(client_count=0), "CNY") == "No external client in view was active."


def test_ends_that_are_the_same_in_short_are_told_apart() -> None:
    told = value.with_ends(1_594_000.0, 1_588_000.0, 1_603_000.0, "CNY")
    assert told == {"amount": "CN¥1.594M", "ends": "CN¥1.588M to CN¥1.603M"}
    near = value.with_ends(1_594_000.0, 1_594_000.0, 1_594_001.0, "CNY")
    assert near == {"amount": "CN¥1,594,000", "ends": "CN¥1,594,000 to CN¥1,594,001"}
    same = value.with_ends(5.0, 5.0, 5.0, "CNY")
    assert same["ends"] == "the same in the low and the high case"


def test_money_in_chinese_tells_a_range_apart_too() -> None:
    text.use("zh-Hant")
    told = value.with_ends(159.42e6, 158.8e6, 160.3e6, "CNY")
    assert told == {"amount": "CN¥1.594億", "ends": "CN¥1.588億至CN¥1.603億"}


def test_the_ends_are_in_order_whatever_the_cases_are_called() -> None:
    turned = tiers().rename(columns={"worth_low": "worth_high", "worth_high": "worth_low"})
    found = value.stake(turned)
    assert (found.low, found.high) == (960_000, 1_560_000)


def test_what_was_entered_outside_of_the_cases_is_said() -> None:
    assert "lies outside" not in value.by_tier(tiers(), "CNY")
    entered = tiers(worth=[0, 0, 1e6, 5e6, 600_000, 0])
    assert value.by_tier(entered, "CNY").endswith(
        "What was entered lies outside the low and the high case."
    )


def test_the_parts_at_stake_stand_against_the_whole() -> None:
    said = value.by_tier(tiers(), "CNY")
    assert said == (
        "Of CN¥2.2M in all, CN¥600K is with basic and CN¥600K with complaining clients."
    )


def test_the_note_says_how_many_years_the_range_changes() -> None:
    rows = sheet({}, {"is_years_assumed": False}, {"tier": "loyal"}, {**UNKNOWN})
    said = value.notes(rows, Assumptions(relationship_years=2.5))
    assert "else 2.5 as assumed" in said
    assert "here the years of 1 client;" in said


def test_discounted_and_word_of_mouth_by_hand() -> None:
    said = value_cases.told(tiers(), sheet({}), THREE, "CNY")
    assert said == (
        "In today's money CN¥320K (CN¥186.7K to CN¥720K) is at stake with the first payment in a"
        " year, CN¥440K with the first payment now."
        " By word of mouth 1 complaining client may cost 16 clients (2.5 to 16)."
    )


def test_without_complaining_clients_nothing_is_lost_by_word_of_mouth() -> None:
    said = value_cases.word_of_mouth(0, THREE)
    assert said == "No client is complaining, so none is lost by word of mouth."


def test_the_table_has_results_and_assumptions_of_all_three_cases() -> None:
    table = value_cases.table(tiers(), sheet({}), THREE, "CNY").set_index("assumption")
    rows = {name: list(table.loc[name]) for name in table.index}
    assert rows["At stake"] == ["CN¥1.2M", "CN¥960K", "CN¥1.56M"]
    assert rows["At stake, discounted, first payment in a year"][0] == "CN¥320K"
    assert rows["At stake, discounted, first payment now"][0] == "CN¥440K"
    assert rows["Clients lost by word of mouth"] == ["16", "2.5", "16"]
    assert rows["Years, where unknown"] == ["5", "3", "8"]
    assert rows["Clients kept from year to year"] == ["80%", "70%", "90%"]
    assert rows["q₁, lost of a"] == ["100%", "10%", "100%"]


def test_a_share_with_a_fraction_of_a_per_cent_keeps_it() -> None:
    entered = {**THREE, "entered": Assumptions(retention=0.835, word_of_mouth_a=2.5)}
    table = value_cases.table(tiers(), sheet({}), entered, "CNY").set_index("assumption")
    assert table.loc["Clients kept from year to year", "entered"] == "83.5%"
    assert table.loc["a, people told", "entered"] == "2.5"


def test_a_table_without_known_worth_has_dashes_but_counts_the_lost() -> None:
    table = value_cases.table(tiers(), sheet(UNKNOWN), THREE, "CNY").set_index("assumption")
    assert list(table.loc["At stake"]) == ["–"] * 3
    assert table.loc["Clients lost by word of mouth", "entered"] == "16"
    assert "today's money" not in value_cases.told(tiers(), sheet(UNKNOWN), THREE, "CNY")


def test_seven_lines_of_one_client_by_hand() -> None:
    (row,) = sheet({}).to_dict("records")
    lines = value_sheets.of_client(row, THREE, "CNY").set_index("line")
    assert list(lines.entered) == [
        *("CN¥50,000", "2", "CN¥100,000", "CN¥20,000", "CN¥120,000", "5 (assumed)"),
        *("CN¥600,000", "CN¥320,000", "CN¥440,000"),
    ]
    assert list(lines.low_case)[5:7] == ["3 (assumed)", "CN¥360,000"]
    assert list(lines.high_case)[5:7] == ["8 (assumed)", "CN¥960,000"]


def test_years_that_are_recorded_are_the_same_in_every_case() -> None:
    (row,) = sheet({"is_years_assumed": False, "years": 2.0, "worth": 240_000.0}).to_dict("records")
    lines = value_sheets.of_client(row, THREE, "CNY").set_index("line")
    assert list(lines.loc["6 · Years"]) == ["2 (recorded)"] * 3
    assert list(lines.loc["7 · Worth (5 × 6)"]) == ["CN¥240,000"] * 3


def test_a_client_without_worth_says_what_is_lacking() -> None:
    (row,) = sheet({**UNKNOWN, "lacks": "order_value"}).to_dict("records")
    said = value_sheets.client_told(row, "CNY")
    assert said == "Acme: worth not known, for lack of the value of an order."
    lines = value_sheets.of_client(row, THREE, "CNY")
    assert list(lines.entered[6:]) == ["–"] * 3


def test_another_currency_is_told_with_its_rate() -> None:
    (row,) = sheet({"own_currency": "USD", "exchange_rate": 7.1}).to_dict("records")
    said = value_sheets.client_told(row, "CNY")
    assert said == (
        "Acme (complaining): assumed to be worth CN¥600K. Converted at 7.10 CNY for 1 USD."
    )


def test_each_row_of_a_tier_multiplies_out() -> None:
    rows = sheet(
        {},
        {"order_value": 10_000.0, "orders_per_year": 8.0, "orders_worth": 80_000.0}
        | {"yearly_worth": 100_000.0, "years": 2.0, "worth": 200_000.0},
        {**UNKNOWN},
        {"tier": None},
    )
    found = value_sheets.by_tier(rows, Assumptions()).set_index("tier")
    assert list(found.index) == TIERS
    assert list(found.client_count) == [0, 0, 0, 0, 3, 1]
    assert found.unknown_count["complaining"] == 1
    line = found.loc["complaining"]
    assert line.order_value * line.orders_per_year == pytest.approx(line.orders_worth) == 180_000
    assert line.orders_worth + line.related_sales == line.yearly_worth == 220_000
    assert line.yearly_worth * line.years == pytest.approx(line.worth) == 800_000
    assert line.worth_in_a_year == pytest.approx(220_000 * 0.8 / 0.3)
    assert line.worth_now == pytest.approx(220_000 * 1.1 / 0.3)
    assert found.worth.isna().tolist() == [True] * 4 + [False] * 2


def test_the_tier_with_most_business_is_named() -> None:
    found = value_sheets.by_tier(sheet({}, {"tier": "loyal"}, {"tier": "loyal"}), Assumptions())
    assert value_sheets.tiers_told(found, "CNY") == (
        "Most business a year comes from 2 clients of the tier loyal: CN¥240K."
    )
    nothing = value_sheets.by_tier(sheet(UNKNOWN), Assumptions())
    assert value_sheets.tiers_told(nothing, "CNY") == "No worth is known, so no tier has a sheet."


@pytest.mark.parametrize("language", list(text.LANGUAGES))
def test_every_language_keeps_the_numbers(language: str) -> None:
    text.use(language)
    assert "120" in value.headline(tiers(), "CNY").replace("1.2M", "120")
    assert "16" in value_cases.told(tiers(), sheet({}), THREE, "CNY")
    assert "Acme" in value_sheets.client_told(sheet({}).to_dict("records")[0], "CNY")
