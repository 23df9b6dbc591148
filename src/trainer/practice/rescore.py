"""Judges a stored session anew: each answer in the setting it was given in, whatever would follow from it today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from trainer.dialogue import engine
from trainer.model.exercise import Exercise
from trainer.model.scenario import Scenario
from trainer.model.standard import Catalogue
from trainer.practice.exercises.explain import explained
from trainer.practice.exercises.forms import assess
from trainer.practice.exercises.ports import ReadingJudge
from trainer.practice.exercises.progress import Progress
from trainer.practice.ports import Event, Judge
from trainer.practice.talk import Talk
from trainer.practice.verdict_data import to_data


@dataclass(frozen=True, slots=True)
class Mark:
    """A judgement in short: score 0-100, grade 1-5 (None where there is none), the whole of it as plain data."""

    score: int
    grade: int | None
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rejudged:
    """An answer with the judgement of then and of now; ``number`` is that of its event, ``turn`` also an item."""

    number: int
    turn: str
    text: str
    then: Mark
    now: Mark


def rejudged_talk(scenario: Scenario, events: Sequence[Event], judge: Judge) -> Iterator[Rejudged]:
    """Yield the answers of a talk, also those that were taken back.

    Raises InputError when the talk does not fit the scenario any more.
    """
    talk = Talk(scenario)
    for number, event in enumerate(events):
        before = talk.state
        talk.apply(event)
        if event["kind"] == "answer":
            then = talk.attempts[-1].verdict
            now = judge.score(then.text, engine.setting(scenario, before))
            marks = (Mark(verdict.score, verdict.grade, to_data(verdict)) for verdict in (then, now))
            yield Rejudged(number, before.at, then.text, *marks)


def rejudged_series(
    exercise: Exercise, events: Sequence[Event], judge: ReadingJudge, catalogue: Catalogue
) -> Iterator[Rejudged]:
    """Yield the answers of a series; ``exercise`` is settled. Raises InputError when they do not fit it any more."""
    progress = Progress(exercise)
    for number, event in enumerate(events):
        progress.apply(event)
        if event["kind"] == "done":
            done = progress.kept[-1]
            now = explained(assess(done.item, done.answer, judge), catalogue)
            marks = (Mark(item.score, None, item.data()) for item in (done.assessment, now))
            yield Rejudged(number, done.item.id, done.answer.words(), *marks)
