"""Copies of the store and their way back; stores and journals that earlier versions wrote."""

import contextlib
import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, func, insert, select, update

from tests.data.stores.make import ROWS
from tests.storage.databases import database
from trainer.model.problem import InputError
from trainer.storage.copies import Copied, Lost
from trainer.storage.db import restoring
from trainer.storage.db.address import Address
from trainer.storage.db.copying import check, save
from trainer.storage.db.engine import Database
from trainer.storage.db.errors import StoreError
from trainer.storage.db.event_store import EventStore
from trainer.storage.db.health import examined
from trainer.storage.db.opening import open_database
from trainer.storage.db.restoring import restore
from trainer.storage.db.tables import answers, events, metadata, people, sessions, shown
from trainer.storage.db.versions import newest
from trainer.storage.doctor import look_over
from trainer.storage.safe import SafeStore

__all__ = ["database"]

STORES = Path(__file__).parents[1] / "data" / "stores"
START = {"kind": "start", "at": "2025-03-01T12:00:00", "scenario": "parcel", "mode": "exam"}
DEDUCTION = {"standard": "curt", "quality": "initiative", "points": 20}
ANSWER = {
    "kind": "answer", "at": "2025-03-01T12:00:40", "turn": "where", "text": "Да \ud800", "looked": ["order"],
    "verdict": {"score": 80, "grade": 4, "shown": ["greet"], "deductions": [DEDUCTION]},
}  # fmt: skip


def practised(database: Database, *names: str) -> EventStore:
    store = EventStore(database, "local")
    for name in names:
        store.append(name, START)
        store.append(name, ANSWER)
    return store


def everything(database: Database) -> dict[str, list[str]]:
    with database.read() as connection:
        return {
            table.name: sorted(repr(tuple(row)) for row in connection.execute(select(table)))
            for table in metadata.sorted_tables
            if not table.info.get("derived")
        }


def test_a_copy_brings_everything_back(database: Database, tmp_path: Path) -> None:
    store = practised(database, "one", "two")
    store.save_draft("two", 1, "Здр")
    save(database, tmp_path / "copy.db")
    before = everything(database)
    assert len(before["answers"]) == len(before["deductions"]) == len(before["shown"]) == 2
    with database.write() as connection:
        connection.execute(delete(sessions))
        connection.execute(update(people).values(name="кто-то"))
    found = restore(tmp_path / "copy.db", database.address, force=True)
    assert found == Copied(sessions=2, answers=2)
    assert everything(database) == before
    # New rows are numbered after those that came back.
    EventStore(database, "local").append("three", START)
    later = EventStore(database, "local")
    later.events("three")
    later.append("three", ANSWER)
    assert len(everything(database)["answers"]) == 3


def test_a_copy_goes_to_another_machine(database: Database, tmp_path: Path) -> None:
    """From a file to a server and the other way, whichever this store is."""
    practised(database, "one")
    save(database, tmp_path / "copy.db")
    other = open_database(Address(tmp_path / "other" / "trainer.db"))
    assert restore(tmp_path / "copy.db", other.address) == Copied(1, 1)
    assert everything(other) == everything(database)
    practised(other, "two")
    save(other, tmp_path / "back.db")
    other.close()
    assert restore(tmp_path / "back.db", database.address) == Copied(2, 2)
    assert len(everything(database)["answers"]) == 2


def test_newer_answers_are_not_wiped_out(database: Database, tmp_path: Path) -> None:
    store = practised(database, "one")
    save(database, tmp_path / "copy.db")
    assert restore(tmp_path / "copy.db", database.address) == Copied(1, 1)
    store.append("one", ANSWER)
    practised(database, "two")
    before = everything(database)
    lost = restore(tmp_path / "copy.db", database.address)
    assert lost == Lost(sessions=2, answers=2, rows={"sessions": 1})
    assert everything(database) == before
    assert restore(tmp_path / "copy.db", database.address, force=True) == Copied(1, 1)


def test_an_answer_given_meanwhile_waits_and_is_not_wiped_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = open_database(Address(tmp_path / "trainer.db"))
    window = practised(home, "one")
    save(home, tmp_path / "copy.db")
    refused: list[StoreError] = []

    def compared(present: Connection, copy: Connection) -> Lost:
        # Between the look at what would be lost and the replacing.
        try:
            window.save_draft("one", 1, "Пока сверяют")
        except StoreError as error:
            refused.append(error)
        return found(present, copy)

    found = restoring._lost
    monkeypatch.setattr(restoring, "_lost", compared)
    assert restore(tmp_path / "copy.db", home.address) == Copied(1, 1)
    assert len(refused) == 1, "nobody writes between the comparison and the replacement"
    window.append("one", ANSWER)
    assert len(everything(home)["answers"]) == 2


def test_a_row_that_was_changed_since_is_not_wiped_out(database: Database, tmp_path: Path) -> None:
    save(database, tmp_path / "copy.db")
    with database.write() as connection:
        connection.execute(insert(people).values(id="p1", name="Анна"))
        connection.execute(update(people).where(people.c.id == "local").values(role="mentor"))
    assert restore(tmp_path / "copy.db", database.address) == Lost(0, 0, {"people": 2})


@pytest.mark.parametrize("damage", ["text", "cut", "other", "empty"])
def test_a_damaged_copy_is_refused(tmp_path: Path, damage: str) -> None:
    home = open_database(Address(tmp_path / "trainer.db"))
    practised(home, *(f"s{number}" for number in range(40)))
    copy = tmp_path / "copy.db"
    save(home, copy)
    check(copy)
    if damage == "text":
        copy.write_text("не хранилище", "utf-8")
    elif damage == "cut":
        copy.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])
    elif damage == "empty":
        copy.write_bytes(b"")
    else:
        copy.unlink()
        sqlite3.connect(copy).executescript("CREATE TABLE x (y);")
    before = everything(home)
    with pytest.raises(InputError, match="это не копия хранилища или она повреждена"):
        restore(copy, home.address, force=True)
    assert everything(home) == before


