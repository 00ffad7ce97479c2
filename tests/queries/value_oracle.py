"""Worth, leavers and revenue computed a second time, in plain pandas over the raw rows."""

from datetime import date

import pandas as pd

from tests.queries.asked import RATES
from tests.queries.companies import Row
from tests.queries.oracle import TIERS, Oracle

RATE = {**RATES, "EUR": 7.7, "XXX": None}
YEARS = 5.0


def external(oracle: Oracle) -> list[Row]:
    return [row for row in oracle.company["clients"] if row["side"] == "external"]


def yearly(client: Row) -> float | None:
    """Line 5 of the sheet in the currency on the screen."""
    rate = RATE[client["currency"]]
    if rate is None or client["order_value"] is None or client["orders_per_year"] is None:
        return None
    orders: float = client["order_value"] * client["orders_per_year"]
    return rate * (orders + _or(client, "related_sales"))


def _or(client: Row, name: str, otherwise: float = 0.0) -> float:
    return otherwise if client[name] is None else float(client[name])


def worth(client: Row, years: float = YEARS) -> float | None:
    """Line 7."""
    amount = yearly(client)
    return None if amount is None else amount * _or(client, "relationship_years", years)


def at_stake(oracle: Oracle, until: date, years: float = YEARS) -> pd.DataFrame:
    """client_count, unknown_count and worth of the five tiers and the unheard."""
    tiers = oracle.tiers(until)
    rows = [
        {"tier": tiers[client["client_id"]] or "unheard", "worth": worth(client, years)}
        for client in external(oracle)
        if client["client_id"] in tiers
    ]
    frame = pd.DataFrame(rows, columns=["tier", "worth"]).astype({"worth": float})
    grouped = frame.groupby("tier").worth
    table = pd.DataFrame(
        {
            "client_count": grouped.size(),
            "unknown_count": grouped.size() - grouped.count(),
            "worth": grouped.sum(min_count=1),
        }
    ).reindex([*TIERS, "unheard"])
    nobody = table.client_count.isna()
    return table.mask(nobody, 0.0)


def leavers(oracle: Oracle, since: date, until: date) -> dict[str, Row]:
    """Who left in the period, from which tier, with the revenue of twelve months and the worth."""
    last_known = min(until, oracle.day(oracle.imported_at))
    found = {}
    for client in external(oracle):
        left = client["left_on"]
        if left is None or not since <= left <= last_known:
            continue
        day_before = (pd.Timestamp(left) - pd.Timedelta(days=1)).date()
        # The day before it left the client may not have come yet: then it has no tier.
        tier = oracle.tiers(day_before).get(client["client_id"])
        found[client["client_id"]] = {
            "left_on": left,
            "left_because": client["left_because"],
            "tier_before": tier,
            "revenue": revenue_of_year(oracle, client, pd.Period(left, "M") - 1),
            "worth": worth(client),
        }
    return found


def revenue_of_year(oracle: Oracle, client: Row, last: pd.Period) -> float | None:
    """Revenue of the twelve months up to `last`; None without a row or a rate."""
    rate = RATE[client["currency"]]
    amounts = [
        row["amount"]
        for row in oracle.company["revenue"]
        if row["client_id"] == client["client_id"]
        and last - 11 <= pd.Period(row["month"], "M") <= last
        and row["month"] <= oracle.day(oracle.imported_at)
    ]
    return None if rate is None or not amounts else rate * sum(amounts)


def revenue_and_tiers(oracle: Oracle, until: date) -> dict[str, Row]:
    """Both revenues, both tiers, and whether revenue rose while the tier fell."""
    months = sorted(pd.Period(row["month"], "M") for row in oracle.company["revenue"])
    known = min(until, oracle.day(oracle.imported_at))
    whole = (pd.Timestamp(known) + pd.Timedelta(days=1)).to_period("M") - 1
    to_month = min(months[-1], whole) if months else None
    is_recorded = to_month is not None and months[0] <= to_month - 23
    before_on = (pd.Timestamp(until) - pd.DateOffset(years=1)).date()
    now, before = oracle.tiers(until), oracle.tiers(before_on)
    found = {}
    for client in external(oracle):
        name = client["client_id"]
        later = earlier = None
        if to_month is not None:
            later = revenue_of_year(oracle, client, to_month)
            earlier = revenue_of_year(oracle, client, to_month - 12) if is_recorded else None
        if name in now or name in before or later is not None or earlier is not None:
            row = _compared(client, until, now.get(name), before.get(name), earlier, later)
            found[name] = {**row, "is_flagged": row["is_flagged"] and _is_whole(client, to_month)}
    return found


def _compared(
    client: Row,
    until: date,
    tier: str | None,
    tier_before: str | None,
    earlier: float | None,
    later: float | None,
) -> Row:
    has_left = client["left_on"] is not None and client["left_on"] <= until
    is_lower = tier is not None and tier_before is not None
    is_lower = is_lower and TIERS.index(str(tier)) > TIERS.index(str(tier_before))
    is_higher = earlier is not None and later is not None and later > earlier
    return {
        "tier_before": tier_before,
        "tier_after": "left" if has_left else tier,
        "previous_revenue": earlier,
        "revenue": later,
        "is_flagged": is_lower and is_higher,
    }


def _is_whole(client: Row, to_month: pd.Period | None) -> bool:
    since = client["client_since"]
    return since is None or (to_month is not None and since <= (to_month - 23).start_time.date())
