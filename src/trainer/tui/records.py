"""What the mentor's screens need from below; joined outside of this package."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from trainer.team.comments import Kind, News
from trainer.team.people import Person

if TYPE_CHECKING:
    from trainer.team.report import Report, Titles
    from trainer.team.said import Said
    from trainer.team.transcript import Known, Transcript


class Records(Protocol):
    """The records of people, for whoever may see them. Every method may be slow and raises InputError."""

    def viewer(self) -> Person:
        """Return who looks."""
        ...

    def titles(self) -> "Titles":
        """Return what packs, scenarios, standards and qualities are called."""
        ...

    def groups(self) -> Mapping[str, str]:
        """Return the names of groups by id."""
        ...

    def report(self, person: str = "", group: str = "") -> "Report":
        """Return the report on a person, a group, or everybody."""
        ...

    def sessions(self, person: str = "") -> "Sequence[Known]":
        """Return the latest sessions with answers."""
        ...

    def transcript(self, session_id: str) -> "Transcript":
        """Return a session to be read."""
        ...

    def comment(self, session_id: str, number: int, kind: Kind, text: str) -> "Transcript":
        """Keep a comment at an answer and return the session as it is now."""
        ...

    def said(self, standard: str) -> "Sequence[Said]":
        """Return answers of whoever practises where a standard was shown or broken, the latest first."""
        ...

    def news(self) -> Sequence[News]:
        """Return where a mentor has written something that whoever practises has not read."""
        ...
