"""Labelled texts as cases for calibration: the evidence for each standard and whether people saw it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trainer.dialogue.engine import begin_at, setting
from trainer.model.example import ALL
from trainer.model.scenario import Scenario
from trainer.model.standard import Catalogue, Kind
from trainer.model.verdict import Setting
from trainer.scoring.context import Context
from trainer.scoring.detect import gather
from trainer.scoring.facts import find_facts
from trainer.scoring.judge import NEED_A_TURN
from trainer.text.analysis import Text
from trainer.text.meaning import Reader
from trainer.training.calibrate import Case

# An example of the catalogue is short and clear, an answer of a person is the real thing.
_EXAMPLE_WEIGHT = 0.3
# Authors reworded answers until the judge agreed: they prove less than answers of people who never saw it.
_GOOD_WEIGHT = 0.5
_BY_FACTS = frozenset({"answer-fully"})


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text, the standards judged in it, and those that people found; ``group`` names its writer."""

    text: str
    setting: Setting
    judged: frozenset[str]
    found: frozenset[str]
    weight: float = 1.0
    group: str = ""


def collect_one(catalogue: Catalogue, reader: Reader, item: Labelled) -> dict[str, Case]:
    """Gather the evidence for every judged standard of one labelled text."""
    text = Text(item.text)
    context = Context(text, item.setting, find_facts(text, item.setting))
    meaning = reader.read(text)
    return {
        name: Case(name in item.found, gather(catalogue.standards[name], context, meaning), item.weight)
        for name in sorted(item.judged - _BY_FACTS)
    }


def examples(catalogue: Catalogue) -> Iterator[Labelled]:
    """Yield the hits and misses of the standards that need no turn."""
    for standard in catalogue.standards.values():
        if standard.kind is Kind.PROCESS or standard.id in NEED_A_TURN:
            continue
        own = frozenset({standard.id})
        for example in (*standard.hits, *standard.misses):
            if not example.at:
                found = own if example in standard.hits else frozenset[str]()
                yield Labelled(example.text, Setting(), own, found, _EXAMPLE_WEIGHT)


def good_answers(catalogue: Catalogue, scenarios: Iterable[Scenario]) -> Iterator[Labelled]:
    """Yield the model answers of talks, and the example answers that are said to break nothing.

    They come from other trades than the labelled answers, so an alarm on them is one that trainees would meet.
    """
    forbidden = frozenset(s.id for s in catalogue.of_kind(Kind.PROHIBITION))
    for scenario in scenarios:
        for turn in scenario.turns.values():
            at = setting(scenario, begin_at(scenario, turn.id))
            expected = frozenset(turn.expected) & catalogue.standards.keys()
            for text in turn.model_answers:
                yield Labelled(text, at, forbidden | expected, expected, _GOOD_WEIGHT)
            for example in turn.examples:
                if ALL in example.keeps and not example.violates and not example.known:
                    yield Labelled(example.text, at, forbidden, frozenset(), _GOOD_WEIGHT)
