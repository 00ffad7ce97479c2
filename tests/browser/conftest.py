"""Chromium for the tests of this folder."""

from tests.browser.fixtures import (
    browser_context_args,
    browser_type_launch_args,
    reader,
    sample,
    warehouse_folder,
)

__all__ = [
    "browser_context_args",
    "browser_type_launch_args",
    "reader",
    "sample",
    "warehouse_folder",
]
