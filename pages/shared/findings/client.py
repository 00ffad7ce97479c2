"""One client's story in a paragraph: where it stands, which way it moved, why, what was promised.

Every sentence rests on the record. A change of the gap is told between two windows of answers that
do not overlap, and only when its interval excludes 0.
"""

from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd

from pages.shared.findings.client_day import day_of, is_known
from pages.shared.findings.gap_intervals import Gap, difference, half_width
from pages.shared.findings.wording import (
    RANKS,
    no_clear_change,
    nothing_earlier,
    paragraph,
    too_few_answers,
)
from pages.shared.rows import Row, rows_of
from pages.shared.text import _, dates, numbers, words
from pages.shared.text.durations import days


class Window(NamedTuple):
    """The answers of the days that a tier rests on, at the end of `as_of`; scores of ten."""

    as_of: date
    perceived: float
    expected: float
    gap: Gap
    answer_count: int


class Rules(NamedTuple):
    """Settings that sentences rest on: the smallest n, and the days that a tier rests on."""

    minimum_n: int
    tier_window: int


def headline(
    card: Row, story: pd.DataFrame, windows: pd.DataFrame, until: date, rules: Rules
) -> str:
    """The first line of the page, without its promises.

    `card`: the row of `clients/card`; `story`, `windows`: `clients/story` and
    `clients/expectations` of at least twelve months, up to `until`.
    """
    where = standing(card, story, until, rules)
    if not isinstance(card["tier"], str):
        return where
    return paragraph(where, _complaint(card), gap(windows, until, rules))


def standing(card: Row, story: pd.DataFrame, until: date, rules: Rules) -> str:
    """Its tier and the one before; or that it left, is not yet a client, or was not heard."""
    client, before = card["client_name"], last_ended(story)
    if is_known(card["left_on"]):
        return paragraph(_left(card), _was(before))
    if is_known(card["client_since"]) and day_of(card["client_since"]) > until:
        sentence = _("{client} is a client only from {day} on.")
        return sentence.format(client=client, day=dates.day(card["client_since"]))
    if not isinstance(card["tier"], str):
        sentence = _("{client} is unheard: no answer in {days}, no major or overdue complaint.")
        return paragraph(sentence.format(client=client, days=days(rules.tier_window)), _was(before))
    return _moved(card, before)


def _left(card: Row) -> str:
    told = {"client": card["client_name"], "day": dates.day(card["left_on"])}
    if not isinstance(card["left_because"], str):
        return _("{client} left us on {day}; why is not recorded.").format(**told)
    sentence = _("{client} left us on {day}. Reason: {reason}.")
    return sentence.format(reason=words.leaving(card["left_because"]), **told)


def last_ended(story: pd.DataFrame) -> Row | None:
    """The last tier that ended in the months of the story; None where none did."""
    ended: list[Row] = rows_of(story[(story.record == "tier") & story.to_on.notna()])
    return ended[-1] if ended else None


def _was(before: Row | None) -> str | None:
    if before is None:
        return None
    last_day = day_of(before["to_on"]) - timedelta(days=1)
    return _("It was {tier} until {day}.").format(
        tier=words.tier(before["tier"]), day=dates.day(last_day)
    )


def _moved(card: Row, before: Row | None) -> str:
    """Fell or rose on a day, when it came from another tier then; else since when it is there."""
    since = day_of(card["tier_since"])
    told = {"client": card["client_name"], "tier": words.tier(card["tier"])}
    if before is None or day_of(before["to_on"]) != since:
        sentence = _("{client} has been {tier} since {day}.")
        return paragraph(sentence.format(day=dates.day(since), **told), _was(before))
    fell = RANKS[str(card["tier"])] > RANKS[str(before["tier"])]
    sentence = (
        _("{client} fell from {before} to {tier} on {day}.")
        if fell
        else _("{client} rose from {before} to {tier} on {day}.")
    )
    return sentence.format(before=words.tier(before["tier"]), day=dates.day(since), **told)


def _complaint(card: Row) -> str | None:
    if not isinstance(card["deciding_reason"], str):
        return None
    if card["deciding_reason"] == "major":
        return _("A major complaint is open.")
    return _("A complaint is past its promised date.")


def gap(windows: pd.DataFrame, until: date, rules: Rules) -> str | None:
    """Its gap of expectation, and how that changed against answers that it shares none with.

    None where nothing was asked about expectations in the days that the tier rests on.
    """
    told = [window(row) for row in rows_of(windows) if is_known(row["expected"])]
    if not told or told[-1].as_of != until:
        return None
    now = told[-1]
    if now.answer_count < rules.minimum_n:
        return _("Gap of expectation: {text}.").format(text=too_few_answers(now.answer_count))
    earlier = [each for each in told if (until - each.as_of).days >= rules.tier_window]
    if not earlier:
        return paragraph(_gap(now), nothing_earlier())
    return _changed(now, earlier[-1], rules.minimum_n)


def _gap(now: Window) -> str:
    return _("Gap of expectation {gap} (n = {n}).").format(
        gap=in_words(now.gap), n=numbers.number(now.answer_count)
    )


def _changed(now: Window, before: Window, minimum_n: int) -> str:
    if before.answer_count < minimum_n:
        few = _("Before: {text}.").format(text=too_few_answers(before.answer_count))
        return paragraph(_gap(now), few)
    change = difference(now.gap, before.gap)
    if not change.is_below() and not change.is_above():
        return paragraph(_gap(now), no_clear_change(before.as_of))
    sentence = (
        _(
            "It fell by more than noise since {day}: {change}; experience {perceived},"
            " expectation {expected}."
        )
        if change.is_below()
        else _(
            "It rose by more than noise since {day}: {change}; experience {perceived},"
            " expectation {expected}."
        )
    )
    told = sentence.format(
        day=dates.day(before.as_of),
        change=in_words(change),
        perceived=numbers.signed(now.perceived - before.perceived),
        expected=numbers.signed(now.expected - before.expected),
    )
    return paragraph(_gap(now), told)


def in_words(value: Gap) -> str:
    """`−0.8 (−1.4 to −0.2)`; without its interval where it has none."""
    low, high = value.value - value.half_width, value.value + value.half_width
    told = numbers.signed(value.value)
    return told if low != low else words.noted(told, numbers.interval_text(low, high, 1, "signed"))


def window(row: Row) -> Window:
    """One row of `clients/expectations` that was asked for what it expects.

    The interval is a t interval over the days of answering, as answers of one day are not
    independent.
    """
    width = half_width(float(row["expectation_gap_spread"]), int(row["day_count"]))
    found = Gap(float(row["expectation_gap"]), width)
    levels = float(row["perceived"]), float(row["expected"])
    return Window(day_of(row["as_of"]), *levels, found, int(row["answer_count"]))


def served(card: Row) -> tuple[date | None, date | None]:
    """Its first day as a client and the first day without it; None where there is none."""
    since, left = (
        day_of(card[name]) if is_known(card[name]) else None for name in ("client_since", "left_on")
    )
    return since, left


def with_leaving(story: pd.DataFrame, card: Row) -> pd.DataFrame:
    """The records with the day it left as an event of its own."""
    if not is_known(card["left_on"]):
        return story
    event = {"record": "event", "client_id": card["client_id"], "from_on": card["left_on"]}
    left = pd.DataFrame([{**event, "what": words.tier("left")}])
    return pd.concat([story, left]).sort_values("from_on", kind="stable", ignore_index=True)
