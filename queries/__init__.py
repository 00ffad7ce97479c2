"""The questions: one SQL file each, loaded by name and run on a warehouse.

A question is SQL in a file and nothing else, so that what is shown under "How this is computed" is
what ran. It reads marts, binds its values by name and knows neither the screen nor who is looking.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

import duckdb
import numpy as np
import pandas as pd

from data import entered
from data.errors import DataError
from data.settings import Settings

# Names of columns and words kept as Python's own text: in small frames, and a page is made of many,
# every step then takes half the time that it takes with Arrow's.
pd.options.mode.string_storage = "python"

HERE = Path(__file__).parent
HEADER = re.compile(
    r"-- (?P<title>.+?)\n-- Grain: (?P<grain>.+?)\n-- Binds: (?P<binds>.+?)\n"
    r"-- Returns: (?P<returns>.+?)\n(?!--)",
    re.DOTALL,
)
PARAMETER = re.compile(r"\$([a-z_]\w*)")
RETURNED = re.compile(r"[a-z_]\w*")
LINE_BREAK = re.compile(r"\n--\s*")
FOR_EVERY_CLIENT = "set search_path = 'every_client,main'"  # where `in_view` costs nothing
# Where nobody names others: the ends of a complaint, what is explained, all rows of a list, and
# nothing that people entered.
DEFAULTS = {
    "from_step": "received",
    "to_step": "resolved",
    "outcome": "satisfaction",
    "most_rows": 1_000_000_000,
    **dict.fromkeys(entered.OVERLAYS, "[]"),
}


class UnknownQuestionError(DataError):
    """No question has this name."""


class Question(NamedTuple):
    """One SQL file: `section/name`, its header and its text."""

    name: str
    title: str
    grain: str
    binds: tuple[str, ...]
    returns: tuple[str, ...]
    sql: str


def names() -> list[str]:
    """Names of all questions, such as `satisfaction/client_tiers`, in order."""
    return sorted(f"{file.parent.name}/{file.stem}" for file in HERE.glob("*/*.sql"))


@cache
def question(name: str) -> Question:
    """Load one question. Raises `UnknownQuestionError`, or `DataError` for a broken header."""
    if name not in names():
        raise UnknownQuestionError(
            f"There is no question {name!r}; `python -m queries` lists those there are."
        )
    text = (HERE / f"{name}.sql").read_text(encoding="utf-8")
    header = HEADER.match(text)
    if header is None:
        raise DataError(
            f"The question {name} must begin with what it measures, Grain:, Binds: and Returns:."
        )
    field = {key: LINE_BREAK.sub(" ", value) for key, value in header.groupdict().items()}
    return Question(
        name,
        field["title"],
        field["grain"],
        tuple(PARAMETER.findall(field["binds"])),
        tuple(RETURNED.findall(field["returns"])),
        text,
    )


def execute(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    settings: Settings,
    *,
    since: date | None = None,
    until: date | None = None,
    client_ids: Sequence[str] | None = None,
    **more: object,
) -> duckdb.DuckDBPyConnection:
    """Run a question on a cursor of its own and return the cursor.

    `since` and `until` are days, both included. `client_ids` are the clients in view: None is every
    client, an empty list none. `more` are further values that the question binds; the previous
    period is the one just before, as long, and steps are those of `DEFAULTS`, unless they are
    given. Raises `DataError` for a value that is missing or a period that ends before it starts.
    """
    asked = question(name)
    given: dict[str, object] = {
        **DEFAULTS,
        **settings.parameters(),
        **_period(since, until),
        "client_ids": None if client_ids is None else list(client_ids),
        **more,
    }
    missing = [name for name in asked.binds if name != "client_ids" and given.get(name) is None]
    if missing:
        raise DataError(f"The question {name} needs a value for {', '.join(missing)}.")
    cursor = connection.cursor()
    if client_ids is None:
        cursor.execute(FOR_EVERY_CLIENT)
    return cursor.execute(asked.sql, {name: given[name] for name in asked.binds})


def _period(since: date | None, until: date | None) -> dict[str, object]:
    if since is None or until is None:
        return {"since": since, "until": until}
    if since > until:
        raise DataError(f"The period ends ({until}) before it starts ({since}).")
    day = timedelta(days=1)
    return {
        "since": since,
        "until": until,
        "previous_since": since - (until - since) - day,
        "previous_until": since - day,
    }


def run(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    settings: Settings,
    *,
    since: date | None = None,
    until: date | None = None,
    client_ids: Sequence[str] | None = None,
    **more: object,
) -> pd.DataFrame:
    """Answer a question with a frame of the columns of its header; text is str, absent None."""
    answer = execute(
        connection, name, settings, since=since, until=until, client_ids=client_ids, **more
    ).df()
    for column, kind in answer.dtypes.items():
        if isinstance(kind, pd.CategoricalDtype):
            answer[column] = _text(answer[column])
    return answer


def _text(cells: pd.Series) -> pd.Series:
    """The words of a column of an enumeration; absent is None, which no code points to."""
    words = np.array([*cells.cat.categories, None], dtype=object)
    return pd.Series(words[cells.cat.codes], index=cells.index, dtype=object)
