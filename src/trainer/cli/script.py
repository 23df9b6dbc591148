"""Answers prepared in a file for a whole talk: which of them comes when."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from trainer.cli.answers_input import Record, looks_like_records, read_text, records
from trainer.cli.complain import wrong
from trainer.cli.score import find_turn
from trainer.model.place import Place
from trainer.model.scenario import Scenario
from trainer.packs.problems import hint


@dataclass(frozen=True, slots=True)
class Line:
    """One prepared answer; ``actions`` are pieces of the card to open before it, ``turn`` may be empty."""

    id: str | int
    text: str
    turn: str = ""
    actions: tuple[str, ...] = ()


@dataclass
class Script:
    """Hands out the answers: those of a turn whenever it comes up, the others in their order.

    A turn that comes up more often than it has answers gets its last one again. ``note`` is the CRM
    note to write after the talk, or empty.
    """

    free: deque[Line] = field(default_factory=deque)
    by_turn: dict[str, deque[Line]] = field(default_factory=dict)
    note: str = ""

    def next(self, turn: str) -> Line | None:
        """Return the answer for a turn, or None when there is none left."""
        if own := self.by_turn.get(turn):
            return own.popleft() if len(own) > 1 else own[0]
        return self.free.popleft() if self.free else None


def read_script(name: str, scenario: Scenario) -> Script:
    """Read a file of answers: one a line, or JSON Lines; raises InputError for what cannot be played."""
    text, place = read_text(name)
    script = Script()
    if looks_like_records(name, text):
        for record in records(text, place):
            _add(script, record, scenario)
    else:
        script.free.extend(Line(str(number), line) for number, line in _plain(text))
    if not script.free and not script.by_turn:
        raise wrong(place, "C014")
    return script


def _plain(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line.removesuffix("\r")


def _add(script: Script, record: Record, scenario: Scenario) -> None:
    if "note" in record.fields:
        script.note = record.text("note")
        return
    line = _line(record, scenario)
    if line.turn:
        script.by_turn.setdefault(line.turn, deque()).append(line)
    else:
        script.free.append(line)


def _line(record: Record, scenario: Scenario) -> Line:
    name = record.id()
    text = record.text("text")
    if not text.strip():
        raise wrong(record.place, "C005", id=name)
    turn = record.text("turn", default="")
    if turn:
        find_turn(scenario, turn, record.place)
    actions = record.texts("actions")
    _check_actions(actions, [piece.id for piece in scenario.card], record.place)
    return Line(name, text, turn, actions)


def _check_actions(actions: Iterable[str], known: Collection[str], place: Place) -> None:
    for action in actions:
        if action not in known:
            raise wrong(place, "C040", id=action, hint=hint(action, known))
