"""Who uses the trainer."""

from dataclasses import dataclass
from enum import StrEnum

LOCAL = "local"
"""The id of the only person on a machine where nobody was added."""


class Role(StrEnum):
    """A trainee practises; a mentor also sees the records of others."""

    TRAINEE = "trainee"
    MENTOR = "mentor"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with records of their own; ``closed_at`` (ISO, UTC) is set when they have left."""

    id: str
    name: str
    role: Role = Role.TRAINEE
    closed_at: str = ""

    @property
    def mentor(self) -> bool:
        """Whether the mentor's screens are theirs."""
        return self.role is Role.MENTOR


@dataclass(frozen=True, slots=True)
class Group:
    """People who learn together; ``members`` are ids of people."""

    id: str
    name: str
    members: frozenset[str] = frozenset()


def may_see(viewer: Person, owner: str) -> bool:
    """Tell whether a person may look at the records of ``owner``: a trainee sees only their own."""
    return viewer.mentor or viewer.id == owner
