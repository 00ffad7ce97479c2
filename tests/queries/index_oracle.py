"""The satisfaction index a second time: plain loops over the raw answers, no SQL."""

from collections import defaultdict
from typing import Any, NamedTuple

from tests.queries.asked import IMPORTED_AT, Asked


class Score(NamedTuple):
    """One answer to a question that states satisfaction."""

    response_id: str
    client_id: str
    day: Any
    indicator_id: str
    score100: float


def satisfaction(ask: Asked) -> list[Score]:
    """Those of the period that the last import knew and that do not contradict themselves."""
    company, oracle = ask.oracle.company, ask.oracle
    responses = {row["response_id"]: row for row in company["responses"]}
    questions = {row["indicator_id"]: row for row in company["indicators"]}
    found = []
    for row in company["answers"]:
        response, question = responses[row["response_id"]], questions[row["indicator_id"]]
        levels = [row[name] for name in ("minimum", "expected", "desired") if row[name] is not None]
        day = oracle.day(response["answered_at"])
        if (
            question["latent"] == "satisfaction"
            and row["perceived"] is not None
            and levels == sorted(levels)
            and response["answered_at"] < IMPORTED_AT
            and ask.since <= day <= ask.until
        ):
            low, high = question["scale_low"], question["scale_high"]
            score = 100 * (row["perceived"] - low) / (high - low)
            who = row["response_id"], response["client_id"]
            found.append(Score(*who, day, row["indicator_id"], score))
    return found


def means(rows: list[Score]) -> dict[str, float]:
    """Mean of each question."""
    grouped = defaultdict(list)
    for row in rows:
        grouped[row.indicator_id].append(row.score100)
    return {name: sum(values) / len(values) for name, values in grouped.items()}


def weighted(ask: Asked, values: dict[str, float]) -> float:
    """The index of these means by the questions' weights."""
    weights = {row["indicator_id"]: row["weight"] for row in ask.oracle.company["indicators"]}
    total = sum(weights[name] for name in values)
    return float(sum(weights[name] * value for name, value in values.items()) / total)
