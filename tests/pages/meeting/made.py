"""Slides of companies made by hand, and the rows they are made of: week 46 of 2026."""

from typing import Any

from pages.meeting import weeks
from pages.meeting.slides.model import Slide
from tests.pages.meeting.spoken import spoken
from tests.pages.opened import Rows

WEEK = "2026-W46"  # 9 to 15 November


def shown(module: Any, name: str = WEEK, language: str = "en") -> Slide:
    with spoken(language):
        made: Slide = module.slide(weeks.of(name))
    return made


def promise(key: str, due_on: str, **more: Any) -> dict[str, Any]:
    told = {"client_id": "Acme", "what": f"Visit {key}", "source": "meeting", "made_by": "Li Wei"}
    return {"promise_id": key, "promised_on": "2026-08-03", "due_on": due_on, **told, **more}


def action(key: str, due_on: str | None, **more: Any) -> dict[str, Any]:
    told = {"client_id": "Acme", "what": f"Call {key}", "owner": "Wang Min"}
    return {"action_id": key, "raised_on": "2026-08-03", "due_on": due_on, **told, **more}


def clients(*names: str) -> Rows:
    return [{"client_id": name, "client_name": name} for name in names]


def scored(client: str, day: str, perceived: float) -> dict[str, Rows]:
    """One response of a client with one answer: minimum 5, expected 6, desired 8."""
    key = f"{client} {day}"
    levels = {"minimum": 5, "expected": 6, "desired": 8, "perceived": perceived}
    return {
        "responses": [
            {"response_id": key, "client_id": client, "answered_at": f"{day} 12:00:00+08"}
        ],
        "answers": [{"response_id": key, "indicator_id": "prompt", **levels}],
    }


def together(*parts: dict[str, Rows]) -> dict[str, Rows]:
    tables = {name for part in parts for name in part}
    return {name: [row for part in parts for row in part.get(name, [])] for name in tables}
