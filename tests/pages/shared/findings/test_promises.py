from datetime import date

import pandas as pd
import pytest

from pages.shared.filters import View
from pages.shared.findings import promise_lists, promise_people, promises, standing_out
from pages.shared.findings.promises import Tally
from pages.shared.text import dates

VIEW = View(date(2026, 8, 24), date(2026, 11, 15), date(2026, 6, 1), date(2026, 8, 23))
FEW = 5
BEFORE = dates.days(VIEW.previous_since, VIEW.previous_until)


def test_the_numbers_of_the_open_source_issues() -> None:
    (said,) = promises.counted(Tally(137, 259, 38))
    assert said == ("434 promised dates fell due: 396 done (259 of them late), 38 still open.")


def test_the_share_kept_counts_what_is_still_open() -> None:
    assert promises.kept(Tally(18, 1, 1), FEW) == "Kept by the first date: 18 of 20 (90%, 70–97)."
    assert promises.interval(Tally(18, 1, 1), FEW) == "70–97%"


def test_too_few_have_no_share() -> None:
    assert promises.kept(Tally(3, 1, 0), FEW) == "Too few for a share (4)."
    assert promises.interval(Tally(3, 1, 0), FEW) is None
    assert promises.change(Tally(3, 1, 0), Tally(90, 10), VIEW, FEW) is None


def test_nothing_due_is_said() -> None:
    assert promises.headline(Tally(), Tally(), VIEW, FEW) == (
        "No promised date fell due in the period."
    )


def test_a_change_beyond_noise_is_said_with_its_interval() -> None:
    worse = promises.change(Tally(50, 50), Tally(80, 20), VIEW, FEW)
    assert worse == (f"That is 30 points less than in {BEFORE} (difference −41.7 to −16.9).")
    better = promises.change(Tally(80, 20), Tally(50, 50), VIEW, FEW)
    assert better is not None
    assert better.startswith("That is 30 points more than in")


def test_noise_is_no_change() -> None:
    told = f"No clear change against {BEFORE}."
    assert promises.change(Tally(79, 21), Tally(80, 20), VIEW, FEW) == told
    assert promises.change(Tally(579, 123), Tally(675, 111), VIEW, FEW) == told


def test_too_few_before_cannot_be_compared_with() -> None:
    said = promises.change(Tally(80, 20), Tally(3, 1), VIEW, FEW)
    assert said == f"Too few fell due in {BEFORE} to compare with (4)."


def by_month(*rows: tuple[str, str, int, int, int, int]) -> pd.DataFrame:
    columns = ["month", "kind", "kept", "broken", "overdue", "moved"]
    frame = pd.DataFrame(rows, columns=columns)
    fell_due = frame.kept + frame.broken + frame.overdue
    return frame.assign(month=pd.to_datetime(frame.month), kept_share=frame.kept / fell_due)


ROWS = by_month(
    ("2026-09-01", "fault", 9, 1, 0, 1),
    ("2026-09-01", "promise", 1, 0, 1, 0),
    ("2026-10-01", "fault", 4, 6, 0, 2),
    ("2026-10-01", "delivery", 0, 0, 0, 0),
)


def test_months_add_up_all_kinds_and_hide_shares_of_few() -> None:
    months = promises.by_month(ROWS, 11)
    assert list(months.promise_count) == [12, 10]
    assert months.kept_share[0] == pytest.approx(10 / 12)
    assert pd.isna(months.kept_share[1])
    assert months.hidden[1] == "too few answers (10)"


def test_kinds_stand_in_their_order_without_those_that_have_none() -> None:
    kinds = promises.by_kind(ROWS, FEW)
    assert list(kinds.kind) == ["fault", "promise"]
    assert list(kinds.moved) == [3, 0]
    assert promises.shares_told(kinds) == ["65%", "too few"]
    assert list(promises.moved_table(kinds, FEW).moved_share_told) == [
        "3 of 20 (15%, 5–36)",
        "too few (2)",
    ]


def test_the_month_with_the_smallest_share_is_named() -> None:
    assert promises.over_time(ROWS, FEW).endswith("Fewest in October 2026: 4 of 10 (40%, 17–69).")


def test_all_kinds_of_a_month_are_judged_together() -> None:
    rows = by_month(
        ("2026-09-01", "fault", 90, 10, 0, 0),
        ("2026-09-01", "promise", 1, 5, 0, 0),
        ("2026-10-01", "fault", 80, 20, 0, 0),
    )
    assert "Fewest in October 2026: 80 of 100" in promises.over_time(rows, FEW)


def test_only_kinds_that_stand_out_are_named() -> None:
    even = pd.DataFrame({"kind": ["fault", "promise"], "kept": [80, 79], "promise_count": 100})
    assert promises.kinds(even, FEW) == "No clear difference between the kinds of promises."
    uneven = even.assign(kept=[90, 40])
    assert promises.kinds(uneven, FEW) == (
        "Kept clearly less than the others: promise: 40 of 100 (40%, 31–50)."
        " Kept clearly more: fault: 90 of 100 (90%, 83–94)."
    )
    assert promises.kinds(even.head(1), FEW) == "Too few of each kind to compare."


