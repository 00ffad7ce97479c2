"""Single values of an answer about one client: is it there, and which day is it?"""

from datetime import date

import pandas as pd


def is_known(value: object) -> bool:
    """Neither null nor missing; a frame holds a missing day as NaT, a missing number as NaN."""
    return value is not None and value is not pd.NA and value == value


def day_of(value: date) -> date:
    """A day of an answer: frames hold them as times at midnight."""
    return value.date() if isinstance(value, pd.Timestamp) else value
