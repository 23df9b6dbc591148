"""Objections and decisions on both databases: the score follows, nothing is ever overwritten."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from disagreeing import NOW, SESSION, VERDICT, answer, people_and_answer
from sqlalchemy import delete, select, update

from trainer.model.problem import InputError
from trainer.model.span import Span
from trainer.storage.db.address import Address
from trainer.storage.db.disagreement_tables import decisions
from trainer.storage.db.engine import Database
from trainer.storage.db.event_store import EventStore
from trainer.storage.db.labelled_store import read_labels
from trainer.storage.db.notices import mark_read, unread
from trainer.storage.db.objection_store import ObjectionStore
from trainer.storage.db.opening import open_database
from trainer.storage.db.tables import answers, deductions, people, sessions, shown
from trainer.team.objections import Objection, State


@pytest.fixture(params=["file", "server"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "file":
        opened = open_database(Address(tmp_path / "home" / "trainer.db"))
    else:
        opened = open_database(Address(url=request.getfixturevalue("postgres_url")))
    people_and_answer(opened)
    yield opened
    opened.close()


OLD = Path(__file__).parents[1] / "data" / "stores" / "decisions-0006" / "trainer.db"


@pytest.fixture
def store(database: Database) -> ObjectionStore:
    return ObjectionStore(database)


def objected(store: ObjectionStore, deduction: int = 2) -> Objection:
    return store.add("anna", SESSION, 1, deduction, "Это цитата клиента", NOW)


def scores(database: Database) -> tuple[int, int]:
    with database.read() as connection:
        answer_score = connection.execute(
            select(answers.c.score).order_by(answers.c.id).limit(1)
        ).scalar_one()
        return answer_score, connection.execute(select(sessions.c.score)).scalar_one()


def code(error: pytest.ExceptionInfo[InputError]) -> str:
    return error.value.problems[0].code


def test_a_withdrawn_deduction_gives_its_points_back_everywhere_but_in_the_history(
    database: Database, store: ObjectionStore
) -> None:
    found = objected(store)
    assert (found.standard, found.points, found.answer, found.state) == (
        "rude", 12, "Ждите, не мешайте.", State.OPEN,
    )  # fmt: skip
    decided = store.decide(found.id, True, "Да, цитата", "vera", NOW)
    assert decided.last
    assert (decided.last.before, decided.last.after) == (64, 76)
    assert scores(database) == (76, 76)
    with database.read() as connection:
        left = connection.execute(select(deductions.c.number, deductions.c.standard)).all()
    assert [tuple(row) for row in left] == [(0, "empathy"), (2, "curt")]
    kept = EventStore(database, "anna").events(SESSION)
    assert kept[1]["verdict"] == VERDICT


def test_a_later_decision_does_not_erase_an_earlier_one(database: Database, store: ObjectionStore) -> None:
    found = objected(store)
    store.decide(found.id, True, "Да, цитата", "vera", NOW)
    later = store.decide(found.id, False, "Нет, его слова", "oleg", NOW + timedelta(hours=1))
    assert [(one.withdrawn, one.mentor, one.before, one.after) for one in later.decisions] == [
        (True, "vera", 64, 76),
        (False, "oleg", 76, 64),
    ]
    assert scores(database) == (64, 64)
    labels = read_labels(database)
    assert [(item.standard, item.found, item.mentor) for item in labels] == [
        ("rude", False, "vera"),
        ("rude", True, "oleg"),
    ]


def test_a_decision_is_a_labelled_example(database: Database, store: ObjectionStore) -> None:
    store.decide(objected(store, 1).id, True, "Сочувствие есть", "vera", NOW)
    store.decide(objected(store, 3).id, False, "Обрывок", "vera", NOW)
    shown_after_all, broken = read_labels(database)
    assert (shown_after_all.standard, shown_after_all.found, shown_after_all.writer) == (
        "empathy",
        True,
        "anna",
    )
    assert (broken.standard, broken.found, broken.spans) == ("curt", True, (Span(0, 18),))
    assert (broken.scenario, broken.turn, broken.origin) == ("courier-pickup", "question", "decision")
    with database.read() as connection:
        names = connection.execute(select(shown.c.standard).order_by(shown.c.standard)).scalars().all()
    assert names == ["empathy", "greet"]


def test_two_withdrawn_deductions_add_up(database: Database, store: ObjectionStore) -> None:
    for place in (1, 2, 3):
        store.decide(objected(store, place).id, True, "Согласна", "vera", NOW)
    assert scores(database) == (100, 100)


def test_the_trainee_is_told_once(database: Database, store: ObjectionStore) -> None:
    store.decide(objected(store).id, True, "Да, цитата", "vera", NOW)
    assert unread(database, "vera") == []
    (notice,) = unread(database, "anna")
    assert (notice.kind, notice.data["before"], notice.data["after"]) == ("decided", 64, 76)
    mark_read(database, "anna", "decided", notice.id, NOW)
    assert unread(database, "anna") == []


def test_waiting_objections_come_first_and_everybody_sees_their_own(
    database: Database, store: ObjectionStore
) -> None:
    first, second = objected(store, 1), objected(store, 2)
    store.decide(first.id, False, "Нет", "vera", NOW)
    assert [item.id for item in store.all()] == [second.id, first.id]
    assert [item.id for item in store.all(open_only=True)] == [second.id]
    assert store.all(person="petr") == []
    assert len(store.all(person="anna", session=SESSION)) == 2


def test_the_number_of_an_answer_counts_those_taken_back(database: Database, store: ObjectionStore) -> None:
    mine = EventStore(database, "anna")
    mine.events(SESSION)
    mine.append(SESSION, {"kind": "retry", "at": "2026-11-22T08:02:00+00:00"})
    mine.append(SESSION, answer("Ещё раз"))
    found = store.add("anna", SESSION, 2, 1, "Не согласна", NOW)
    assert (found.attempt, found.answer) == (2, "Ещё раз")
    # The answer that was taken back can be objected to as well; the score of the session is that of the other.
    store.decide(objected(store).id, True, "Да", "vera", NOW)
    assert scores(database)[1] == 64


@pytest.mark.parametrize(
    ("person", "attempt", "deduction", "text", "wanted"),
    [
        ("petr", 1, 1, "Не согласен", "E220"),
        ("anna", 2, 1, "Не согласна", "E220"),
        ("anna", 0, 1, "Не согласна", "E220"),
        ("anna", 1, 4, "Не согласна", "E221"),
        ("anna", 1, 1, " \n", "E223"),
    ],
)
def test_what_cannot_be_objected_to(
    store: ObjectionStore, person: str, attempt: int, deduction: int, text: str, wanted: str
) -> None:
    with pytest.raises(InputError) as error:
        store.add(person, SESSION, attempt, deduction, text, NOW)
    assert code(error) == wanted


def test_one_objection_a_deduction(store: ObjectionStore) -> None:
    objected(store)
    with pytest.raises(InputError) as error:
        objected(store)
    assert code(error) == "E222"


def test_only_a_mentor_decides_and_gives_a_reason(database: Database, store: ObjectionStore) -> None:
    found = objected(store)
    for mentor, reason, wanted in (("petr", "Да", "E225"), ("vera", " ", "E226")):
        with pytest.raises(InputError) as error:
            store.decide(found.id, True, reason, mentor, NOW)
        assert code(error) == wanted
    with pytest.raises(InputError) as error:
        store.decide(999, True, "Да", "vera", NOW)
    assert code(error) == "E224"
    with database.read() as connection:
        assert connection.execute(select(decisions)).all() == []
    assert scores(database) == (64, 64)


def test_the_decision_of_a_mentor_who_has_left_stays(database: Database, store: ObjectionStore) -> None:
    store.decide(objected(store).id, True, "Да", "vera", NOW)
    with database.write() as connection:
        connection.execute(delete(people).where(people.c.id == "vera"))
    (found,) = store.all()
    assert found.last
    assert (found.last.mentor, found.last.reason) == ("", "Да")
    assert [label.mentor for label in read_labels(database)] == [""]


def test_who_needs_no_name_decides_only_where_no_mentor_has_a_pin(
    database: Database, store: ObjectionStore
) -> None:
    found = objected(store)
    store.decide(found.id, True, "Да", "local", NOW)
    with database.write() as connection:
        connection.execute(update(people).where(people.c.id == "vera").values(pin_hash="…"))
    with pytest.raises(InputError) as error:
        store.decide(found.id, False, "Нет", "local", NOW)
    assert code(error) == "E225"


def test_decisions_of_an_old_store_are_all_there_after_an_upgrade(tmp_path: Path) -> None:
    shutil.copy(OLD, tmp_path / "trainer.db")
    database = open_database(Address(tmp_path / "trainer.db"))
    (first, second) = sorted(ObjectionStore(database).all(), key=lambda item: item.id)
    assert [one.withdrawn for one in first.decisions] == [True, False]
    assert second.state is State.WITHDRAWN
    assert [(label.standard, label.found) for label in read_labels(database)] == [
        ("rude", False),
        ("rude", True),
        ("curt", False),
    ]
    # And the story goes on.
    ObjectionStore(database).decide(first.id, True, "Всё же цитата", "vera", NOW)
    assert len(read_labels(database)) == 4
    database.close()