def test_moves_are_told_with_their_share() -> None:
    assert promises.moved(Tally(90, 10, 0, 5), FEW).startswith("Moved to a later date: 5 of 100")
    assert promises.moved(Tally(2, 0, 0, 1), FEW) == "Moved to a later date: 1."


def people(*rows: tuple[str | None, int, int]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["made_by", "kept", "promise_count"])
    return frame.assign(
        broken=frame.promise_count - frame.kept,
        overdue=0,
        moved=0,
        done_count=frame.promise_count,
        kept_share=frame.kept / frame.promise_count,
        days_promised_p50=7.0,
        slack_days_p50=-0.5,
    )


PEOPLE = people(("Li", 20, 50), ("Bo", 45, 50), ("Mo", 44, 50), ("An", 2, 4), (None, 3, 9))


def test_who_keeps_clearly_less_or_more_is_named() -> None:
    told = promise_people.told(PEOPLE, FEW)
    assert "1 person keeps clearly less than the others: Li: 20 of 50 (40%, 28–54)." in told
    assert "2 persons keep clearly more: Bo: 45 of 50 (90%, 79–96) and Mo:" in told
    assert "1 person made too few promises to be judged." in told
    assert "Nobody is named for 9 promises." in told


def test_among_equals_nobody_is_named() -> None:
    same = people(("Li", 40, 50), ("Bo", 41, 50))
    told = promise_people.told(same, FEW)
    assert told == "No clear difference between the 2 persons with enough promises."
    assert promise_people.told(PEOPLE.tail(1), FEW) == (
        "Nobody is named for the promises that fell due."
    )


def test_one_person_alone_has_nobody_to_be_compared_with() -> None:
    alone = people(("Li", 1, 50))
    assert list(standing_out.sides(alone, FEW)) == [0]
    assert promise_people.told(alone, FEW).startswith("Only one person made enough promises")


def test_persons_stand_least_kept_first_and_the_few_last() -> None:
    shown = promise_people.shown(PEOPLE, FEW, 6)
    assert list(shown.made_by) == ["Li", "Mo", "Bo", "An"]
    assert list(shown.hidden.isna()) == [True, True, True, False]
    last = shown.iloc[-1]
    assert last.hidden == "too few (4)"
    assert pd.isna(last.kept_share)
    assert pd.isna(last.days_promised_p50)
    assert pd.isna(last.slack_days_p50)
    assert "remark" in promise_people.table(shown)
    assert "remark" not in promise_people.table(shown.head(2))


def test_days_given_name_both_ends() -> None:
    shown = promise_people.shown(PEOPLE.assign(days_promised_p50=[9.0, 3, 5, 1, 1]), FEW, 6)
    assert promise_people.days_given(shown) == (
        "Days given per promise, median: from 3 (Bo) to 9 (Li)."
    )
    assert promise_people.days_given(shown.tail(1)).startswith("Too few promises")


@pytest.mark.parametrize(
    ("count", "is_past", "told"),
    [
        (-3, True, "3 days past"),
        (0, True, "past since today"),
        (0, False, "due today"),
        (1, False, "in 1 day"),
    ],
)
def test_how_a_date_stands_to_the_day(count: int, is_past: bool, told: str) -> None:
    assert promise_lists.left(count, is_past) == told


def test_what_is_due_is_told_by_kind() -> None:
    kinds = pd.DataFrame(
        {"kind": ["fault", "promise"], "past_due_count": [0, 2], "due_soon_count": [1, 0]}
    )
    assert promise_lists.due(kinds, 2, 14) == (
        "1 open promise is due in the next 14 days: fault 1."
        " 2 are past the date last agreed: promise 2."
        " The first 2 of 3 are shown; the files have all."
    )
    assert promise_lists.due(kinds.head(0), 0, 14) == (
        "Nothing is past its date, and nothing is due in the next 14 days."
    )


def test_what_nothing_is_said_of_is_named_by_its_number() -> None:
    rows = pd.DataFrame(
        {
            "promise_id": ["TT-7", "P-1"],
            "what": [None, "Visit"],
            **dict.fromkeys(("kind", "client_id", "client_name", "made_by", "state"), "x"),
            **dict.fromkeys(("first_due_on", "due_on", "done_on"), pd.Timestamp("2026-11-12")),
            **dict.fromkeys(("days_late", "days_left"), 3),
            **dict.fromkeys(("is_moved", "is_past_due"), False),
        }
    )
    for table in (promise_lists.due_table(rows), promise_lists.late_table(rows)):
        assert table["what"].tolist() == ["TT-7", "Visit"]
    assert rows["what"].isna().tolist() == [True, False]
