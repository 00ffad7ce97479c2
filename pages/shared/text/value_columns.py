"""English labels of the columns about what clients are worth."""

from pages.shared.text.vocabulary import marked

VALUE_COLUMNS = {
    "worth": marked("Worth, assumed"),
    "worth_low": marked("Worth, low case"),
    "worth_high": marked("Worth, high case"),
    "unknown_count": marked("Unknown"),
    "order_value": marked("An order"),
    "orders_per_year": marked("Orders a year"),
    "orders_worth": marked("Orders in money"),
    "related_sales": marked("Related sales"),
    "years": marked("Years"),
    "is_years_assumed": marked("Years assumed"),
    "worth_in_a_year": marked("Discounted, later"),
    "worth_now": marked("Discounted, now"),
    "own_currency": marked("Client's currency"),
    "exchange_rate": marked("Rate of its currency"),
    "lacks": marked("Not known"),
    "line": marked("Line"),
    "assumption": marked("Assumption or result"),
    "entered": marked("As entered"),
    "low_case": marked("Low case"),
    "high_case": marked("High case"),
    "left_on": marked("Left on"),
    "share_told": marked("Share"),
    "revenue": marked("Revenue, 12 months"),
    "previous_revenue": marked("Revenue, 12 before"),
    "revenue_change_share": marked("Change in revenue"),
    "is_flagged": marked("Revenue up, tier down"),
}
