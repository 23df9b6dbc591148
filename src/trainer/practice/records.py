"""What a session hands out: attempts, results, refusals."""

from dataclasses import dataclass
from enum import StrEnum

from trainer.dialogue.state import State, Step
from trainer.model.scenario import Fact, Mood
from trainer.model.verdict import Verdict


class Mode(StrEnum):
    """Training shows the verdict after each answer, an exam only at the end."""

    TRAINING = "training"
    EXAM = "exam"


class Stage(StrEnum):
    """Where a session stands: the talk, the CRM note after it, everything done."""

    TALK = "talk"
    NOTE = "note"
    DONE = "done"


class RefusedError(Exception):
    """What was asked cannot be done now; the text (Russian) says why. Nothing has changed."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer with the line it answers, its verdict and what it brought about.

    ``before`` is the state it was given in, ``after`` the one it led to; ``at`` the time in ISO form.
    """

    number: int
    line: str
    text: str
    verdict: Verdict
    step: Step
    before: State
    after: State
    at: str

    @property
    def turn(self) -> str:
        """The id of the turn that was answered."""
        return self.before.at

    @property
    def follow_up(self) -> bool:
        """Whether the client had asked again for what an answer left open."""
        return bool(self.before.asking)


@dataclass(frozen=True, slots=True)
class TurnResult:
    """What one answer came to: the verdict, the step, and what the client says next."""

    attempt: Attempt
    says: str

    @property
    def verdict(self) -> Verdict:
        """The verdict on the answer."""
        return self.attempt.verdict

    @property
    def step(self) -> Step:
        """What the answer brought about in the talk."""
        return self.attempt.step

    @property
    def mood(self) -> Mood:
        """How the client feels now."""
        return self.attempt.step.mood_after


@dataclass(frozen=True, slots=True)
class NoteResult:
    """The CRM note as judged: ``lacks`` are the required facts that it leaves out."""

    text: str
    given: tuple[str, ...]
    lacks: tuple[Fact, ...]

    @property
    def kept(self) -> bool:
        """Whether the note holds everything that it has to."""
        return not self.lacks
