import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime

import duckdb
import pytest

import queries
from pages.shared import text
from pages.shared.text import dates, numbers, words
from pages.shared.text.columns import COLUMNS

NAN = float("nan")
SUNDAY = date(2026, 11, 15)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.use("en")
    yield
    text.use("en")


@pytest.mark.parametrize(
    ("preferred", "language"),
    [
        ("zh-CN", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("zh-Hans-HK", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh_Hant_MO", "zh-Hant"),
        ("en-GB", "en"),
        ("fr-FR", "zh-Hant"),
        (None, "zh-Hant"),
    ],
)
def test_the_nearest_language_is_offered_else_the_company_s(
    preferred: str | None, language: str
) -> None:
    assert text.match(preferred, "zh-Hant") == language


def test_a_language_that_is_not_offered_is_refused() -> None:
    with pytest.raises(ValueError, match="xx"):
        text.use("xx")


def test_threads_do_not_speak_each_other_s_language() -> None:
    heard: list[str] = []
    text.use("zh-Hans")
    ask = text.bound(lambda: heard.append(words.tier("loyal")))
    for spoken in (lambda: heard.append(words.tier("loyal")), ask):
        thread = threading.Thread(target=spoken)
        thread.start()
        thread.join()
    assert heard == ["loyal", "忠实"]


@pytest.mark.parametrize(
    ("language", "tiers"),
    [
        ("zh-Hans", ["终身", "忠实", "满意", "基本满意", "投诉", "沉默"]),
        ("zh-Hant", ["終身", "忠實", "滿意", "基本滿意", "投訴", "沉默"]),
    ],
)
def test_the_tiers_have_the_field_s_own_words(language: str, tiers: list[str]) -> None:
    text.use(language)
    ladder = ["lifelong", "loyal", "satisfied", "basic", "complaining", None]
    assert [words.tier(tier) for tier in ladder] == tiers


def test_every_value_of_the_schema_has_a_word(con: duckdb.DuckDBPyConnection) -> None:
    spoken = {
        "tier": words.tier,
        "segment": words.segment,
        "side": words.side,
        "dimension": words.dimension,
        "factor": words.factor,
        "latent": words.latent,
        "cause": words.cause,
        "leaving_reason": words.leaving,
        "complaint_severity": words.complaint_severity,
        "ticket_severity": words.severity,
        "ticket_kind": words.kind,
        "complaint_form": words.form,
        "promise_source": words.promise_source,
        "step": words.step,
        "role": words.role,
        "target_measure": words.measure,
    }
    for name, word in spoken.items():
        values = con.execute(" ".join(("select unnest(enum_range(null::", name, "))"))).fetchall()
        assert all(word(value) for (value,) in values)


def test_every_column_of_every_question_has_a_label() -> None:
    asked = [queries.question(name) for name in queries.names()]
    assert {column for question in asked for column in question.returns} <= set(COLUMNS)


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert numbers.number(1234567.891, 1) == "1,234,567.9"
    assert numbers.number(-0.04) == "0"
    assert numbers.percent(0.7069) == "71%"
    assert numbers.signed(-0.44) == "−0.4"
    assert numbers.signed(0.04) == "0.0"
    assert numbers.money(-1234.6, "CNY") == "−CN¥1,235"
    assert numbers.compact(1234567) == "1.2M"
    assert numbers.short_money(12_345_678, "CNY") == "CN¥12.3M"
    assert numbers.short_money(1_594_000, "CNY") == "CN¥1.59M"
    assert numbers.short_money(1_594_000, "CNY", 1) == "CN¥1.6M"
    assert numbers.short_money(-999.6, "CNY") == "−CN¥1K"
    text.use("zh-Hans")
    assert numbers.compact(1234567) == "123.5万"
    assert numbers.short_money(159_400_000, "CNY") == "¥1.59亿"


def test_an_interval_has_one_unit_and_no_dash_beside_a_minus() -> None:
    assert numbers.interval_text(0.58, 0.81, style="percent") == "58–81%"
    assert numbers.interval_text(-0.4, 0.3, 1, "signed") == "−0.4 to +0.3"


def test_chinese_ends_of_an_interval_have_no_space_between_characters() -> None:
    text.use("zh-Hans")
    assert numbers.interval_text(-3, 4, style="signed") == "−3至+4"


@pytest.mark.parametrize("missing", [None, NAN])
def test_a_missing_number_is_a_dash(missing: float | None) -> None:
    written = [numbers.number, numbers.percent, numbers.signed, numbers.compact]
    assert {write(missing) for write in written} == {"–"}
    assert numbers.money(missing, "CNY") == "–"
    assert numbers.short_money(missing, "CNY") == "–"
    assert numbers.interval_text(missing, 1) == "–"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["15 November 2026", "November 2026", "9–15 Nov 2026", "15 November 2026, 20:00"]),
        (
            "zh-Hans",
            ["2026年11月15日", "2026年11月", "2026年11月9日至15日", "2026年11月15日 20:00"],
        ),
    ],
)
def test_days_are_said_in_the_long_form(language: str, said: list[str]) -> None:
    text.use(language)
    evening = datetime(2026, 11, 15, 20, tzinfo=UTC)
    assert [
        dates.day(SUNDAY),
        dates.month(SUNDAY),
        dates.days(date(2026, 11, 9), SUNDAY),
        dates.moment(evening),
    ] == said
    assert dates.iso(SUNDAY) == "2026-11-15"
    assert dates.day(None) == dates.iso(None) == dates.month(None) == dates.moment(None) == "–"


def test_names_are_listed_as_the_language_lists_them() -> None:
    assert words.join(["A", "B", "C"]) == "A, B and C"
    assert words.join([]) == ""
    text.use("zh-Hans")
    assert words.join(["A", "B", "C"]) == "A、B 和 C"
    assert words.join(["甲", "乙", "丙"]) == "甲、乙和丙"
    assert words.join(["North 北方", "3 项"]) == "North 北方和 3 项"
    assert (words.join(["A"]), words.join([]), words.join(["", "B"])) == ("A", "", "和 B")


def test_what_stands_beside_a_value_is_punctuated_as_the_language_does() -> None:
    def said() -> list[str]:
        return [
            words.labelled("n", 5),
            words.noted("−0.4", "VIP"),
            words.quoted("x"),
            words.listed(["A", "B"]),
        ]

    assert said() == ["n: 5", "−0.4 (VIP)", "“x”", "A, B"]
    text.use("zh-Hant")
    assert said() == ["n：5", "−0.4（VIP）", "「x」", "A、B"]
