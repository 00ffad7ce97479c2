"""Every finding can be said in every language: placeholders agree with the English ones."""

import pytest

from pages.shared import text
from pages.shared.findings import drift as drifts
from pages.shared.findings import moves as movers
from pages.shared.findings import shares, wording
from pages.shared.findings.segments import compared
from pages.shared.findings.zones import zones
from tests.pages.shared.findings.conftest import MINIMUM_N, SINCE, Frame

LANGUAGES = pytest.mark.parametrize("language", list(text.LANGUAGES))


@LANGUAGES
def test_headline_keeps_its_numbers_and_names(tiers: Frame, language: str) -> None:
    text.use(language)
    rows = tiers(("甲", "loyal", "complaining"), *[(name, "loyal", "loyal") for name in "ABCD"])
    said = shares.headline(rows, SINCE, MINIMUM_N)
    assert "甲" in said
    assert "80%" in said.replace(" ", "")


@LANGUAGES
def test_gaps_and_drift_keep_their_numbers(gaps: Frame, drift: Frame, language: str) -> None:
    text.use(language)
    below = gaps({"expectation_gap": -0.6})
    assert "−0.6" in zones(below, MINIMUM_N)
    assert "+0.4" in drifts.overall(drift({}), MINIMUM_N)
    both = gaps({"segment": "vip", "expectation_gap": -0.9}, {"expectation_gap": -0.3})
    assert "−0.9" in compared(both, MINIMUM_N)


@LANGUAGES
def test_who_moved_keeps_its_names(moved: Frame, language: str) -> None:
    text.use(language)
    rows = moved({"client_name": "华信"}, {"client_name": "Nord", "to_tier": "left"})
    said = movers.who_moved(rows, 9, SINCE)
    assert "华信" in said
    assert "Nord" in said


@LANGUAGES
def test_sentences_stand_side_by_side(language: str) -> None:
    text.use(language)
    assert wording.paragraph("a", None, "b").replace(" ", "") == "ab"


def test_the_same_sentence_is_not_said_twice() -> None:
    assert wording.paragraph("a", "b", "a") == "a b"
