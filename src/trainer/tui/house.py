"""What the screens need from below for comfort: how a person likes it, and the first lesson; joined outside."""

from typing import Protocol

from trainer.practice.preferences import Preferences
from trainer.practice.session import Session


class House(Protocol):
    """Preferences and the first lesson; every method may be slow."""

    def preferences(self) -> Preferences:
        """Return what was chosen; raises InputError for settings that cannot be read."""
        ...

    def prefer(self, name: str, value: str | bool | None) -> str:
        """Keep a choice, or forget it (None); return why that cannot be, empty when it is done."""
        ...

    def settings_file(self) -> str:
        """Return where the choices are kept."""
        ...

    def lesson_due(self) -> bool:
        """Tell whether whoever practises is new here and was never shown the first lesson."""
        ...

    def lesson_done(self) -> None:
        """Remember that the first lesson was shown, or declined."""
        ...

    def lesson(self) -> Session:
        """Begin the first lesson: a session that leaves nothing behind."""
        ...
