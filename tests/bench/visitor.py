"""A reader without a browser: speaks Streamlit's own protocol and clicks as a browser would."""

from time import perf_counter
from typing import NamedTuple
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

BIGGEST_MESSAGE = 64 * 2**20


class Click(NamedTuple):
    """Milliseconds until the script had finished, and whether an error box was sent."""

    milliseconds: float
    is_error: bool


class Visitor:
    """One session on the dashboard."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self.pages: dict[str, str] = {}

    async def open(self, page: str, **query: str) -> Click:
        """Ask for a page with a query string, as a click on a link does, and wait for all of it."""
        asked = BackMsg()
        asked.rerun_script.query_string = urlencode(query)
        asked.rerun_script.page_script_hash = self.pages.get(page, "")
        asked.rerun_script.context_info.timezone = "Asia/Shanghai"
        asked.rerun_script.context_info.locale = "en-GB"
        begun = perf_counter()
        await self._connection.send(asked.SerializeToString())
        is_error = await self._finish()
        return Click((perf_counter() - begun) * 1000, is_error)

    async def _finish(self) -> bool:
        """Take messages until the script is through; says whether an error was among them."""
        is_error = False
        while True:
            message = ForwardMsg()
            message.ParseFromString(bytes(await self._connection.recv(decode=False)))
            kind = message.WhichOneof("type")
            is_error = is_error or _shows_an_error(message)
            if kind == "navigation":
                found = message.navigation.app_pages
                self.pages = {page.url_pathname: page.page_script_hash for page in found}
            if kind == "script_finished" and not _is_fragment(message):
                return is_error


def visit(address: str) -> connect:
    """A connection to the dashboard at `http://…`, to be opened with `async with`."""
    place = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    spoken = [Subprotocol("streamlit")]
    return connect(place, subprotocols=spoken, max_size=BIGGEST_MESSAGE, origin=Origin(address))


def _shows_an_error(message: ForwardMsg) -> bool:
    element = message.delta.new_element
    return element.WhichOneof("type") == "exception" or (
        element.WhichOneof("type") == "alert" and element.alert.format == element.alert.ERROR
    )


def _is_fragment(message: ForwardMsg) -> bool:
    fragment = ForwardMsg.ScriptFinishedStatus.FINISHED_FRAGMENT_RUN_SUCCESSFULLY
    return bool(message.script_finished == fragment)
