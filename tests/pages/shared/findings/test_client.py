from datetime import date
from typing import Any

import pandas as pd
import pytest

from pages.shared import text
from pages.shared.findings import client, client_comments, client_heard, client_promises
from pages.shared.findings import client_story as stories
from tests.pages.shared.drawn_client import ALL, SEEN, comments, records, tier, windows

UNTIL = date(2026, 11, 15)
RULES = client.Rules(minimum_n=5, tier_window=180)
NOTHING = records()


def card(**more: Any) -> dict[Any, Any]:
    row: dict[Any, Any] = {
        "client_name": "Acme",
        "side": "external",
        "client_since": None,
        "left_on": None,
        "left_because": None,
        "tier": "basic",
        "tier_since": pd.Timestamp("2026-05-01"),
        "deciding_reason": None,
        "last_answered_on": pd.Timestamp("2026-10-01"),
        "last_complaint_on": pd.NaT,
        "unanswered_count": 0,
        "yearly_worth": 120_000.0,
        "relationship_years": None,
    }
    return {**row, **more}


def standing(story: pd.DataFrame = NOTHING, **more: Any) -> str:
    return client.standing(card(**more), story, UNTIL, RULES)


def promises(*rows: tuple[str | None, str, int, bool]) -> pd.DataFrame:
    told = [
        {"what": what, "kind": "promise", "due_on": due, "days_left": left, "is_past_due": past}
        for what, due, left, past in rows
    ]
    columns = ["what", "kind", "due_on", "days_left", "is_past_due"]
    frame = pd.DataFrame(told, columns=columns)
    return frame.assign(due_on=pd.to_datetime(frame.due_on))


def test_it_fell_or_rose_when_one_tier_followed_the_other() -> None:
    fell = records(tier("loyal", "2026-01-01", "2026-05-01"), tier("basic", "2026-05-01"))
    assert standing(fell) == "Acme fell from loyal to basic on 1 May 2026."
    rose = records(tier("complaining", "2026-01-01", "2026-05-01"), tier("basic", "2026-05-01"))
    assert standing(rose) == "Acme rose from complaining to basic on 1 May 2026."


def test_over_a_silence_nothing_is_said_to_have_moved() -> None:
    story = records(tier("loyal", "2026-01-01", "2026-04-01"), tier("basic", "2026-05-01"))
    told = "Acme has been basic since 1 May 2026. It was loyal until 31 March 2026."
    assert standing(story) == told


def test_without_an_earlier_tier_only_where_it_stands_is_said() -> None:
    assert standing() == "Acme has been basic since 1 May 2026."


def test_the_unheard_the_gone_and_those_to_come_are_told_apart() -> None:
    assert standing(tier=None).startswith("Acme is unheard: no answer in 180 days")
    gone: dict[str, Any] = {"tier": None, "left_on": pd.Timestamp("2026-11-15")}
    assert standing(**gone) == "Acme left us on 15 November 2026; why is not recorded."
    to_come: dict[str, Any] = {"tier": None, "client_since": pd.Timestamp("2026-11-16")}
    assert "only from 16 November 2026 on" in standing(**to_come)
    today: dict[str, Any] = {"tier": None, "client_since": pd.Timestamp("2026-11-15")}
    assert "is unheard" in standing(**today)


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("major", "A major complaint is open."),
        ("overdue", "A complaint is past its promised date."),
    ],
)
def test_the_complaint_that_decides_is_named(reason: str, told: str) -> None:
    row = card(tier="complaining", deciding_reason=reason)
    assert told in client.headline(row, NOTHING, windows(), UNTIL, RULES)


def gap(*rows: tuple[str, float | None, float, int], spread: float = 0.5) -> str | None:
    seen = windows(*rows).assign(expectation_gap_spread=spread)
    return client.gap(seen, UNTIL, RULES)


def test_a_change_is_told_only_when_it_is_more_than_noise() -> None:
    clear = gap(("2026-04-30", 6.0, 7.0, 20), ("2026-11-15", 6.5, 5.0, 20))
    assert clear is not None
    assert "It fell by more than noise since 30 April 2026: −2.5" in clear
    assert "experience −2.0, expectation +0.5." in clear
    noise = gap(("2026-04-30", 6.0, 7.0, 20), ("2026-11-15", 6.0, 6.8, 20), spread=2.0)
    assert noise is not None
    assert "No clear change since 30 April 2026." in noise


def test_a_rise_is_told_as_one() -> None:
    told = gap(("2026-04-30", 6.0, 5.0, 20), ("2026-11-15", 6.0, 7.0, 20))
    assert "It rose by more than noise since 30 April 2026: +2.0" in (told or "")


def test_answers_that_count_in_both_windows_are_not_compared() -> None:
    told = gap(("2026-05-31", 6.0, 9.0, 20), ("2026-11-15", 6.0, 5.0, 20))
    assert "There are no earlier answers to compare with." in (told or "")
    exactly = gap(("2026-05-19", 6.0, 9.0, 20), ("2026-11-15", 6.0, 5.0, 20))
    assert "since 19 May 2026" in (exactly or "")


