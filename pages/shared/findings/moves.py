"""Who moved between tiers, and why: which client to act on first."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from pages.shared.findings.wording import (
    MOST_ROWS,
    RANKS,
    SMALLEST,
    few_names,
    nothing_earlier,
    paragraph,
    too_few_answers,
)
from pages.shared.rows import Row, rows_of
from pages.shared.suppression import hide_few
from pages.shared.text import _, dates, ngettext, numbers, words
from pages.shared.text.numbers import MISSING


class Sides(NamedTuple):
    """Names of clients that moved, by direction."""

    fell: list[str]
    rose: list[str]
    left: list[str]


def who_moved(moved: pd.DataFrame, heard_before: int, since: date) -> str:
    """How many fell, rose and left, named when few (`satisfaction/moved_clients`).

    `heard_before`: clients with an earlier tier; without any there is nothing to compare with.
    """
    if moved.empty:
        return nobody_moved(heard_before, since)
    names = sides(moved)
    return paragraph(fell(names.fell), rose(names.rose), left(names.left))


def sides(moved: pd.DataFrame) -> Sides:
    """The names of those that fell, rose and left."""
    steps, is_gone = _steps(moved), moved.to_tier == "left"
    return Sides(
        list(moved.client_name[(steps > 0) & ~is_gone]),
        list(moved.client_name[steps < 0]),
        list(moved.client_name[is_gone]),
    )


def worth_of_fallen(moved: pd.DataFrame, currency: str) -> str | None:
    """What the clients that fell or left are worth a year; None where no worth is known."""
    worth = moved.yearly_worth[_steps(moved) > 0]
    if not worth.notna().any():
        return None
    known = _("Those that fell or left are worth {amount} a year.")
    if worth.isna().any():
        known = _("Those that fell or left are worth {amount} a year, without {count} unknown.")
    return known.format(
        amount=numbers.money(worth.sum(), currency), count=numbers.number(int(worth.isna().sum()))
    )


def hidden(moved: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """The same moves without the changes that rest on too few answers at either end."""
    fewest = moved[["answer_count", "previous_answer_count"]].min(axis=1)
    told = hide_few(
        moved.assign(_fewest=fewest),
        "_fewest",
        ["perceived_change", "expected_change"],
        minimum_n,
        total_shown=False,
    )
    return told.drop(columns="_fewest")


def table(moved: pd.DataFrame, minimum_n: int) -> pd.DataFrame:
    """Who, from where to where, why, and worth a year: the first `MOST_ROWS`, worst falls first."""
    first = moved.head(MOST_ROWS)
    why = [reason(row, minimum_n) for row in rows_of(first)]
    shown = first[["client_name", "from_tier", "to_tier", "yearly_worth", "client_id"]].copy()
    shown.insert(3, "why", pd.Series(why, index=first.index, dtype=object))
    return shown


def reason(row: Row, minimum_n: int) -> str:
    """Why a client moved, in a few words: the complaint that decided, else what weighs more."""
    if row["to_tier"] == "left":
        because = row["left_because"]
        return words.leaving(because) if isinstance(because, str) else MISSING
    if open_complaint(row) is None and isinstance(row["previous_deciding_reason"], str):
        return _("complaint settled")
    return open_complaint(row) or _answers(row, minimum_n)


def open_complaint(row: Row) -> str | None:
    """The complaint that makes a client `complaining`, with its date; None when there is none."""
    if pd.isna(row["deciding_reason"]):
        return None
    if row["deciding_reason"] == "major":
        return _("major complaint since {day}").format(day=dates.iso(row["deciding_since"]))
    return _("complaint overdue since {day}").format(day=dates.iso(row["deciding_since"]))


def flow(moves: pd.DataFrame) -> str:
    """Where the clients heard before are now (`satisfaction/tier_moves`)."""
    counts = moves.client_count
    if counts.sum() == 0:
        return nothing_earlier()
    steps = _steps(moves)
    left = moves.to_tier == "left"
    return _(
        "Of {total} clients heard before, {stayed} kept their tier, {fell} fell, {rose} rose,"
        " {left} left."
    ).format(
        total=numbers.number(int(counts.sum())),
        stayed=numbers.number(int(counts[steps == 0].sum())),
        fell=numbers.number(int(counts[(steps > 0) & ~left].sum())),
        rose=numbers.number(int(counts[steps < 0].sum())),
        left=numbers.number(int(counts[left].sum())),
    )


def days_complaining(clients: pd.DataFrame, since: date, until: date) -> str:
    """Who is complaining now, and who was for longest (`satisfaction/days_complaining`)."""
    if clients.empty:
        return _("No client was complaining on any day of the period.")
    return paragraph(_complaining_now(clients), _longest(clients, (until - since).days + 1))


def _complaining_now(clients: pd.DataFrame) -> str:
    now = clients[clients.is_complaining.astype(bool)]
    if now.empty:
        return _("No client is complaining at the end of the period.")
    names = few_names(list(now.client_name))
    count = numbers.number(len(now))
    if names is None:
        return _("{count} clients are complaining.").format(count=count)
    return ngettext(
        "{count} client is complaining: {names}.",
        "{count} clients are complaining: {names}.",
        len(now),
    ).format(count=count, names=names)


def _longest(clients: pd.DataFrame, day_count: int) -> str:
    most = int(clients.day_count.max())
    names = few_names(list(clients.client_name[clients.day_count == most]))
    counts = {"most": numbers.number(most), "days": numbers.number(day_count)}
    if names is None:
        return _("The longest lasted {most} of the {days} days.").format(**counts)
    return _("The longest lasted {most} of the {days} days: {names}.").format(names=names, **counts)


def nobody_moved(heard_before: int, since: date) -> str:
    """Said when no client changed its tier, or there is nothing to compare with."""
    if heard_before == 0:
        return nothing_earlier()
    return _("No client changed tier since {day}.").format(day=dates.day(since))


def fell(names: list[str]) -> str | None:
    """How many fell, named when few; None for nobody."""
    few, count = few_names(names), numbers.number(len(names))
    if few is None:
        return _("{count} clients fell.").format(count=count) if names else None
    return ngettext(
        "{count} client fell: {names}.", "{count} clients fell: {names}.", len(names)
    ).format(count=count, names=few)


def rose(names: list[str]) -> str | None:
    """How many rose, named when few; None for nobody."""
    few, count = few_names(names), numbers.number(len(names))
    if few is None:
        return _("{count} clients rose.").format(count=count) if names else None
    return ngettext(
        "{count} client rose: {names}.", "{count} clients rose: {names}.", len(names)
    ).format(count=count, names=few)


def left(names: list[str]) -> str | None:
    """How many left, named when few; None for nobody."""
    few, count = few_names(names), numbers.number(len(names))
    if few is None:
        return _("{count} clients left.").format(count=count) if names else None
    return ngettext(
        "{count} client left: {names}.", "{count} clients left: {names}.", len(names)
    ).format(count=count, names=few)


def _steps(moves: pd.DataFrame) -> "pd.Series[int]":
    """Rungs down the ladder (negative: up); `left` lies below every tier."""
    return moves.to_tier.map(RANKS).astype(int) - moves.from_tier.map(RANKS).astype(int)


def _answers(row: Row, minimum_n: int) -> str:
    """Service or expectations, whichever pushed further in the direction of the move."""
    down = RANKS[row["to_tier"]] > RANKS[row["from_tier"]]
    sign = -1 if down else 1
    service, hopes = sign * row["perceived_change"], -sign * row["expected_change"]
    if _weight(service) >= max(_weight(hopes), SMALLEST):
        cause, points = (_("service fell") if down else _("service rose")), service
    elif _weight(hopes) >= SMALLEST:
        cause, points = (_("expectations rose") if down else _("expectations fell")), hopes
    else:
        return _("no single cause in the answers")
    return _with_points(cause, points, row, minimum_n)


def _with_points(cause: str, points: float, row: Row, minimum_n: int) -> str:
    count = min(int(row["answer_count"]), int(row["previous_answer_count"]))
    if count < minimum_n:
        return _("{cause}, {text}").format(cause=cause, text=too_few_answers(count))
    return _("{cause} by {points}").format(cause=cause, points=numbers.number(points, 1))


def _weight(points: float) -> float:
    return points if points == points else 0.0
