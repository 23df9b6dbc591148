"""Personal links and the browsers that came in by them. Each function works on a connection."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, Select, delete, insert, select, update

from trainer.storage.db.link_tables import links, visits
from trainer.storage.db.tables import people
from trainer.storage.db.values import iso
from trainer.team.links import Link, Token, new_token, read_token
from trainer.team.people import Person, Role

# More browsers by one link that may be opened again push out the oldest.
_MOST_VISITS = 10
_NO_HASH = "0" * 64


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who came in by a link; ``visit`` is the id of their browser's visit."""

    visit: str
    person: Person
    until: datetime


def add_link(connection: Connection, person_id: str, now: datetime, until: datetime, *, once: bool) -> Token:
    """Make a link and return what opens it: it cannot be read again."""
    token = new_token("l")
    row = {"id": token.id, "person_id": person_id, "secret_hash": token.hash, "once": once}
    connection.execute(insert(links).values(**row, created_at=iso(now), expires_at=iso(until)))
    return token


def all_links(connection: Connection) -> list[Link]:
    """Return the links, the latest first."""
    rows = connection.execute(_links().order_by(links.c.created_at.desc(), links.c.id)).all()
    return [_link(row) for row in rows]


def revoke(connection: Connection, ids: Collection[str], now: datetime) -> int:
    """Take links back, with the browsers that came in by them; return how many were still alive."""
    alive = links.c.id.in_(ids) & links.c.revoked_at.is_(None) & (links.c.expires_at > iso(now))
    connection.execute(delete(visits).where(visits.c.link_id.in_(ids)))
    return connection.execute(update(links).where(alive).values(revoked_at=iso(now))).rowcount


def enter(connection: Connection, text: str, now: datetime) -> tuple[Token, Guest] | None:
    """Exchange the token of a link for that of a visit; None for one that opens nothing, whatever the reason.

    The row is held meanwhile: of two browsers that come with one link for one time only the first gets in.
    """
    token = read_token(text)
    if token is None:
        return None
    row = connection.execute(_links().where(links.c.id == token.id).with_for_update(of=links)).first()
    fits = token.fits(row.secret_hash if row else _NO_HASH)
    if row is None or not fits or row.closed_at or not _link(row).opens(now):
        return None
    visit = new_token("v")
    connection.execute(
        update(links).where(links.c.id == token.id, links.c.used_at.is_(None)).values(used_at=iso(now))
    )
    connection.execute(
        insert(visits).values(id=visit.id, link_id=token.id, secret_hash=visit.hash, at=iso(now))
    )
    _keep_latest(connection, token.id, visit.id)
    return visit, _guest(visit.id, row)


def guest_of(connection: Connection, text: str, now: datetime) -> Guest | None:
    """Return who holds this token of a visit; None for one that opens nothing."""
    token = read_token(text)
    if token is None:
        return None
    row = connection.execute(_visits().where(visits.c.id == token.id)).first()
    fits = token.fits(row.visit_hash if row else _NO_HASH)
    if row is None or not fits or row.closed_at or not _link(row).alive(now):
        return None
    return _guest(token.id, row)


def still_in(connection: Connection, ids: Collection[str], now: datetime) -> set[str]:
    """Return which of these visits may stay: the link is alive, the person is here."""
    rows = connection.execute(_visits().where(visits.c.id.in_(ids))).all()
    return {row.visit for row in rows if not row.closed_at and _link(row).alive(now)}


def leave(connection: Connection, visit: str) -> None:
    """End a visit: its cookie opens nothing from here on."""
    connection.execute(delete(visits).where(visits.c.id == visit))


def _keep_latest(connection: Connection, link: str, new: str) -> None:
    others = select(visits.c.id).where(visits.c.link_id == link, visits.c.id != new)
    ids = list(connection.execute(others.order_by(visits.c.at.desc(), visits.c.id)).scalars())
    connection.execute(delete(visits).where(visits.c.id.in_(ids[_MOST_VISITS - 1 :])))


def _links() -> "Select[tuple[object, ...]]":
    return select(links, people.c.name, people.c.role, people.c.closed_at).join(people)


def _visits() -> "Select[tuple[object, ...]]":
    more = (visits.c.id.label("visit"), visits.c.secret_hash.label("visit_hash"))
    return _links().add_columns(*more).join(visits, visits.c.link_id == links.c.id)


def _guest(visit: str, row: "Row[tuple[object, ...]]") -> Guest:
    return Guest(visit, Person(row.person_id, row.name, Role(row.role)), _time(row.expires_at))


def _link(row: "Row[tuple[object, ...]]") -> Link:
    return Link(
        row.id,
        row.person_id,
        row.name,
        row.once,
        _time(row.created_at),
        _time(row.expires_at),
        _time(row.used_at) if row.used_at else None,
        _time(row.revoked_at) if row.revoked_at else None,
    )


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
