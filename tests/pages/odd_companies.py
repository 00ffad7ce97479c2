"""Companies that pages are rarely tried on: nobody, one answer, names that do harm, random rows."""

from datetime import date, timedelta

from tests.pages.opened import Rows

NAMES = (
    "<img src=x onerror=alert(1)>",
    "=cmd|'/c calc'!A1",
    "Wide" * 60,
    "上海浦东国际机场东方航空物流股份有限公司华东区域总部信息技术中心" * 4,
    "[here](javascript:alert(1)) **b** $x^2$ :red[z] {name} %s %(name)s",
    "'; drop table clients; --",
    "\u202etxt.exe & <b>B</b>",
    " ",
)
LAST = date(2026, 11, 13)
Company = dict[str, Rows]


def one_answer() -> Company:
    """A client that gave one answer, without any level of expectation."""
    return {
        "clients": [{"client_id": "only", "client_name": "Only Client"}],
        "indicators": [{"scale_low": 1, "scale_high": 5, "latent": "satisfaction"}],
        "responses": [{"response_id": "r", "client_id": "only", "answered_at": at(3)}],
        "answers": [{"response_id": "r", "indicator_id": "prompt", "perceived": 4}],
    }


def one_client_and_no_more() -> Company:
    """A client of which nothing is known."""
    return {"clients": [{"client_id": "only", "client_name": "Only Client"}]}


def hostile() -> Company:
    """Eight clients whose names are instructions to somebody; the same words everywhere else."""
    ids = [f"{number} {name}" for number, name in enumerate(NAMES)]
    named = list(zip(ids, NAMES, strict=True))
    return {
        "clients": [_client(number, *one) for number, one in enumerate(named)],
        "indicators": [_indicator(number, name) for number, name in enumerate(NAMES)],
        **_answered(ids),
        "invitations": [
            {"invitation_id": key, "client_id": key, "sent_at": at(9), "method": "questionnaire"}
            for key in ids
        ],
        "tickets": [_ticket(number, *one) for number, one in enumerate(named)],
        "complaints": [_complaint(number, *one) for number, one in enumerate(named)],
        "promises": [_promise(number, *one) for number, one in enumerate(named)],
        "actions": [
            {"action_id": key, "client_id": key, "raised_on": day(9), "what": name, "owner": name}
            for key, name in named
        ],
        "competitor_scores": [
            {"competitor": name, "indicator_id": "0", "scored_on": day(20), "perceived": 6}
            for name in NAMES
        ],
        "events": [
            {"event_id": key, "happened_on": day(9 * number), "label": name, "client_id": key}
            for number, (key, name) in enumerate(named)
        ],
        "revenue": [
            {"client_id": key, "month": date(2026, month, 1), "amount": 1000 + 10 * month}
            for key in ids
            for month in range(1, 11)
        ],
    }


def day(back: int) -> date:
    """So many days before the last one."""
    return LAST - timedelta(days=back)


def at(back: int) -> str:
    """Noon of that day."""
    return f"{day(back)} 12:00:00+08"


def _client(number: int, key: str, name: str) -> dict[str, object]:
    return {
        "client_id": key,
        "client_name": name,
        "segment": ("vip", "regular")[number % 2],
        "region": name,
        "industry": name,
        "manager": name,
        "regional_manager": name,
        "client_since": date(2024, 1, 1),
        "left_on": day(1) if number == 6 else None,
        "left_because": "price" if number == 6 else None,
        "order_value": 1000.0 * number,
        "orders_per_year": 2,
    }


def _indicator(number: int, name: str) -> dict[str, object]:
    latents = ("satisfaction", "quality", "value", "loyalty", None)
    dimensions = ("reliability", "assurance", "tangibles", "empathy", "responsiveness")
    return {
        "indicator_id": str(number),
        "wording": name,
        "wording_zh": name,
        "dimension": dimensions[number % 5],
        "factor": ("attitude", "timeliness", "quality")[number % 3],
        "latent": latents[number % 5],
        "scale_low": 0,
        "scale_high": 10,
        "is_controllable": number % 2 == 0,
    }


def _answered(ids: list[str]) -> Company:
    """Twelve responses of each client over half a year, each with an answer to each question."""
    keys = [(f"{key} {month}", number, month) for number, key in enumerate(ids) for month in _TIMES]
    return {
        "responses": [
            {
                "response_id": response,
                "client_id": ids[number],
                "answered_at": at(15 * month),
                "respondent": NAMES[number],
                "role": NAMES[number],
                "touchpoint": NAMES[number],
                "recommend": (number + month) % 11,
                "comment": NAMES[number],
            }
            for response, number, month in keys
        ],
        "answers": [
            {
                "response_id": response,
                "indicator_id": str(question),
                "minimum": 4,
                "expected": 6 + question % 2,
                "desired": 8,
                "perceived": 1 + (number * 7 + month * (question + 3) + question * question) % 10,
                "importance": 5,
            }
            for response, number, month in keys
            for question in range(len(NAMES))
        ],
    }


_TIMES = range(12)


def _ticket(number: int, key: str, name: str) -> dict[str, object]:
    return {
        "ticket_id": key,
        "client_id": key,
        "title": name,
        "module": name,
        "severity": ("critical", "major", "minor")[number % 3],
        "opened_at": at(20 + number),
        "promised_at": at(number - 3),
        "resolved_at": at(10) if number % 2 else None,
        "owner": name,
        "first_owner": name,
        "root_cause": name,
    }


def _complaint(number: int, key: str, name: str) -> dict[str, object]:
    return {
        "complaint_id": key,
        "client_id": key,
        "ticket_id": key,
        "received_at": at(15 + number),
        "severity": ("major", "ordinary")[number % 2],
        "channel": name,
        "description": name,
        "promised_at": at(number),
        "resolved_at": at(2) if number % 3 else None,
    }


def _promise(number: int, key: str, name: str) -> dict[str, object]:
    return {
        "promise_id": key,
        "client_id": key,
        "what": name,
        "promised_on": day(30),
        "due_on": day(5 * number - 10),
        "kept_on": day(5 * number) if number > 4 else None,
        "made_by": name,
        "source": "meeting",
    }
