"""The clock on the wall and the store of this person."""

import os
from datetime import datetime
from functools import cache

from trainer.storage.safe import SafeStore, open_store


class SystemClock:
    """The wall clock with its zone."""

    def now(self) -> datetime:
        """Return the current time."""
        return datetime.now().astimezone()


@cache
def store() -> SafeStore:
    """Return the store of this person."""
    return open_store(os.environ)
