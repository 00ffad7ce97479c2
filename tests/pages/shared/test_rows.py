"""Rows of an answer: Python's own values, the same that pandas gives."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from pages.shared.rows import rows_of

WHOLE = pd.DataFrame(
    {
        "name": ["a", None],
        "count": [1, 2],
        "mean": [0.5, np.nan],
        "is_known": [True, False],
        "week": pd.to_datetime(["2024-02-29", "NaT"]),
        "on_day": [date(2024, 2, 29), None],
        "some": pd.array([3, None], dtype="Int64"),
        "tier": pd.Categorical(["loyal", None]),
        "mixed": pd.Series([np.int64(3), "too few (2)"], dtype=object),
    }
)


@pytest.mark.parametrize(
    "frame",
    [
        WHOLE,
        WHOLE.head(0),
        WHOLE.tail(1).set_index("count", drop=False),
        WHOLE.set_index("name"),
        pd.DataFrame({"name": pd.Series(["a", None], dtype="str")}),
        pd.DataFrame({"opened_at": pd.to_datetime(["2026-10-25 02:30"]).tz_localize("UTC")}),
    ],
)
def test_rows_are_those_of_pandas(frame: pd.DataFrame) -> None:
    rows, expected = rows_of(frame), frame.to_dict("records")
    assert [list(row) for row in rows] == [list(row) for row in expected]
    assert repr(rows) == repr(expected)


def test_truths_and_whole_numbers_are_pythons_own() -> None:
    odd = pd.DataFrame({"is_late": pd.Series([np.True_, None], dtype=object), "n": [1, 2]})
    first, second = rows_of(odd)
    assert first["is_late"] is True
    assert second["is_late"] is None
    assert type(first["n"]) is int
