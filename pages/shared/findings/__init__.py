"""Findings: what a panel says, written from its data.

Pure functions from frames to one plain sentence in the reader's language; no Streamlit here, so
that every sentence is tested by hand on a few rows. Rejected: sentences inside pages (untestable)
and fixed titles ("Tiers over time"), which leave the reader to do the reading.

All obey `measures.md`: a change is stated only when the interval of the difference excludes 0,
otherwise "no clear change"; under the minimum n a number is replaced by "too few"; clients are
named when there are at most three.
"""
