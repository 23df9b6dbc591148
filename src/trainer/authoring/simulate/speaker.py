"""How trainees word one answer: fully, in part, poorly; at first and when the client asks again."""

from collections.abc import Iterator, Sequence
from random import Random

from trainer.authoring.simulate.phrases import CURT, Phrases, watched
from trainer.authoring.simulate.trainees import Manner
from trainer.authoring.simulate.wording import joined, plain, split, swapped, thinned
from trainer.model.example import ExampleAnswer
from trainer.model.scenario import Fact, Turn

# Scores 0-100: from the first on an answer does the client good, up to the second it costs patience.
GOOD, POOR = 85, 40
# How many answers of a sort are made up; more cost judgements and bring little news.
_THINNED, _MIXED, _CURT, _COMPOSED = 6, 2, 2, 2
# The chance that a sentence of the model answer is said by an average trainee, and that a slip goes with it.
_SAYS, _SLIPS = 0.65, 0.25
# What is said before the facts; what else a turn expects comes after them.
_OPENING = frozenset({"greet", "introduce", "use-name", "empathy", "apologize", "acknowledge-first"})


class Speaker:
    """Words answers at one turn; every choice is taken from ``chance``. Some answers may be empty or equal."""

    def __init__(self, turn: Turn, phrases: Phrases, chance: Random) -> None:
        self._turn, self._phrases, self._chance = turn, phrases, chance
        self._models = [split(model) for model in turn.model_answers]
        self._model = [sentence for model in self._models for sentence in model]
        self._bad = split(turn.bad_answer)
        self._required = [fact for fact in turn.facts if fact.required]

    def first(self, manner: Manner) -> Iterator[str]:
        """Yield answers to the line of the turn, the example answers of the pack among them."""
        sorts = {Manner.FULL: self._full, Manner.PARTIAL: self._partial, Manner.POOR: self._poor}
        yield from sorts[manner]()
        yield from (example.text for example in self._turn.examples if sort_of(example) is manner)

    def again(self, manner: Manner, asked: Sequence[Fact]) -> Iterator[str]:
        """Yield answers to the question about facts that stayed open."""
        if manner is Manner.FULL:
            yield plain(asked)
        elif manner is Manner.PARTIAL:
            yield from (plain(asked), joined([plain(asked), *self._broken()]), *self._some(self._model))
        else:
            yield from (*self._some(self._bad), *self._curt(1), *self._broken())
            yield joined([plain(asked), *self._broken()])

    def _full(self) -> Iterator[str]:
        for model in self._turn.model_answers:
            yield from (model, swapped(model, self._chance))
        for _ in range(_COMPOSED):
            yield self._composed()

    def _partial(self) -> Iterator[str]:
        for number in range(_THINNED if self._models else 0):
            said = thinned(self._models[number % len(self._models)], _SAYS, self._chance)
            yield joined([*said, *(self._broken() if self._chance.random() < _SLIPS else ())])
        yield from (plain(self._required), self._composed())
        for name in watched(self._turn):
            yield joined([*self._shown(name), plain(self._required)])

    def _poor(self) -> Iterator[str]:
        yield self._turn.bad_answer
        yield joined([*self._some(self._bad), *self._broken()])
        yield from self._curt(_CURT)
        for _ in range(_MIXED):
            yield joined([*self._some(self._model), *self._broken()])
        for name in watched(self._turn):
            yield from self._some(self._phrases.breaking.get(name, ()))

    def _curt(self, count: int) -> list[str]:
        return [text for _ in range(count) for text in self._some(self._phrases.breaking.get(CURT, ()))]

    def _composed(self) -> str:
        """Return the required facts among sentences that show what the turn expects, in words of other talks."""
        before = [text for name in self._turn.expected if name in _OPENING for text in self._shown(name)]
        after = [text for name in self._turn.expected if name not in _OPENING for text in self._shown(name)]
        return joined([*before, plain(self._required), *after])

    def _shown(self, name: str) -> list[str]:
        """Return a sentence that shows a standard."""
        return self._some(self._phrases.showing.get(name, ()))

    def _broken(self) -> list[str]:
        """Return a sentence that breaks some standard."""
        names = list(self._phrases.breaking)
        return self._some(self._phrases.breaking[self._chance.choice(names)]) if names else []

    def _some(self, texts: Sequence[str]) -> list[str]:
        return [self._chance.choice(texts)] if texts else []


def sort_of(example: ExampleAnswer) -> Manner:
    """Return in which manner an example answer is given, by what its author expects of it."""
    least, most = example.score
    if least is not None and least >= GOOD:
        return Manner.FULL
    poor = most <= POOR if most is not None else bool(example.violates) and least is None
    return Manner.POOR if poor else Manner.PARTIAL
