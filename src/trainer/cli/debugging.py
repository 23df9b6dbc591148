"""``--debug``: what went wrong behind a screen is told once the screen is gone."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from trainer.cli import output


class _Kept(logging.Handler):
    """Keeps what it is told of."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it as it is to be read."""
        self.told.append(self.format(record))


@contextmanager
def told_afterwards() -> Iterator[None]:
    """Keep the errors of the program while this lasts, and tell them at its end."""
    kept, log = _Kept(), logging.getLogger("trainer")
    log.addHandler(kept)
    try:
        yield
    finally:
        log.removeHandler(kept)
        for text in kept.told:
            output.tell(text)
