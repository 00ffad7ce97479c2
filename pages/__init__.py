"""The pages, one folder per section. No page lies directly here.

Streamlit would list such a page by itself and open it past the frame, and so past the sign-in.
"""
