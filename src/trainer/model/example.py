"""An example answer of an author: a text and what the judge and the client must make of it."""

from dataclasses import dataclass

from trainer.model.place import NOWHERE, Place

ALL = "all"
"""In ``keeps``: every prohibition but those that ``violates`` names."""
STAY = "stay"
"""In ``to``: the client stays at the turn and asks on."""


@dataclass(frozen=True, slots=True)
class ExampleAnswer:
    """An answer to the line of a turn and what is expected of it; what is empty is not looked at.

    ``shows``, ``misses`` (obligations), ``violates``, ``keeps`` (prohibitions), ``given`` and ``missing``
    (facts) name at least what must be there, never the whole. ``score`` are inclusive bounds 0-100, None
    is open. ``to`` is a turn, an ending or STAY. ``known`` says why the judge does not agree yet;
    ``number`` counts the examples of a turn from 1.
    """

    text: str
    id: str = ""
    shows: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    violates: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    score: tuple[int | None, int | None] = (None, None)
    to: str = ""
    known: str = ""
    place: Place = NOWHERE
    number: int = 1

    @property
    def name(self) -> str:
        """The id, or a number that no id can be («#3»)."""
        return self.id or f"#{self.number}"
