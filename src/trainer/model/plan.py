"""The plan of a pack: what is done on which day."""

from dataclasses import dataclass

from trainer.model.place import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A scenario or an exercise, by its id; it may lie in another pack."""

    id: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class PlanDay:
    """One day: its items in their order. ``minutes`` is None when the author does not say.

    On a day of ``exam`` the talks are held without hints.
    """

    id: str
    title: str
    items: tuple[PlanItem, ...]
    minutes: int | None = None
    exam: bool = False
    place: Place = NOWHERE
