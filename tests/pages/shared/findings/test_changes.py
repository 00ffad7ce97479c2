from datetime import UTC, datetime
from typing import Any

import pytest

from data.entered import Change
from pages.shared.findings import changes

NAMES, ZONE = {"A": "Acme"}, "Asia/Shanghai"
AT = datetime(2026, 11, 15, 8, 2, tzinfo=UTC)


def change(kind: Any, fields: dict[str, Any] | None = None, **more: Any) -> Change:
    return Change(1, AT, "Li Wei", "actions", "a", kind, fields or {}, **more)


@pytest.mark.parametrize(
    ("made", "what"),
    [
        (change("add", {"what": (None, "call")}), "added"),
        (change("remove"), "removed"),
        (change("comment", comment="asked\ntwice"), "comment: “asked twice”"),
        (
            change("edit", {"due_on": ("2026-11-20", "2026-11-27"), "owner": (None, "Ann")}),
            "Due from 2026-11-20 to 2026-11-27, Owner from – to Ann",
        ),
        (change("edit", {"done_on": (None, "2026-11-15")}), "done on 2026-11-15"),
        (change("edit", {"done_on": ("2026-11-15", None)}), "opened again"),
        (
            change("undo", {"owner": ("Ann", None)}, undoes=1),
            "change taken back: Owner from Ann to –",
        ),
        (change("undo", undoes=1), "change taken back"),
    ],
)
def test_a_change_is_said_in_words(made: Change, what: str) -> None:
    told = changes.line(made, NAMES, ZONE)
    assert told == f"15 November 2026, 16:02, Li Wei: {what}."


def test_a_client_is_named_only_to_those_who_see_it() -> None:
    made = change("edit", {"client_id": ("A", "secret")})
    assert changes.what(made, NAMES) == "Client from Acme to another client"


def test_long_texts_are_cut() -> None:
    assert len(changes.what(change("comment", comment="x" * 500), NAMES)) < 100


def test_a_conflict_says_who_did_what_and_what_becomes_of_the_own_words() -> None:
    told = changes.conflict([change("edit", {"owner": (None, "Ann")})], NAMES, ZONE)
    assert told.startswith("Somebody else was faster, so nothing was saved yet. 15 November")
    assert told.endswith("save again to replace theirs, or take theirs.")


def test_nothing_is_said_where_nobody_did_anything() -> None:
    assert changes.kept([], NAMES, ZONE) is None
    assert changes.news([], NAMES, ZONE) is None
