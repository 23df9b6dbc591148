"""A scenario: a client, what the operator can look up, turns, ways on, endings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from trainer.model.example import ExampleAnswer
from trainer.model.place import NOWHERE, Place
from trainer.model.plan import PlanDay
from trainer.model.standard import Standard


class Mood(IntEnum):
    """How the client feels; answers move it step by step."""

    FURIOUS = 0
    ANGRY = 1
    UPSET = 2
    NEUTRAL = 3
    PLEASED = 4


@dataclass(frozen=True, slots=True)
class Client:
    """The person on the other side; ``names`` are the forms that count as addressing them.

    ``age`` in years, None when the author does not say. ``manner`` is how the client writes; ``wants``,
    ``fears`` and ``calms`` (what calms them) are told only after the talk: they would give answers away.
    """

    name: str
    names: tuple[str, ...]
    mood: Mood
    about: str = ""
    age: int | None = None
    manner: str = ""
    wants: str = ""
    fears: str = ""
    calms: str = ""


@dataclass(frozen=True, slots=True)
class CardPiece:
    """One thing to look up; opening it is an action that is recorded.

    ``contradictions`` are wordings that make it false in an answer to any turn (``wrong-fact``).
    """

    id: str
    title: str
    text: str
    place: Place = NOWHERE
    contradictions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """What an answer has to convey.

    ``text`` states it; ``parts`` are groups of wordings: the fact counts as given when every
    group is met by one of its wordings. ``asks`` is what the client asks when it stays open.
    ``contradictions`` are wordings that make it false (``wrong-fact``).
    """

    id: str
    text: str
    required: bool
    parts: tuple[tuple[str, ...], ...] = ()
    contradictions: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Condition:
    """When a way on is open; every field that is set must hold.

    ``shown``, ``given``, ``looked``, ``said``: all of these; ``violated``, ``missing``: any of these.
    ``shown``, ``violated``, ``given`` and ``missing`` look at all answers since the client came to this
    turn (the first and those to the questions that followed), ``said`` at the facts given in the whole talk.
    Bounds are inclusive; ``score`` is 0-100 and ``grade`` 1-5 (the average of those answers), ``mood`` the
    value of Mood, ``patience`` and ``warnings`` are counts, ``visits`` how often the talk came to this turn.
    """

    shown: tuple[str, ...] = ()
    violated: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    looked: tuple[str, ...] = ()
    bounds: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)
    negated: "Condition | None" = None


@dataclass(frozen=True, slots=True)
class Way:
    """A way on from a turn: to a turn or an ending, when its condition holds.

    ``client`` overrides the opening line of the turn it leads to, ``other_lines`` are other wordings of it;
    ``mood`` is added to the mood, ``remark`` is a short description of how the client reacts. An ``urgent``
    way is tried before the client asks for what an answer left open.
    """

    to: str
    when: Condition | None = None
    client: str = ""
    mood: int = 0
    remark: str = ""
    place: Place = NOWHERE
    urgent: bool = False
    other_lines: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """All wordings of the line; none when the turn opens with its own."""
        return (self.client, *self.other_lines) if self.client else ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One line of the client and what a good answer to it holds.

    ``client`` is the line in its first wording and ``other_lines`` in others, one of which a session may show;
    ``model_answer`` is an answer in one manner and ``other_models`` in others.
    """

    id: str
    client: str
    expected: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    known: tuple[str, ...] = ()
    last: bool = False
    next_question: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    model_answer: str = ""
    bad_answer: str = ""
    hints: tuple[str, ...] = ()
    place: Place = NOWHERE
    examples: tuple[ExampleAnswer, ...] = ()
    other_lines: tuple[str, ...] = ()
    other_models: tuple[str, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)

    def at(self, key: str) -> Place:
        """Return where a value of this turn was written: «client», «expected/0»; else where the turn begins."""
        return self.places.get(key) or self.places.get(key.partition("/")[0], self.place)

    @property
    def lines(self) -> tuple[str, ...]:
        """All wordings of the client's line, at least one."""
        return (self.client, *self.other_lines)

    @property
    def model_answers(self) -> tuple[str, ...]:
        """The model answers in all manners; none when there is not even one."""
        return (self.model_answer, *self.other_models) if self.model_answer else ()

    def required(self) -> tuple[str, ...]:
        """Return the ids of the facts that a full answer must give."""
        return tuple(fact.id for fact in self.facts if fact.required)


class Outcome(IntEnum):
    """How an ending left the client."""

    LOST = 0
    MIXED = 1
    GOOD = 2


@dataclass(frozen=True, slots=True)
class Ending:
    """Where a talk ends, in its own words."""

    id: str
    title: str
    text: str
    outcome: Outcome
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Note:
    """What the CRM note after the talk has to hold, as facts."""

    facts: tuple[Fact, ...] = ()
    model_answer: str = ""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A branching talk; ``turns`` and ``endings`` by id, ``start`` is the first turn.

    ``own`` are the standards that its pack brings along: they count here beside the catalogue's.
    """

    id: str
    title: str
    company: str
    client: Client
    briefing: str
    card: tuple[CardPiece, ...]
    turns: Mapping[str, Turn]
    endings: Mapping[str, Ending]
    start: str
    patience: int = 2
    note: Note = Note()
    trains: tuple[str, ...] = ()
    place: Place = NOWHERE
    own: tuple[Standard, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)

    def at(self, key: str) -> Place:
        """Return where a value was written: «briefing», «client.about»; else where the scenario begins."""
        return self.places.get(key) or self.places.get(key.partition("/")[0], self.place)


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of scenarios and exercises with a purpose; scenarios by id, in playing order.

    ``standards`` are its own, beside those of the catalogue. ``audience`` says for whom it is, ``minutes`` how
    long it takes (None when the author does not say), ``trains`` are ids of standards. ``exercise_ids`` are in
    playing order too. ``plan`` spreads it over days; it may name what lies in other packs.
    """

    id: str
    title: str
    about: str
    scenarios: Mapping[str, Scenario]
    place: Place = NOWHERE
    standards: tuple[Standard, ...] = ()
    audience: str = ""
    minutes: int | None = None
    trains: tuple[str, ...] = ()
    exercise_ids: tuple[str, ...] = ()
    plan: tuple[PlanDay, ...] = ()
