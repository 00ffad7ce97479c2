"""What complaints are about: shares from enough of them on, counts always."""

import pandas as pd

from pages.shared.findings import complaint_causes
from tests.pages.shared.findings.conftest import MINIMUM_N


def causes(**counts: int) -> pd.DataFrame:
    rows = pd.DataFrame({"cause": list(counts), "complaint_count": list(counts.values())})
    share = rows.complaint_count / max(rows.complaint_count.sum(), 1)
    controllable = [None if cause == "other" else cause != "product" for cause in counts]
    return rows.assign(
        share=share,
        cumulative_share=share.cumsum(),
        grumble_count=0,
        is_controllable=pd.Series(controllable, dtype="boolean"),
    )


MANY = causes(technical=20, quality=10, product=8, attitude=2, other=20)


def test_the_causes_of_half_of_them_are_named() -> None:
    said = complaint_causes.main(MANY, MINIMUM_N)
    assert said == "Technical and quality: 30 of 60 complaints (50%)."


def test_one_cause_alone_can_be_most_of_them() -> None:
    said = complaint_causes.main(causes(technical=9, quality=1), MINIMUM_N)
    assert said == "Technical: 9 of 10 complaints (90%)."


def test_at_most_three_causes_are_named() -> None:
    even = causes(technical=2, quality=2, product=2, attitude=2, promise=2, other=10)
    assert complaint_causes.main(even, MINIMUM_N).endswith(": 6 of 20 complaints (30%).")


def test_only_other_causes_have_no_name() -> None:
    said = complaint_causes.main(causes(attitude=0, other=9), MINIMUM_N)
    assert said == "All 9 complaints have another cause than those we tell apart."


def test_few_complaints_have_counts_and_no_shares() -> None:
    few = causes(technical=3, other=1)
    assert complaint_causes.main(few, MINIMUM_N) == "4 complaints: too few for shares of causes."
    told = complaint_causes.shown(few, MINIMUM_N)
    assert list(told.complaint_count) == [3, 1]
    assert told.share.isna().all()
    assert told.cumulative_share.isna().all()
    assert list(told.hidden) == ["too few answers (4)"] * 2
    assert complaint_causes.controllable(few, MINIMUM_N) is None
    assert complaint_causes.interval(few, MINIMUM_N) is None


def test_enough_complaints_show_their_shares() -> None:
    told = complaint_causes.shown(MANY, MINIMUM_N)
    assert told.hidden.isna().all()
    assert list(told.share) == list(MANY.share)


def test_other_is_neither_within_nor_beyond_what_service_can_change() -> None:
    said = complaint_causes.controllable(MANY, MINIMUM_N)
    assert said == "32 of 40 have a cause that service can change (80%, 65–90)."
    assert complaint_causes.interval(MANY, MINIMUM_N) == "65–90%"


def test_grumbles_are_told_with_their_first_cause() -> None:
    rows = MANY.assign(grumble_count=[1, 3, 0, 0, 0])
    assert complaint_causes.grumbles(rows) == "4 grumbles, most about: quality."
    assert complaint_causes.grumbles(MANY) is None


def test_no_complaint_is_said() -> None:
    said = complaint_causes.told(causes(), MINIMUM_N)
    assert said == "No complaint was received in the period."
