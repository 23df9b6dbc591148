"""Standards that a turn expects and that nobody can show there, or that everybody shows."""

from collections.abc import Callable, Iterator, Mapping

from trainer.authoring.report import found
from trainer.model.problem import Problem
from trainer.model.scenario import Scenario, Turn
from trainer.text.analysis import read_once
from trainer.text.names import find_names


def showable(scenario: Scenario) -> Iterator[Problem]:
    """Yield a problem for each expected standard that this turn gives no chance to show."""
    for turn in scenario.turns.values():
        for number, name in enumerate(turn.expected):
            code = _CHECKS[name](turn, scenario) if name in _CHECKS else ""
            if code:
                yield found(turn.at(f"expected/{number}"), code, id=turn.id, standard=name)


def _use_name(turn: Turn, scenario: Scenario) -> str:
    """Ask whether the name is written where the trainee can read it."""
    pieces = (piece.text for piece in scenario.card)
    told = (
        turn.client,
        *turn.known,
        *pieces,
        scenario.briefing,
        *(t.client for t in scenario.turns.values()),
    )
    return "" if any(find_names(read_once(text), scenario.client.names) for text in told) else "W220"


def _answer_fully(turn: Turn, scenario: Scenario) -> str:
    return "" if turn.required() else "W221"


def _farewell(turn: Turn, scenario: Scenario) -> str:
    """Ask whether the talk ends here: before that a farewell is charged as ``premature-closing``."""
    return "" if turn.last else "W222"


_CHECKS: Mapping[str, Callable[[Turn, Scenario], str]] = {
    "use-name": _use_name,
    "answer-fully": _answer_fully,
    "farewell": _farewell,
}