def test_a_copy_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    home = open_database(Address(tmp_path / "trainer.db"))
    save(home, tmp_path / "copy.db")
    with sqlite3.connect(tmp_path / "copy.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(InputError, match="более новая версия"):
        restore(tmp_path / "copy.db", home.address, force=True)


def test_a_damaged_store_gives_way_to_a_copy(tmp_path: Path) -> None:
    home = open_database(Address(tmp_path / "trainer.db"))
    practised(home, "one")
    save(home, tmp_path / "copy.db")
    home.close()
    (tmp_path / "trainer.db").write_bytes(b"damaged" * 1000)
    with pytest.raises(InputError):
        restore(tmp_path / "copy.db", home.address)
    assert restore(tmp_path / "copy.db", home.address, force=True) == Copied(1, 1)
    assert (tmp_path / "trainer.db.damaged").read_bytes().startswith(b"damaged")


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_nobody_else_can_read_a_copy_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    home = open_database(Address(tmp_path / "trainer.db"))
    (tmp_path / "copies").mkdir()
    save(home, tmp_path / "copies" / "copy.db")
    assert [path.name for path in (tmp_path / "copies").iterdir()] == ["copy.db"]
    assert stat.S_IMODE((tmp_path / "copies" / "copy.db").stat().st_mode) == 0o600


def test_who_has_the_store_open_sees_what_came_back(tmp_path: Path) -> None:
    home = open_database(Address(tmp_path / "trainer.db"))
    store = practised(home, "one")
    save(home, tmp_path / "copy.db")
    store.append("one", {"kind": "finish", "at": "2025-03-01T12:10:00"})
    assert store.unfinished() == []
    restore(tmp_path / "copy.db", home.address, force=True)
    assert [item.id for item in store.unfinished()] == ["one"]
    with home.read() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_a_store_that_is_being_written_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.storage.db.engine._WAIT", 0.0)
    home = open_database(Address(tmp_path / "trainer.db"))
    save(home, tmp_path / "copy.db")
    other = sqlite3.connect(tmp_path / "trainer.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="долго пишет другая программа"):
        restore(tmp_path / "copy.db", home.address)
    other.rollback()
    assert restore(tmp_path / "copy.db", home.address) == Copied(0, 0)


def tables_in(statements: Iterable[str]) -> Iterator[str]:
    return (statement.split()[2] for statement in statements)


def rows_of(
    path: Path, like: Mapping[str, list[dict[str, object]]] | None = None
) -> dict[str, list[dict[str, object]]]:
    """Return all rows by table, in those columns that ``like`` has; what is summed up anew is left out."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        passing = ("alembic_version", "day_tallies", "standard_tallies", "stale_months")
        found = {}
        for name in names:
            if name.startswith("sqlite_") or name in passing:
                continue
            rows = [dict(row) for row in connection.execute(f"SELECT * FROM {name}")]
            if like and like.get(name):
                rows = [{key: row[key] for key in like[name][0]} for row in rows]
            found[name] = sorted(rows, key=repr)
        return found


def test_there_is_a_store_of_every_earlier_version() -> None:
    there = {path.name for path in STORES.glob("0*")}
    assert there >= {f"{number:04}" for number in range(1, int(newest()))}, "see tests/data/stores/make.py"


@pytest.mark.parametrize("version", sorted(path.name for path in STORES.glob("0*")))
def test_a_store_of_an_earlier_version_comes_forward_whole(tmp_path: Path, version: str) -> None:
    shutil.copy(STORES / version / "trainer.db", tmp_path)
    before = rows_of(tmp_path / "trainer.db")
    brought = {
        made for number, statements in ROWS.items() if number <= version for made in tables_in(statements)
    }
    assert all(before[name] for name in {"events", "answers", "deductions", "shown"} | brought)
    store = SafeStore(tmp_path)
    assert store.warning == ""
    assert all(well for _, well in examined(Address(tmp_path / "trainer.db")))
    after = rows_of(tmp_path / "trainer.db", before)
    assert {name: after[name] for name in before} == before
    with sqlite3.connect(tmp_path / "trainer.db") as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (newest(),)
    (first, *_) = store.unfinished()
    assert store.events(first.id)[0]["format"] == 2


def test_journals_of_versions_without_a_store_come_in_whole(tmp_path: Path) -> None:
    shutil.copytree(STORES / "journals", tmp_path / "sessions")
    lines = [path.read_bytes().count(b"\n") for path in (tmp_path / "sessions").glob("*.jsonl")]
    store = SafeStore(tmp_path)
    with open_database(Address(tmp_path / "trainer.db")).read() as connection:
        assert connection.execute(select(func.count()).select_from(events)).scalar() == sum(lines)
        assert connection.execute(select(func.count()).select_from(answers)).scalar() == 11
        assert connection.execute(select(func.count()).select_from(sessions)).scalar() == 4
        known = select(func.count()).where(shown.c.quality == "")
        assert connection.execute(known).scalar() == 0
    assert all(found.well for found in look_over({"TRAINER_HOME": str(tmp_path)}) if found.about != "rights")
    (talk, *_) = store.unfinished()
    assert store.draft(talk.id)[1]
    assert [item.exercise for item in store.unfinished_series()] == ["rewrite-officialese"]
