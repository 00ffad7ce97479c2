"""Work that a command does without a page: for whom, in which language, on which build.

A command may run for a reader of the settings from a timer, with nobody in front of a screen: it is
told what is wrong in one sentence, and sees what that reader sees.
"""

from data.errors import DataError


class UndoneError(DataError):
    """What was asked for cannot be done, and nothing was written."""
