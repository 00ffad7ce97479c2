"""The rows that tell the story of the two clients, word for word."""

from datetime import date

import pandas as pd

from data.sample.horizon import Horizon
from data.sample.story import SLIDER, WON_BACK
from data.sample.world import World

_WON_BACK_COMPLAINT = "Q-STORY-1"
_SLIDER_COMPLAINT = "Q-STORY-2"
_HANDLING = (
    ("listened", date(2026, 3, 9), 11, "specialist"),
    ("restated", date(2026, 3, 9), 12, "specialist"),
    ("apologised", date(2026, 3, 9), 14, "service_manager"),
    ("escalated", date(2026, 3, 9), 15, "service_manager"),
    ("measures_explained", date(2026, 3, 10), 10, "adviser"),
    ("report_sent", date(2026, 3, 12), 16, "service_manager"),
    ("appraised", date(2026, 3, 19), 15, "regional_manager"),
    ("thanked", date(2026, 4, 3), 16, "adviser"),
    ("followed_up", date(2026, 4, 10), 10, "regional_manager"),
)
_LISTENED_ONLY = (("listened", date(2026, 10, 21), 17, "specialist"),)


def tickets(world: World) -> pd.DataFrame:
    """The two deliveries that were promised to the client that slides, and came late."""
    first = ("2026-04-20", "2026-06-12", "2026-06-12", "2026-07-03")
    second = ("2026-07-06", "2026-08-14", "2026-08-28", "2026-10-09")
    rows = [_delivery(1, "Warehouse 一期上线", *first), _delivery(2, "Warehouse 二期上线", *second)]
    return _present(world, rows)


def _delivery(number: int, title: str, *days: str) -> dict[str, object]:
    opened, first_promised, promised, resolved = (date.fromisoformat(day) for day in days)
    return {
        "ticket_id": f"T-STORY-{number}", "number": SLIDER, "kind": "delivery",
        "severity": "major", "title": title, "module": "Warehouse", "opened_at": opened,
        "first_response_at": opened, "resolved_at": resolved, "promised_at": promised,
        "first_promised_at": first_promised, "first_owner": "Sofia Lindqvist",
        "owner": "Sofia Lindqvist", "handover_count": 0, "reopened_count": 0,
        "root_cause": None, "lesson_recorded_at": None,
    }  # fmt: skip


def complaints(world: World) -> pd.DataFrame:
    """One complaint settled well, and the one that is open at the end."""
    settled = _complaint(
        _WON_BACK_COMPLAINT, WON_BACK, None, "technical",
        "Bookings were lost twice in one week. 一周内两次丢失订单。",
        (date(2026, 3, 9), date(2026, 4, 8), date(2026, 4, 3)),
    )  # fmt: skip
    open_one = _complaint(
        _SLIDER_COMPLAINT, SLIDER, "T-STORY-2", "promise",
        "Two delivery dates were broken. 两次交付承诺都没有兑现。",
        (date(2026, 10, 21), date(2026, 11, 4), None),
    )  # fmt: skip
    return _present(world, [settled, open_one])


def _complaint(
    key: str, number: int, ticket: str | None, cause: str, description: str,
    days: tuple[date, date, date | None],
) -> dict[str, object]:  # fmt: skip
    received, promised, resolved = days
    return {
        "complaint_id": key, "number": number, "ticket_id": ticket, "received_at": received,
        "form": "complaint", "severity": "major", "cause": cause, "channel": "phone",
        "description": description, "promised_at": promised, "first_promised_at": promised,
        "resolved_at": resolved, "reopened_count": 0, "lesson_recorded_at": resolved,
    }  # fmt: skip


def steps(world: World, told: pd.DataFrame) -> pd.DataFrame:
    """What was done for the complaints of the story that are there."""
    taken = {_WON_BACK_COMPLAINT: _HANDLING, _SLIDER_COMPLAINT: _LISTENED_ONLY}
    rows = [
        (key, step, _at(world.horizon, day, hour), "Nora Jensen", role)
        for key in told["complaint_id"]
        for step, day, hour, role in taken[key]
    ]
    columns = ["complaint_id", "step", "done_at", "done_by", "role"]
    return pd.DataFrame(rows, columns=columns)


def promises(world: World) -> pd.DataFrame:
    """What the client that slides was promised in meetings, in vain."""
    rows = [
        {
            "promise_id": f"P-STORY-{number}", "number": SLIDER, "what": what,
            "promised_on": pd.Timestamp(made), "due_on": pd.Timestamp(due),
            "first_due_on": pd.Timestamp(due), "kept_on": pd.NaT,
            "made_by": "Sofia Lindqvist", "source": "meeting",
        }
        for number, what, made, due in (
            (1, "Name an engineer who stays 指定固定工程师", "2026-06-15", "2026-06-30"),
            (2, "Explain the delay to the board 向董事会说明延期原因", "2026-08-31", "2026-09-15"),
        )
    ]  # fmt: skip
    return _present(world, rows)


def _present(world: World, rows: list[dict[str, object]]) -> pd.DataFrame:
    """Rows of the clients that a small company has too, with their keys and moments."""
    frame = pd.DataFrame(rows)
    frame = frame[frame["number"] < world.company.count].reset_index(drop=True)
    frame["client_id"] = world.client_ids(frame["number"].to_numpy())
    for column in frame.columns[frame.columns.str.endswith("_at")]:
        moments = [_at(world.horizon, day, 10) for day in frame[column]]
        frame[column] = pd.Series(moments, dtype="datetime64[us, UTC]")
    return frame


def _at(horizon: Horizon, day: date | None, hour: int) -> pd.Timestamp | None:
    if day is None or pd.isna(day):
        return None
    return horizon.moment(day, hour)
