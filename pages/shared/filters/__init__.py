"""The filters: which period and which clients the reader looks at.

The truth is the URL, written out in full by ourselves. Streamlit's own binding of widgets to the
URL was rejected: it drops a value that equals the default, so that a shared link changes its
meaning, and it swallows an unknown client in silence, so that a bad link shows every client.
"""

from pages.shared.filters.state import view as bar
from pages.shared.filters.view import View

__all__ = ["View", "bar"]
