"""English labels of the columns about changes of clients' experience, marked for translation."""

from pages.shared.text.vocabulary import marked

EXPERIENCE_COLUMNS = {
    "previous_response_count": marked("Responses before"),
    "response_spread": marked("Spread of responses"),
    "previous_response_spread": marked("Spread of responses before"),
    "change_low": marked("Change, low end of the interval"),
    "change_high": marked("Change, high end of the interval"),
    "p_value": marked("How often chance alone would do this (p)"),
}
