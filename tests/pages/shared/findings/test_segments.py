from pages.shared.findings import segments as findings
from tests.pages.shared.findings.conftest import MINIMUM_N, Frame


def test_vip_clients_that_fare_worse_are_told_with_the_difference(gaps: Frame) -> None:
    rows = gaps({"segment": "vip", "expectation_gap": -0.9}, {"expectation_gap": -0.3})
    # half-width of the difference: sqrt(2) * 0.3593
    assert findings.compared(rows, MINIMUM_N) == (
        "VIP clients fare worse than regular ones: gap −0.9 against −0.3"
        " (difference −0.6, −1.1 to −0.1)."
    )


def test_a_difference_within_noise_is_no_clear_difference(gaps: Frame) -> None:
    rows = gaps({"segment": "vip", "expectation_gap": -0.5}, {"expectation_gap": -0.3})
    said = findings.compared(rows, MINIMUM_N)
    assert said == "No clear difference: gap of VIP clients −0.5, of regular ones −0.3."


def test_one_kind_of_client_cannot_be_compared(gaps: Frame) -> None:
    said = findings.compared(gaps({}), MINIMUM_N)
    assert said == "Only one kind of client was heard; there is nothing to compare."


def test_a_segment_with_too_few_answers_is_not_compared(gaps: Frame) -> None:
    said = findings.compared(gaps({"segment": "vip", "answer_count": 2}, {}), MINIMUM_N)
    assert said == "VIP: too few answers (2)."
