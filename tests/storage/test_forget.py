"""Nothing about a person is left in the data folder once they are forgotten, and others lose nothing."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from tests.storage.test_team_store import NOW, finish
from trainer.storage.db import assignment_store as tasks
from trainer.storage.db import people_store as store
from trainer.storage.db.address import Address
from trainer.storage.db.event_store import EventStore
from trainer.storage.db.opening import open_database
from trainer.storage.db.owned import erase, read_out
from trainer.storage.db.pins import set_pin
from trainer.storage.db.tables import metadata
from trainer.storage.forget import Forgotten, forget
from trainer.storage.safe import SafeStore
from trainer.team.assignments import Assignment
from trainer.team.people import LOCAL

SECRET = "Здравствуйте, уникальная реплика"
START = {"kind": "start", "at": "2026-11-23T09:00:00Z", "scenario": "parcel", "mode": "training"}


def everything(home: Path) -> bytes:
    parts = [
        str(path.relative_to(home)).encode() + path.read_bytes() for path in home.rglob("*") if path.is_file()
    ]
    return b"\n".join([*parts, *(path.name.encode() for path in home.rglob("*"))])


def traces(home: Path, *words: str) -> list[str]:
    kept = everything(home)
    forms = {word: (word, quote(word), json.dumps(word)[1:-1]) for word in words}
    return [word for word, ways in forms.items() if any(way.encode() in kept for way in ways)]


def answer(store_: SafeStore | EventStore, session: str, text: str) -> None:
    store_.append(session, START)
    store_.append(session, {**START, "kind": "answer", "text": text, "verdict": {"score": 50}})
    store_.save_draft(session, 1, text + " черновик")


def test_a_forgotten_person_leaves_no_trace(tmp_path: Path) -> None:
    home = tmp_path / "home"
    database = open_database(Address(home / "trainer.db"))
    with database.write() as connection:
        zinaida = store.add_person(connection, "Зинаида Лопухова", NOW)
        boris = store.add_person(connection, "Борис", NOW)
        group = store.add_group(connection, "Ноябрь")
        store.join(connection, group, zinaida)
        set_pin(connection, zinaida.id, "4815")
        task = Assignment("", "Для Зинаида Лопухова", ("parcel",), frozenset())
        tasks.add_assignment(connection, task, [zinaida.id], [], NOW)
        tasks.add_assignment(
            connection, Assignment("", "Общее", ("parcel",), frozenset()), [], [group.id], NOW
        )
    answer(EventStore(database, zinaida.id), "z1", SECRET)
    answer(EventStore(database, boris.id), "b1", "Добрый день, Борисов ответ")
    finish(database, zinaida.id, "parcel", 50, NOW)
    # A window that could not reach the store wrote beside it, under the id and under the name.
    for folder, session in ((zinaida.id, "z2"), ("@" + quote("зинаида лопухова"), "z3"), (boris.id, "b2")):
        for root in ("side", "taken/side"):
            (home / root / folder).mkdir(parents=True, exist_ok=True)
            text = SECRET if session != "b2" else "Борис рядом"
            (home / root / folder / f"{session}~ab12cd.jsonl").write_text(json.dumps({"text": text}), "utf-8")
    (home / "taken" / "sessions").mkdir(parents=True)
    (home / "taken" / "sessions" / "z1.jsonl").write_text(SECRET, "utf-8")
    assert traces(home, zinaida.name, SECRET) == [zinaida.name, SECRET]

    assert forget(database, home, zinaida) == Forgotten(2, True)
    database.close()

    assert traces(home, zinaida.name, "Лопухова", SECRET, "уникальная", zinaida.id, "argon2") == []
    assert traces(home, "Борис", "Борисов ответ", "Борис рядом", "Общее", "Ноябрь") == [
        "Борис", "Борисов ответ", "Борис рядом", "Общее", "Ноябрь",
    ]  # fmt: skip
    assert list(EventStore(open_database(Address(home / "trainer.db")), boris.id).events("b1"))


def test_while_another_window_is_open_it_is_erased_all_the_same(tmp_path: Path) -> None:
    database = open_database(Address(tmp_path / "trainer.db"))
    window = SafeStore(tmp_path)
    answer(window, "one", SECRET)
    with database.read() as connection:
        local = store.person(connection, LOCAL)
    forget(database, tmp_path, local)
    assert traces(tmp_path, SECRET) == []
    with database.read() as connection:
        assert store.person(connection, LOCAL).name == "я"


def test_somebody_who_reads_the_store_meanwhile_hinders_nothing_for_good(tmp_path: Path) -> None:
    database, other = (open_database(Address(tmp_path / "trainer.db")) for _ in range(2))
    with database.write() as connection:
        anna = store.add_person(connection, "Зинаида", NOW)
    answer(EventStore(database, anna.id), "a1", SECRET)
    with other.read() as reading:
        assert store.everyone(reading)
        done = forget(database, tmp_path, anna)
        assert (done.sessions, done.clean) == (1, False)
        with database.read() as connection:
            assert [one.name for one in store.everyone(connection)] == ["я"]
    database.close()
    other.close()
    assert traces(tmp_path, SECRET, "Зинаида") == []


def test_an_export_holds_everything_but_the_hash_of_the_pin(tmp_path: Path) -> None:
    database = open_database(Address(tmp_path / "trainer.db"))
    with database.write() as connection:
        anna = store.add_person(connection, "Анна", NOW)
        boris = store.add_person(connection, "Борис", NOW)
        set_pin(connection, anna.id, "4815")
    answer(EventStore(database, anna.id), "a1", SECRET)
    answer(EventStore(database, boris.id), "b1", "чужое")
    with database.read() as connection:
        found = read_out(connection, anna.id)
    assert {"people", "sessions", "events", "answers", "drafts"} <= set(found)
    told = json.dumps(found, ensure_ascii=False)
    assert SECRET in told
    assert "чужое" not in told
    assert "argon2" not in told
    assert [row["text"] for row in found["drafts"]] == [SECRET + " черновик"]


@pytest.fixture
def later_tables() -> object:
    """Tables as somebody may add them some day: a remark of a mentor at an answer, and what follows from it."""
    remarks = Table(
        "remarks",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("answer_id", Integer, ForeignKey("answers.id")),
        Column("mentor_id", Text, ForeignKey("people.id")),
        Column("text", Text),
    )
    replies = Table(
        "replies",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("remark_id", Integer, ForeignKey("remarks.id")),
        Column("text", Text),
    )
    yield remarks, replies
    metadata.remove(replies)
    metadata.remove(remarks)


def test_tables_that_come_later_are_covered(tmp_path: Path, later_tables: tuple[Table, Table]) -> None:
    database = open_database(Address(tmp_path / "trainer.db"))
    remarks, replies = later_tables
    with database.write() as connection:
        remarks.create(connection)
        replies.create(connection)
        anna, olga = (store.add_person(connection, name, NOW) for name in ("Анна", "Ольга"))
    answer(EventStore(database, anna.id), "a1", SECRET)
    with database.write() as connection:
        connection.execute(remarks.insert().values(id=1, answer_id=1, mentor_id=olga.id, text="Хорошо"))
        connection.execute(replies.insert().values(id=1, remark_id=1, text="Спасибо"))
        assert set(read_out(connection, anna.id)) >= {"remarks", "replies"}
        erase(connection, olga.id)
        assert connection.execute(remarks.select()).one().mentor_id is None
        erase(connection, anna.id)
        assert not connection.execute(replies.select()).all()
        assert not connection.execute(remarks.select()).all()
