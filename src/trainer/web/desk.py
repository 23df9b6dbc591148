"""The desk of a window in a browser: of one person for good, and without a word of where things lie on the server."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, cast

from trainer.model.problem import InputError, Problem
from trainer.packs.shelf import Shelf
from trainer.practice.preferences import Preferences
from trainer.tui.desk import Desk, Player
from trainer.web.texts_ru import FIXED_PERSON, FIXED_SETTINGS
from trainer.wiring.desk import HouseDesk
from trainer.wiring.house import HouseComfort
from trainer.wiring.keeping import person_id

_OWN = ("theme", "hints")
# What a desk hands out that answers questions of its own.
_HELPERS = ("records", "refresher", "house")


class ServedComfort(HouseComfort):
    """What somebody likes lasts as long as their window: the settings of the machine are everybody's."""

    def __init__(self) -> None:
        self._chosen: dict[str, Any] = {}

    def preferences(self) -> Preferences:
        """Return what was chosen here, else for the machine; raises InputError."""
        return replace(super().preferences(), person="", packs=(), **self._chosen)

    def prefer(self, name: str, value: str | bool | None) -> str:
        """Keep a choice of looks for this window; return why another cannot be made."""
        if name not in _OWN or value is None:
            return FIXED_SETTINGS
        self._chosen[name] = value
        return ""

    def settings_file(self) -> str:
        """Return nothing: the file is one of the server."""
        return ""


class ServedDesk(HouseDesk):
    """What the screens ask for, for whoever came in by a link."""

    def house(self) -> HouseComfort:
        """Return preferences that nobody else gets, and the first lesson."""
        return _COMFORT

    def players(self) -> Sequence[Player]:
        """Return nobody: there is no choosing."""
        return ()

    def choose(self, chosen: str, pin: str) -> str:
        """Look at the PIN of the person that this window belongs to; refuse anybody else."""
        try:
            own = chosen == person_id()
        except InputError as error:
            return str(error)
        return super().choose(chosen, pin) if own else FIXED_PERSON

    def problems(self) -> Sequence[str]:
        """Return nothing: whoever runs the server was told when it started."""
        return ()

    def broken(self) -> Sequence[str]:
        """Return what is wrong with packs that could not be read."""
        return super().problems()


class DiscreetError(InputError):
    """An error without the places where it was found."""

    def __str__(self) -> str:
        return "\n".join(problem.text for problem in self.problems)


class Discreet:
    """Passes everything on, and takes file names of the server out of what comes back as a text or an error."""

    def __init__(self, inner: object, folders: Sequence[str]) -> None:
        self._inner = inner
        # The longest first: one may lie in another.
        self._folders = sorted(filter(None, folders), key=len, reverse=True)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        return self._guarded(found, name) if callable(found) else found

    def _guarded(self, call: Callable[..., Any], name: str) -> Callable[..., Any]:
        def guarded(*words: Any, **named: Any) -> Any:
            try:
                found = call(*words, **named)
            except InputError as error:
                raise DiscreetError(*(self._without(problem) for problem in error.problems)) from None
            if isinstance(found, str):
                return self._clean(found)
            return Discreet(found, self._folders) if name in _HELPERS else found

        return guarded

    def _without(self, problem: Problem) -> Problem:
        return Problem(problem.place, problem.code, self._clean(problem.text), problem.level)

    def _clean(self, text: str) -> str:
        for folder in self._folders:
            text = text.replace(folder, "…")
        return text


def discreet_desk(shelf: Shelf, home: str) -> tuple[ServedDesk, Desk]:
    """Return the desk, and the same desk as the screens get it; ``home`` is the data folder."""
    from trainer.packs.library import home as shipped

    inner = ServedDesk(shelf)
    folders = [home, str(shipped()), *(str(root.path) for root in shelf.roots)]
    return inner, cast(Desk, Discreet(inner, folders))


# Made once and branched: each window has its own.
_COMFORT = ServedComfort()
