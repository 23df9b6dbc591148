"""Exercises: short items of one form beside the talks. Records only; how they are judged lies in practice."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from trainer.model.place import NOWHERE, Place
from trainer.model.scenario import Fact
from trainer.model.span import Span
from trainer.model.standard import Kind, Standard
from trainer.model.verdict import Setting


class Form(StrEnum):
    """What is done in an exercise; all its items are of one form, but for the sets of refreshers."""

    REVIEW = "review"
    COMMENTS = "comments"
    REWRITE = "rewrite"
    SPOT = "spot"
    VARIANTS = "variants"
    SHORTEN = "shorten"
    RECOVER = "recover"
    # Made of the library for refreshers, never written as files of their own.
    ANSWER = "answer"
    WHICH = "which"
    NEXT = "next"
    REFRESH = "refresh"


# The forms that authors write.
AUTHORED = (
    Form.REVIEW,
    Form.COMMENTS,
    Form.REWRITE,
    Form.SPOT,
    Form.VARIANTS,
    Form.SHORTEN,
    Form.RECOVER,
)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerItem(Written):
    """One turn of a talk on its own; ``context`` is the line of the client, ``standard`` what it is put for.

    ``client`` says who writes, ``briefing`` what it is about, ``known`` what was said before. The answer is scored in
    ``setting``, whose card is there to look at.
    """

    client: str
    company: str
    briefing: str
    standard: str
    setting: Setting
    model_answers: tuple[str, ...]
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """One of several answers to choose from."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichItem(Written):
    """A text, or the words of it at ``span``, and the question which standard they show or break.

    ``right`` is the id of one of the ``options``, which are standards.
    """

    text: str
    options: tuple[Option, ...]
    right: str
    why: str
    kind: Kind
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextItem(Written):
    """A reply to the client's line ``context``, and the question what the client will ask next.

    ``right`` is the id of one of the ``options``; ``open`` tells what the reply left unsaid, ``standard`` what it is
    put for.
    """

    reply: str
    options: tuple[Option, ...]
    right: str
    open: str
    standard: str
    model_answers: tuple[str, ...] = ()


Item = (
    ReviewItem
    | CommentItem
    | RewriteItem
    | SpotItem
    | VariantsItem
    | ShortenItem
    | AnswerItem
    | WhichItem
    | NextItem
)

_FORMS: Mapping[type[Any], Form] = {
    ReviewItem: Form.REVIEW,
    CommentItem: Form.COMMENTS,
    RewriteItem: Form.REWRITE,
    SpotItem: Form.SPOT,
    VariantsItem: Form.VARIANTS,
    ShortenItem: Form.SHORTEN,
    AnswerItem: Form.ANSWER,
    WhichItem: Form.WHICH,
    NextItem: Form.NEXT,
}


def form_of(item: Item) -> Form:
    """Return the form of an item."""
    return _FORMS[type(item)]


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
