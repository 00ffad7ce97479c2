import pandas as pd

from pages.shared.findings.recommend import net_promoter
from tests.pages.shared.findings.conftest import MINIMUM_N, SINCE


def counts(promoters: int, passives: int, detractors: int) -> pd.DataFrame:
    total = promoters + passives + detractors
    row = {"promoters": promoters, "passives": passives, "detractors": detractors}
    return pd.DataFrame([{**row, "response_count": total}])


def test_the_published_change_is_more_than_noise() -> None:
    said = net_promoter(counts(45, 85, 70), counts(30, 80, 90), SINCE, MINIMUM_N)
    assert said.startswith("Net promoter score −12 (−23 to −2), from 200 answers. It rose by 18")


def test_a_small_change_is_no_clear_change() -> None:
    said = net_promoter(counts(31, 80, 89), counts(30, 80, 90), SINCE, MINIMUM_N)
    assert said.endswith("No clear change since 24 August 2026.")


def test_too_few_answers_have_no_score() -> None:
    said = net_promoter(counts(1, 1, 1), counts(30, 80, 90), SINCE, MINIMUM_N)
    assert said == "Net promoter score: too few answers (3)."


def test_nothing_before_is_nothing_to_compare_with() -> None:
    said = net_promoter(counts(3, 1, 1), counts(0, 0, 0), SINCE, MINIMUM_N)
    assert said.endswith("There are no earlier answers to compare with.")


def test_a_question_nobody_was_asked_is_said() -> None:
    said = net_promoter(counts(0, 0, 0), counts(0, 0, 0), SINCE, MINIMUM_N)
    assert said == "Nobody was asked whether they would recommend us."
