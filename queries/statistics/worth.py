"""What is a client worth, and what does an unhappy one cost? (measures.md, section 8).

Every input is an assumption of the company's, and so is every result: nothing here is measured.
Money is in the currency of the order value.
"""

from math import isinf
from typing import NamedTuple


class Worth(NamedTuple):
    """Lines 3, 5 and 7 of the sheet; the other four are given."""

    from_orders: float
    yearly: float
    worth: float


class Discounted(NamedTuple):
    """Worth today of yearly payments, the first of them in a year or now."""

    in_a_year: float
    now: float


def worth(
    order_value: float, orders_per_year: float, years: float, related_sales: float = 0
) -> Worth:
    """Order value × orders = line 3, + related sales = line 5 a year, × years = line 7.

    Raises `ValueError` for a negative or missing number.
    """
    _need_amounts(
        order_value=order_value,
        orders_per_year=orders_per_year,
        years=years,
        related_sales=related_sales,
    )
    from_orders = order_value * orders_per_year
    yearly = from_orders + related_sales
    return Worth(from_orders, yearly, yearly * years)


def multiple(retention: float, interest: float) -> float:
    """How many yearly payments a client is worth: r / (1 + i − r), the first of them in a year.

    r the share of clients kept from year to year, i the interest a year. Raises `ValueError` unless
    r lies between 0 and 1, and for no interest where all are kept: their worth has no end.
    """
    _need_share("retention", retention)
    _need_amounts(interest=interest)
    if 1 + interest <= retention:
        raise ValueError("interest must be above 0 where retention is 1")
    return retention / (1 + interest - retention)


def discounted(yearly: float, retention: float, interest: float) -> Discounted:
    """What yearly payments of a client that may leave are worth today; raises as `multiple`."""
    in_a_year = yearly * multiple(retention, interest)
    return Discounted(in_a_year, yearly + in_a_year)


def word_of_mouth(
    n: float,
    told: float = 10,
    told_on: float = 5,
    lost_of_told: float = 1,
    lost_of_told_on: float = 1,
) -> float:
    """Clients lost with `n` unhappy ones: n × (1 + a·q₁ + b·q₂).

    Each tells `told` others (a), and `told_on` hear it from those (b); q₁ and q₂ are the shares of
    them that are lost. Raises `ValueError` for a negative number and a share outside 0–1.
    """
    _need_amounts(n=n, told=told, told_on=told_on)
    _need_share("lost_of_told", lost_of_told)
    _need_share("lost_of_told_on", lost_of_told_on)
    return n * (1 + told * lost_of_told + told_on * lost_of_told_on)


def _need_amounts(**given: float) -> None:
    for name, amount in given.items():
        if not amount >= 0 or isinf(amount):
            raise ValueError(f"{name} must not be negative, but is {amount}")


def _need_share(name: str, share: float) -> None:
    if not 0 <= share <= 1:
        raise ValueError(f"{name} must lie between 0 and 1, but is {share}")
