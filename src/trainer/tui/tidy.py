"""Looking for garbage through everything takes as long as drawing several screens: it waits until nobody types."""

import gc

from textual.app import App
from textual.timer import Timer

QUIET = 2.0  # seconds without a key until it is done
# So many looks through what is newer before one through everything is worth its while.
_WORTH = 3
# And so many at the latest, should somebody type without ever pausing.
_MOST = 200


class Tidier:
    """Puts off the looks through everything while an app runs."""

    def __init__(self) -> None:
        self._before: tuple[int, int, int] | None = None
        self._quiet: Timer | None = None

    def begin(self, app: App[None]) -> None:
        """From here on the interpreter leaves these looks to the quiet moments of an app."""
        self._before = gc.get_threshold()
        gc.set_threshold(self._before[0], self._before[1], _MOST)
        self._quiet = app.set_interval(QUIET, self.tidy)

    def typed(self) -> None:
        """Somebody is there: wait."""
        if self._quiet:
            self._quiet.reset()

    def tidy(self) -> None:
        """Look through everything if there may be something to find."""
        if gc.isenabled() and gc.get_count()[2] >= _WORTH:
            gc.collect()

    def end(self) -> None:
        """Leave it to the interpreter as before."""
        if self._before:
            gc.set_threshold(*self._before)
            self._before = None
