"""What a rule may look at: the answer read once, the situation, and the facts found in it."""

from dataclasses import dataclass, field
from functools import cached_property

from trainer.model.scenario import Fact
from trainer.model.span import Span
from trainer.model.verdict import Setting
from trainer.text.analysis import Stretch, Text, read_once
from trainer.text.quotes import quoted_tokens

# Stands in ``FactsFound.wrong`` for the card as a whole; no fact has an empty id.
CARD = ""


@dataclass(frozen=True)
class FactsFound:
    """Facts given (with the words), left open, and contradicted (with the words); ``CARD`` is the card itself."""

    given: dict[str, Span] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    wrong: dict[str, tuple[Span, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Context:
    """One answer in its situation; everything a rule or a guard needs, computed on first use."""

    text: Text
    setting: Setting
    facts: FactsFound = FactsFound()

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Indices of the tokens that stand in quotation marks."""
        return quoted_tokens(self.text)

    @cached_property
    def client(self) -> Text:
        """The client's line together with what is known already."""
        turn = self.setting.turn
        return read_once(". ".join([turn.client, *turn.known]) if turn else "")

    @cached_property
    def required_open(self) -> tuple[Fact, ...]:
        """The required facts that this answer leaves open."""
        return tuple(f for f in self.required if f.id in self.facts.missing)

    @cached_property
    def required(self) -> tuple[Fact, ...]:
        """The facts that a full answer gives here: the turn's required ones, or those just asked for again."""
        asked = self.setting.asking
        return tuple(f for f in self.setting.facts() if f.required and (not asked or f.id in asked))

    def sentence_at(self, token: int) -> Stretch | None:
        """Return the sentence that holds a token."""
        return self.text.sentence_at(token)
