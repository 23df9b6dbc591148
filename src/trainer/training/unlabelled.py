"""Texts that nobody labelled: what teachers say of them is what one network learns from several."""

import random
import re
from collections.abc import Iterable, Iterator, Sequence

from trainer.model.scenario import Scenario
from trainer.training.material import Sample

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
# Answers of one turn are mixed more often than phrases of different trades.
_OF_A_TURN = 0.7


def mixed(samples: Sequence[Sample], count: int, chance: random.Random) -> Iterator[Sample]:
    """Yield ``count`` texts made of one to four sentences that different people wrote at one turn, or of phrases."""
    turns: dict[str, list[str]] = {}
    for sample in samples:
        if sample.turn:
            turns.setdefault(sample.turn, []).extend(part for part in _SENTENCE.split(sample.text) if part)
    phrases = [sample.text for sample in samples if not sample.turn]
    sources = list(turns.values())
    for _ in range(count):
        source = chance.choice(sources) if chance.random() < _OF_A_TURN else phrases
        yield Sample(" ".join(chance.choice(source) for _ in range(chance.randint(1, 4))), frozenset(), {})


def of_talks(scenarios: Iterable[Scenario]) -> Iterator[Sample]:
    """Yield the answers that authors wrote for their talks, without what they say of them."""
    for scenario in scenarios:
        for turn in scenario.turns.values():
            texts = (*turn.model_answers, turn.bad_answer, *(example.text for example in turn.examples))
            yield from (Sample(text, frozenset(), {}) for text in texts if text)
