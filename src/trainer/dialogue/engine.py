"""Runs a talk: pure functions from a state and a verdict to the next state."""

from collections.abc import Sequence
from dataclasses import replace

from trainer.dialogue.conditions import holds
from trainer.dialogue.mood import moved, shifted, tries_patience
from trainer.dialogue.state import State, Step, Visit
from trainer.dialogue.texts_ru import ASK_AGAIN, NO_PIECE
from trainer.model.place import Place
from trainer.model.problem import InputError, Problem
from trainer.model.scenario import Fact, Scenario, Turn, Way
from trainer.model.verdict import Setting, Verdict

# A client who asks the same thing a third time would be a machine.
_MOST_ASKED = 2


def begin(scenario: Scenario, seed: int = 0) -> State:
    """Return the state before the first answer; ``seed`` chooses among the wordings of lines."""
    start = scenario.start
    return State(
        at=start,
        mood=scenario.client.mood,
        patience=scenario.patience,
        visits={start: 1},
        path=(start,),
        seed=seed,
    )


def begin_at(scenario: Scenario, turn_id: str, seed: int = 0) -> State:
    """Return a state in which the client has just said the line of ``turn_id`` (for scoring one answer)."""
    return replace(begin(scenario, seed), at=turn_id, visits={turn_id: 1}, path=(turn_id,))


def setting(scenario: Scenario, state: State) -> Setting:
    """Return what a judge needs to know to judge an answer to the current line.

    Its turn holds the line that the client really said when the talk came to it.
    """
    turn = scenario.turns.get(state.at)
    return Setting(
        scenario=scenario.id,
        turn=replace(turn, client=_opening(turn, state)) if turn else None,
        company=scenario.company,
        names=scenario.client.names,
        card=tuple(piece.text for piece in scenario.card),
        asking=state.asking,
        own=scenario.own,
        contradictions=tuple(w for piece in scenario.card for w in piece.contradictions),
    )


def line(scenario: Scenario, state: State) -> str:
    """Return what the client says now; after the end the text of the ending."""
    if state.ended:
        return scenario.endings[state.at].text
    turn = scenario.turns[state.at]
    if state.asking:
        fact = next(fact for fact in turn.facts if fact.id == state.asking[0])
        return _question(fact, state.visit.asked.get(fact.id, 1))
    return _opening(turn, state)


def _opening(turn: Turn, state: State) -> str:
    """Return the line that the client came to a turn with; coming again it is worded otherwise where possible."""
    again = state.visits.get(turn.id, 1) - 1
    return state.opening or worded(turn.lines, state.seed + again)


def worded(lines: Sequence[str], seed: int) -> str:
    """Return the wording that a seed chooses; neighbouring seeds choose different ones. Empty for none.

    All lines of a talk go by one seed, so an author may give the client one manner in the first wordings
    and another in the second ones.
    """
    return lines[seed % len(lines)] if lines else ""


def look_up(scenario: Scenario, state: State, piece_id: str) -> State:
    """Record that a piece of the card was opened; raises InputError for a piece that is not there."""
    if all(piece.id != piece_id for piece in scenario.card):
        known = ", ".join(piece.id for piece in scenario.card)
        raise InputError(Problem(Place(scenario.id), "E070", NO_PIECE.format(id=piece_id, known=known)))
    return replace(state, looked=state.looked | {piece_id})


def step(scenario: Scenario, state: State, verdict: Verdict) -> tuple[State, Step]:
    """Return the state after an answer and what happened; raises ValueError after the end."""
    if state.ended:
        raise ValueError("the talk is over")
    turn = scenario.turns[state.at]
    heard = _heard(state, verdict, turn)
    way = _first(turn, heard, urgent=True)
    fact = None if way else _open_fact(turn, heard)
    # The patience before this answer decides: it may still be asked for, though it costs some.
    if fact and state.patience > 0:
        return _asked(state, heard, fact)
    way = way or _first(turn, heard, urgent=False) or _worst(scenario)
    return _gone(scenario, state, heard, way)


def _heard(state: State, verdict: Verdict, turn: Turn) -> State:
    """Return the state with the answer taken in, before the client reacts."""
    visit = _added(state.visit, verdict)
    left_open = not visit.given.issuperset(turn.required())
    tried = tries_patience(verdict, left_open=left_open)
    return replace(
        state,
        mood=moved(state.mood, verdict),
        patience=max(0, state.patience - tried),
        warnings=state.warnings + ("set-boundary" in verdict.shown),
        said=state.said | set(verdict.given),
        visit=visit,
    )


def _added(visit: Visit, verdict: Verdict) -> Visit:
    return replace(
        visit,
        shown=visit.shown | set(verdict.shown),
        violated=visit.violated | set(verdict.violated),
        given=visit.given | set(verdict.given),
        scores=(*visit.scores, verdict.score),
        grades=(*visit.grades, verdict.grade),
    )


def _open_fact(turn: Turn, state: State) -> Fact | None:
    """Return the first required fact that is open and may still be asked for."""
    asked = state.visit.asked
    return next(
        (
            fact
            for fact in turn.facts
            if fact.required and fact.id not in state.visit.given and asked.get(fact.id, 0) < _MOST_ASKED
        ),
        None,
    )


def _asked(before: State, heard: State, fact: Fact) -> tuple[State, Step]:
    asked = {**heard.visit.asked, fact.id: heard.visit.asked.get(fact.id, 0) + 1}
    visit = replace(heard.visit, asked=asked)
    after = replace(heard, asking=(fact.id,), visit=visit)
    return after, Step(before.at, before.at, before.mood, after.mood, asks=fact.id)


def _question(fact: Fact, times: int) -> str:
    if not fact.asks:
        return ASK_AGAIN.format(fact=fact.text)
    return fact.asks[min(times, len(fact.asks)) - 1]


def _first(turn: Turn, state: State, *, urgent: bool) -> Way | None:
    ways = (way for way in turn.ways if way.urgent or not urgent)
    return next((way for way in ways if holds(way.when, state, turn)), None)


def _worst(scenario: Scenario) -> Way:
    """Return the way of last resort for a pack that was let through without a way out."""
    return Way(min(scenario.endings.values(), key=lambda ending: ending.outcome).id)


def _gone(scenario: Scenario, before: State, heard: State, way: Way) -> tuple[State, Step]:
    mood = shifted(heard.mood, way.mood)
    ended = way.to in scenario.endings
    visits = {**heard.visits, way.to: heard.visits.get(way.to, 0) + (not ended)}
    after = replace(
        heard,
        at=way.to,
        mood=mood,
        visits=heard.visits if ended else visits,
        asking=(),
        path=(*heard.path, way.to),
        opening=worded(way.lines, heard.seed + heard.visits.get(way.to, 0)),
        ended=ended,
        visit=Visit(),
    )
    return after, Step(before.at, way.to, before.mood, mood, remark=way.remark, ended=ended)
