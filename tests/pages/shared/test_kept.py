"""What is kept: made once also by many at once, bounded in size, and nothing of what failed."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from pages.shared.beside import beside
from pages.shared.kept import Kept


def test_a_thing_is_made_once_for_its_key() -> None:
    kept: Kept[list[int]] = Kept(3)
    first = kept.get("a", lambda: [1])
    assert kept.get("a", lambda: [2]) is first
    assert kept.get("b", lambda: [3]) == [3]


def test_whoever_wants_it_meanwhile_waits_for_the_same() -> None:
    kept: Kept[list[int]] = Kept(3)
    begun, goes_on, made = Event(), Event(), []

    def make() -> list[int]:
        begun.set()
        assert goes_on.wait(10)
        made.append(1)
        return [1]

    with ThreadPoolExecutor(5) as threads:
        first = threads.submit(kept.get, "a", make)
        assert begun.wait(10)
        others = [threads.submit(kept.get, "a", make) for _ in range(4)]
        assert kept.get("b", lambda: [2]) == [2]  # others need not wait for it
        goes_on.set()
        assert all(other.result(10) is first.result(10) for other in others)
    assert made == [1]


def test_what_fails_is_tried_again_by_those_who_waited() -> None:
    kept: Kept[str] = Kept(3)
    begun, goes_on = Event(), Event()

    def fail() -> str:
        begun.set()
        assert goes_on.wait(10)
        raise ValueError("not this time")

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(kept.get, "a", fail)
        assert begun.wait(10)
        second = threads.submit(kept.get, "a", lambda: "made")
        goes_on.set()
        with pytest.raises(ValueError, match="not this time"):
            first.result(10)
        assert second.result(10) == "made"
    assert kept.get("a", fail) == "made"


def test_the_least_used_is_given_up_where_sizes_add_up_to_too_much() -> None:
    kept: Kept[str] = Kept(10, len)
    kept.get("a", lambda: "aaaa")
    kept.get("b", lambda: "bbbb")
    kept.get("a", lambda: "other")
    kept.get("c", lambda: "cccc")
    assert [key in kept for key in "abc"] == [True, False, True]
    assert kept.get("b", lambda: "new") == "new"


def test_what_is_too_large_is_made_and_not_kept() -> None:
    kept: Kept[str] = Kept(3, len)
    kept.get("small", lambda: "aaa")
    assert kept.get("large", lambda: "bbbb") == "bbbb"
    assert [key in kept for key in ("small", "large")] == [True, False]


def test_what_is_forgotten_is_made_anew() -> None:
    kept: Kept[list[int]] = Kept(3)
    kept.get("a", lambda: [1])
    kept.forget()
    assert "a" not in kept
    assert kept.get("a", lambda: [2]) == [2]


def test_work_beside_returns_and_fails_where_its_result_is_wanted() -> None:
    assert beside(divmod, 7, 2).result(10) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        beside(divmod, 7, 0).result(10)
