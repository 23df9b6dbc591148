"""Exercises: short items of one form beside the talks. Records only; how they are judged lies in practice."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from trainer.model.place import NOWHERE, Place
from trainer.model.scenario import Fact
from trainer.model.span import Span
from trainer.model.standard import Standard
from trainer.model.verdict import Setting


class Form(StrEnum):
    """What is done in an exercise; all its items are of one form."""

    REVIEW = "review"
    COMMENTS = "comments"
    REWRITE = "rewrite"
    SPOT = "spot"
    VARIANTS = "variants"
    SHORTEN = "shorten"
    RECOVER = "recover"


class Author(StrEnum):
    """Who wrote a public comment: somebody with a grievance, or somebody who wants to hurt."""

    CRITIC = "critic"
    HATER = "hater"


class Approach(StrEnum):
    """What is done about a public comment."""

    IGNORE = "ignore"
    ANSWER = "answer"
    PERSUADE = "persuade"
    BLOCK = "block"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What every item has: its id, what the client wrote before it (or nothing), where it is written.

    ``places`` are those of its keys.
    """

    id: str
    context: str = ""
    place: Place = NOWHERE
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem(Written):
    """Somebody's answer to look at.

    ``enough`` tells whether the answer will do; ``next_question`` are wordings of what the client would ask
    next and ``asks_about`` the patterns that recognise such a question, a list for each. ``lacking`` are ids of
    qualities, ``violated`` of prohibitions that the operator broke. The rewording is scored in ``setting``: it
    comes with the item, or is that of the turn ``at`` («scenario/turn») once the exercise is settled.
    """

    client: str
    operator: str
    enough: bool
    model_answer: tuple[str, ...]
    why: str
    company: str = ""
    next_question: tuple[str, ...] = ()
    asks_about: tuple[tuple[str, ...], ...] = ()
    lacking: tuple[str, ...] = ()
    violated: tuple[str, ...] = ()
    at: str = ""
    setting: Setting | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentItem(Written):
    """A public comment: who writes so, and what to do about it."""

    text: str
    kind: Author
    approach: Approach
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RewriteItem(Written):
    """A line that breaks the prohibition ``standard``; ``keep`` is what a better one still has to say."""

    standard: str
    line: str
    good: tuple[str, ...]
    keep: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a text and the prohibition that they break."""

    standard: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotItem(Written):
    """A reply in which words are to be marked; without ``marks`` there is nothing to find."""

    text: str
    marks: tuple[Mark, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantsItem(Written):
    """A task to be worded in three ways; ``must`` are obligations that each wording shows."""

    task: str
    good: tuple[str, ...]
    must: tuple[str, ...] = ()
    keep: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortenItem(Written):
    """A long reply to be said in half its words; ``keep`` are all its facts."""

    text: str
    good: tuple[str, ...]
    keep: tuple[Fact, ...] = ()


Item = ReviewItem | CommentItem | RewriteItem | SpotItem | VariantsItem | ShortenItem


class StepKind(StrEnum):
    """What a step of getting back on one's feet is."""

    PAUSE = "pause"
    BREATHE = "breathe"
    QUESTION = "question"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of recovery; ``seconds`` of a pause, ``rounds`` of breathing and the seconds of its phases."""

    kind: StepKind
    text: str
    seconds: int = 0
    rounds: int = 0
    inhale: int = 0
    hold: int = 0
    exhale: int = 0
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Exercise:
    """A series of items of one form, or the ``steps`` of recovery.

    ``minutes`` is how long it takes, ``trains`` are ids of standards, ``sources`` name document and section,
    ``own`` are the standards of its pack.
    """

    id: str
    form: Form
    title: str
    about: str
    minutes: int = 0
    trains: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    steps: tuple[Step, ...] = ()
    place: Place = NOWHERE
    own: tuple[Standard, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)
