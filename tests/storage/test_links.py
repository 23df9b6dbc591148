"""Personal links on both databases."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.storage.databases import database
from trainer.storage.db import links as store
from trainer.storage.db import people_store as people
from trainer.storage.db.engine import Database
from trainer.storage.db.link_tables import links, visits
from trainer.storage.db.owned import erase, read_out
from trainer.team.people import Person

__all__ = ["database"]
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=30)


@pytest.fixture
def anna(database: Database) -> Person:
    with database.write() as connection:
        return people.add_person(connection, "Анна", NOW)


def made(database: Database, who: Person, *, once: bool = True) -> str:
    with database.write() as connection:
        return str(store.add_link(connection, who.id, NOW, LATER, once=once))


def entered(database: Database, token: str, now: datetime = NOW) -> str:
    """Return the token of a visit, empty when the link opens nothing."""
    with database.write() as connection:
        found = store.enter(connection, token, now)
    return str(found[0]) if found else ""


def who(database: Database, cookie: str, now: datetime = NOW) -> str:
    with database.read() as connection:
        found = store.guest_of(connection, cookie, now)
    return found.person.name if found else ""


def test_a_link_opens_one_browser_and_that_one_may_come_back(database: Database, anna: Person) -> None:
    token = made(database, anna)
    cookie = entered(database, token)
    assert (who(database, cookie), who(database, token)) == ("Анна", "")
    assert entered(database, token) == ""
    assert entered(database, cookie) == ""
    assert who(database, cookie, LATER - timedelta(seconds=1)) == "Анна"
    assert who(database, cookie, LATER) == ""


def test_no_secret_is_kept(database: Database, anna: Person) -> None:
    token = made(database, anna)
    secrets = [one.partition(".")[2] for one in (token, entered(database, token))]
    with database.read() as connection:
        rows = [*connection.execute(select(links)).all(), *connection.execute(select(visits)).all()]
        told = str(read_out(connection, anna.id))
    assert not [secret for secret in secrets if secret in str(rows) or secret in told]
    assert "secret_hash" not in told


def test_a_link_for_many_times_has_room_for_some_browsers_the_latest(
    database: Database, anna: Person
) -> None:
    token = made(database, anna, once=False)
    cookies = [entered(database, token, NOW + timedelta(seconds=number)) for number in range(12)]
    assert [bool(who(database, one)) for one in cookies] == [False] * 2 + [True] * 10


def test_a_link_ends_when_it_is_taken_back_and_when_its_person_leaves(
    database: Database, anna: Person
) -> None:
    first, second = entered(database, made(database, anna)), entered(database, made(database, anna))
    with database.write() as connection:
        assert store.revoke(connection, {store.all_links(connection)[0].id}, NOW) == 1
        assert store.revoke(connection, {store.all_links(connection)[0].id}, NOW) in (0, 1)
    with database.write() as connection:
        people.close_person(connection, anna, NOW)
    assert (who(database, first), who(database, second)) == ("", "")
    assert entered(database, made(database, anna)) == ""
    ids = {one.partition(".")[0] for one in (first, second)}
    with database.read() as connection:
        assert store.still_in(connection, ids, NOW) == set()


def test_leaving_ends_one_browser(database: Database, anna: Person) -> None:
    token = made(database, anna, once=False)
    first, second = entered(database, token), entered(database, token)
    with database.write() as connection:
        store.leave(connection, first.partition(".")[0])
    assert (who(database, first), who(database, second)) == ("", "Анна")
    with database.read() as connection:
        ids = {one.partition(".")[0] for one in (first, second)}
        assert store.still_in(connection, ids, NOW) == {second.partition(".")[0]}


def test_of_many_at_once_with_one_link_only_one_gets_in(database: Database, anna: Person) -> None:
    token, got = made(database, anna), []
    tries = [threading.Thread(target=lambda: got.append(entered(database, token))) for _ in range(20)]
    for one in tries:
        one.start()
    for one in tries:
        one.join()
    assert len([one for one in got if one]) == 1


def test_nothing_is_left_of_the_links_of_somebody_who_is_forgotten(database: Database, anna: Person) -> None:
    entered(database, made(database, anna))
    with database.write() as connection:
        erase(connection, anna.id)
        assert connection.execute(select(links)).all() == []
        assert connection.execute(select(visits)).all() == []
