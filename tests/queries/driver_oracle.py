"""Single answers, attributes and invitations a second time: plain loops over the raw rows."""

from collections.abc import Iterator
from datetime import date
from statistics import stdev
from typing import Any

from tests.queries.asked import IMPORTED_AT, Asked

Row = dict[str, Any]
RESULTS = ("satisfaction", "loyalty")


def responses(ask: Asked) -> list[Row]:
    """Those of the period that the last import knew."""
    return [
        row
        for row in ask.oracle.company["responses"]
        if row["answered_at"] < IMPORTED_AT and _is_inside(ask, row["answered_at"])
    ]


def answers(ask: Asked, response: Row) -> Iterator[Row]:
    """Its answers with an experience that do not contradict themselves."""
    for row in ask.oracle.company["answers"]:
        levels = [row[name] for name in ("minimum", "expected", "desired") if row[name] is not None]
        is_own = row["response_id"] == response["response_id"]
        if is_own and row["perceived"] is not None and levels == sorted(levels):
            yield {**row, "client_id": response["client_id"]}


def survey_scores(ask: Asked, outcome: str) -> set[tuple[str, str, float]]:
    """Client, question and experience of every response that states the outcome."""
    found = set()
    for response in responses(ask):
        own = list(answers(ask, response))
        latents = {ask.oracle.indicators[row["indicator_id"]]["latent"] for row in own}
        recommend = response["recommend"]
        if not (recommend is not None if outcome == "recommend" else "satisfaction" in latents):
            continue
        key = response["response_id"]
        found |= {(key, row["indicator_id"], row["perceived"]) for row in own}
        found |= set() if recommend is None else {(key, "recommend", recommend)}
    return found


def all_answers(ask: Asked) -> list[Row]:
    """The answers of all responses of the period."""
    return [row for response in responses(ask) for row in answers(ask, response)]


def attributes(indicator: Row) -> Iterator[tuple[str, str]]:
    """What a question is an attribute of."""
    if indicator["latent"] in RESULTS:
        return
    yield "question", indicator["indicator_id"]
    for kind in ("dimension", "factor"):
        if indicator[kind] is not None:
            yield kind, indicator[kind]
    if indicator["is_controllable"] is not None:
        yield "control", "controllable" if indicator["is_controllable"] else "uncontrollable"


def by_attribute(ask: Asked) -> dict[tuple[str, str], Row]:
    """Mean experience of each attribute, and the spread of clients' means."""
    grouped: dict[tuple[str, str], list[tuple[str, float, float]]] = {}
    for row in all_answers(ask):
        indicator = ask.oracle.indicators[row["indicator_id"]]
        low, high = indicator["scale_low"], indicator["scale_high"]
        score = 10 * (row["perceived"] - low) / (high - low)
        for attribute in attributes(indicator):
            own = row["client_id"], score, float(indicator["weight"])
            grouped.setdefault(attribute, []).append(own)
    return {attribute: _summed(ask, rows) for attribute, rows in grouped.items()}


def _summed(ask: Asked, rows: list[tuple[str, float, float]]) -> Row:
    clients = {client for client, _score, _weight in rows}
    means = [_mean([row for row in rows if row[0] == client]) for client in sorted(clients)]
    active = [row for row in ask.oracle.company["clients"] if ask.oracle.is_active(row, ask.until)]
    return {
        "perceived": _mean(rows),
        "perceived_spread": stdev(means) if len(means) > 1 else None,
        "answer_count": len(rows),
        "client_count": len(clients),
        "active_count": len(active),
    }


def _mean(rows: list[tuple[str, float, float]]) -> float:
    return sum(s * weight for _client, s, weight in rows) / sum(weight for *_rest, weight in rows)


def answered_invitations(ask: Asked) -> dict[str, tuple[int, int]]:
    """Sent in the period and answered by its end, by way of collecting; one answer to each."""
    day = ask.oracle.day
    waiting: dict[tuple[str, str, date], int] = {}
    replies = sorted(ask.oracle.company["responses"], key=lambda row: row["answered_at"])
    for row in replies:
        invited = row["invited_at"]
        is_known = row["answered_at"] < IMPORTED_AT and day(row["answered_at"]) <= ask.until
        if invited is not None and is_known and invited <= row["answered_at"]:
            key = row["client_id"], row["method"], day(invited)
            waiting[key] = waiting.get(key, 0) + 1
    found: dict[str, tuple[int, int]] = {}
    for row in ask.oracle.company["invitations"]:
        if row["sent_at"] >= IMPORTED_AT or not _is_inside(ask, row["sent_at"]):
            continue
        key = row["client_id"], row["method"], day(row["sent_at"])
        is_answered = waiting.get(key, 0) > 0
        waiting[key] = waiting.get(key, 0) - is_answered
        sent, answered = found.get(row["method"], (0, 0))
        found[row["method"]] = sent + 1, answered + is_answered
    return found


def _is_inside(ask: Asked, moment: Any) -> bool:
    return ask.since <= ask.oracle.day(moment) <= ask.until
