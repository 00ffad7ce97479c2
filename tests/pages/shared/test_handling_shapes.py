"""The charts of handling: parts that add up, counts beside them, reasons for what is hidden."""

from collections.abc import Iterator

import pytest

from pages.shared import charts, text
from tests.pages.shared.drawn import hovers, said
from tests.pages.shared.drawn_handling import DRAWN, RECOVERY, ROLES, STEPS


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    text.use("en")
    yield
    text.use("en")


def test_each_step_says_done_of_due_and_its_median() -> None:
    words = said(DRAWN["steps"]())
    assert "45 of 60 · 2 hours" in words
    assert "5 of 60 · too few (5)" in words


def test_a_bar_is_the_share_done_with_its_interval() -> None:
    done = DRAWN["steps"]().data[1]
    assert list(done.x) == pytest.approx([0.75, 5 / 60])
    assert list(done.error_x.arrayminus) == pytest.approx([0.1223, 0.0472], abs=1e-3)
    assert "75% (63–84%)" in hovers(DRAWN["steps"]())[0]


def test_a_step_of_too_few_or_not_called_for_has_no_bar_but_a_reason() -> None:
    figure = DRAWN["steps"]()
    assert len(figure.data[1].x) == 2
    assert "too few (4)" in said(figure)
    assert "not called for" in said(figure)


def test_roles_and_what_is_missing_add_up_to_what_is_due() -> None:
    figure = DRAWN["steps_by_role"]()
    sums = [sum(trace.x[place] for trace in figure.data) for place in range(3)]
    assert sums == [60, 60, 4]
    assert "role not written down" in said(figure)
    assert "45 of 60" in said(figure)


def test_a_role_that_took_no_step_is_not_in_the_key() -> None:
    words = said(DRAWN["steps_by_role"]())
    assert "service specialist" in words
    assert "service manager" not in words


def test_recovery_is_told_by_the_tier_before_in_the_order_of_the_ladder() -> None:
    figure = DRAWN["recovered"]()
    names = [note.text for note in figure.layout.annotations]
    assert [name for name in names if name in ("Loyal", "Complaining", "Unheard")] == [
        "Loyal",
        "Complaining",
        "Unheard",
    ]
    assert [sum(trace.x[place] for trace in figure.data) for place in range(3)] == [11, 1, 3]


def test_large_numbers_behind_the_bars_have_room() -> None:
    many = charts.steps_by_role(STEPS.assign(due_count=STEPS.due_count * 100_000), ROLES)
    assert many.layout.margin.r > DRAWN["steps_by_role"]().layout.margin.r
    assert charts.recovered(RECOVERY).layout.margin.r >= 28
