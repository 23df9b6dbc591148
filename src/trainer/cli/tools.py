"""What the commands work with, made only when a command asks for it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from trainer.model.scenario import Scenario
from trainer.model.standard import Catalogue
from trainer.model.verdict import Reading, Setting, Verdict
from trainer.practice.records import Mode
from trainer.practice.session import Session


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


def _scenarios() -> list[str]:
    from trainer.packs.library import scenario_folders
    from trainer.packs.reader import read_pack

    return [name for folder in scenario_folders() for name in read_pack(folder).scenarios]


def _session(scenario: Scenario, mode: Mode) -> Session:
    from trainer.wiring import open_session

    return open_session(scenario, mode)


def _app(scenario_id: str | None, mode: Mode) -> None:
    from trainer.wiring import run_app

    run_app(scenario_id, mode)


@dataclass(frozen=True, slots=True)
class Tools:
    """Makers of the judge, the catalogue and scenarios; a test may pass its own."""

    judge: Callable[[], Judge] = _judge
    catalogue: Callable[[], Catalogue] = _catalogue
    scenario: Callable[[str], Scenario] = _scenario
    scenarios: Callable[[], list[str]] = _scenarios
    session: Callable[[Scenario, Mode], Session] = _session
    app: Callable[[str | None, Mode], None] = _app
