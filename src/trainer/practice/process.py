"""Process standards: judged by what the trainee does, not by how an answer is worded."""

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.model.scenario import Scenario, Turn
from trainer.model.verdict import Setting
from trainer.practice.ports import Judge
from trainer.practice.records import Attempt, NoteResult
from trainer.practice.texts_ru import NOT_OPENED, NOTE_ABSENT, NOTE_LACKS

CHECK_FIRST = "check-first"
LOG_CONTACT = "log-contact"


@dataclass(frozen=True, slots=True)
class ProcessMark:
    """A process standard in one session; ``lacks`` (Russian) says what was left out."""

    standard: str
    lacks: tuple[str, ...] = ()

    @property
    def kept(self) -> bool:
        """Whether nothing was left out."""
        return not self.lacks


def note_setting(scenario: Scenario) -> Setting:
    """Return the setting in which a CRM note is judged: its facts, no client line."""
    turn = Turn(id="note", client="", expected=("answer-fully",), facts=scenario.note.facts, last=True)
    return Setting(scenario=scenario.id, turn=turn, company=scenario.company)


def note_facts(judge: Judge, scenario: Scenario, text: str) -> tuple[str, ...]:
    """Return the ids of the facts that a note holds; its manners are nobody's business."""
    return judge.score(text, note_setting(scenario)).given


def process_marks(
    scenario: Scenario, attempts: Sequence[Attempt], note: NoteResult | None
) -> tuple[ProcessMark, ...]:
    """Return the marks of the process standards that this scenario can tell anything about."""
    marks = []
    if any(scenario.turns[attempt.turn].needs for attempt in attempts):
        marks.append(ProcessMark(CHECK_FIRST, _unopened(scenario, attempts)))
    if scenario.note.facts:
        marks.append(ProcessMark(LOG_CONTACT, _note_lacks(note)))
    return tuple(marks)


def missed_pieces(scenario: Scenario, attempt: Attempt) -> tuple[str, ...]:
    """Return the titles of the card pieces that should have been open before this answer."""
    needs = scenario.turns[attempt.turn].needs
    return tuple(
        piece.title for piece in scenario.card if piece.id in needs and piece.id not in attempt.before.looked
    )


def _unopened(scenario: Scenario, attempts: Sequence[Attempt]) -> tuple[str, ...]:
    return tuple(
        NOT_OPENED.format(turn=_short(attempt.line), pieces=", ".join(pieces))
        for attempt in attempts
        if not attempt.follow_up and (pieces := missed_pieces(scenario, attempt))
    )


def _note_lacks(note: NoteResult | None) -> tuple[str, ...]:
    if note is None:
        return (NOTE_ABSENT,)
    if note.kept:
        return ()
    return (NOTE_LACKS.format(facts="; ".join(fact.text for fact in note.lacks)),)


def _short(line: str, size: int = 40) -> str:
    return line if len(line) <= size else line[:size].rsplit(" ", 1)[0] + "…"
