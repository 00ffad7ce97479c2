"""Addresses of pages: the same period, comparison and language as the screen they stand on.

Relative, so that they hold behind any proxy. What comes from data is escaped by per cent signs: no
name can begin an address of its own or end its part of one.
"""

from urllib.parse import quote

from pages.shared.filters import View
from pages.shared.filters.choice import NAME, Choice, Parameters
from pages.shared.text import language

CLIENT_PAGE = "client"
LONGEST_NAME = 200  # a longer one would make an address that proxies cut off
_ESCAPED = {ord(sign): f"%{ord(sign):02X}" for sign in "%&#+"}


def page(url_path: str, view: View) -> str:
    """The address of a page with the view's period, comparison and filters."""
    lists = (view.segments, view.regions, view.industries, view.managers, view.clients)
    choice = Choice(view.since, view.until, view.comparison, *lists)
    return _address(url_path, choice.parameters())


def client(client_id: str, view: View) -> str:
    """The address of a client's page with the view's period and comparison, without its filters."""
    return _address(CLIENT_PAGE, _of_client(client_id, view))


def client_named(client_id: str, name: str, view: View) -> str:
    """The same with the client's name in front, for tables that show a part of an address.

    They are sorted and read aloud by address, so the name comes first, and only what would end it
    there is escaped. The page that opens drops it.
    """
    start = f"{CLIENT_PAGE}?{NAME}={_short(name).translate(_ESCAPED)}"
    return f"{start}&{_written(_of_client(client_id, view))}"


def _of_client(client_id: str, view: View) -> Parameters:
    choice = Choice(view.since, view.until, view.comparison, clients=(client_id,))
    return choice.parameters()


def _address(url_path: str, parameters: Parameters) -> str:
    return f"{url_path}?{_written(parameters)}"


def _written(parameters: Parameters) -> str:
    pairs = [(key, value) for key, values in parameters.items() for value in values]
    told = [f"{key}={quote(value, safe='')}" for key, value in [*pairs, ("lang", language())]]
    return "&".join(told)


def _short(name: str) -> str:
    """The name on one line, so long as an address can carry it."""
    one_line = " ".join(name.split())
    return one_line if len(one_line) <= LONGEST_NAME else f"{one_line[: LONGEST_NAME - 1]}…"
