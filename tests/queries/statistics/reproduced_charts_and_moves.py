"""Published control charts, causes and chains of moves (see reproducing.py)."""

import numpy as np
import pandas as pd

from queries.statistics import control, migration, signals
from tests.queries.statistics.reproducing import Computations, Computed, Fixture, Value, data_of

COMPUTED = Computations()


def lines(chart: control.Chart) -> list[float]:
    """Centre and limits of a chart whose points have one size."""
    return [chart.centre[0], chart.lower[0], chart.upper[0]]


@COMPUTED.of("spc.p.oj30")
def shares_of_the_trial(value: Value, fixture: Fixture) -> Computed:
    juice = data_of(value["dataset"])[:30]
    return lines(control.p_chart(juice.D, juice["size"]))


@COMPUTED.of("spc.p.oj28")
def shares_without_two_samples(value: Value, fixture: Fixture) -> Computed:
    juice = data_of(value["dataset"])[:30]
    juice = juice[~juice["sample"].isin((15, 23))]
    return lines(control.p_chart(juice.D, juice["size"]))


@COMPUTED.of("spc.c.circuit")
def counts_without_two_samples(value: Value, fixture: Fixture) -> Computed:
    boards = data_of(value["dataset"])[:26]
    return lines(control.c_chart(boards.x[~boards["sample"].isin((6, 20))]))


@COMPUTED.of("spc.c.circuit26")
def counts_of_the_trial(value: Value, fixture: Fixture) -> Computed:
    return lines(control.c_chart(data_of(value["dataset"]).x[:26]))


@COMPUTED.of("spc.u.const")
def rates(value: Value, fixture: Fixture) -> Computed:
    units = data_of(value["dataset"])
    return lines(control.u_chart(units["y.sum"], units.n))


@COMPUTED.of("spc.i.cost")
def individual_costs(value: Value, fixture: Fixture) -> Computed:
    costs = data_of(value["dataset"]).cost
    limits = control.xmr(costs, False, baseline=20, factor=3 / control.MEAN_RANGE)
    ranges = control.moving_ranges(costs, baseline=20)
    return [*limits, ranges.centre, ranges.upper]


@COMPUTED.of("spc.xmr.nhs.r1")
def plain_series(value: Value, fixture: Fixture) -> Computed:
    return control.xmr(value["inputs"]["y"], value["inputs"]["screened"])


@COMPUTED.of("spc.laney.nhs")
def large_shares(value: Value, fixture: Fixture) -> Computed:
    weeks = data_of(value["dataset"])
    plain, prime = control.p_chart(weeks.r, weeks.n), control.p_prime(weeks.r, weeks.n)
    outside = [sum(signals.OUTSIDE in names for names in chart.signals) for chart in (plain, prime)]
    return [prime.centre[0], prime.sigma_z, *outside]


@COMPUTED.of("spc.runs.cost")
def runs(value: Value, fixture: Fixture) -> Computed:
    return signals.runs(data_of(value["dataset"]).cost, 300.5)


@COMPUTED.of("pareto")
def causes_of_complaints(value: Value, fixture: Fixture) -> Computed:
    causes = ("promise", "product", "quality", "attitude", "technical")
    for cause, count in zip(causes, value["inputs"].values(), strict=True):
        rows = [
            {"complaint_id": f"{cause} {n}", "client_id": "a", "received_at": "2026-10-05"}
            for n in range(count)
        ]
        fixture("given")("complaints", *({**row, "cause": cause} for row in rows))
    found = fixture("answer")("complaints/causes", "2026-10-01", "2026-10-31")
    return [100 * row["cumulative_share"] for row in found]


@COMPUTED.of("markov.mle.na")
def moves(value: Value, fixture: Fixture) -> Computed:
    shares = migration.transitions([value["inputs"]["sequence"]]).shares
    return [*shares.loc["a"], *shares.loc["b"]]


@COMPUTED.of("markov.oz")
def weather(value: Value, fixture: Fixture) -> Computed:
    days = ["rain", "nice", "snow"]
    chances = [[0.5, 0.25, 0.25], [0.5, 0, 0.5], [0.25, 0.25, 0.5]]
    return list(migration.stationary(pd.DataFrame(chances, days, days)))


@COMPUTED.of("markov.lv")
def lifetime_value(value: Value, fixture: Fixture) -> Computed:
    """A purchase earns 40, each mailing costs 4; the variant stops mailing at recency 4."""
    always = worth_after_purchase([0.3, 0.2, 0.15, 0.05], [36, -4, -4, -4])
    return [always, worth_after_purchase([0.3, 0.2, 0.15, 0.01], [36, -4, -4, 0])]


def worth_after_purchase(buys: list[float], earned: list[float]) -> float:
    states = [*(f"recency {n + 1}" for n in range(4)), "former"]
    shares = pd.DataFrame(0.0, index=states, columns=states)
    for n, chance in enumerate(buys):
        shares.loc[states[n], [states[0], states[n + 1]]] = [chance, 1 - chance]
    shares.loc["former", "former"] = 1.0
    visits = migration.visits(shares, "former").to_numpy()
    return float(visits[0] @ np.array(earned))
