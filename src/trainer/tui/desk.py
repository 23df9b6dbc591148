"""What the screens need from below; joined outside of this package."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from trainer.model.exercise import Exercise
from trainer.model.scenario import Pack
from trainer.model.standard import Catalogue
from trainer.practice.exercises.replay import UnfinishedSeries
from trainer.practice.exercises.series import EVERYTHING, Choice, Series
from trainer.practice.records import Mode
from trainer.practice.replay import Finished, Unfinished
from trainer.practice.session import Session
from trainer.refresh.today import Today
from trainer.team.objections import Objection
from trainer.team.people import Person
from trainer.team.standing import Standing
from trainer.tui.house import House
from trainer.tui.records import Records

if TYPE_CHECKING:
    from trainer.refresh.run import Run
    from trainer.team.progress.build import Progress


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody who may practise here; ``pin`` says that they are asked for one."""

    person: Person
    pin: bool = False


class Refresher(Protocol):
    """Puts the cards of the day. Both may be slow and raise InputError."""

    def today(self) -> Today:
        """Return the day as it stands."""
        ...

    def begin(self, *, more: bool = False) -> "Run | None":
        """Return today's set at the card to answer next, or ``more`` after it; None when there is none."""
        ...


class Desk(Protocol):
    """Hands out packs, the catalogue, sessions and series; every method may be slow."""

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

    def exercises(self) -> Sequence[Exercise]:
        """Return the exercises of all packs that can be done, pack by pack."""
        ...

    def unfinished_series(self) -> Sequence[UnfinishedSeries]:
        """Return the series of exercises that can be resumed, the latest first."""
        ...

    def start_series(
        self, exercise_id: str, choice: Choice = EVERYTHING, mode: Mode = Mode.TRAINING, task: str = ""
    ) -> Series:
        """Begin a series, perhaps for a task (its id); raises InputError. Recovery has none."""
        ...

    def resume_series(self, series_id: str) -> Series:
        """Return a series as it was left; raises InputError."""
        ...

    def finished(self) -> Collection[Finished]:
        """Return what was done to its end, for the plans of packs."""
        ...

    def objections(self, session_id: str) -> Sequence[Objection]:
        """Return the objections to the verdicts of a session, with what was decided; nothing when the store fails."""
        ...

    def object_to(self, session_id: str, attempt: int, deduction: int, text: str) -> None:
        """Keep an objection to a deduction of an answer, both counted from 1; raises InputError."""
        ...

    def decided(self) -> Sequence[Mapping[str, Any]]:
        """Return the decisions that the person has not been told of; each is told once."""
        ...

    def start(self, scenario_id: str, mode: Mode, task: str = "") -> Session:
        """Begin a session, perhaps for a task (its id); raises InputError."""
        ...

    def resume(self, session_id: str) -> Session:
        """Return a session as it was left; raises InputError."""
        ...

    def players(self) -> Sequence[Player]:
        """Return who may practise here; nobody where there is only one person."""
        ...

    def player(self) -> Person | None:
        """Return who practises; None while nobody was named."""
        ...

    def choose(self, person_id: str, pin: str) -> str:
        """Let somebody practise from here on; return why that cannot be, empty when it is done."""
        ...

    def guarded(self, person_id: str) -> bool:
        """Tell whether a PIN is asked for before somebody sees the mentor's screens."""
        ...

    def tasks(self) -> Sequence[Standing]:
        """Return what whoever practises has to be reminded of, the most urgent first."""
        ...

    def house(self) -> House:
        """Return preferences and the first lesson."""
        ...

    def records(self) -> Records:
        """Return the records of people, for whoever may see them."""
        ...

    def refresher(self) -> Refresher:
        """Return what puts the refreshers of whoever practises."""
        ...

    def progress(self) -> "Progress":
        """Return where whoever practises stands; raises InputError."""
        ...

    def warm_up(self) -> None:
        """Load what judging needs, so that the first answer does not wait for it."""
        ...

    def ready(self) -> bool:
        """Tell whether ``warm_up`` is done."""
        ...
