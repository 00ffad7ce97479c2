from typing import Any

import pytest

from tests.pages.conftest import Company
from tests.pages.opened import Screen, opened

UNTIL = {"since": "2026-09-01", "until": "2026-11-15"}
HOSTILE = "<b>Acme</b> [x](http://y)"
SHEET = {"order_value": 50_000, "orders_per_year": 2, "related_sales": 20_000}


def value(**link: str) -> Screen:
    screen = opened("clients/value.py", **link)
    assert screen.faults == []
    return screen


def client(name: str = "Acme", **more: Any) -> dict[str, Any]:
    return {"client_id": name, "client_name": name, **SHEET, **more}


def complaint(client_id: str = "Acme") -> dict[str, Any]:
    row = {"complaint_id": client_id, "client_id": client_id}
    return {**row, "received_at": "2026-11-02 12:00:00+08"}


def cases(screen: Screen) -> dict[str, list[str]]:
    """The table of cases: entered, low and high by the line's name."""
    (table,) = [d.value for d in screen.app.dataframe if "assumption" in d.value.columns]
    return {row[0]: list(row[1:]) for row in table.itertuples(index=False)}


def lines(screen: Screen) -> list[str]:
    tables = [d.value for d in screen.app.dataframe if "line" in d.value.columns]
    return list(tables[0].entered) if tables else []


def field(screen: Screen, label: str) -> Any:
    return next(box for box in screen.app.number_input if box.label.startswith(label))


@pytest.mark.usefixtures("sample_company")
def test_the_first_line_is_an_assumption_with_its_range() -> None:
    screen = value()
    assert "Assumed, not measured: CN¥" in screen.sentences[0]
    assert "of the clients" not in screen.sentences[0]
    assert screen.chart_count == 1
    assert len(screen.app.number_input) == 7
    assert "Of 1 client at stake the worth is not known." in screen.sentences[0]


@pytest.mark.usefixtures("sample_company")
def test_the_parts_of_the_page_are_there() -> None:
    told = value().words
    for part in (
        "In today's money",
        "Most business a year comes from",
        "2 external clients left",
        "Revenue of the twelve months to October 2026",
        "clients bring more revenue though their tier fell",
    ):
        assert part in told


def test_worth_and_its_variants_by_hand(company: Company) -> None:
    company(clients=[client()], complaints=[complaint()])
    screen = value(**UNTIL)
    assert "CN¥600K is at stake (CN¥360K to CN¥960K)" in screen.sentences[0]
    rows = cases(screen)
    assert rows["At stake, discounted, first payment in a year"][0] == "CN¥320K"
    assert rows["At stake, discounted, first payment now"][0] == "CN¥440K"
    assert rows["Clients lost by word of mouth"] == ["16", "2.5", "16"]
    assert lines(screen)[6] == "CN¥600,000"


def test_a_field_changes_the_result_and_stands_in_the_link(company: Company) -> None:
    company(clients=[client()], complaints=[complaint()])
    screen = value(**UNTIL)
    field(screen, "Years").set_value(7.0).run()
    assert screen.app.query_params["years"] == "7"
    assert cases(screen)["At stake"] == ["CN¥840K", "CN¥360K", "CN¥960K"]
    assert lines(screen)[5:7] == ["7 (assumed)", "CN¥840,000"]
    field(screen, "q₁").set_value(10.0).run()
    assert screen.app.query_params["q1"] == "0.1"
    assert cases(screen)["Clients lost by word of mouth"][0] == "7"


def test_a_field_set_back_and_the_button_leave_a_clean_link(company: Company) -> None:
    company(clients=[client()], complaints=[complaint()])
    screen = value(**UNTIL, years="7", a="3")
    assert field(screen, "Years").value == 7
    field(screen, "Years").set_value(5.0).run()
    assert "years" not in screen.app.query_params
    assert screen.app.query_params["a"] == "3"
    (button,) = [each for each in screen.app.button if each.label == "Back to the settings"]
    button.click().run()
    assert "a" not in screen.app.query_params
    assert field(screen, "a:").value == 10


@pytest.mark.parametrize(
    ("key", "wrong", "label"),
    [
        ("years", "0", "Years, where unknown"),
        ("years", "nan", "Years, where unknown"),
        ("years", "51", "Years, where unknown"),
        ("a", "many", "a: people told"),
        ("q2", "1.01", "q₂: lost of b, %"),
        ("interest", "-0.1", "Interest a year, %"),
    ],
)
def test_a_wrong_value_in_the_link_is_said_and_replaced(
    company: Company, key: str, wrong: str, label: str
) -> None:
    company(clients=[client()], complaints=[complaint()])
    screen = value(**UNTIL, **{key: wrong})
    assert any(label in said.replace("\\", "") for said in screen.messages)
    assert cases(screen)["At stake"][0] == "CN¥600K"


