"""The one family of errors: its message is a plain sentence that a person can act on."""


class DataError(Exception):
    """Something about the data, the settings or a question is not as it must be.

    The message names the file, row, column or key, the value found and what is accepted.
    """
