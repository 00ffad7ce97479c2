import pandas as pd

from pages.shared.findings import handling_recovered
from tests.pages.shared.findings.conftest import MINIMUM_N, SINCE


def recovery(*rows: tuple[str, int, bool]) -> pd.DataFrame:
    """Rows of `complaints/recovery` from (outcome, complaints, is over)."""
    return pd.DataFrame(rows, columns=["outcome", "complaint_count", "is_over"])


def told(*rows: tuple[str, int, bool], in_short: bool = False) -> str:
    return handling_recovered.told(recovery(*rows), SINCE, 180, MINIMUM_N, in_short=in_short)


def test_the_share_is_of_those_whose_days_are_over() -> None:
    rows = (
        ("recovered", 15, True),
        ("left", 2, True),
        ("not_recovered", 3, True),
        ("recovered", 40, False),
        ("watching", 10, False),
    )
    share = "Won back within 180 days of a resolution since 24 August 2026: 15 of 20 (75%, 53–89)."
    assert told(*rows, in_short=True) == share
    assert told(*rows) == f"{share} 50 resolved later are still watched; 40 of them back already."


def test_too_few_have_no_share() -> None:
    assert told(("recovered", 1, True), ("left", 2, True)) == (
        "1 of 3 clients were won back within 180 days of a resolution since 24 August 2026: "
        "too few for a share."
    )


def test_nobody_watched_to_the_end_is_said() -> None:
    assert told(("watching", 1, False)) == (
        "No client has been watched for 180 days after its complaint yet. "
        "1 resolved later is still watched; 0 of it back already."
    )
    assert told() == "No complaint was resolved since 24 August 2026."


def lost(*rows: tuple[str, str]) -> str:
    frame = pd.DataFrame(rows, columns=["client_id", "outcome"])
    return handling_recovered.lost(frame.assign(client_name=frame.client_id))


def test_lost_clients_are_named_once_when_few() -> None:
    assert lost() == "No client was lost after a complaint."
    assert lost(("A", "left"), ("B", "not_recovered"), ("B", "not_recovered")) == (
        "Left after a complaint: A. Not won back in time: B."
    )
    assert lost(*[(name, "left") for name in "ABCD"]) == "Left after a complaint: 4 clients."
