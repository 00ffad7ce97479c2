"""Work that is done beside the script, while the script goes on."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import ParamSpec, TypeVar

Made = TypeVar("Made")
Given = ParamSpec("Given")


def beside(work: Callable[Given, Made], *args: Given.args, **kwargs: Given.kwargs) -> Future[Made]:
    """Begin the work in another thread; it knows no session, so it must not ask for one."""
    return _threads().submit(work, *args, **kwargs)


@cache
def _threads() -> ThreadPoolExecutor:
    """Three: a question uses all processors for most of its time, and none for the rest."""
    return ThreadPoolExecutor(max_workers=3, thread_name_prefix="beside")
