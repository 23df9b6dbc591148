"""Looking for garbage holds up every thread, the longer the more there is to look through."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_pauses() -> Iterator[None]:
    """Look for no garbage while models are loaded, and never again in what stays to the end of the program."""
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()
