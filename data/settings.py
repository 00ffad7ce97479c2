"""Every setting, read from one file and validated when it is read.

TOML was chosen for its comments and dates; environment variables for each setting were rejected
because nobody can review them. A wrong key or value stops the start with a sentence that names it.
"""

import hashlib
import os
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, get_args
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from data.errors import DataError

DEFAULT_FILE = Path(__file__).with_name("settings.toml")
Language = Literal["en", "zh-Hans", "zh-Hant"]
LANGUAGES: tuple[str, ...] = get_args(Language)


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _known_time_zone(name: str) -> str:
    if name not in _time_zones():
        raise ValueError('must be the name of a time zone such as "Asia/Shanghai"')
    return name


def _ordered_window(window: tuple[str, str]) -> tuple[str, str]:
    if window[0] >= window[1]:
        raise ValueError("must end after it starts")
    return window


TimeZone = Annotated[str, AfterValidator(_known_time_zone)]
Currency = Annotated[str, Field(pattern="^[A-Z]{3}$")]
Share = Annotated[float, Field(ge=0, le=1)]
Days = Annotated[int, Field(ge=1)]
Count = Annotated[int, Field(ge=1)]
Positive = Annotated[float, Field(gt=0)]
NotNegative = Annotated[float, Field(ge=0)]
Clock = Annotated[str, Field(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$")]
Window = Annotated[tuple[Clock, Clock], AfterValidator(_ordered_window)]


class _Part(BaseModel):
    """A part of the file: unknown keys are refused, values never change after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Tiers(_Part):
    """Settings of the five tiers (measures.md, section 1)."""

    tier_window: Days = Field(default=180, description="Days of answers a client's tier rests on.")
    eps: NotNegative = Field(default=0.25, description="Tolerance between tiers, in points of ten.")
    assumed_zone: NotNegative = Field(
        default=1.0,
        description="Distance between two levels of expectation when one was not asked.",
    )


class Few(_Part):
    """Below which numbers nothing is shown (measures.md, house rules and section 6)."""

    minimum_n: Count = Field(default=5, description="Fewer answers than this are shown as too few.")
    minimum_n_comments: Count = Field(
        default=10, description="Comments are shown from this many on."
    )
    minimum_n_median: Count = Field(
        default=6, description="A median is shown from this many times on."
    )
    minimum_n_p90: Count = Field(
        default=36, description="A 90th percentile is shown from this many on."
    )


class Complaints(_Part):
    """Settings of complaints and control charts (measures.md, section 7)."""

    recovered_within: Days = Field(
        default=180, description="Days in which a client counts as recovered."
    )
    repeat_within: Days = Field(
        default=90, description="Days in which the same trouble is a repeat."
    )
    limit_weeks: Count = Field(default=24, description="Weeks the control limits rest on.")
    trial_weeks: Count = Field(
        default=12, description="Limits from fewer weeks are marked as trial."
    )


class Value(_Part):
    """Assumptions of the value at stake (measures.md, section 8)."""

    relationship_years: Positive = Field(
        default=5, description="Years, where a client's are not known."
    )
    retention: Share = Field(default=0.8, description="Share of clients kept from year to year.")
    interest: NotNegative = Field(
        default=0.1, description="Interest a year, for the discounted worth."
    )
    word_of_mouth_a: NotNegative = Field(default=10, description="People an unhappy client tells.")
    word_of_mouth_b: NotNegative = Field(default=5, description="Of them, people who tell others.")
    word_of_mouth_q1: Share = Field(default=1.0, description="Share of the first who are lost.")
    word_of_mouth_q2: Share = Field(default=1.0, description="Share of the second who are lost.")


class Index(_Part):
    """Settings of the satisfaction index (measures.md, section 4)."""

    bootstrap_draws: Count = Field(default=500, description="Samples an interval rests on.")
    seed: int = Field(default=1, description="Seed of those samples.")


class Target(_Part):
    """Working hours within which a ticket is to be answered and resolved."""

    first_response_hours: Positive
    resolution_hours: Positive


class Severities(_Part):
    """Targets of one kind of ticket, by severity."""

    critical: Target
    major: Target
    minor: Target


class Targets(_Part):
    """Targets by kind of ticket."""

    fault: Severities
    requirement: Severities
    delivery: Severities


class Windows(_Part):
    """Working windows by weekday, several a day."""

    monday: tuple[Window, ...] = ()
    tuesday: tuple[Window, ...] = ()
    wednesday: tuple[Window, ...] = ()
    thursday: tuple[Window, ...] = ()
    friday: tuple[Window, ...] = ()
    saturday: tuple[Window, ...] = ()
    sunday: tuple[Window, ...] = ()


class Calendar(_Part):
    """When work is done for a client."""

    time_zone: TimeZone
    windows: Windows
    holidays: tuple[date, ...] = ()
    working_days: tuple[date, ...] = ()


class Settings(_Part):
    """Everything a company may set; defaults are those of measures.md."""

    time_zone: TimeZone = Field(
        default="Asia/Shanghai", description="Zone in which days and months are counted."
    )
    first_weekday: int = Field(
        default=1, ge=1, le=7, description="First day of the week, 1 = Monday."
    )
    language: Language = Field(
        default="en", description="Language where the browser asks for no other."
    )
    currency: Currency = Field(
        default="CNY", description="Currency of worth and revenue on the screen."
    )
    rates: dict[Currency, Positive] = Field(
        default={},
        description="Value of one unit of a client's currency, in the currency on the screen.",
    )
    tiers: Tiers = Tiers()
    few: Few = Few()
    complaints: Complaints = Complaints()
    value: Value = Value()
    index: Index = Index()
    targets: Targets = Field(
        description="Working hours to the first response and to the resolution of a ticket."
    )
    calendars: dict[str, Calendar] = Field(
        description="When work is done; a client names its calendar."
    )

    def parameters(self) -> dict[str, object]:
        """What SQL may bind besides the period and the clients, by name."""
        rates = {**self.rates, self.currency: 1.0}
        return {
            "first_weekday": self.first_weekday,
            "currency": self.currency,
            "currencies": list(rates),
            "rates": list(rates.values()),
            "days_before": self.tiers.tier_window - 1,
            **self.tiers.model_dump(),
            **self.few.model_dump(),
        }

    def fingerprint(self) -> str:
        """Digest of all settings: equal settings, equal fingerprint."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:16]


def path_in_use() -> Path:
    """The file named by SATISFACTION_SETTINGS, else the one beside this module."""
    return Path(os.environ.get("SATISFACTION_SETTINGS", DEFAULT_FILE))


def load(path: Path | None = None) -> Settings:
    """Read and validate the settings. Raises `DataError` naming the file, the key and the value."""
    file = path or path_in_use()
    try:
        return Settings.model_validate(tomllib.loads(file.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise DataError(f"The settings file {file} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"The settings file {file} is not valid TOML: {error}.") from error
    except ValidationError as error:
        raise DataError(_sentence(file, error)) from error


def _sentence(file: Path, error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    key = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"The settings file {file} has an unknown key: {key}."
    if first["type"] == "missing":
        return f"The settings file {file} lacks the key {key}."
    reason = first["msg"].removeprefix("Value error, ")
    reason = reason[:1].lower() + reason[1:]
    return f"The settings file {file} has a wrong value for {key}: {first['input']!r} ({reason})."
