"""Which alerts somebody was told already, so that nobody is told twice."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from data.entered.log import reading, writing
from data.entered.tables import plain


def told(folder: Path, recipient: str) -> frozenset[str]:
    """The keys of the alerts that this recipient was told."""
    with reading(folder) as connection:
        if connection is None:
            return frozenset()
        rows = connection.execute(
            "select alert from told where recipient = :recipient", {"recipient": plain(recipient)}
        ).fetchall()
    return frozenset(alert for (alert,) in rows)


def tell(folder: Path, recipient: str, alerts: Iterable[str]) -> None:
    """Note that this recipient was told now. Raises `NotSavedError` where it cannot be kept."""
    now = datetime.now(UTC).isoformat()
    rows = [{"recipient": plain(recipient), "alert": plain(alert), "now": now} for alert in alerts]
    with writing(folder) as connection:
        connection.executemany(
            "insert into told values (:recipient, :alert, :now) on conflict do nothing", rows
        )
