"""People, groups, PINs and assignments on both databases."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.storage.databases import database
from trainer.model.problem import InputError
from trainer.practice.records import Mode
from trainer.storage.db import assignment_store as tasks
from trainer.storage.db import people_store as store
from trainer.storage.db.engine import Database
from trainer.storage.db.event_store import EventStore
from trainer.storage.db.pins import Answer, check_pin, set_pin, with_pin
from trainer.storage.db.tables import people
from trainer.team.assignments import Assignment, Counts, Status
from trainer.team.lockout import MOST, PAUSE
from trainer.team.people import Role
from trainer.team.standing import reminders, standings

__all__ = ["database"]  # the fixture
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def code(error: pytest.ExceptionInfo[InputError]) -> str:
    return error.value.problems[0].code


def test_people_are_added_found_renamed_and_leave(database: Database) -> None:
    with database.write() as connection:
        anna = store.add_person(connection, "  Анна   Королёва ", NOW)
        assert (anna.name, anna.role) == ("Анна Королёва", Role.TRAINEE)
        assert store.person(connection, "анна королева") == anna
        assert store.person(connection, anna.id) == anna
        for name, wrong in (
            ("АННА КОРОЛЕВА", "E210"),
            (" ", "E211"),
            ("а\x1b[31m", "E211"),
            ("local", "E216"),
        ):
            with pytest.raises(InputError) as error:
                store.add_person(connection, name, NOW)
            assert code(error) == wrong
        olga = store.change_person(connection, anna, "Ольга", Role.MENTOR)
        assert store.person(connection, "Ольга") == olga
        with pytest.raises(InputError) as error:
            store.person(connection, "Олга")
        assert "имели в виду «Ольга»" in str(error.value)
        store.close_person(connection, olga, NOW)
        assert [one.name for one in store.everyone(connection)] == ["я"]
        with pytest.raises(InputError) as error:
            store.person(connection, "Ольга")
        assert code(error) == "E218"
        again = store.add_person(connection, "Ольга", NOW)
        assert store.person(connection, "Ольга", closed=True) == again


def test_groups_hold_people(database: Database) -> None:
    with database.write() as connection:
        anna = store.add_person(connection, "Анна", NOW)
        group = store.add_group(connection, "Ноябрь")
        assert store.join(connection, group, anna)
        assert not store.join(connection, group, anna)
        assert store.group(connection, "ноябрь").members == {anna.id}
        with pytest.raises(InputError) as error:
            store.add_group(connection, "НОЯБРЬ")
        assert code(error) == "E214"
        store.rename_group(connection, group, "Декабрь")
        assert store.leave(connection, group, anna)
        assert not store.leave(connection, group, anna)
        store.remove_group(connection, group)
        assert store.all_groups(connection) == []
        assert store.person(connection, "Анна") == anna


def test_a_pin_is_a_hash_and_closes_after_five_wrong_ones(database: Database) -> None:
    with database.write() as connection:
        olga = store.add_person(connection, "Ольга", NOW, Role.MENTOR)
        assert check_pin(connection, olga.id, "4815", NOW).answer is Answer.NONE
        set_pin(connection, olga.id, "4815")
        kept = connection.execute(select(people.c.pin_hash).where(people.c.id == olga.id)).scalar_one()
        assert kept.startswith("$argon2id$")
        assert "4815" not in kept
        assert with_pin(connection) == {olga.id}
    for _ in range(MOST - 1):
        with database.write() as connection:
            assert check_pin(connection, olga.id, "0000", NOW).answer is Answer.WRONG
    with database.write() as connection:
        assert check_pin(connection, olga.id, "4815", NOW).answer is Answer.RIGHT
    for _ in range(MOST):
        with database.write() as connection:
            last = check_pin(connection, olga.id, "\ud800", NOW)
    assert (last.answer, last.until) == (Answer.WRONG, NOW + PAUSE)
    with database.write() as connection:
        assert check_pin(connection, olga.id, "4815", NOW + PAUSE / 2).answer is Answer.CLOSED
        assert check_pin(connection, olga.id, "0000", NOW + PAUSE).answer is Answer.WRONG
        assert check_pin(connection, olga.id, "4815", NOW + PAUSE).answer is Answer.RIGHT


def finish(
    database: Database, person: str, item: str, score: int, at: datetime, mode: str = "training"
) -> None:
    keep, name = EventStore(database, person), f"{person}-{item}-{at:%d%H%M}"
    keep.append(name, {"kind": "start", "at": at.isoformat(), "scenario": item, "mode": mode})
    keep.append(name, {"kind": "answer", "at": at.isoformat(), "text": "Да", "verdict": {"score": score}})
    keep.append(name, {"kind": "finish", "at": (at + timedelta(minutes=5)).isoformat(), "ending": "good"})


def test_some_items_of_an_exercise_are_no_try_at_it(database: Database) -> None:
    keep, at = EventStore(database, "local"), NOW.isoformat()
    begun = {"kind": "start", "at": at, "exercise": "drill", "mode": "training", "of": 2}
    for name, items in (("part", ["one"]), ("whole", ["one", "two"])):
        keep.append(name, {**begun, "items": items})
        judged = {"score": 90, "losses": []}
        keep.append(name, {"kind": "done", "at": at, "item": "one", "answer": {}, "assessment": judged})
        keep.append(name, {"kind": "finish", "at": at})
        with database.read() as connection:
            tries = tasks.tries_of(connection, ["local"], {"drill"}).get("local", ())
        assert len(tries) == (name == "whole")
        assert len(keep.finished()) == (name == "whole")


def test_what_was_assigned_stands_as_the_sessions_say(database: Database) -> None:
    task = Assignment(
        "", "Неделя", ("parcel", "drill"), frozenset(), Mode.TRAINING, NOW, NOW + timedelta(days=4), 70, 2, Counts.BEST
    )  # fmt: skip
    with database.write() as connection:
        anna, boris = (store.add_person(connection, name, NOW) for name in ("Анна", "Борис"))
        group = store.add_group(connection, "Ноябрь")
        store.join(connection, group, anna)
        made = tasks.add_assignment(connection, task, [boris.id], [group.id], NOW)
        (found,) = tasks.all_assignments(connection)
    assert found == Assignment(
        made.id, "Неделя", ("parcel", "drill"), frozenset({anna.id, boris.id}), Mode.TRAINING, NOW,
        NOW + timedelta(days=4), 70, 2, Counts.BEST,
    )  # fmt: skip
    finish(database, anna.id, "parcel", 60, NOW + timedelta(hours=1))
    finish(database, anna.id, "parcel", 90, NOW + timedelta(hours=2))
    finish(database, anna.id, "drill", 80, NOW + timedelta(hours=3), "exam")
    looked = EventStore(database, boris.id)
    looked.append("b", {"kind": "start", "at": NOW.isoformat(), "scenario": "parcel", "mode": "training"})
    with database.read() as connection:
        tries = tasks.tries_of(connection, found.targets, found.items)
    assert boris.id not in tries  # looked at, not tried
    rows = {row.person: row for row in standings([found], tries, NOW + timedelta(hours=5))}
    assert (rows[anna.id].status, rows[anna.id].mark, rows[anna.id].passed) == (Status.PASSED, 85, 2)
    assert (rows[boris.id].status, rows[boris.id].next) == (Status.OPEN, "parcel")
    late = standings([found], tries, NOW + timedelta(days=5))
    assert [(row.person, row.status) for row in late] == [
        (boris.id, Status.OVERDUE),
        (anna.id, Status.PASSED),
    ]
    assert [row.status for row in reminders([found], boris.id, (), NOW)] == [Status.OPEN]
    assert reminders([found], anna.id, tries[anna.id], NOW + timedelta(hours=5)) == []
    with database.write() as connection:
        tasks.move_due(connection, made.id, None)
        assert tasks.one_assignment(connection, made.id).due is None
        store.close_person(connection, boris, NOW)
        assert tasks.one_assignment(connection, made.id).targets == {anna.id}
        assert tasks.assignments_of(connection, boris.id) == []
        tasks.remove_assignment(connection, made.id)
        with pytest.raises(InputError):
            tasks.one_assignment(connection, made.id)
