"""What is costly to make and wanted by several threads that begin together."""

from collections.abc import Callable
from functools import cache, wraps
from threading import Lock
from typing import TypeVar

Made = TypeVar("Made")


def once(make: Callable[[], Made]) -> Callable[[], Made]:
    """Return a function that makes its value at the first call and keeps it while the program runs.

    Threads that come meanwhile wait: with a cache alone each of them would make it too. An error is not kept.
    """
    making = Lock()
    kept = cache(make)

    @wraps(make)
    def made() -> Made:
        with making:
            return kept()

    return made
