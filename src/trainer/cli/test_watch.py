"""Waits until files change, by looking at them now and then."""

from collections.abc import Callable, Iterable
from pathlib import Path

Sleep = Callable[[float], None]
# Seconds between two looks: short for a person who has just saved, long for the disk.
_PAUSE = 0.4
_Stamp = tuple[int, int]


class Watcher:
    """Remembers what the files looked like; ``files`` is asked anew each time, so that new ones count."""

    def __init__(self, files: Callable[[], Iterable[Path]], sleep: Sleep) -> None:
        self._files = files
        self._sleep = sleep
        self._seen = self._stamps()

    @property
    def count(self) -> int:
        """How many files are watched."""
        return len(self._seen)

    def wait(self) -> set[Path]:
        """Return the files that were changed, added or removed since the last call, once they rest."""
        before, last = self._seen, self._seen
        while True:
            self._sleep(_PAUSE)
            now = self._stamps()
            # An editor may save in several steps; two equal looks mean that it is done.
            if now == last and now != before:
                self._seen = now
                return {path for path in {*now, *before} if now.get(path) != before.get(path)}
            last = now

    def _stamps(self) -> dict[Path, _Stamp]:
        return {path: stamp for path in self._files() if (stamp := _stamp(path))}


def _stamp(path: Path) -> _Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
