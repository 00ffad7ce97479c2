import pandas as pd

from pages.shared.findings import ladder
from tests.pages.shared.findings.conftest import MINIMUM_N, Frame


def test_ladder_has_all_five_tiers_and_leaves_the_unheard_out(tiers: Frame) -> None:
    clients = tiers(("A", "loyal", "basic"), ("B", None, "loyal"), ("C", None, None))
    rows = ladder.rungs(clients, minimum_n=2)
    assert list(rows.tier) == ["lifelong", "loyal", "satisfied", "basic", "complaining"]
    assert list(rows.client_count) == [0, 1, 0, 1, 0]
    assert list(rows.share) == [0, 0.5, 0, 0.5, 0]
    assert list(rows.change) == [0, -1, 0, 1, 0]


def test_ladder_has_no_change_without_an_earlier_tier(tiers: Frame) -> None:
    assert ladder.rungs(tiers(("A", None, "basic")), MINIMUM_N).change.isna().all()


def test_ladder_of_too_few_heard_clients_has_counts_but_no_shares(tiers: Frame) -> None:
    rows = ladder.rungs(tiers(*[(name, None, "loyal") for name in "ABCD"]), MINIMUM_N)
    assert rows.share.isna().all()
    assert rows.client_count.sum() == 4


def test_months_with_too_few_heard_clients_have_no_shares() -> None:
    months = pd.DataFrame(
        {
            "month": ["2026-01", "2026-01", "2026-02"],
            "tier": ["loyal", "basic", "loyal"],
            "client_count": [2, 2, 5],
            "share": [0.5, 0.5, 1.0],
            "revenue_share": [0.4, 0.6, 1.0],
        }
    )
    assert list(ladder.by_month(months, MINIMUM_N).share.isna()) == [True, True, False]


def test_coverage_names_the_few_unheard(tiers: Frame) -> None:
    said = ladder.coverage(tiers(("A", None, "basic"), ("B", None, None), ("C", None, None)))
    assert said == "1 of 3 active clients heard. Unheard: B and C."


def test_coverage_of_everyone_names_nobody(tiers: Frame) -> None:
    assert ladder.coverage(tiers(("A", None, "basic"))) == "1 of 1 active client heard."


def test_who_is_below_satisfied_is_counted_by_tier(tiers: Frame) -> None:
    rows = tiers(("A", None, "basic"), ("B", None, "complaining"), ("C", None, "loyal"))
    said = ladder.below(rows)
    assert said == "2 of 3 clients are below satisfied: basic 1 and complaining 1."


def test_nobody_below_satisfied_is_said(tiers: Frame) -> None:
    assert (
        ladder.below(tiers(("A", None, "loyal"))) == "No client that was heard is below satisfied."
    )
