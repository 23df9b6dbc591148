"""Personal links to the trainer in a browser: what they are made of, which of them open. Pure; the clock is passed in."""

import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

_FORM = re.compile(r"([a-z][0-9a-f]{12})\.([A-Za-z0-9_-]{43})", re.ASCII)
DAYS = 30
"""How long a link lives unless somebody says otherwise."""
MOST_DAYS = 366


class Status(StrEnum):
    """How a link stands. ``IN_USE``: opened, and its browser may come back; nobody else may."""

    FRESH = "fresh"
    IN_USE = "in_use"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Token:
    """What opens a door: the id is no secret and finds the row, the secret has 256 random bits."""

    id: str
    secret: str

    def __str__(self) -> str:
        return f"{self.id}.{self.secret}"

    @property
    def hash(self) -> str:
        """What is kept of the secret. It cannot be guessed, so a slow hash would only slow us down."""
        return sha256(self.secret.encode()).hexdigest()

    def fits(self, kept: str) -> bool:
        """Tell whether this is the secret whose hash was kept, in the same time whatever they are."""
        return hmac.compare_digest(self.hash, kept)


def new_token(letter: str) -> Token:
    """Return a token that nobody had before; ``letter`` says what it is for."""
    return Token(letter + secrets.token_hex(6), secrets.token_urlsafe(32))


def read_token(text: str) -> Token | None:
    """Return the token that a text is; None for what is none."""
    found = _FORM.fullmatch(text)
    return Token(found[1], found[2]) if found else None


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it stands in the store. Times are in UTC; ``name`` is that of its person."""

    id: str
    person: str
    name: str
    once: bool
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    revoked_at: datetime | None = None

    def status(self, now: datetime) -> Status:
        """Return how the link stands."""
        if self.revoked_at:
            return Status.REVOKED
        if now >= self.expires_at:
            return Status.EXPIRED
        return Status.IN_USE if self.used_at else Status.FRESH

    def alive(self, now: datetime) -> bool:
        """Tell whether a browser that came in by it may stay."""
        return self.status(now) in (Status.FRESH, Status.IN_USE)

    def opens(self, now: datetime) -> bool:
        """Tell whether one more browser may come in by it."""
        return self.alive(now) and not (self.once and self.used_at)


def until(now: datetime, days: int) -> datetime:
    """Return when a link ends that is to live for so many days."""
    return now + timedelta(days=days)
