"""Published worth of a client, and of what it tells others (see reproducing.py)."""

from queries.statistics import worth
from tests.queries.statistics.reproducing import Computations, Computed, Fixture, Value

COMPUTED = Computations()


@COMPUTED.of("clv.multiple")
def multiple(value: Value, fixture: Fixture) -> Computed:
    return worth.multiple(0.80, 0.10)


@COMPUTED.of("clv.seed")
def sheet(value: Value, fixture: Fixture) -> Computed:
    given = value["inputs"]
    orders, years = given["orders_per_year"], given["years"]
    return worth.worth(given["avg_order"], orders, years, given["related_sales"])


@COMPUTED.of("clv.discounted")
def discounted(value: Value, fixture: Fixture) -> Computed:
    return worth.discounted(120_000, 0.8, 0.1)


@COMPUTED.of("wom.16")
def word_of_mouth(value: Value, fixture: Fixture) -> Computed:
    return worth.word_of_mouth(1)


@COMPUTED.of("wom.67")
def word_of_mouth_of_a_rival(value: Value, fixture: Fixture) -> Computed:
    """Each of eleven tells five; a quarter of all is lost, who bought for 50 a week."""
    told = {"told": 11, "told_on": 11 * 5}
    lost = round(worth.word_of_mouth(1, **told) / 4)
    return [worth.word_of_mouth(1, **told), lost, lost * worth.worth(50, 52, 1).yearly]
