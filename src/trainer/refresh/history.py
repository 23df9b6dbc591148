"""What a person has answered so far, and which cards that says something of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from trainer.model.exercise import Form
from trainer.refresh import REFRESH
from trainer.refresh.cards import Card, Situation, read_id
from trainer.refresh.memory import Review
from trainer.refresh.rating import Evidence, rated


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer, as the store has it, also when it was taken back later.

    ``scenario`` is the id of a talk or an exercise, ``turn`` that of a turn or an item. ``lost`` are the standards that
    points were lost for, ``shown`` those that were shown, ``hints`` counts helps.
    """

    session: str
    scenario: str
    turn: str
    day: date
    score: int
    hints: int = 0
    lost: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    easy: bool = False


class Known(Protocol):
    """What the library tells of the places that answers name."""

    def situation(self, scenario: str) -> Situation | None:
        """Return the situation of a talk; None for one that is not there."""
        ...

    def about(self, exercise: str, item: str) -> tuple[str, ...]:
        """Return the standards that an item of an exercise is about by itself."""
        ...

    def forbids(self, standard: str) -> bool:
        """Tell a prohibition."""
        ...


def reviews(history: Sequence[Answered], known: Known) -> list[Review]:
    """Return what the answers of each sitting say of each card, in the order of the history."""
    sittings: dict[tuple[str, Card], list[tuple[date, Evidence]]] = {}
    asked: set[tuple[str, str]] = set()
    for one in history:
        first = (one.session, one.turn) not in asked
        asked.add((one.session, one.turn))
        for card, evidence in _said(one, known):
            # What is right at the second go was read in the verdict on the first.
            if first or not evidence.kept:
                sittings.setdefault((one.session, card), []).append((one.day, evidence))
    found = [
        Review(
            card, found[-1][0], rated([each for _, each in found], prohibition=known.forbids(card.standard))
        )
        for (_, card), found in sittings.items()
    ]
    return sorted(found, key=lambda review: review.day)


def last_seen(history: Sequence[Answered]) -> Mapping[str, date]:
    """Return when each place of the library was last put, by its key: in a refresher, a talk or an exercise."""
    return {_key(one): one.day for one in history}


def last_forms(history: Sequence[Answered]) -> Mapping[Card, Form]:
    """Return the form in which each card was last put."""
    made = (read_id(one.turn) for one in history if one.scenario == REFRESH)
    return {item.card: item.form for item in made if item}


def _key(one: Answered) -> str:
    made = read_id(one.turn) if one.scenario == REFRESH else None
    return made.key if made else f"{one.scenario}/{one.turn}"


def _said(one: Answered, known: Known) -> Iterator[tuple[Card, Evidence]]:
    situation, about = _place(one, known)
    if situation is None:
        return
    lost = [name for name in one.lost if name]
    for name in dict.fromkeys((*about, *one.shown, *lost)):
        easy = one.easy and name in about
        yield Card(name, situation), Evidence(name not in lost, one.score, one.hints > 0, easy)


def _place(one: Answered, known: Known) -> tuple[Situation | None, tuple[str, ...]]:
    if one.scenario == REFRESH:
        made = read_id(one.turn)
        return (made.card.situation, (made.card.standard,)) if made else (None, ())
    if situation := known.situation(one.scenario):
        return situation, ()
    return Situation.WRITING, known.about(one.scenario, one.turn)
