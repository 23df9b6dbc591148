"""Wordings that the matcher cannot read."""

from collections.abc import Iterable, Iterator

from trainer.authoring.report import found
from trainer.model.place import Place
from trainer.model.problem import Problem
from trainer.model.scenario import Fact, Scenario
from trainer.text.pattern import PatternError
from trainer.text.wording import read_wording


def wordings(scenario: Scenario) -> Iterator[Problem]:
    """Yield a problem for every wording of a fact or of the card that cannot be read."""
    for piece in scenario.card:
        yield from _unreadable(piece.place, piece.contradictions)
    turns = scenario.turns.values()
    for fact in [*(fact for turn in turns for fact in turn.facts), *scenario.note.facts]:
        yield from _unreadable(fact.place, _all(fact))


def _unreadable(place: Place, wordings: Iterable[str]) -> Iterator[Problem]:
    for wording in wordings:
        try:
            read_wording(wording)
        except PatternError as error:
            yield found(place, "E113", wording=wording, reason=error)


def _all(fact: Fact) -> list[str]:
    return [wording for part in fact.parts for wording in part] + list(fact.contradictions)
