"""Tells whether a way on is open."""

from trainer.dialogue.state import State
from trainer.model.scenario import Condition, Turn


def holds(condition: Condition | None, state: State, turn: Turn) -> bool:
    """Tell whether every requirement of a condition is met; no condition always holds.

    ``state`` already includes the answer that the client reacts to.
    """
    if condition is None:
        return True
    visit = state.visit
    return (
        visit.shown.issuperset(condition.shown)
        and visit.given.issuperset(condition.given)
        and state.said.issuperset(condition.said)
        and state.looked.issuperset(condition.looked)
        and _any(condition.violated, visit.violated)
        and _any(condition.missing, _missing(state, turn))
        and all(_within(state, key, bound) for key, bound in condition.bounds.items())
        and not (condition.negated and holds(condition.negated, state, turn))
    )


def _any(wanted: tuple[str, ...], found: frozenset[str]) -> bool:
    return not wanted or not found.isdisjoint(wanted)


def _missing(state: State, turn: Turn) -> frozenset[str]:
    return frozenset(fact.id for fact in turn.facts) - state.visit.given


def _within(state: State, key: str, bound: tuple[int | None, int | None]) -> bool:
    values = {
        "score": state.visit.score,
        "grade": state.visit.grade,
        "mood": int(state.mood),
        "patience": state.patience,
        "warnings": state.warnings,
        "visits": state.visits.get(state.at, 0),
    }
    low, high = bound
    return (low is None or values[key] >= low) and (high is None or values[key] <= high)
