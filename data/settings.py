"""Every setting, read from one file and validated when it is read.

TOML was chosen for its comments and dates; environment variables for each setting were rejected
because nobody can review them. A wrong key or value stops the start with a sentence that names it.
"""

import hashlib
import os
import tomllib
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, ValidationError

from data import calendars, working_time
from data.calendars import Calendar, TimeZone
from data.errors import DataError
from data.meeting import Meeting
from data.needs import Needs
from data.part import Count, Days, NotNegative, Part, Positive
from data.readers import ReaderRights
from data.targets import Targets
from data.triage import Triage
from data.value import Value

DEFAULT_FILE = Path(__file__).with_name("settings.toml")
Language = Literal["en", "zh-Hans", "zh-Hant"]
LANGUAGES: tuple[str, ...] = get_args(Language)


Currency = Annotated[str, Field(pattern="^[A-Z]{3}$")]
Cause = Literal[
    "technical",
    "quality",
    "product",
    "attitude",
    "expectation",
    "promise",
    "misunderstanding",
    "other",
]


class Tiers(Part):
    """Settings of the five tiers (measures.md, section 1)."""

    tier_window: Days = Field(default=180, description="Days of answers a client's tier rests on.")
    eps: NotNegative = Field(default=0.25, description="Tolerance between tiers, in points of ten.")
    assumed_zone: NotNegative = Field(
        default=1.0,
        description="Distance between two levels of expectation when one was not asked.",
    )


class Few(Part):
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


class Complaints(Part):
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
    uncontrollable_causes: tuple[Cause, ...] = Field(
        default=("product",), description="Causes that the service team cannot change."
    )


class Promises(Part):
    """Settings of the promise ledger (measures.md, section 6)."""

    days_ahead: Days = Field(
        default=14, description="Promises due within so many days are listed as due soon."
    )


class Index(Part):
    """Settings of the satisfaction index (measures.md, section 4)."""

    bootstrap_draws: Count = Field(default=500, description="Samples an interval rests on.")
    seed: int = Field(default=1, description="Seed of those samples.")
    client_groups: Count = Field(
        default=500,
        description="More clients than this are drawn in so many groups, each group as a whole.",
    )
    most_responses: Count = Field(
        default=2000,
        description="Of more responses, so many picked at random tell what drives satisfaction.",
    )


class _LacksKeyError(ValueError):
    """A key that has to be there is not; its message is the key."""


def _with_standard(named: dict[str, Calendar]) -> dict[str, Calendar]:
    if "standard" not in named:
        raise _LacksKeyError("standard")
    return named


class Settings(Part):
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
    promises: Promises = Promises()
    triage: Triage = Triage()
    needs: Needs = Needs()
    value: Value = Value()
    index: Index = Index()
    meeting: Meeting = Meeting()
    readers: dict[str, ReaderRights] = Field(
        default={}, description="Who may read what, by e-mail address."
    )
    targets: Targets = Field(
        description="Working hours to the first response and to the resolution of a ticket."
    )
    calendars: Annotated[dict[str, Calendar], AfterValidator(_with_standard)] = Field(
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
            "calendars": list(self.calendars),
            "days_before": self.tiers.tier_window - 1,
            **self.tiers.model_dump(),
            **self.few.model_dump(),
            **self.complaints.model_dump(),
            "uncontrollable_causes": list(self.complaints.uncontrollable_causes),
            **self.promises.model_dump(),
            "relationship_years": self.value.relationship_years,
            "client_groups": self.index.client_groups,
            "most_responses": self.index.most_responses,
            **self.triage.points(),
            **self.needs.points(),
            **self.targets.parameters(),
        }

    def working_calendars(
        self, first_year: int, last_year: int
    ) -> dict[str, working_time.Calendar]:
        """Every calendar by name, with its country's public holidays of these years."""
        return {name: own.between(first_year, last_year) for name, own in self.calendars.items()}

    def fingerprint(self) -> str:
        """Digest of all settings and of the package that public holidays come from."""
        described = f"{self.model_dump_json()} {calendars.VERSION}"
        return hashlib.sha256(described.encode()).hexdigest()[:16]


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
    cause = first.get("ctx", {}).get("error")
    if isinstance(cause, _LacksKeyError):
        return f"The settings file {file} lacks the key {key}.{cause}."
    if first["type"] == "missing":
        return f"The settings file {file} lacks the key {key}."
    reason = first["msg"].removeprefix("Value error, ")
    reason = reason[:1].lower() + reason[1:]
    return f"The settings file {file} has a wrong value for {key}: {first['input']!r} ({reason})."
