"""One talk of a synthetic trainee, from the first line to the ending and the note."""

from dataclasses import replace
from random import Random

from trainer.authoring.simulate.phrases import Phrases
from trainer.authoring.simulate.remembered import Judging
from trainer.authoring.simulate.repertoire import Repertoire
from trainer.authoring.simulate.speaker import GOOD
from trainer.authoring.simulate.trainees import HABITS, Kind, manner
from trainer.dialogue import engine
from trainer.dialogue.state import State
from trainer.model.scenario import Scenario, Turn
from trainer.practice.debrief import Debrief, debrief
from trainer.practice.process import note_facts
from trainer.practice.records import Attempt, NoteResult

# A talk that has not ended by then goes in circles.
MOST_ANSWERS = 60


class Player:
    """Plays a scenario; ``judge`` scores answers, ``note_judge`` notes (see Remembered)."""

    def __init__(
        self, scenario: Scenario, phrases: Phrases, seed: int, judge: Judging, note_judge: Judging
    ) -> None:
        self._scenario, self._judge, self._note_judge = scenario, judge, note_judge
        self._repertoire = Repertoire(scenario, phrases, seed, self._is_full)

    def play(self, kind: Kind, chance: Random) -> Debrief:
        """Return what a talk of a trainee came to; without an ending where it went in circles."""
        attempts: list[Attempt] = []
        state = engine.begin(self._scenario)
        while not state.ended and len(attempts) < MOST_ANSWERS:
            attempt = self._answered(state, kind, chance, len(attempts) + 1)
            attempts.append(attempt)
            state = attempt.after
        note = self._note(kind, chance) if state.ended else None
        return debrief(self._scenario, attempts, len(attempts), note)

    def _answered(self, state: State, kind: Kind, chance: Random, number: int) -> Attempt:
        before = self._looked(state, kind, chance)
        turn = self._scenario.turns[before.at]
        text = chance.choice(self._repertoire.answers(manner(kind, chance), turn, before.asking))
        verdict = self._judge.score(text, engine.setting(self._scenario, before))
        after, step = engine.step(self._scenario, before, verdict)
        return Attempt(number, engine.line(self._scenario, before), text, verdict, step, before, after, "")

    def _is_full(self, text: str, turn: Turn, asking: tuple[str, ...]) -> bool:
        asked = replace(engine.begin_at(self._scenario, turn.id), asking=asking)
        verdict = self._judge.score(text, engine.setting(self._scenario, asked))
        return verdict.score >= GOOD and not verdict.missing

    def _looked(self, state: State, kind: Kind, chance: Random) -> State:
        """Return the state with what this trainee opens in the card before answering."""
        habits, needs = HABITS[kind], self._scenario.turns[state.at].needs
        for piece in self._scenario.card:
            likely = habits.looks if piece.id in needs else habits.browses
            if piece.id not in state.looked and chance.random() < likely:
                state = engine.look_up(self._scenario, state, piece.id)
        return state

    def _note(self, kind: Kind, chance: Random) -> NoteResult | None:
        notes = self._repertoire.notes(manner(kind, chance))
        if not notes or chance.random() >= HABITS[kind].notes:
            return None
        text = chance.choice(notes)
        given = note_facts(self._note_judge, self._scenario, text)
        lacks = (f for f in self._scenario.note.facts if f.required and f.id not in given)
        return NoteResult(text, given, tuple(lacks))
