"""The settings file is validated, and what is wrong is named."""

from pathlib import Path

import pytest

from data import settings
from data.errors import DataError

WHOLE = settings.DEFAULT_FILE.read_text(encoding="utf-8")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_the_delivered_file_says_what_the_measures_say() -> None:
    loaded = settings.load(settings.DEFAULT_FILE)
    assert loaded.tiers == settings.Tiers()
    assert loaded.few == settings.Few()
    assert loaded.complaints == settings.Complaints()
    assert loaded.value == settings.Value()
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
        ('["09:00", "12:00"]', '["12:00", "09:00"]', "(must end after it starts)"),
        ("[targets.delivery]", "[targets.delivering]", "targets.deliver"),
        ("holidays = []", 'holidays = ["2026-13-01"]', "calendars.standard.holidays.0"),
    ],
)
def test_a_wrong_key_or_value_is_named(file: Path, old: str, new: str, sentence: str) -> None:
    assert old in WHOLE
    file.write_text(WHOLE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        settings.load(file)
    assert sentence in str(caught.value)
    assert str(file) in str(caught.value)


def test_a_file_that_is_absent_or_no_toml_is_named(file: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        settings.load(file)
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(DataError, match="not valid TOML"):
        settings.load(file)
    file.write_text("eps = = 1", encoding="utf-8")
    with pytest.raises(DataError, match="not valid TOML"):
        settings.load(file)


def test_another_file_can_be_named(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text(WHOLE.replace("minimum_n = 5", "minimum_n = 8"), encoding="utf-8")
    monkeypatch.setenv("SATISFACTION_SETTINGS", str(file))
    other = settings.load()
    assert other.few.minimum_n == 8
    assert other.fingerprint() != settings.load(settings.DEFAULT_FILE).fingerprint()


def test_the_currency_on_the_screen_needs_no_rate() -> None:
    bound = settings.load(settings.DEFAULT_FILE).parameters()
    currencies, rates = bound["currencies"], bound["rates"]
    assert isinstance(currencies, list)
    assert isinstance(rates, list)
    assert rates[currencies.index("CNY")] == 1
