"""Every place that words of a person get to is filled, then the whole data folder is searched for them, byte by byte."""

import os
import re
import stat
import sys
from pathlib import Path

import pytest
from disagreeing import NOW, VERDICT, answer, start
from sqlalchemy import insert, select

from tests.storage.test_forget import traces
from trainer.storage import learned
from trainer.storage.db import people_store as store
from trainer.storage.db.address import Address
from trainer.storage.db.calibration_store import CalibrationStore, Sampled
from trainer.storage.db.comment_store import add_comment
from trainer.storage.db.copying import save
from trainer.storage.db.engine import Database
from trainer.storage.db.event_store import EventStore
from trainer.storage.db.known_copies import known_copies, note_copy
from trainer.storage.db.objection_store import ObjectionStore
from trainer.storage.db.opening import open_database
from trainer.storage.db.tables import metadata, people, rescores
from trainer.storage.forget import forget
from trainer.storage.safe import SafeStore
from trainer.storage.side import FOLDER
from trainer.storage.xapi.config import Exchange
from trainer.storage.xapi.outbox import Outbox
from trainer.team.comments import Kind
from trainer.team.people import Person, Role
from trainer.team.xapi import Manner

SAID, WHY, DRAFT, REASON = (
    "Неповторимые слова ответа",
    "Неповторимое возражение",
    "Неповторимый черновик",
    "Причина",
)
WORDS = ("Зинаида Лопухова", "Лопухова", SAID, "Неповторим", REASON)


def fill(home: Path) -> tuple[Database, Person]:
    """A week of Zinaida: answers, objection, decision, notice, label, calibration, comment, rescore, statements, copies."""
    database = open_database(Address(home / "trainer.db"))
    with database.write() as connection:
        zinaida = store.add_person(connection, "Зинаида Лопухова", NOW)
        boris = store.add_person(connection, "Борис", NOW)
        vera = store.add_person(connection, "Вера", NOW, Role.MENTOR)
    for who, text in ((zinaida, SAID), (boris, "Слова Бориса")):
        kept = EventStore(database, who.id)
        kept.append(f"s-{who.id}", start())
        kept.append(f"s-{who.id}", answer(text, verdict={**VERDICT, "deductions": VERDICT["deductions"][:1]}))
        kept.save_draft(f"s-{who.id}", 1, DRAFT if who is zinaida else "Черновик Бориса")
    session = f"s-{zinaida.id}"
    made = ObjectionStore(database).add(zinaida.id, session, 1, 1, WHY, NOW)
    ObjectionStore(database).decide(made.id, True, REASON, vera.id, NOW)
    calibrations = CalibrationStore(database)
    calibrations.begin("nov", [Sampled(SAID, "courier-pickup", "question", zinaida.id)], vera.id, NOW)
    calibrations.mark("nov", vera.id, {1: frozenset({"curt"})}, NOW)
    add_comment(
        database, session, 1, vera.id, Kind.ACTIONABLE, "Неповторимое замечание", "2026-11-22T09:00:00Z"
    )
    row = {"session_id": session, "number": 1, "at": "", "score": 5, "verdict": {"said": SAID}}
    with database.write() as connection:
        connection.execute(insert(rescores).values(**row))
    Outbox(database, "https://lrs.example.ru").fill(Exchange(Manner("https://a.ru", text=True)), {}, NOW)
    aside = SafeStore(home, zinaida.name, connect=_away)
    aside.append("aside", start())
    aside.append("aside", answer(SAID))
    aside.save_draft("aside", 1, DRAFT)
    return database, zinaida


def _away() -> Database:
    from trainer.storage.db.errors import StoreError

    raise StoreError("нет связи")


