"""The two surveys without expectations: their raw answers as numbers, and the question's."""

import duckdb
import pandas as pd

from tests.real.asking import ask
from tests.real.importing import raw

WAVES = {"abc": ("2010-06-30", "2010-06-30"), "mobi": ("1999-06-30", "1999-06-30")}
"""The day that each mapping chose, for the file has none."""
WHOLE = ("q1", "q4", "q5")
DETAILS = {
    "q11": [f"q{number}" for number in range(6, 11)],
    "q17": [f"q{number}" for number in range(12, 17)],
    "q25": [f"q{number}" for number in range(18, 25)],
    "q38": [f"q{number}" for number in range(32, 38)],
    "q57": [f"q{number}" for number in range(50, 57)],
    "q65": [f"q{number}" for number in range(58, 65)],
}
"""The question that closes a section of the ABC survey, and the details before it."""
SECTIONS = list(DETAILS)


def abc(pattern: str = r"q\d+") -> pd.DataFrame:
    """One row per customer of the ABC survey, the columns of that name; not applicable is empty."""
    rows = raw("abc_survey").set_index("ID").filter(regex=f"^{pattern}$")
    numbers = rows.replace("", None).astype(float)
    return numbers.where(numbers > 0)


def mobi() -> pd.DataFrame:
    """One row per customer of mobile phone companies, 24 columns."""
    return raw("mobi").astype(float)


def scores(real: duckdb.DuckDBPyConnection, source: str) -> pd.DataFrame:
    """One row per client, a column per question, as `satisfaction/survey_scores` gives them."""
    answer = ask(real, "satisfaction/survey_scores", *WAVES[source], source=source)
    wide = answer.pivot(index="client_id", columns="indicator_id", values="perceived")
    return wide.rename(index=_without_source, columns=_without_source)


def _without_source(key: str) -> str:
    return key.split(" ", maxsplit=1)[1]
