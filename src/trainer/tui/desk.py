"""What the screens need from below; joined outside of this package."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from trainer.model.scenario import Pack
from trainer.model.standard import Catalogue
from trainer.practice.records import Mode
from trainer.practice.replay import Finished, Unfinished
from trainer.practice.session import Session


class Desk(Protocol):
    """Hands out packs, the catalogue and sessions; every method may be slow."""

    def warning(self) -> str:
        """Return what the person has to know about keeping data; empty when all is well."""
        ...

    def problems(self) -> Sequence[str]:
        """Return what is wrong with packs that could not be read."""
        ...

    def packs(self) -> Sequence[Pack]:
        """Return the packs that can be played."""
        ...

    def catalogue(self) -> Catalogue:
        """Return the catalogue of standards."""
        ...

    def unfinished(self) -> Sequence[Unfinished]:
        """Return the sessions that can be resumed, the latest first."""
        ...

    def exercise_titles(self) -> Mapping[str, str]:
        """Return what the exercises of the packs are called, by id."""
        ...

    def finished(self) -> Collection[Finished]:
        """Return what was done to its end, for the plans of packs."""
        ...

    def start(self, scenario_id: str, mode: Mode) -> Session:
        """Begin a session; raises InputError."""
        ...

    def resume(self, session_id: str) -> Session:
        """Return a session as it was left; raises InputError."""
        ...

    def warm_up(self) -> None:
        """Load what judging needs, so that the first answer does not wait for it."""
        ...

    def ready(self) -> bool:
        """Tell whether ``warm_up`` is done."""
        ...
