"""The script that Streamlit runs on every click."""

from pages.shared import frame

frame.run()
