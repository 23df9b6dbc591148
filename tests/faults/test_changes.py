"""What changes under a session that goes on: the version of the store, the pack, another window."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import select, text

from tests.faults.player import begin, store_of
from tests.faults.running import kept
from tests.packs.samples import TALK, write_pack
from tests.practice.fakes import BYE, FULL, LACKS_PRICE, NOTE, FakeJudge, StillClock, scenario
from trainer import wiring
from trainer.model.problem import InputError, Problem
from trainer.packs.hashes import pack_hash
from trainer.packs.reader import read_pack
from trainer.packs.shelf import Root, Shelf
from trainer.practice.records import Mode
from trainer.practice.replay import resume
from trainer.practice.session import start
from trainer.practice.texts_ru import EDITED_PACK
from trainer.storage.db.address import Address
from trainer.storage.db.assignment_store import assignments_of, tries_of
from trainer.storage.db.engine import connect
from trainer.storage.db.opening import open_database
from trainer.storage.db.tables import events, sessions
from trainer.storage.db.take_in import waiting
from trainer.storage.db.versions import MIGRATIONS, newest
from trainer.team.assignments import Status, left, status

NOW = datetime(2025, 3, 1, 12, 30, tzinfo=UTC)
# The version that brought assignments; a store of it may hold one that somebody is in the middle of.
WITH_TASKS = "0004"
OLD = """
INSERT INTO assignments (id, title, start, due, pass_mark, attempts, mode, counts, created_at)
    VALUES ('t', 'Неделя', NULL, '2030-01-01T00:00:00Z', 70, 1, 'training', 'first', '2025-03-01T11:00:00Z');
