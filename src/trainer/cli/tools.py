"""What the commands work with, made only when a command asks for it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast

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


def _judge() -> Judge:
    from trainer import wiring

    return cast(Judge, wiring.build_judge())


def _catalogue() -> Catalogue:
    from trainer import wiring

    return wiring.catalogue()


def _scenario(scenario_id: str) -> Scenario:
    from trainer import wiring

    return wiring.scenario(scenario_id)


def _scenarios() -> list[str]:
    from trainer.packs.library import scenario_folders
    from trainer.packs.reader import read_pack

    return [name for folder in scenario_folders() for name in read_pack(folder).scenarios]


def _passing_session(scenario: Scenario, mode: Mode) -> Session:
    from trainer import wiring

    return wiring.open_passing_session(scenario, mode=mode)


def _session(scenario: Scenario, mode: Mode) -> Session:
    from trainer import wiring

    return wiring.open_session(scenario.id, mode)


def _resumed(session_id: str) -> Session:
    from trainer import wiring

    return wiring.resume_session(session_id)


def _warning() -> str:
    from trainer import wiring

    return wiring.store().warning


def _app(scenario_id: str | None, mode: Mode, going: str) -> None:
    from trainer import wiring

    wiring.run_app(scenario_id, mode, going)


@dataclass(frozen=True, slots=True)
class Tools:
    """Makers of everything a command needs; a test may pass its own.

    ``passing_session`` leaves nothing behind, ``session`` is kept and can be ``resumed``; ``warning``
    says why nothing can be kept.
    """

    judge: Callable[[], Judge] = _judge
    catalogue: Callable[[], Catalogue] = _catalogue
    scenario: Callable[[str], Scenario] = _scenario
    scenarios: Callable[[], list[str]] = _scenarios
    passing_session: Callable[[Scenario, Mode], Session] = _passing_session
    session: Callable[[Scenario, Mode], Session] = _session
    resumed: Callable[[str], Session] = _resumed
    warning: Callable[[], str] = _warning
    app: Callable[[str | None, Mode, str], None] = _app
