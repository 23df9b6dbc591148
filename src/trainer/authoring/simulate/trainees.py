"""The three kinds of synthetic trainees: how often each does what."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from random import Random


class Kind(StrEnum):
    """How good a trainee is."""

    WEAK = "weak"
    AVERAGE = "average"
    STRONG = "strong"


class Manner(StrEnum):
    """How one answer is given: with all that is expected, with something left out, badly."""

    FULL = "full"
    PARTIAL = "partial"
    POOR = "poor"


@dataclass(frozen=True, slots=True)
class Habits:
    """What a kind of trainee does, as chances from 0 to 1.

    ``manners`` are the chances of each manner of answering (they add up to 1), ``looks`` that a piece the
    turn needs is opened before the answer, ``browses`` that any other piece is, ``notes`` that a note is
    written after the talk.
    """

    manners: Mapping[Manner, float]
    looks: float
    browses: float
    notes: float


HABITS: Mapping[Kind, Habits] = {
    Kind.WEAK: Habits({Manner.FULL: 0.0, Manner.PARTIAL: 0.2, Manner.POOR: 0.8}, 0.2, 0.05, 0.2),
    Kind.AVERAGE: Habits({Manner.FULL: 0.2, Manner.PARTIAL: 0.65, Manner.POOR: 0.15}, 0.8, 0.1, 0.7),
    Kind.STRONG: Habits({Manner.FULL: 0.93, Manner.PARTIAL: 0.07, Manner.POOR: 0.0}, 1.0, 0.2, 1.0),
}


def manner(kind: Kind, chance: Random) -> Manner:
    """Choose how a trainee answers this time."""
    manners = HABITS[kind].manners
    return chance.choices(list(manners), list(manners.values()))[0]
