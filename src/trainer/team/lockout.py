"""How many wrong PINs in a row are forgiven, and for how long nothing is asked then. Pure; the clock is passed in."""

from dataclasses import dataclass
from datetime import datetime, timedelta

MOST = 5
"""Wrong PINs in a row after which the door closes for a while."""
PAUSE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong PINs in a row so far; ``until`` is when the door opens again, None while it is open."""

    wrong: int = 0
    until: datetime | None = None

    def closed(self, now: datetime) -> bool:
        """Tell whether no PIN is looked at now, not even the right one."""
        return self.until is not None and now < self.until

    def after_wrong(self, now: datetime) -> "Tries":
        """Return how it stands after one more wrong PIN; after a pause counting starts anew."""
        wrong = (0 if self.until else self.wrong) + 1
        return Tries(wrong, now + PAUSE) if wrong >= MOST else Tries(wrong)
