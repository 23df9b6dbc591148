"""What the commands work with, made only when a command asks for it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from trainer.model.scenario import Scenario
from trainer.model.standard import Catalogue
from trainer.model.verdict import Reading, Setting, Verdict


class Judge(Protocol):
    """Judges answers: at a turn, or on their own."""

    def score(self, text: str, setting: Setting) -> Verdict:
        """Judge an answer in its situation."""

    def read(self, text: str) -> Reading:
        """Say what a reply shows and breaks when no situation is known."""


@cache
def _judge() -> Judge:
    from trainer.scoring.judge import Judge as Scorer

    return Scorer(_catalogue())


@cache
def _catalogue() -> Catalogue:
    from trainer.packs.catalogue import read_catalogue

    return read_catalogue()


@cache
def _scenario(scenario_id: str) -> Scenario:
    from trainer.packs.library import find_scenario

    return find_scenario(scenario_id)[1]


@dataclass(frozen=True, slots=True)
class Tools:
    """Makers of the judge, the catalogue and scenarios; a test may pass its own."""

    judge: Callable[[], Judge] = _judge
    catalogue: Callable[[], Catalogue] = _catalogue
    scenario: Callable[[str], Scenario] = _scenario
