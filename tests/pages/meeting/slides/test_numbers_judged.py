"""What slide 2 of the sample company judges is what its raw rows say, counted again here."""

from datetime import date

import pytest

from pages.meeting.slides import promises_judged
from tests.pages.meeting.counted import WEEKS, numbers, week
from tests.pages.meeting.spoken import spoken
from tests.queries import promise_oracle
from tests.queries.oracle import Oracle

pytestmark = pytest.mark.usefixtures("sample_company")


@WEEKS
def test_the_promises_judged_are_those_of_the_raw_rows(oracle: Oracle, name: str) -> None:
    now = week(name)
    with spoken():
        slide = promises_judged.slide(now)
    ever = promise_oracle.of_period(oracle, date.min, now.until)
    late = [
        promise
        for promise, outcome in ever
        if outcome == "broken" and (promise.day_of["done"] or date.min) >= now.since
    ]
    carried = [promise for promise, outcome in ever if outcome == "overdue"]
    again = [each for each in carried if (each.day_of["first_due"] or date.min) < now.since]
    now_due = promise_oracle.of_period(oracle, now.since, now.until)
    outcomes = [outcome for _promise, outcome in now_due if outcome]
    count, due = outcomes.count("kept"), len(outcomes)
    told = numbers(slide.panels[0].finding)
    assert (told[0], told[1], *told[-3:]) == (count, due, len(late), len(carried), len(again))
    assert slide.panels[0].n == due


@WEEKS
def test_the_actions_judged_are_those_of_the_raw_rows(oracle: Oracle, name: str) -> None:
    now = week(name)
    with spoken():
        slide = promises_judged.slide(now)
    due = done = late = carried = again = 0
    for row in oracle.company["actions"]:
        first = row["due_on"]
        if first is None or row["raised_on"] > now.until:
            continue
        is_done = row["done_on"] is not None and row["done_on"] <= now.until
        is_now = row["done_on"] is not None and now.since <= row["done_on"] <= now.until
        in_time = is_now and row["done_on"] <= first
        is_late, is_open = is_now and not in_time, not is_done and first < now.until
        done, late, carried = done + in_time, late + is_late, carried + is_open
        due += in_time or (first >= now.since and (is_late or is_open))
        again += is_open and first < now.since
    told = numbers(slide.panels[1].finding)
    assert (told[0], told[1]) == (done, due)
    assert tuple(told[-3:]) == (late, carried, again)
