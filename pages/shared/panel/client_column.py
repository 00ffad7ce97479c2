"""The names of clients in a table as links to their pages, with the period of the screen.

A link column of Streamlit holds addresses and shows the part that a pattern finds in each, its
per cent signs read back: the name stands in the address. Drawn on a canvas, it is never HTML.
"""

from functools import partial

import pandas as pd
import streamlit as st
from streamlit.column_config import LinkColumn
from streamlit.elements.lib.column_types import ColumnConfig

from pages.shared import filters, links
from pages.shared.filters.choice import NAME
from pages.shared.filters.state import VIEW

CLIENT, CLIENT_ID = "client_name", "client_id"
SHOWN = f"[?]{NAME}=([^&]*)"


def can_link(told: pd.DataFrame) -> bool:
    """Whether the table knows the id of every client it names, and the screen its view."""
    if not {CLIENT, CLIENT_ID} <= set(told) or VIEW not in st.session_state:
        return False
    return bool((told[CLIENT_ID].notna() == told[CLIENT].notna()).all())


def linked(told: pd.DataFrame) -> pd.DataFrame:
    """The names as addresses, with the view of this run; none where no client is named.

    It is the one that the table is made for: what is remembered is remembered by it.
    """
    address = partial(links.client_named, view=filters.bar())
    pairs = zip(told[CLIENT_ID], told[CLIENT], strict=True)
    addresses = [
        None if pd.isna(name) else address(str(client_id), str(name)) for client_id, name in pairs
    ]
    return told.assign(**{CLIENT: pd.Series(addresses, index=told.index, dtype=object)})


def column(label: str) -> ColumnConfig:
    """How the column of addresses looks: the name alone, at the left."""
    return LinkColumn(label, display_text=SHOWN, alignment="left")
