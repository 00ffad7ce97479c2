"""A randomly made company in a real warehouse, beside the oracle over the same rows."""

import os
from datetime import UTC, date, datetime
from typing import Any

import duckdb
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

import queries
from data import settings as company_settings
from data import warehouse
from tests.queries.companies import Company, companies, days
from tests.queries.oracle import Oracle

SETTINGS = company_settings.load(company_settings.DEFAULT_FILE)
IMPORTED_AT = datetime(2026, 11, 15, 12, tzinfo=UTC)
RATES = {None: 1.0, "CNY": 1.0, "USD": 7.1}
# `make check` asks fewer of them, so that it stays first and fast; `make test` asks all.
EXAMPLES = int(os.environ.get("RANDOM_COMPANIES", "25"))
often = settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])


class Asked:
    """A company in a real warehouse, and the oracle over the same rows."""

    def __init__(self, company: Company, since: date, until: date) -> None:
        self.since, self.until = min(since, until), max(since, until)
        self.oracle = Oracle(company, IMPORTED_AT)
        self.con = duckdb.connect()
        warehouse.prepare(self.con, SETTINGS)
        for table, rows in company.items():
            for row in rows:
                _insert(self.con, table, row)
        self.con.execute(
            "insert into imports values ('i', $at, 'f', 's', 't', 0, 0, 0, 0, 0, null)",
            {"at": IMPORTED_AT},
        )
        warehouse.refresh_marts(self.con, SETTINGS)

    def __call__(self, name: str, **more: Any) -> list[dict[str, Any]]:
        cursor = queries.execute(
            self.con, name, SETTINGS, since=self.since, until=self.until, **more
        )
        columns = [column[0] for column in cursor.description]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


FIXED = {
    "clients": {"side": "external"},
    "indicators": {"wording": "?"},
    "responses": {"method": "questionnaire"},
}


def _insert(con: duckdb.DuckDBPyConnection, table: str, row: dict[str, Any]) -> None:
    whole = {**FIXED.get(table, {}), **row}
    values = ", ".join(f"${column}" for column in whole)
    con.execute(" ".join(("insert into", table, f"({', '.join(whole)}) values ({values})")), whole)


asked = st.builds(Asked, companies(), days, days)