def test_nothing_is_left_anywhere_in_the_data_folder(tmp_path: Path) -> None:
    home = tmp_path / "home"
    database, zinaida = fill(home)
    for name in ("monday.db", "tuesday.db"):
        save(database, home / name)
        note_copy(home, home / name)
    # Pages that are free already keep what stood on them.
    with database.write() as connection:
        connection.execute(people.delete().where(people.c.id == "none"))
    assert set(traces(home, *WORDS)) == set(WORDS)
    filled = {table.name for table in metadata.sorted_tables if rows(database, table.name, zinaida)}
    assert {
        "answers",
        "events",
        "objections",
        "labelled",
        "notices",
        "outbox",
        "comments",
        "rescores",
    } <= filled

    done = forget(database, home, zinaida)
    database.close()

    assert (done.clean, done.left, done.named) == (True, (), ())
    assert sorted(path.name for path in done.copies) == ["monday.db", "tuesday.db"]
    assert traces(home, *WORDS, zinaida.id) == []
    assert traces(home, "Слова Бориса", "Черновик Бориса") == ["Слова Бориса", "Черновик Бориса"]
    copy = open_database(Address(home / "monday.db"))
    with copy.read() as connection:
        assert [one.name for one in store.everyone(connection)] == ["Борис", "Вера", "я"]
    copy.close()


def rows(database: Database, table: str, who: Person) -> bool:
    found = metadata.tables[table]
    with database.read() as connection:
        kept = repr(connection.execute(select(found)).all())
    return who.id in kept or any(word in kept for word in WORDS) or f"s-{who.id}" in kept


def test_a_name_that_somebody_wrote_down_is_told(tmp_path: Path) -> None:
    database, zinaida = fill(tmp_path)
    (tmp_path / "settings.toml").write_text('person = "зинаида лопухова"\n', "utf-8")
    (tmp_path / "other.txt").write_text("Лопухова", "utf-8")
    done = forget(database, tmp_path, zinaida)
    assert [path.name for path in done.named] == ["settings.toml"]
    database.close()


def test_copies_that_are_gone_or_no_copies_any_more(tmp_path: Path) -> None:
    database, zinaida = fill(tmp_path)
    for name in ("gone.db", "torn.db"):
        save(database, tmp_path / name)
        note_copy(tmp_path, tmp_path / name)
    (tmp_path / "gone.db").unlink()
    (tmp_path / "torn.db").write_bytes(b"SQLite format 3\0torn")
    done = forget(database, tmp_path, zinaida)
    assert (done.copies, [path.name for path in done.left]) == ((), ["torn.db"])
    database.close()
    (tmp_path / "copies.json").write_text("{", "utf-8")
    assert known_copies(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_whatever_the_mask_nobody_else_may_read_the_data_folder(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        home = tmp_path / "deep" / "home"
        database, _ = fill(home)
        save(database, home / "copy.db")
        note_copy(home, home / "copy.db")
        for _number in range(2):
            learned.adopt(home, {"rude": {"alone": 0.5, "beside": 0.5, "floor": 0.0}}, "n", "l", NOW)
        loose = {
            str(path.relative_to(home)): oct(stat.S_IMODE(path.stat().st_mode))
            for path in [home, *home.rglob("*")]
            if stat.S_IMODE(path.stat().st_mode) != (0o700 if path.is_dir() else 0o600)
        }
        assert loose == {}
        assert {path.name for path in home.iterdir()} >= {
            "trainer.db",
            "trainer.db-wal",
            FOLDER,
            "copy.db",
            learned.FOLDER,
        }
        database.close()
    finally:
        os.umask(before)


def test_there_are_no_logs(tmp_path: Path) -> None:
    """Nothing but the store, what lies beside it and what was asked for."""
    database, zinaida = fill(tmp_path)
    forget(database, tmp_path, zinaida)
    database.close()
    assert {path.name for path in tmp_path.iterdir()} <= {
        "trainer.db",
        "trainer.db-wal",
        "trainer.db-shm",
        FOLDER,
    }
    source = Path(learned.__file__).parents[1]
    texts = {path.relative_to(source).as_posix(): path.read_text("utf-8") for path in source.rglob("*.py")}
    using = {name for name, text in texts.items() if "import logging" in text}
    # What went wrong behind a screen is kept in memory and told by --debug to whoever sits there.
    known = {"cli/debugging.py", "tui/screens/answering.py"}
    assert using == known, "a log would hold names and words; if one is needed, forget has to know it"
    written = [name for name in known if re.search(r"FileHandler|StreamHandler|basicConfig", texts[name])]
    assert written == []