def test_a_worth_without_end_is_refused(company: Company) -> None:
    company(clients=[client()], complaints=[complaint()])
    screen = value(**UNTIL, retention="1", interest="0")
    assert "Clients kept" in screen.words
    assert "Interest a year" in "\n".join(screen.messages)
    assert cases(screen)["At stake, discounted, first payment in a year"][0] == "CN¥320K"


def test_the_client_of_the_sheet_is_kept_in_the_link(company: Company) -> None:
    company(clients=[client(), client("Bolt", order_value=10)], complaints=[complaint()])
    screen = value(**UNTIL)
    assert "Acme (complaining): assumed to be worth CN¥600K." in screen.words
    screen.app.selectbox(key="sheet of client").set_value("Bolt").run()
    assert screen.app.query_params["sheet"] == "Bolt"
    assert lines(screen)[4] == "CN¥20,020"
    again = value(**UNTIL, sheet="Bolt")
    assert "Bolt (unheard): assumed to be worth CN¥100.1K." in again.words


def test_a_client_that_cannot_be_shown_is_said_and_shows_nothing(company: Company) -> None:
    company(
        clients=[client(), client("Own", side="internal"), client("Gone", left_on="2026-01-01")]
    )
    for name in ("Own", "Gone", "nobody"):
        screen = value(**UNTIL, sheet=name)
        assert f"Not found among the clients valued here: “{name}”" in screen.words.replace(
            "\\", ""
        )
        assert lines(screen) == []


def test_a_filter_cuts_the_clients_that_are_offered(company: Company) -> None:
    company(clients=[client(), client("Bolt", segment="vip")])
    screen = value(**UNTIL, segment="vip", sheet="Acme")
    assert "Not found among the clients valued here" in screen.words
    assert screen.app.selectbox(key="sheet of client").options == ["Bolt"]


def test_an_unknown_client_in_the_filter_shows_nobody_s_worth(company: Company) -> None:
    company(clients=[client()], complaints=[complaint()])
    screen = value(**UNTIL, client="nobody")
    assert "No external client in view was active." in screen.words
    assert screen.chart_count == 0


def test_an_empty_warehouse_says_which_file_fills_it(company: Company) -> None:
    company()
    assert "clients.csv" in value().words


def test_clients_without_any_worth_say_which_columns_give_it(company: Company) -> None:
    company(clients=[{"client_id": "a", "client_name": "Acme"}], complaints=[complaint("a")])
    screen = value(**UNTIL)
    assert "order_value and orders_per_year in clients.csv would give it" in screen.sentences[0]
    assert "Acme: worth not known, for lack of the value of an order." in screen.words
    assert "1 complaining client may cost 16 clients" in screen.words


def test_without_revenue_the_page_says_which_file_shows_it(company: Company) -> None:
    company(clients=[client()])
    assert "a file revenue.csv would show it" in value(**UNTIL).words


def test_who_left_is_told_with_the_worth_of_the_years_entered(company: Company) -> None:
    company(clients=[client(), client("Bolt", left_on="2026-06-01", left_because="price")])
    screen = value(**UNTIL, years="10")
    (table,) = [d.value for d in screen.app.dataframe if "left_on" in d.value.columns]
    assert list(table.worth) == [1_200_000]
    assert "1 external client left" in screen.words
    assert "Given most often: price, by 1 of 1." in screen.words


def test_revenue_that_rose_while_the_tier_fell_is_flagged(company: Company) -> None:
    months = (("2024-11-01", 10), ("2025-11-01", 30))
    company(
        clients=[client()],
        responses=[
            {"response_id": day, "client_id": "Acme", "answered_at": day, "recommend": score}
            for day, score in (("2025-11-01 12:00:00+08", 9), ("2026-11-01 12:00:00+08", 5))
        ],
        revenue=[
            {"client_id": "Acme", "month": month, "amount": amount}
            for month, amount in (*months, ("2026-10-01", 1))
        ],
    )
    assert "1 client brings more revenue though its tier fell: Acme." in value(**UNTIL).words


def test_names_from_data_are_only_text(company: Company) -> None:
    company(clients=[client(HOSTILE)], complaints=[complaint(HOSTILE)])
    screen = value(**UNTIL, sheet=HOSTILE)
    assert f"{HOSTILE} (complaining): assumed" in screen.words
    bodies = "".join(element.proto.body for element in screen.app.get("html"))
    assert "<b>Acme" not in bodies