def test_few_answers_give_no_number() -> None:
    assert gap(("2026-11-15", 6.0, 5.0, 4)) == "Gap of expectation: too few answers (4)."
    told = gap(("2026-04-30", 6.0, 7.0, 4), ("2026-11-15", 6.0, 5.0, 20))
    assert "Before: too few answers (4)." in (told or "")


def test_what_was_stated_alone_or_long_ago_says_no_gap() -> None:
    assert gap(("2026-11-15", None, 5.0, 20)) is None
    assert gap(("2026-10-31", 6.0, 5.0, 20)) is None
    assert gap() is None


def test_one_day_of_answers_has_no_interval() -> None:
    told = gap(("2026-11-15", 6.0, 5.0, 9), spread=float("nan"))
    assert told is not None
    assert told.startswith("Gap of expectation −1.0 (n = 9).")


def test_promises_past_and_to_come() -> None:
    rows = promises(("A", "2026-10-01", -45, True), ("B", "2026-11-15", 0, False))
    assert client_promises.promised(rows) == (
        "1 promise to it is past its date. Next due: “B” (2026-11-15, due today)."
    )
    assert client_promises.due(rows.iloc[0]) == "“A” (2026-10-01, 45 days past its date)"
    assert client_promises.promised(promises()) == "No promise to it is open."


def test_a_promise_without_words_is_called_what_it_is_and_a_long_one_is_cut() -> None:
    rows = promises((None, "2026-11-20", 5, False), ("x" * 90, "2026-11-15", 0, True))
    assert client_promises.due(rows.iloc[0]) == "promise (2026-11-20, in 5 days)"
    assert len(client_promises.due(rows.iloc[1])) < 100
    assert "past since today" in client_promises.due(rows.iloc[1])


def test_silent_is_not_content_and_heard_names_the_last_days() -> None:
    heard = client_heard.heard(card(unanswered_count=2), UNTIL)
    assert heard == (
        "Heard. Last answer on 1 October 2026; it never complained."
        " 2 invitations since then are unanswered."
    )
    silent = {"tier": None, "last_answered_on": pd.NaT, "unanswered_count": 1}
    assert client_heard.heard(card(**silent), UNTIL) == (
        "Silent, which is not the same as content. It never answered and never complained."
        " 1 invitation is unanswered."
    )


def test_one_that_left_is_neither_silent_nor_heard() -> None:
    row = card(tier=None, left_on=pd.Timestamp("2026-10-05"))
    assert client_heard.heard(row, UNTIL).startswith("Last answer on")


def test_worth_says_when_its_years_are_assumed() -> None:
    assumed = client_heard.worth(card(), "CNY", 5)
    assert assumed == "CN¥120,000 a year, CN¥600,000 in 5 years (years assumed)"
    assert client_heard.worth(card(relationship_years=2.5), "CNY", 5).endswith("in 2.5 years")
    assert client_heard.worth(card(yearly_worth=None), "CNY", 5).startswith("unknown")
    assert client_heard.worth(card(side="internal"), "CNY", 5) == "none: an internal client"


def test_the_story_counts_what_is_drawn() -> None:
    told = stories.finding(ALL, date(2025, 11, 1))
    assert told == (
        "Tiers: loyal → basic (2026-05-01). Tickets opened: 4, past their target: 2."
        " Complaints: 2. Promised dates: 4."
    )


def test_the_list_behind_the_story_has_every_mark_and_hides_few_answers() -> None:
    rows = stories.told(ALL, SEEN, comments("2026-05-05"), 5)
    assert len(rows) == len(ALL) + len(SEEN) + 1
    assert list(rows.happened_on) == sorted(rows.happened_on)
    few = rows[(rows.record == "experience") & (rows.happened_on == "2026-09-30")]
    assert list(few.what) == ["too few answers (3)"]
    assert not rows.what.str.contains("6.5", na=False).any()


def test_comments_are_withheld_below_their_minimum() -> None:
    rows = comments("2026-05-05")
    assert client_comments.told(rows, 9, 10).startswith("Too few responses (9)")
    assert "the newest of 5 May 2026" in client_comments.told(rows, 10, 10)
    assert client_comments.told(rows.head(0), 0, 10) == "No comment in these months."


@pytest.mark.parametrize("language", list(text.LANGUAGES))
def test_the_story_keeps_names_and_numbers_in_every_language(language: str) -> None:
    text.use(language)
    row = card(client_name="甲 & Co")
    told = client.headline(
        row, ALL, windows(("2026-04-30", 6.0, 7.0, 20), ("2026-11-15", 6.5, 5.0, 20)), UNTIL, RULES
    )
    assert "甲 & Co" in told
    assert "−2.5" in told
