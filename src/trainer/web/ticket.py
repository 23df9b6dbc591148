"""What a process of the app is told when it begins."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ticket:
    """Whose window it is (the id of a person), its size in cells, and the session or series to go on with."""

    person: str
    width: int
    height: int
    going: str = ""
