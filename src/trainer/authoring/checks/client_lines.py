"""A client who says what the trainee was to find out."""

from collections.abc import Iterator, Sequence

from trainer.authoring.reading import facts_in, statements
from trainer.authoring.report import found
from trainer.model.place import Place
from trainer.model.problem import Problem
from trainer.model.scenario import Scenario, Turn
from trainer.text.analysis import read_once


def client_lines(scenario: Scenario) -> Iterator[Problem]:
    """Yield a problem for each required fact that the client's own line states."""
    for turn in scenario.turns.values():
        facts = [fact for fact in turn.facts if fact.required]
        for place, line in _lines(turn, scenario):
            for name, words in facts_in(read_once(statements(line)), facts).items() if facts else ():
                yield found(place, "W232", fact=name, words=words)


def _lines(turn: Turn, scenario: Scenario) -> Sequence[tuple[Place, str]]:
    """Return all that the client may open a turn with: its line, and those of the ways to it."""
    ways = (way for other in scenario.turns.values() for way in other.ways)
    opened = [(way.place, line) for way in ways if way.to == turn.id for line in way.lines]
    return [*((turn.at(f"client/{number}"), line) for number, line in enumerate(turn.lines)), *opened]
