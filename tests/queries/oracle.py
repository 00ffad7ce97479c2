"""The measures computed a second time, in plain Python and pandas over the raw rows, day by day.

Nothing here is shared with the SQL: no roll-ups, no spans, no macros. It is slow and literal.
"""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from tests.queries.companies import Company, Row

ZONE = ZoneInfo("Asia/Shanghai")
TIERS = ("lifelong", "loyal", "satisfied", "basic", "complaining")
WINDOW, EPS, ZONE_WIDTH = 180, 0.25, 1.0
LEVELS = ("minimum", "expected", "desired")


class Oracle:
    """Answers about one company as known at the moment of its last import."""

    def __init__(self, company: Company, imported_at: datetime) -> None:
        self.company = company
        self.imported_at = imported_at
        self.indicators = {row["indicator_id"]: row for row in company["indicators"]}
        self.answers = pd.DataFrame(self._answers())

    def day(self, moment: datetime) -> date:
        return moment.astimezone(ZONE).date()

    def moment(self, day: date) -> datetime:
        end = datetime.combine(day + timedelta(days=1), datetime.min.time(), ZONE)
        return min(end, self.imported_at)

    def _answers(self) -> list[Row]:
        known = {
            row["response_id"]: row
            for row in self.company["responses"]
            if row["answered_at"] < self.imported_at
        }
        scored = [
            {
                **_filled(row, self.indicators[row["indicator_id"]]),
                **_who(self, known[row["response_id"]]),
            }
            for row in self.company["answers"]
            if row["response_id"] in known
        ]
        recommended = [
            {
                **dict.fromkeys(LEVELS),
                "perceived": float(row["recommend"]),
                "weight": 1.0,
                "dimension": None,
                "kind": "stated",
                **_who(self, row),
            }
            for row in known.values()
            if row["recommend"] is not None
        ]
        return scored + recommended

    def is_active(self, client: Row, day: date) -> bool:
        since, left = client["client_since"], client["left_on"]
        return (since is None or since <= day) and (left is None or left > day)

    def ruling(self, client_id: str, day: date) -> bool:
        """Is there an open complaint that makes the client complaining?"""
        moment = self.moment(day)
        for row in self.company["complaints"]:
            if row["client_id"] != client_id or row["form"] != "complaint":
                continue
            is_known = row["received_at"] < moment
            is_open = row["resolved_at"] is None or row["resolved_at"] >= moment
            is_late = row["promised_at"] is not None and row["promised_at"] < moment
            if is_known and is_open and (row["severity"] == "major" or is_late):
                return True
        return False

    def window(self, client_id: str, day: date) -> pd.DataFrame:
        if self.answers.empty:
            return self.answers
        rows = self.answers
        inside = (rows.day > day - timedelta(days=WINDOW)) & (rows.day <= day)
        return rows[(rows.client_id == client_id) & inside]

    def tier(self, client: Row, day: date) -> dict[str, Any] | None:
        """The row of one client at the end of a day; None when it is not active."""
        if not self.is_active(client, day):
            return None
        rows = self.window(client["client_id"], day)
        best = _best(rows)
        found: dict[str, Any] = {
            "tier": None,
            "basis": None,
            "answer_count": len(best),
            "inverted_count": 0 if rows.empty else int((rows.kind == "inverted").sum()),
            "perceived": None,
            "expected": None,
            "last_answered_on": None if best.empty else best.day.max(),
        }
        if not best.empty:
            found.update(_judged(best))
        if self.ruling(client["client_id"], day):
            if found["tier"] != "complaining":
                found["basis"] = "complaint"
            found["tier"] = "complaining"
        return found

    def tiers(self, day: date) -> dict[str, str | None]:
        """Tier of each client active on the day."""
        rows = {row["client_id"]: self.tier(row, day) for row in self.company["clients"]}
        return {name: row["tier"] for name, row in rows.items() if row is not None}


def _who(oracle: Oracle, response: Row) -> Row:
    return {"client_id": response["client_id"], "day": oracle.day(response["answered_at"])}


def _filled(answer: Row, indicator: Row) -> Row:
    low, high = indicator["scale_low"], indicator["scale_high"]
    raw = {
        name: None if answer[name] is None else 10 * (answer[name] - low) / (high - low)
        for name in (*LEVELS, "perceived")
    }
    asked = [level for name in LEVELS if (level := raw[name]) is not None]
    minimum, expected, desired = (raw[name] for name in LEVELS)
    if asked != sorted(asked):
        kind = "inverted"
    elif raw["perceived"] is None:
        kind = "unusable"
    elif not asked:
        kind = "stated"
    else:
        kind = "measured" if len(asked) == len(LEVELS) else "assumed"
        minimum, expected, desired = _assume(minimum, expected, desired)
    return {
        "minimum": minimum,
        "expected": expected,
        "desired": desired,
        "perceived": raw["perceived"],
        "weight": float(indicator["weight"]),
        "dimension": indicator["dimension"],
        "kind": kind,
    }


def _assume(
    minimum: float | None, expected: float | None, desired: float | None
) -> tuple[float, float, float]:
    def clip(score: float) -> float:
        return max(0.0, min(10.0, score))

    if expected is None:
        if minimum is not None and desired is not None:
            return minimum, (minimum + desired) / 2, desired
        if minimum is not None:
            return minimum, clip(minimum + ZONE_WIDTH), clip(minimum + 2 * ZONE_WIDTH)
        assert desired is not None
        return clip(desired - 2 * ZONE_WIDTH), clip(desired - ZONE_WIDTH), desired
    return (
        clip(expected - ZONE_WIDTH) if minimum is None else minimum,
        expected,
        clip(expected + ZONE_WIDTH) if desired is None else desired,
    )


def _best(rows: pd.DataFrame) -> pd.DataFrame:
    if rows.empty:
        return rows
    with_levels = rows[rows.kind.isin(["measured", "assumed"])]
    return with_levels if not with_levels.empty else rows[rows.kind == "stated"]


def weighted(rows: pd.DataFrame, column: str) -> float:
    return float((rows[column].astype(float) * rows.weight).sum() / rows.weight.sum())


def _judged(best: pd.DataFrame) -> dict[str, Any]:
    perceived = weighted(best, "perceived")
    if (best.kind == "stated").all():
        cuts = zip(TIERS, (9.5, 8.5, 6.5, 4.5, float("-inf")), strict=True)
        tier = next(name for name, cut in cuts if round(perceived, 9) >= cut)
        return {"tier": tier, "basis": "stated", "perceived": perceived}
    gap = {name: round(perceived - weighted(best, name), 9) for name in LEVELS}
    if gap["desired"] > EPS:
        tier = "lifelong"
    elif gap["desired"] >= -EPS:
        tier = "loyal"
    elif gap["expected"] >= -EPS:
        tier = "satisfied"
    elif gap["minimum"] >= -EPS:
        tier = "basic"
    else:
        tier = "complaining"
    basis = "assumed" if (best.kind == "assumed").any() else "measured"
    return {
        "tier": tier,
        "basis": basis,
        "perceived": perceived,
        "expected": weighted(best, "expected"),
    }
