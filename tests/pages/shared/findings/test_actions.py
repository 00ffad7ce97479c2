from datetime import date
from typing import Any

import pandas as pd

from pages.shared.findings import actions
from pages.shared.rows import Row

SINCE = date(2026, 8, 24)


def row(state: str, **more: Any) -> Row:
    is_done = state.startswith("done")
    usual: Row = {
        "action_id": "a",
        "what": "Call",
        "client_name": None,
        "owner": None,
        "due_on": pd.Timestamp("2026-11-20"),
        "first_due_on": pd.Timestamp("2026-11-10"),
        "done_on": pd.Timestamp("2026-11-12") if is_done else pd.NaT,
        "state": state,
    }
    return usual | dict(more.items())


def told(*rows: Row) -> str:
    return actions.headline(pd.DataFrame(rows), SINCE)


def test_nothing_at_all_is_said_in_one_sentence() -> None:
    assert told() == "No action is open, and none was done since 24 August 2026."


def test_open_late_and_undated_ones_are_counted_and_the_latest_is_named() -> None:
    late = row("carried_over", client_name="Acme", owner="Li Wei")
    later = row("carried_over", what="Write", first_due_on=pd.Timestamp("2026-11-11"))
    said = told(later, late, row("undated"), row("open"))
    assert "4 actions are open, 2 of them past their first dates. 1 has no date." in said
    assert "Longest past its date: “Call” (Acme, Li Wei), first due on 10 November 2026." in said
    assert said.endswith("None was done since 24 August 2026.")


def test_done_ones_are_judged_and_those_without_a_date_are_not() -> None:
    undated = row("undated", done_on=pd.Timestamp("2026-11-12"))
    said = told(row("done_in_time"), row("done_in_time"), row("done_late"), undated)
    assert said == (
        "No action is open. 4 were done since 24 August 2026: 2 in time, 1 late. 1 has no date."
    )


def test_one_of_each_is_said_in_the_singular() -> None:
    said = told(row("open"), row("done_late"))
    assert "1 action is open, 0 past its first date." in said
    assert "1 was done since 24 August 2026: 0 in time, 1 late." in said


def test_a_long_text_is_cut_in_a_sentence_and_put_on_one_line() -> None:
    assert actions.short("a\n b " + "x" * 80) == f"“a b {'x' * 55}…”"


def test_a_choice_says_what_whose_who_and_when() -> None:
    assert actions.choice(row("open", client_name="Acme")) == "“Call” · Acme · – · 2026-11-20"
    assert actions.choice(row("done_late", owner="Li")) == "“Call” · – · Li · done"
    assert actions.choice(row("undated", due_on=pd.NaT)) == "“Call” · – · – · –"
