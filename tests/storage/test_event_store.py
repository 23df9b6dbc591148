"""The store on both databases: events come back as they were, rows tell the same story, versions are minded."""

import contextlib
import json
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import delete, func, insert, select, text, update

from tests.storage.databases import database
from trainer.model.problem import InputError
from trainer.practice.records import Mode
from trainer.practice.replay import Finished
from trainer.storage.db.address import Address, address
from trainer.storage.db.engine import Database
from trainer.storage.db.errors import OtherWindowError, StoreError
from trainer.storage.db.event_store import EventStore
from trainer.storage.db.migrate import version
from trainer.storage.db.opening import open_database
from trainer.storage.db.tables import answers, deductions, events, metadata, people, sessions, shown
from trainer.storage.db.versions import MIGRATIONS, check_file, newest

__all__ = ["database"]

START = {
    "kind": "start", "at": "2025-03-01T12:00:00+03:00", "scenario": "parcel", "mode": "exam", "pack": "small",
    "hash_pack": "p1", "hash_catalogue": "c1", "engine_version": "0.1.0+e1", "own": {"offer-photo": "initiative"},
}  # fmt: skip
VERDICT = {
    "score": 65, "grade": 3, "shown": ["greet", "offer-photo"], "missed": [], "violated": ["curt"],
    "deductions": [
        {"standard": "curt", "quality": "initiative", "points": 15},
        {"standard": "curt", "quality": "initiative", "points": 20},
    ],
}  # fmt: skip
ODD = "Да [b]\ud800\x00\r\n\u2028 😀"


def answer(words: str = "Да.", score: int = 65, **more: object) -> dict[str, object]:
    verdict = {**VERDICT, "score": score}
    return {
        "kind": "answer", "at": "2025-03-01T12:01:30+03:00", "turn": "where", "text": words, "verdict": verdict,
        "seconds": 90, "hints": 1, "looked": ["order"], **more,
    }  # fmt: skip


def test_the_migrations_make_the_tables_that_the_code_knows(database: Database) -> None:
    with database.read() as connection:
        assert version(connection) == newest()
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    with database.read() as connection:
        found = connection.execute(select(people.c.id, people.c.name)).all()
    assert [tuple(row) for row in found] == [("local", "я")]


def test_events_come_back_as_they_were(database: Database) -> None:
    store = EventStore(database, "local")
    given = [START, answer(ODD), {"kind": "look", "at": "чепуха", "piece": ODD, "number": 1.5}]
    for event in given:
        store.append("one", event)
    assert list(EventStore(database, "local").events("one")) == given
    assert json.dumps(store.events("one")[1]) == json.dumps(given[1])
    assert store.events("two") == ()


def test_an_answer_has_its_rows_from_the_moment_it_is_kept(database: Database) -> None:
    store = EventStore(database, "local")
    store.append("one", START)
    store.append("one", answer(ODD))
    with database.read() as connection:
        row = connection.execute(select(answers)).one()
        lost = connection.execute(select(deductions).order_by(deductions.c.number)).all()
        good = connection.execute(select(shown).order_by(shown.c.standard)).all()
    kept = row._mapping
    assert kept["text"] == "Да [b]��\r\n\u2028 😀"
    wanted = {
        "session_id": "one", "number": 1, "person_id": "local", "pack": "small", "scenario": "parcel", "turn": "where",
        "at": "2025-03-01T09:01:30Z", "score": 65, "grade": 3, "seconds": 90, "hints": 1, "looked": ["order"],
        "taken_back": False, "hash_pack": "p1", "hash_catalogue": "c1", "engine_version": "0.1.0+e1",
    }  # fmt: skip
    assert {name: kept[name] for name in wanted} == wanted
    assert [(item.standard, item.quality, item.points) for item in lost] == [
        ("curt", "initiative", 15),
        ("curt", "initiative", 20),
    ]
    assert [(item.standard, item.quality) for item in good] == [
        ("greet", "goodwill"),
        ("offer-photo", "initiative"),
    ]


