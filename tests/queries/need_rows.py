"""Actions of the weekly meeting of random companies: undated, of nobody, done around the import."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from tests.queries.promise_rows import made_on

Row = dict[str, Any]
LENGTHS = (0, 1, 14, 60)


def actions(draw: st.DrawFn, client: st.SearchStrategy[str]) -> list[Row]:
    """Up to six actions `a0`, `a1`, …; some concern no client."""
    rows = draw(st.lists(_action(client), max_size=6))
    return [{**row, "action_id": f"a{n}"} for n, row in enumerate(rows)]


@st.composite
def _action(draw: st.DrawFn, client: st.SearchStrategy[str]) -> Row:
    raised_on = draw(made_on)
    lengths = st.none() | st.sampled_from(LENGTHS)
    due, done = draw(lengths), draw(lengths)
    return {
        "client_id": draw(st.none() | client),
        "raised_on": raised_on,
        "what": "call",
        "owner": draw(st.sampled_from([None, "Li Wei"])),
        "due_on": None if due is None else raised_on + timedelta(days=due),
        "done_on": None if done is None else raised_on + timedelta(days=done),
    }