INSERT INTO assignment_items (assignment_id, number, item) VALUES ('t', 0, 'parcel');
INSERT INTO assignment_people (assignment_id, person_id) VALUES ('t', 'local');
"""


def old_store(path: Path) -> None:
    """Make a store as the version with number WITH_TASKS made it."""
    database = connect(Address(path))
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, WITH_TASKS)
        for statement in filter(str.strip, OLD.split(";\n")):
            connection.execute(text(statement))
    database.close()


def take_along(old: Path, new: Path) -> None:
    """Copy a session that was begun into the old store, table by table: events and rows have not changed since."""
    import sqlite3

    link = sqlite3.connect(old)
    link.execute("ATTACH ? AS new", (str(new),))
    for table in ("sessions", "events", "answers", "deductions", "shown", "drafts"):
        names = ", ".join(f'"{row[1]}"' for row in link.execute(f"PRAGMA table_info({table})"))
        link.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM new.{table}")
    link.commit()
    link.close()


def test_an_upgrade_in_the_middle_of_a_task_keeps_the_attempt(tmp_path: Path) -> None:
    before, home = tmp_path / "before", tmp_path / "home"
    first = store_of(before)
    session = start("s", scenario(), Mode.TRAINING, FakeJudge(), first, StillClock(), 0, {"assignment": "t"})
    session.answer(FULL)
    session.save_draft("Недописа")
    home.mkdir()
    old_store(home / "trainer.db")
    take_along(home / "trainer.db", before / "trainer.db")

    store = store_of(home)
    assert store.warning == ""
    again = resume(store, "s", lambda _: scenario(), FakeJudge(), StillClock())
    assert again.draft() == "Недописа"
    database = open_database(Address(home / "trainer.db"))
    with database.read() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == newest()
        (task,) = assignments_of(connection, "local")
        tries = tries_of(connection, ["local"], task.items)["local"]
    assert status(task, tries, NOW) is Status.STARTED
    again.answer(BYE)
    again.note(NOTE)
    again.finish()
    with database.read() as connection:
        tries = tries_of(connection, ["local"], task.items)["local"]
        assert connection.execute(select(sessions.c.assignment_id)).scalars().all() == ["t"]
    assert len(tries) == 1
    assert status(task, tries, NOW) is Status.PASSED
    assert left(task, "parcel", tries) == 0
    assert kept(home) == [FULL, BYE]
    database.close()


# What an author may do to a talk while somebody is in the middle of it, and whether the talk still fits.
EDITS = {
    "a text": ("Пётр доволен.", "Пётр очень доволен.", True),
    "the line that was answered": ("Сколько стоит и когда привезёте?", "Когда привезёте?", True),
    "where it leads": ('{to: thanks, when: {score: ">= 60"}, mood: 1}', "{to: thanks}", True),
    "a turn is called otherwise": ("- id: ask", "- id: other", False),
    "a fact is gone": (
        '      - {id: when, required: true, text: завтра, say: [["завтра"]], asks: ["А когда?"]}\n', "", True
    ),
}  # fmt: skip


class _Judge(FakeJudge):
    """Finds nothing, so that the talk stays where it is."""

    def score(self, text: str, setting):  # type: ignore[no-untyped-def]
        from trainer.model.verdict import Verdict

        names = tuple(fact.id for fact in setting.facts())
        return Verdict(text, 30, 2, (), (), (), (), names, {}, (), ())


@pytest.mark.parametrize("edit", EDITS)
def test_a_pack_that_is_edited_in_the_middle_loses_and_doubles_nothing(tmp_path: Path, edit: str) -> None:
    old, new, fits = EDITS[edit]
    folder, home = write_pack(tmp_path / "packs"), tmp_path / "home"
    first = pack_hash(folder)
    store = store_of(home)
    talk = read_pack(folder).scenarios["talk"]
    session = start(
        "s", talk, Mode.TRAINING, _Judge(), store, StillClock(), 0, {"pack": "demo", "hash_pack": first}
    )
    session.answer("Нет.")
    session.save_draft("Недописа")

    assert old in TALK
    (folder / "dialogues" / "talk.yaml").write_text(
        TALK.replace(old, new).replace("start: ask", "start: other"), "utf-8"
    )
    assert pack_hash(folder) != first
    problems: list[Problem] = []
    changed = read_pack(folder, problems).scenarios["talk"]
    later = store_of(home)
    if fits:
        again = resume(later, "s", lambda _: changed, _Judge(), StillClock())
        assert again.edited(pack_hash(folder))
        assert not again.edited(first)
        assert again.draft() == "Недописа"
        if not again.talk.state.ended:
            again.answer("Нет, завтра.")
        assert len(again.talk.attempts) == len(kept(home))
    else:
        with pytest.raises(InputError, match="изменился"):
            resume(later, "s", lambda _: changed, _Judge(), StillClock())
    texts = kept(home)
    assert texts[0] == "Нет."
    assert len(texts) == len(set(texts))
    database = open_database(Address(home / "trainer.db"))
    with database.read() as connection:
        # What the session was judged by stays on record.
        assert connection.execute(select(sessions.c.hash_pack)).scalar() == first
        assert len(connection.execute(select(events.c.number)).all()) == len(texts) + 1
    database.close()


def test_two_windows_on_one_talk_lose_nothing_and_count_nothing_twice(tmp_path: Path) -> None:
    one = begin(store_of(tmp_path), "s")
    one.answer(f"{LACKS_PRICE} один")
    other = resume(store_of(tmp_path), "s", lambda _: scenario(), FakeJudge(), StillClock())
    one.save_draft("первое окно")
    other.save_draft("второе окно")
    assert one.draft() == other.draft() == "второе окно"  # the last word counts, and is whole
    one.answer(f"{LACKS_PRICE} из первого")
    other.answer(f"{LACKS_PRICE} из второго")
    later = store_of(tmp_path)
    assert later.warning == ""
    texts = kept(tmp_path)
    assert sorted(set(texts)) == sorted(
        [f"{LACKS_PRICE} один", f"{LACKS_PRICE} из первого", f"{LACKS_PRICE} из второго"]
    )
    assert not waiting(tmp_path)
    # Each of the two talks is whole: the second window's became one of its own.
    database = open_database(Address(tmp_path / "trainer.db"))
    with database.read() as connection:
        names = connection.execute(select(sessions.c.id).order_by(sessions.c.id)).scalars().all()
    database.close()
    counts = [
        len(resume(later, name, lambda _: scenario(), FakeJudge(), StillClock()).talk.attempts)
        for name in names
    ]
    assert "s" in names
    assert sum(counts) == len(texts)


def test_whoever_goes_on_is_told_that_the_pack_was_edited(home: Path, tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "packs")
    shelf = Shelf((Root(tmp_path / "packs"),))
    session = wiring.open_session("talk", judge=_Judge(), shelf=shelf, seed=0)
    session.answer("Нет.")
    assert wiring.resume_session(session.id, shelf).notice == ""
    (folder / "dialogues" / "talk.yaml").write_text(TALK.replace("Пётр доволен.", "Пётр рад."), "utf-8")
    again = wiring.resume_session(session.id, shelf)
    assert again.notice == EDITED_PACK
    assert [one.text for one in again.kept] == ["Нет."]
