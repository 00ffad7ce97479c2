"""What service can change against what it cannot."""

import pandas as pd
import pytest

from pages.shared.findings import control


def rows(can: float, cannot: float, width: float = 0.2) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "attribute": ["controllable", "uncontrollable"],
            "perceived": [can, cannot],
            "perceived_low": [can - width, cannot - width],
            "perceived_high": [can + width, cannot + width],
            "answer_count": [40, 30],
        }
    )


@pytest.mark.parametrize(
    ("can", "said"),
    [
        (7.5, "What service can change is clearly better (+0.5, +0.2 to +0.8)."),
        (6.5, "What service can change is clearly worse (−0.5, −0.8 to −0.2)."),
        (7.2, "No clear difference."),
    ],
)
def test_both_means_are_told_and_whether_they_differ(can: float, said: str) -> None:
    told = control.compared(rows(can, 7.0))
    assert told.startswith(f"Experience of what service can change: {can} (")
    assert told.endswith(said)


def test_only_one_of_them_is_no_comparison() -> None:
    both = rows(7, 7)
    assert control.compared(both[:1]) == "Only what service can change was asked about."
    assert control.compared(both[1:]) == "Only what service cannot change was asked about."
    assert control.compared(both[:0]).startswith("No question says")


def test_too_few_answers_give_no_mean() -> None:
    few = rows(7, 7).assign(answer_count=[40, 3])
    few.loc[1, "perceived"] = None
    assert control.compared(few) == "What service cannot change: too few answers (3)."


def test_many_answers_hidden_to_protect_others_are_not_called_too_few() -> None:
    reason = "hidden to protect a smaller group (489)"
    both = rows(7, 7).assign(answer_count=[489, 3], hidden=[reason, "too few answers (3)"])
    both["perceived"] = None
    assert control.compared(both) == (
        f"What service can change: {reason}. What service cannot change: too few answers (3)."
    )
