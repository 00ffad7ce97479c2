"""The settings file is validated, and what is wrong is named."""

from pathlib import Path

import pytest

from data import calendars
from data import settings as company
from data.errors import DataError
from data.needs import Needs
from data.settings import Settings
from data.value import Value

WHOLE = company.DEFAULT_FILE.read_text(encoding="utf-8")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_the_delivered_file_says_what_the_measures_say() -> None:
    loaded = company.load(company.DEFAULT_FILE)
    assert loaded.tiers == company.Tiers()
    assert loaded.few == company.Few()
    assert loaded.complaints == company.Complaints()
    assert loaded.needs == Needs()
    assert loaded.value == Value()
    assert (loaded.tiers.tier_window, loaded.tiers.eps, loaded.few.minimum_n) == (180, 0.25, 5)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("minimum_n = 5", "minimum_n = 0", "few.minimum_n: 0 (input should be greater than"),
        ("minimum_n = 5", "minimum_m = 5", "unknown key: few.minimum_m"),
        ("eps = 0.25", 'eps = "much"', "tiers.eps: 'much'"),
        ('"Asia/Shanghai"', '"Asia/Shanghi"', "time_zone: 'Asia/Shanghi' (must be the name"),
        ("first_weekday = 1", "first_weekday = 8", "first_weekday: 8"),
        ('language = "en"', 'language = "fr"', "language: 'fr'"),
        ('currency = "CNY"', 'currency = "yuan"', "currency: 'yuan'"),
        ("USD = 7.1", "USD = -1", "rates.USD: -1"),
        ("retention = 0.9", "retention = 1.9", "value.high.retention: 1.9"),
        ("interest = 0.15", "interests = 0.15", "unknown key: value.low.interests"),
        (
            "retention = 0.7\ninterest = 0.15",
            "retention = 1\ninterest = 0",
            "value.low.interest: 0 (must be above 0 where all clients are kept",
        ),
        ('["09:00", "12:00"]', '["12:00", "09:00"]', "(must end after it starts)"),
        ("[targets.delivery]", "[targets.delivering]", "targets.deliver"),
        ("holidays = []", 'holidays = ["2026-13-01"]', "calendars.standard.holidays.0"),
        ('["13:00", "18:00"]', '["11:59", "18:00"]', "(windows of one day must not overlap)"),
        (
            '["13:00", "18:00"]',
            '["13:00", "25:00"]',
            "calendars.standard.windows.monday.1.1: '25:00'",
        ),
        ('country = "HK"', 'country = "XX"', "calendars.hong_kong.country: 'XX' (must be the code"),
        ('country = "HK"', 'country = "HolidayBase"', "hong_kong.country: 'HolidayBase'"),
        ('country = "HK"', 'subdivision = "BY"', "hong_kong.subdivision: 'BY' (must be a part of"),
        (
            'country = "HK"',
            'country = "DE"\nsubdivision = "XX"',
            "calendars.hong_kong.subdivision: 'XX' (must be a part of the country",
        ),
    ],
)
def test_a_wrong_key_or_value_is_named(file: Path, old: str, new: str, sentence: str) -> None:
    assert old in WHOLE
    file.write_text(WHOLE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        company.load(file)
    assert sentence in str(caught.value)
    assert str(file) in str(caught.value)


def test_the_calendar_that_unknown_ones_are_measured_by_has_to_be_there(file: Path) -> None:
    file.write_text(WHOLE.replace("calendars.standard", "calendars.office"), encoding="utf-8")
    with pytest.raises(DataError, match=r"lacks the key calendars\.standard\.$"):
        company.load(file)


def test_a_file_that_is_absent_or_no_toml_is_named(file: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        company.load(file)
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(DataError, match="not valid TOML"):
        company.load(file)
    file.write_text("eps = = 1", encoding="utf-8")
    with pytest.raises(DataError, match="not valid TOML"):
        company.load(file)


def test_a_file_without_the_two_cases_has_those_of_the_house(file: Path) -> None:
    start, end = WHOLE.index("[value.low]"), WHOLE.index("[index]")
    file.write_text(WHOLE[:start] + WHOLE[end:], encoding="utf-8")
    loaded = company.load(file).value
    assert (loaded.low.retention, loaded.high.retention) == (0.7, 0.9)
    assert (loaded.low.word_of_mouth_q1, loaded.high.word_of_mouth_q1) == (0.1, 1)


def test_another_file_can_be_named(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text(WHOLE.replace("minimum_n = 5", "minimum_n = 8"), encoding="utf-8")
    monkeypatch.setenv("SATISFACTION_SETTINGS", str(file))
    other = company.load()
    assert other.few.minimum_n == 8
    assert other.fingerprint() != company.load(company.DEFAULT_FILE).fingerprint()


def test_another_list_of_public_holidays_makes_marts_stale(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = settings.fingerprint()
    monkeypatch.setattr(calendars, "VERSION", "another")
    assert settings.fingerprint() != before


def test_the_currency_on_the_screen_needs_no_rate() -> None:
    bound = company.load(company.DEFAULT_FILE).parameters()
    currencies, rates = bound["currencies"], bound["rates"]
    assert isinstance(currencies, list)
    assert isinstance(rates, list)
    assert rates[currencies.index("CNY")] == 1
