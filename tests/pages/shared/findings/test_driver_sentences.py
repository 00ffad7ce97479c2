"""What drivers say of themselves: what explains together, and how many were compared."""

import pandas as pd
import pytest

from pages.shared.findings import driver_sentences, drivers
from pages.shared.findings.driver_scores import DIMENSION
from tests.pages.shared.findings.driver_rows import HOW, given, questions, rows, scores

FIT = drivers.fit(given(rows(200), questions()), questions(), DIMENSION, HOW)


def test_it_is_said_what_explains_together_and_not_what_stood_before() -> None:
    assert FIT.found is not None
    said = driver_sentences.explained(FIT, FIT.found)
    assert said.startswith("All dimensions together explain ")


def test_it_is_said_how_many_of_the_questions_are_compared() -> None:
    shown = drivers.table(FIT, scores(reliability=6.0, assurance=7.5, tangibles=7.5))
    assert driver_sentences.chosen(FIT, shown) is None
    more = pd.concat([shown, shown.head(1).assign(importance=None)])
    assert driver_sentences.chosen(FIT, more) == (
        "3 of 4 questions are compared: those that most responses answer."
    )


def test_experience_keeps_its_interval_where_every_client_answered() -> None:
    few = scores(reliability=6.0).assign(client_count=9, active_count=9, perceived_spread=0.9)
    shown = drivers.table(FIT, few).set_index("attribute").loc["reliability"]
    width = 2.306 * 0.9 / 3 * (1 / 9) ** 0.5  # t of eight degrees of freedom; nine of ten clients
    assert shown["perceived_high"] - 6.0 == pytest.approx(width, abs=1e-3)
    assert 6.0 - shown["perceived_low"] == pytest.approx(width, abs=1e-3)
