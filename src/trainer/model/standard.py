"""A service standard: what it asks, why, where it comes from, and what it costs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from trainer.model.place import NOWHERE, Place


class Kind(StrEnum):
    """How a standard is judged: expected at some turns, forbidden at all, or by actions."""

    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"
    PROCESS = "process"


@dataclass(frozen=True, slots=True)
class Quality:
    """One of the eight qualities of a support person; titles and sources are in Russian."""

    id: str
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as data: its kind picks the code, ``options`` are what that kind reads."""

    kind: str
    options: Mapping[str, Any]
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Example:
    """A text that must hit (``words`` are the expected evidence) or must not (no words).

    ``at`` («scenario/turn») names the turn whose card and facts decide;
    empty when the text speaks for itself. ``known`` says why it is not judged so yet.
    """

    text: str
    words: tuple[str, ...] = ()
    place: Place = NOWHERE
    at: str = ""
    known: str = ""


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard of the catalogue; texts are in Russian, ``points`` is the full deduction.

    ``missed`` says of an obligation that was not met what was expected; empty for the other kinds.
    ``pack`` is the id of the pack that brings the standard along; empty when it came with the program.
    """

    id: str
    quality: str
    kind: Kind
    title: str
    asks: str
    matters: str
    fix: str
    source: str
    points: int
    rules: tuple[Rule, ...] = ()
    hits: tuple[Example, ...] = ()
    misses: tuple[Example, ...] = ()
    place: Place = NOWHERE
    missed: str = ""
    pack: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All qualities and standards, by id, in the order of the catalogue."""

    qualities: Mapping[str, Quality]
    standards: Mapping[str, Standard] = field(default_factory=dict)

    def of_kind(self, kind: Kind) -> tuple[Standard, ...]:
        """Return the standards of one kind, in catalogue order."""
        return tuple(s for s in self.standards.values() if s.kind is kind)

    def extended(self, own: Iterable[Standard]) -> "Catalogue":
        """Return the catalogue with the standards of packs after its own."""
        more = {standard.id: standard for standard in own}
        return Catalogue(self.qualities, {**self.standards, **more}) if more else self
