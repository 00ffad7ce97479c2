"""Every trend on a slide carries the events and the target of its measure, and says the verdict."""

from dataclasses import replace
from typing import Any

import pytest

from pages.meeting import weeks
from pages.meeting.slides import complaints, expectations, tier_moves
from pages.meeting.slides.model import Panel
from pages.meeting.slides.trends import judged
from pages.shared.charts.plain import Chart, Mark, Series
from pages.shared.findings.targets import Judged
from tests.pages.conftest import Company
from tests.pages.meeting import made
from tests.pages.meeting.spoken import chart, spoken
from tests.pages.opened import ASKED, Rows

RELEASE = {"event_id": "E1", "happened_on": "2026-09-07", "label": "Release 8"}
TARGET_WORDS = {"en": "target 3 a week", "zh-Hans": "目标 每周 3 件", "zh-Hant": "目標 每週 3 件"}


def target(measure: str, value: float, begins_on: str = "2026-01-01", **more: Any) -> Rows:
    known = {"target_id": f"{measure} {begins_on}", "measure": measure, "begins_on": begins_on}
    return [{**known, "value": value, **more}]


def complained(*days: str) -> Rows:
    known = {"client_id": "Acme", "severity": "ordinary", "cause": "technical"}
    return [
        {**known, "complaint_id": f"{place}", "received_at": f"{day} 10:00:00+08"}
        for place, day in enumerate(days)
    ]


SPRING_TO_AUTUMN = complained(*[f"2026-{month:02}-06" for month in range(3, 12)], "2026-11-15")


NAMES = tuple("ABCDEFGHIJ")


def answers(perceived: float) -> dict[str, Rows]:
    """One of each client in each of the last six months."""
    each = ((name, f"2026-{month:02}-03") for month in range(6, 12) for name in NAMES)
    return made.together(*(made.scored(name, day, perceived) for name, day in each))


def limits(drawn: Chart) -> dict[str, Series]:
    return {each.name: each for each in drawn.series if each.is_limit}


@pytest.mark.parametrize("language", TARGET_WORDS)
def test_complaints_carry_their_events_and_target(company: Company, language: str) -> None:
    company(
        clients=made.clients("Acme"),
        complaints=SPRING_TO_AUTUMN,
        events=[RELEASE],
        targets=target("complaints_per_week", 3),
    )
    drawn = chart(made.shown(complaints, language=language).panels[0])
    (mark,) = drawn.marks
    assert mark.label == "Release 8"
    assert drawn.categories[mark.category].strip("W第周週") == "37"
    assert set(limits(drawn)[TARGET_WORDS[language]].values) == {3.0}


def test_the_verdict_on_complaints_is_that_of_the_last_whole_week(company: Company) -> None:
    known = {"clients": made.clients("Acme"), "complaints": SPRING_TO_AUTUMN}
    company(**known, targets=target("complaints_per_week", 30))
    assert made.shown(complaints).panels[0].finding.endswith("Target met.")
    company(**known)
    assert "arget" not in made.shown(complaints).panels[0].finding


def test_a_target_that_was_changed_is_one_line_named_for_all_its_values(company: Company) -> None:
    company(
        clients=made.clients(*NAMES),
        indicators=ASKED,
        **answers(9),
        targets=[
            *target("satisfied_share", 0.7, ends_on="2026-06-30"),
            *target("satisfied_share", 0.8, "2026-07-01"),
        ],
    )
    (line,) = limits(chart(made.shown(tier_moves).panels[0])).values()
    assert line.name == "target 70% → 80%"
    assert [line.values[place] for place in (5, 6, 8, 11)] == [0.7, 0.7, 0.8, 0.8]


def test_the_line_of_long_targets_is_named_for_the_last_alone(company: Company) -> None:
    company(
        clients=made.clients("Acme"),
        complaints=SPRING_TO_AUTUMN,
        targets=[
            *target("complaints_per_week", 3, ends_on="2026-06-30"),
            *target("complaints_per_week", 2.5, "2026-07-01"),
        ],
    )
    (line,) = (each for each in limits(chart(made.shown(complaints).panels[0])) if "target" in each)
    assert line == "target 2.5 a week"


def test_the_gap_has_no_line_in_a_chart_of_both_its_sides_but_a_verdict(company: Company) -> None:
    company(
        clients=made.clients(*NAMES),
        indicators=ASKED,
        **answers(7),
        targets=target("expectation_gap", 2),
    )
    panel = made.shown(expectations).panels[1]
    assert not limits(chart(panel))
    assert "Target missed" in panel.finding


def test_a_verdict_is_as_long_as_there_is_room_for_and_left_out_before_the_finding() -> None:
    found = Judged("3 a week", "3.0 (0.6–8.8)", "barely met")
    whole = "The target of 3 a week is met, but within reach of noise: 3.0 (0.6–8.8)."
    assert judged(["Few."], found) == f"Few. {whole}"
    assert judged(["x" * 40 + "."], found) == "x" * 40 + ". Target met, within noise."
    assert judged(["x" * 90 + ".", "Few."], found) == "Few. Target met, within noise."
    assert judged(["x" * 90 + "."], found) == "x" * 90 + "."


def test_too_few_to_judge_or_no_target_is_no_verdict() -> None:
    few = Judged("3 a week", "too few answers (2) " * 5, None)
    assert judged(["Few."], few) == judged(["Few."], None) == "Few."


def test_a_client_s_own_event_names_it_beside_others_only(company: Company) -> None:
    company(
        clients=made.clients("Acme", "Bolt"),
        complaints=SPRING_TO_AUTUMN,
        events=[{**RELEASE, "client_id": "Acme"}],
    )
    with spoken():
        every = weeks.of(made.WEEK)
        drawn = [
            chart(complaints.slide(view).panels[0])
            for view in (every, replace(every, client_ids=("Acme",)))
        ]
    assert [mark.label for each in drawn for mark in each.marks] == [
        "Release 8 · Acme",
        "Release 8",
    ]


@pytest.mark.usefixtures("sample_company")
@pytest.mark.parametrize("module", [tier_moves, expectations, complaints])
def test_each_line_of_the_sample_has_a_name(module: Any) -> None:
    marks = [mark for panel in made.shown(module).panels for mark in drawn_in(panel)]
    assert marks
    assert all(mark.label for mark in marks)


def drawn_in(panel: Panel) -> tuple[Mark, ...]:
    return panel.body.marks if isinstance(panel.body, Chart) else ()
