"""A talk that goes on in another version of its scenario: an author changes the file while playing it."""

from dataclasses import replace

from trainer.dialogue.engine import begin, begin_at
from trainer.dialogue.state import State
from trainer.model.scenario import Scenario
from trainer.practice.records import Attempt
from trainer.practice.session import Session
from trainer.practice.talk import Talk


def begin_session_at(session: Session, turn_id: str) -> Session:
    """Let a session that has just begun stand at a turn of the scenario; an unknown one leaves it as it is."""
    if turn_id in session.scenario.turns:
        session.talk.state = begin_at(session.scenario, turn_id)
    return session


def in_version(session: Session, scenario: Scenario) -> Session | None:
    """Return the session at the same turn of another version; None when that turn is gone or the talk is over.

    Mood, patience and the answers so far go along, as far as the new version has their turns.
    """
    talk = _moved(session.talk, scenario)
    return session.with_talk(talk) if talk else None


def _moved(old: Talk, scenario: Scenario) -> Talk | None:
    if old.state.ended or old.state.at not in scenario.turns:
        return None
    new = Talk(scenario)
    new.kept = _kept(old, scenario)
    new.attempts = list(new.kept)
    new.moves = old.moves
    new.state = _fitted(old.state, old.scenario, scenario)
    if not old.kept:
        # Nothing was said yet: what the client begins with is taken from the new version.
        start = begin(scenario) if old.state.at == scenario.start else begin_at(scenario, old.state.at)
        new.state = replace(start, looked=new.state.looked)
    return new


def _kept(old: Talk, scenario: Scenario) -> list[Attempt]:
    """Return the latest answers whose turns are all there."""
    kept: list[Attempt] = []
    for attempt in reversed(old.kept):
        if attempt.before.at not in scenario.turns:
            break
        before, after = (_fitted(state, old.scenario, scenario) for state in (attempt.before, attempt.after))
        kept.append(replace(attempt, before=before, after=after))
    return kept[::-1]


def _fitted(state: State, old: Scenario, new: Scenario) -> State:
    """Return the state without what the new version does not have."""
    turn = new.turns.get(state.at)
    facts = {fact.id for fact in turn.facts} if turn else set()
    return replace(
        state,
        looked=state.looked & {piece.id for piece in new.card},
        asking=state.asking if facts.issuperset(state.asking) else (),
        opening=_opening(state, old, new),
    )


def _opening(state: State, old: Scenario, new: Scenario) -> str:
    """Return the line of the way that led here, as the new version has it."""
    came = state.path[-2] if len(state.path) > 1 else ""
    if not state.opening or came not in old.turns or came not in new.turns:
        return ""
    for before, now in zip(old.turns[came].ways, new.turns[came].ways, strict=False):
        if before.to == state.at == now.to and before.client == state.opening:
            return now.client
    return ""
