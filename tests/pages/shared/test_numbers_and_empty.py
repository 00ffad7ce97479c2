"""A change is said in words; an empty page names the file that would fill it."""

from dataclasses import dataclass

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared.panel import Number
from pages.shared.panel.figures import change_of
from tests.pages.conftest import Company
from tests.pages.opened import answers


@dataclass(frozen=True)
class Difference:
    """An estimate that is, or is not, more than noise."""

    is_clear: bool

    def is_more_than_noise(self) -> bool:
        return self.is_clear


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (Number("Open", 12, before=9, better="down"), ("+3, worse", "up")),
        (Number("Open", 7, before=9, better="down"), ("−2, better", "down")),
        (Number("Loyal", 12, before=9, better="up"), ("+3, better", "up")),
        (Number("Answers", 12, before=9), ("+3", "up")),
        (Number("Open", 9, before=9, better="down"), ("unchanged", "off")),
        (Number("Open", 9), (None, "off")),
        (Number("Share", None, before=0.2), (None, "off")),
        (Number("Share", "too few answers (3)", before=0.2), ("too few answers (3)", "off")),
        (
            Number("Share", 0.7, before=0.2, difference=Difference(False)),
            ("no clear change", "off"),
        ),
    ],
)
def test_a_change_is_said_in_words_with_its_direction(
    number: Number, told: tuple[str | None, str]
) -> None:
    assert change_of(number) == told


def empty_page() -> None:
    """A page that finds no row."""
    import pandas as pd
    import streamlit as st

    from data import warehouse
    from pages.shared import database, panel
    from tests.pages.shared.test_panel import VIEW

    chosen = warehouse.current(warehouse.default_folder())
    assert chosen is not None
    database.show_build(chosen)
    panel.stop_if_empty(pd.DataFrame({"n": []}), VIEW, st.session_state["needs"])
    st.write("never reached")


def told(needs: str) -> str:
    app = AppTest.from_function(empty_page, default_timeout=30)
    app.session_state["needs"] = needs
    app.run()
    assert not app.exception
    assert not app.markdown
    return app.info[0].value


@pytest.mark.parametrize("needs", ["clients", "surveys", "complaints", "tickets"])
def test_an_empty_warehouse_names_the_file_and_the_command(company: Company, needs: str) -> None:
    company()
    assert "python -m data import" in told(needs)
    assert ".csv`" in told(needs)


def test_an_empty_view_of_a_full_warehouse_asks_for_a_wider_one(company: Company) -> None:
    company(**answers("Acme"))
    assert told("surveys").startswith("There are no survey answers in this view.")


def page_of_numbers() -> None:
    """Two numbers side by side."""
    from pages.shared import panel

    panel.numbers(
        panel.Number("Open [x](y)", 12, before=9, better="down"),
        panel.Number("Share", "too few answers (3)"),
    )


def test_numbers_stand_with_their_change_and_their_labels_are_text() -> None:
    app = AppTest.from_function(page_of_numbers, default_timeout=30).run()
    assert not app.exception
    first, second = app.metric
    assert (first.value, first.delta) == ("12", "+3, worse")
    assert first.label == r"Open \[x\]\(y\)"
    assert (second.value, second.delta) == ("–", "too few answers (3)")
