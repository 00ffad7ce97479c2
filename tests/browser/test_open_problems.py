"""The list of open problems and its files, as the weekly meeting uses them."""

import csv
import io
import re

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Reader

pytestmark = pytest.mark.browser


def test_the_file_holds_every_problem_with_its_reason(sample: str, reader: Reader) -> None:
    reader.open(f"{sample}/open-problems")
    reader.sees("problems are open")
    count = re.search(r"(\d+) problems are open", reader.text())
    assert count is not None
    name, content = reader.fetch("CSV", ".st-key-foot-service-open_problems")
    assert name.startswith("service-open_problems_")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len(rows) == int(count[1])
    assert all(row["reason"] for row in rows)


def test_the_promises_say_what_is_due_next(sample: str, reader: Reader) -> None:
    reader.open(f"{sample}/promises")
    expect(reader.page.locator(".js-plotly-plot").first).to_contain_text("share kept")
    reader.sees("are due in the next 14 days")
    assert reader.console_errors == []
