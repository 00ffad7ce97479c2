"""What was worked out, kept in memory: each thing is made once, and the least used are given up.

All sessions and threads share what is kept as it is. Streamlit's own caches were rejected: the one
for data pickles each answer twice to copy it, which took longer than many a question, and neither
tells whether it knows something.
"""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

from cachetools import LRUCache

Made = TypeVar("Made")


def one(_made: object) -> int:
    """The size of things that are only counted."""
    return 1


class Kept(Generic[Made]):
    """Things by what they are made from, as many as their sizes add up to `most` at most."""

    def __init__(self, most: int, size: Callable[[Made], int] = one) -> None:
        self._most, self._size = most, size
        self._kept: LRUCache[Hashable, Made] = LRUCache(most, getsizeof=size)
        self._making: WeakValueDictionary[Hashable, Lock] = WeakValueDictionary()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What is kept, else what `make` returns; whoever wants the same meanwhile waits for it.

        Where `make` fails nothing is kept, and whoever waited tries as well.
        """
        with self._lock:
            if key in self._kept:
                return self._kept[key]
            turn = self._making.setdefault(key, Lock())
        with turn:
            with self._lock:
                if key in self._kept:
                    return self._kept[key]
            made = make()
            self._keep(key, made)
        return made

    def __contains__(self, key: Hashable) -> bool:
        """Whether it is kept at this moment."""
        with self._lock:
            return key in self._kept

    def forget(self) -> None:
        """Give everything up."""
        with self._lock:
            self._kept.clear()

    def _keep(self, key: Hashable, made: Made) -> None:
        """What is larger than all that may be kept is not."""
        if self._size(made) <= self._most:
            with self._lock:
                self._kept[key] = made
