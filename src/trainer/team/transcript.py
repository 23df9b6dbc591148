"""A session to be read: what was asked, answered and said of it, with the comments of mentors."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from trainer.model.problem import InputError
from trainer.model.scenario import Scenario
from trainer.model.verdict import Deduction, Verdict
from trainer.practice.ports import Event
from trainer.practice.records import Mode
from trainer.practice.talk import Talk
from trainer.practice.verdict_data import from_data
from trainer.team.comments import Comment
from trainer.team.objections import Objection, State


@dataclass(frozen=True, slots=True)
class Known:
    """What the list of sessions tells of one; times are ISO, UTC, ``score`` 0-100 is None before the first answer."""

    id: str
    person: str
    name: str
    kind: str
    pack: str
    scenario: str
    mode: str
    started: str
    finished: str
    score: int | None
    answers: int
    comments: int = 0

    @property
    def sealed(self) -> bool:
        """Whether it is an exam that still goes on: its owner may not see what it came to so far."""
        return self.mode == Mode.EXAM and not self.finished


@dataclass(frozen=True, slots=True)
class Lost:
    """Points lost in an exercise, with the reason."""

    points: int
    title: str
    why: str = ""
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer: ``number`` counts from 1, ``event`` is that of its event; ``line`` is empty where nobody knows it.

    A talk has a ``verdict``, an exercise ``losses``. ``sealed`` hides both.
    """

    number: int
    event: int
    turn: str
    line: str
    text: str
    at: str
    score: int
    verdict: Verdict | None = None
    losses: tuple[Lost, ...] = ()
    taken_back: bool = False
    sealed: bool = False
    comments: tuple[Comment, ...] = ()
    objections: tuple[Objection, ...] = ()

    @property
    def standing(self) -> int:
        """The points 0-100 that stand: without what mentors have taken back."""
        gone = {item.deduction for item in self.objections if item.state is State.WITHDRAWN}
        if not gone:
            return self.score
        lost: Sequence[Deduction | Lost] = self.verdict.deductions if self.verdict else self.losses
        return max(0, 100 - sum(item.points for place, item in enumerate(lost, 1) if place not in gone))


@dataclass(frozen=True, slots=True)
class Transcript:
    """A session with its answers; ``note`` is the record written after the talk."""

    about: Known
    entries: tuple[Entry, ...]
    note: str = ""


def transcript(
    about: Known,
    events: Sequence[Event],
    comments: Sequence[Comment],
    find: Callable[[str], Scenario],
    *,
    own: bool = False,
    objections: Sequence[Objection] = (),
) -> Transcript:
    """Return a session to be read; ``own``: by the one whose it is, so an exam that goes on stays sealed.

    A scenario that is gone or has changed leaves the lines of the client empty; damaged answers are left out.
    """
    entries = list(_entries(events))
    lines = _lines(events, find) if about.kind == "talk" else []
    said: dict[int, list[Comment]] = {}
    for comment in comments:
        said.setdefault(comment.number, []).append(comment)
    sealed = own and about.sealed
    full = (
        replace(
            entry,
            number=place,
            line=lines[place - 1] if place <= len(lines) else "",
            comments=tuple(said.get(entry.event, ())),
            sealed=sealed,
            objections=tuple(item for item in objections if item.attempt == place and not sealed),
        )
        for place, entry in enumerate(entries, 1)
    )
    notes = [str(event.get("text", "")) for event in events if event.get("kind") == "note"]
    return Transcript(about, tuple(full), notes[-1] if notes else "")


def _entries(events: Sequence[Event]) -> list[Entry]:
    found: list[Entry] = []
    standing: list[int] = []
    for number, event in enumerate(events):
        kind = event.get("kind")
        if kind in ("answer", "done"):
            standing.append(len(found))
            found.append(_talked(number, event) if kind == "answer" else _exercised(number, event))
        elif kind == "retry" and standing:
            place = standing.pop()
            found[place] = replace(found[place], taken_back=True)
    return found


def _talked(number: int, event: Event) -> Entry:
    text, at = str(event.get("text", "")), str(event.get("at", ""))
    data = _mapping(event.get("verdict"))
    verdict: Verdict | None = None
    # Where it is damaged the words are still worth reading.
    with suppress(KeyError, TypeError, ValueError):
        verdict = from_data(data, text)
    score = verdict.score if verdict else _whole(data.get("score"))
    return Entry(0, number, str(event.get("turn", "")), "", text, at, score, verdict)


def _exercised(number: int, event: Event) -> Entry:
    judged = _mapping(event.get("assessment"))
    losses = tuple(
        Lost(_whole(item.get("points")), *(str(item.get(name, "")) for name in ("title", "why", "fix")))
        for item in judged.get("losses", ())
        if isinstance(item, Mapping)
    )
    text = said_in_exercise(_mapping(event.get("answer")))
    about = (0, number, str(event.get("item", "")), "", text, str(event.get("at", "")))
    return Entry(*about, score=_whole(judged.get("score")), losses=losses)


def said_in_exercise(answer: Mapping[str, Any]) -> str:
    """Return the words of an answer to an exercise, one a line."""
    marked = [f"«{item.get('words', '')}»" for item in answer.get("marks", ()) if isinstance(item, Mapping)]
    texts = [answer.get("text", ""), *answer.get("texts", ()), answer.get("next_question", ""), *marked]
    choices = [answer.get(name, "") for name in ("approach", "choice")]
    return "\n".join(str(text) for text in (*texts, *choices) if text)


def _lines(events: Sequence[Event], find: Callable[[str], Scenario]) -> list[str]:
    """Return the client's lines as far as the scenario of today still tells them."""
    try:
        talk = Talk(find(str(events[0].get("scenario", "")))) if events else None
    except InputError:
        return []
    if talk is None:
        return []
    with suppress(InputError):
        for event in events:
            talk.apply(event)
    return [attempt.line for attempt in talk.attempts]


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _whole(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
