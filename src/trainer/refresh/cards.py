"""A card: a standard in a kind of situation; and the id of an item that is put for it."""

from dataclasses import dataclass
from enum import StrEnum

from trainer.model.exercise import Form
from trainer.model.scenario import Mood


class Situation(StrEnum):
    """What a standard has to be remembered in.

    It comes from how the client of a talk feels at its start: an apology comes easily to a calm question and is
    forgotten when somebody shouts. ``writing`` are single lines without a talk around them.
    """

    CALM = "calm"
    UPSET = "upset"
    ANGRY = "angry"
    WRITING = "writing"


@dataclass(frozen=True, slots=True, order=True)
class Card:
    """What is remembered or forgotten as one thing: ``standard`` is an id of the catalogue or of a pack."""

    standard: str
    situation: Situation

    @property
    def id(self) -> str:
        """The card in one word, «empathy@angry»."""
        return f"{self.standard}@{self.situation}"


@dataclass(frozen=True, slots=True)
class ItemId:
    """Everything that an item is made of, so that its id alone brings it back.

    ``key`` names its place in the library, ``number`` chooses among wordings and the order of options.
    """

    card: Card
    form: Form
    key: str
    number: int = 0

    def __str__(self) -> str:
        return f"{self.card.id}:{self.form}:{self.key}~{self.number}"


def situation_of(mood: Mood) -> Situation:
    """Return the kind of situation that a client in this mood makes."""
    if mood >= Mood.NEUTRAL:
        return Situation.CALM
    return Situation.UPSET if mood is Mood.UPSET else Situation.ANGRY


def read_id(text: str) -> ItemId | None:
    """Return what an id says; None for one that no refresher has."""
    card, _, rest = text.partition(":")
    form, _, place = rest.partition(":")
    key, _, number = place.rpartition("~")
    standard, _, situation = card.rpartition("@")
    try:
        return ItemId(Card(standard, Situation(situation)), Form(form), key, int(number))
    except ValueError:
        return None
