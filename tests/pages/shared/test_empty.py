"""An empty page names the file that would fill it."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Company
from tests.pages.opened import answers


def empty_page() -> None:
    """A page that finds no row."""
    import streamlit as st

    from data import warehouse
    from pages.shared import database, panel
    from tests.pages.shared.test_panel import VIEW

    chosen = warehouse.current(warehouse.default_folder())
    assert chosen is not None
    database.show_build(chosen)
    page = panel.WorkedOut("Nobody was heard.", needs=st.session_state["needs"])
    panel.begin("Is all well?", page, VIEW)
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
    assert told("surveys").startswith(
        "This view has no survey answers of the kind that this page needs."
    )
