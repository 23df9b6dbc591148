"""What a quantity is, and when two of them are the same amount."""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a quantity measures; PLAIN has no unit beside it, CODE is an order or phone number."""

    MONEY = "money"
    TIME = "time"
    DURATION = "duration"
    PERCENT = "percent"
    PLAIN = "plain"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value over tokens ``[first, last]``.

    Money is in roubles or bonus points (one each), time of day and durations in minutes, percent in percent.
    ``vague_half`` marks a time said without «дня», «вечера» or 24-hour digits: «до шести».
    """

    unit: Unit
    value: float
    first: int
    last: int
    vague_half: bool = False

    def same(self, other: "Quantity") -> bool:
        """Tell whether both may mean the same amount; a missing unit agrees with any."""
        if Unit.PLAIN in (self.unit, other.unit) and self.unit is not other.unit:
            return self._bare(other)
        if self.unit is not other.unit:
            return False
        if self.unit is Unit.TIME:  # midnight is 24:00 and 0:00
            return (self.value - other.value) % (720 if self.vague_half or other.vague_half else 1440) == 0
        return self.value == other.value

    def _bare(self, other: "Quantity") -> bool:
        plain, full = (self, other) if self.unit is Unit.PLAIN else (other, self)
        if full.unit is Unit.TIME:
            return plain.value <= 24 and (plain.value * 60 - full.value) % 720 == 0
        if full.unit is Unit.DURATION:
            return plain.value * 1440 == full.value or plain.value * 60 == full.value
        return full.unit is not Unit.CODE and plain.value == full.value
