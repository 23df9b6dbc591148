"""What the preview needs from below; joined outside of this package."""

from typing import Protocol

from trainer.authoring.watched import Version
from trainer.model.scenario import Scenario
from trainer.practice.session import Session


class Rehearsal(Protocol):
    """A scenario file under an author's hands; ``look`` may be slow."""

    def look(self) -> Version | None:
        """Return what the file holds now; None when nothing has changed since the last look."""
        ...

    def begin(self, scenario: Scenario) -> Session:
        """Begin a talk that leaves no records, at the turn that was asked for."""
        ...