def test_a_session_sums_up_the_answers_that_stand(database: Database) -> None:
    store = EventStore(database, "local")
    for event in (START, answer(score=60), answer(score=81), answer(score=10), {"kind": "retry", "at": ""}):
        store.append("one", event)
    with database.read() as connection:
        row = connection.execute(select(sessions)).one()
        backs = connection.execute(select(answers.c.taken_back).order_by(answers.c.number)).scalars().all()
    assert (row.kind, row.score, row.grade, row.answers, row.finished_at) == ("talk", 71, 3, 2, None)
    assert row.started_at == "2025-03-01T09:00:00Z"
    assert backs == [False, False, True]
    store.append("one", {"kind": "finish", "at": "2025-03-01T12:10:00+03:00", "ending": "good"})
    with database.read() as connection:
        row = connection.execute(select(sessions)).one()
    assert (row.finished_at, row.ending) == ("2025-03-01T09:10:00Z", "good")


def test_a_series_has_rows_too(database: Database) -> None:
    store = EventStore(database, "local")
    about = {
        "kind": "start",
        "at": "2025-03-01T12:00:00",
        "exercise": "soft",
        "mode": "training",
        "items": ["a"],
    }
    losses = [{"standard": "curt", "points": 30}, {"standard": "", "points": 10}]
    done = {
        "kind": "done", "at": "2025-03-01T12:01:00", "item": "a",
        "answer": {"texts": ["раз", "два"], "marks": [{"standard": "curt", "words": "нет"}]},
        "assessment": {"score": 60, "losses": losses},
    }  # fmt: skip
    store.append("s", about)
    store.append("s", done)
    with database.read() as connection:
        row = connection.execute(select(answers)).one()
        lost = connection.execute(select(deductions).order_by(deductions.c.number)).all()
        kind = connection.execute(select(sessions.c.kind)).scalar()
    assert (kind, row.turn, row.scenario, row.text, row.score, row.grade) == (
        "series", "a", "soft", "раз\nдва\nнет", 60, None,
    )  # fmt: skip
    assert [(item.standard, item.quality) for item in lost] == [("curt", "initiative"), ("", "")]
    (item,) = store.unfinished_series()
    assert (item.id, item.exercise, item.answers, item.items) == ("s", "soft", 1, 1)
    assert store.unfinished() == []


def test_unfinished_lists_the_latest_first_without_the_finished(database: Database) -> None:
    store = EventStore(database, "local")
    store.append("old", START)
    store.save_draft("old", 0, "Здр")
    store.append("empty", START)
    store.save_draft("empty", 0, " \n")
    store.append("new", {**START, "at": "2025-03-02T12:00:00+03:00"})
    store.append("new", answer('{"kind": "finish"'))
    store.append("done", START)
    store.append("done", {"kind": "finish", "at": "2025-03-03T12:00:00+03:00"})
    found = [(item.id, item.answers, item.started) for item in store.unfinished()]
    assert found == [("new", 1, "2025-03-02T12:00:00+03:00"), ("old", 0, "2025-03-01T12:00:00+03:00")]
    assert store.finished() == {Finished("parcel", Mode.EXAM)}


def test_the_latest_start_of_a_scenario_is_found(database: Database) -> None:
    store = EventStore(database, "local")
    for name, day, seed in (("c", "01", 1), ("a", "02", 2)):
        store.append(name, {**START, "at": f"2025-03-{day}T12:00:00", "seed": seed})
    store.append("b", {**START, "scenario": "other", "at": "2025-03-03T12:00:00"})
    last = store.last_start("parcel")
    assert last is not None
    assert last["seed"] == 2
    assert store.last_start("nothing") is None


def test_drafts_are_replaced(database: Database) -> None:
    store = EventStore(database, "local")
    assert store.draft("one") == (0, "")
    store.save_draft("one", 0, "Здр")
    store.save_draft("one", 1, "Здравствуйте")
    assert store.draft("one") == (1, "Здравствуйте")


