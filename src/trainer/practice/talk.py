"""A session as a fold over its events: the only place where its state changes."""

from collections.abc import Callable

from trainer.dialogue import engine
from trainer.dialogue.state import State
from trainer.model.place import Place
from trainer.model.problem import InputError, Problem
from trainer.model.scenario import Scenario
from trainer.practice.ports import Event
from trainer.practice.records import Attempt, NoteResult, Stage
from trainer.practice.texts_ru import CHANGED_SCENARIO, DAMAGED_SESSION
from trainer.practice.verdict_data import from_data


class Talk:
    """Everything that happened so far; ``apply`` takes in one event.

    ``attempts`` holds every attempt ever made, ``kept`` those that were not taken back; ``moves``
    counts answers, retries and notes: a draft belongs to the move it was typed for. ``helps`` counts the
    hints and model answers shown since the last of these.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.state: State = engine.begin(scenario)
        self.attempts: list[Attempt] = []
        self.kept: list[Attempt] = []
        self.note: NoteResult | None = None
        self.moves = 0
        self.helps = 0
        self.closed = False
        # What the files of the pack were when the talk began; empty where nobody noted it.
        self.hash_pack = ""

    @property
    def stage(self) -> Stage:
        """Where the session stands."""
        if self.closed:
            return Stage.DONE
        return Stage.NOTE if self.state.ended else Stage.TALK

    def apply(self, event: Event) -> None:
        """Take in one event; raises InputError when it does not fit the scenario or is damaged."""
        kinds: dict[str, Callable[[Event], None]] = {
            "start": self._start,
            "look": self._look,
            "help": self._help,
            "answer": self._answer,
            "retry": self._retry,
            "note": self._note,
            "finish": self._finish,
        }
        try:
            kinds[event["kind"]](event)
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise _problem(self.scenario, DAMAGED_SESSION.format(what=repr(error))) from error

    def _start(self, event: Event) -> None:
        self.hash_pack = str(event.get("hash_pack", ""))
        # Sessions from before lines had wordings show the first of each.
        self.state = engine.begin(self.scenario, int(event.get("seed", 0)))

    def _look(self, event: Event) -> None:
        self.state = engine.look_up(self.scenario, self.state, event["piece"])

    def _help(self, _event: Event) -> None:
        self.helps += 1

    def _answer(self, event: Event) -> None:
        before, text = self.state, event["text"]
        if before.ended or before.at != event["turn"]:
            raise _problem(self.scenario, CHANGED_SCENARIO)
        verdict = from_data(event["verdict"], text)
        said = engine.line(self.scenario, before)
        self.state, step = engine.step(self.scenario, before, verdict)
        number = len(self.attempts) + 1
        attempt = Attempt(number, said, text, verdict, step, before, self.state, event["at"])
        self.attempts.append(attempt)
        self.kept.append(attempt)
        self._moved()

    def _retry(self, _event: Event) -> None:
        taken = self.kept.pop()
        # What was looked up stays looked up: nobody can un-see it.
        self.state = _with_looked(self.scenario, taken.before, self.state)
        self._moved()

    def _note(self, event: Event) -> None:
        given = tuple(event["given"])
        facts = self.scenario.note.facts
        lacks = tuple(fact for fact in facts if fact.required and fact.id not in given)
        self.note = NoteResult(event["text"], given, lacks)
        self._moved()

    def _moved(self) -> None:
        self.moves += 1
        self.helps = 0

    def _finish(self, _event: Event) -> None:
        self.closed = True


def _with_looked(scenario: Scenario, state: State, later: State) -> State:
    for piece in sorted(later.looked - state.looked):
        state = engine.look_up(scenario, state, piece)
    return state


def _problem(scenario: Scenario, text: str) -> InputError:
    return InputError(Problem(Place(scenario.id), "E071", text))
