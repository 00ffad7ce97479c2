"""What a client said in its own words: shown only where nobody can tell who said it."""

import pandas as pd

from pages.shared.text import _, dates, numbers

SHOWN = ["answered_on", "comment", "respondent_role", "touchpoint", "recommend"]


def told(rows: pd.DataFrame, response_count: int, minimum_n: int) -> str:
    """How many comments there are, or that their responses are too few to show any.

    `rows`: `clients/comments`; `response_count`: responses of the same months, with or without one.
    """
    if rows.empty:
        return _("No comment in these months.")
    if response_count < minimum_n:
        return _("Too few responses ({n}) to show comments; they are shown from {most} on.").format(
            n=numbers.number(response_count), most=numbers.number(minimum_n)
        )
    return _("In its own words, the newest of {day}.").format(
        day=dates.day(rows.answered_on.iloc[0])
    )