def test_nobody_sees_the_sessions_of_somebody_else(database: Database) -> None:
    with database.write() as connection:
        connection.execute(insert(people).values(id="anna", name="Анна"))
    mine, hers = EventStore(database, "local"), EventStore(database, "anna")
    mine.append("one", START)
    mine.append("one", {"kind": "finish", "at": ""})
    mine.append("two", START)
    mine.append("two", answer())
    assert (hers.events("one"), hers.unfinished(), hers.finished()) == ((), [], frozenset())
    assert hers.last_start("parcel") is None
    with pytest.raises(OtherWindowError):
        hers.append("two", answer())


def test_two_windows_do_not_mix_their_answers(database: Database) -> None:
    one, two = EventStore(database, "local"), EventStore(database, "local")
    one.append("s", START)
    assert len(two.events("s")) == 1
    one.append("s", answer("первое"))
    with pytest.raises(OtherWindowError, match="другое окно"):
        two.append("s", answer("другое"))
    assert [event.get("text") for event in one.events("s")] == [None, "первое"]
    with database.read() as connection:
        assert connection.execute(select(func.count()).select_from(answers)).scalar() == 1


def test_a_session_takes_everything_with_it(database: Database) -> None:
    store = EventStore(database, "local")
    store.append("one", START)
    store.append("one", answer())
    with database.write() as connection:
        connection.execute(delete(sessions))
    with database.read() as connection:
        for table in (events, answers, deductions, shown):
            assert connection.execute(select(func.count()).select_from(table)).scalar() == 0


def test_a_store_of_a_newer_version_is_refused(database: Database) -> None:
    with database.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(InputError, match="более новая версия"):
        open_database(database.address)
    if database.address.file:
        with pytest.raises(InputError, match="более новая версия"):
            check_file(database.address.file)


def test_what_does_not_end_well_leaves_nothing(database: Database) -> None:
    with contextlib.suppress(ZeroDivisionError), database.write() as connection:
        connection.execute(update(people).values(name="кто-то"))
        raise ZeroDivisionError
    with database.read() as connection:
        assert connection.execute(select(people.c.name)).scalar() == "я"


@pytest.mark.parametrize(
    ("url", "label"),
    [
        ("postgresql://anna:secret@db.local:6432/trainer", "db.local:6432/trainer"),
        ("postgres://anna:secret@db.local/trainer?sslmode=require", "db.local/trainer"),
        ("postgresql+psycopg:///trainer?host=/run", "localhost/trainer"),
    ],
)
def test_an_address_is_told_without_its_password(tmp_path: Path, url: str, label: str) -> None:
    found = address(tmp_path, {"TRAINER_DATABASE_URL": url})
    assert found.label == label
    assert "secret" not in repr(found)
    assert found.url.startswith("postgresql+psycopg://")


@pytest.mark.parametrize(
    "url",
    [
        "mysql://a:secret@b/c",
        "postgresql://a:secret@b",
        "чепуха",
        "postgresql:trainer",
        "postgresql://a:secret@b:port/c",
        "postgresql://a:secret[@b/c",
        "postgresql://a:secret@b:0/c",
    ],
)
def test_an_address_of_nothing_known_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(InputError, match="TRAINER_DATABASE_URL") as caught:
        address(tmp_path, {"TRAINER_DATABASE_URL": url})
    assert "secret" not in str(caught.value)


def test_without_a_server_the_store_is_a_file_of_the_data_folder(tmp_path: Path) -> None:
    assert address(tmp_path, {}).file == tmp_path / "trainer.db"
    assert address(tmp_path, {"TRAINER_DATABASE_URL": f"sqlite:///{tmp_path}/x.db"}).file == tmp_path / "x.db"


def test_a_server_that_is_not_there_is_told_without_the_password() -> None:
    with pytest.raises(StoreError) as caught:
        open_database(Address(url="postgresql+psycopg://anna:secret@127.0.0.1:9/trainer"))
    assert str(caught.value) == "нет связи с сервером"
    assert "secret" not in repr(caught.value)


def test_migrations_are_numbered_without_gaps_and_the_newest_is_known_without_loading_them() -> None:
    folder = MIGRATIONS
    numbers = sorted(path.stem[1:5] for path in (folder / "versions").glob("v*.py"))
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
    config = Config()
    config.set_main_option("script_location", str(folder))
    assert ScriptDirectory.from_config(config).get_heads() == [newest()]
