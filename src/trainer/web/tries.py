"""Wrong links are counted for each address: whoever tries many has to wait. Pure; the clock is passed in."""

from collections import OrderedDict

MOST = 20
"""Wrong links from one address within ``WINDOW`` that are looked at: an office may share one address."""
WINDOW = 600.0  # seconds
_MOST_ADDRESSES = 10_000


class WrongTries:
    """Counts wrong links by address; remembers a limited number of addresses, the latest."""

    def __init__(self) -> None:
        self._wrong: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def closed(self, address: str, now: float) -> bool:
        """Tell whether nothing from this address is looked at now; ``now`` are seconds of a clock that never goes back."""
        began, count = self._wrong.get(address, (now, 0))
        return count >= MOST and now - began < WINDOW

    def add(self, address: str, now: float) -> None:
        """Count a wrong link."""
        began, count = self._wrong.pop(address, (now, 0))
        if now - began >= WINDOW:
            began, count = now, 0
        self._wrong[address] = (began, count + 1)
        if len(self._wrong) > _MOST_ADDRESSES:
            self._wrong.popitem(last=False)
