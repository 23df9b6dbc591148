"""Objections to what an exercise took off: the score follows, a label comes only of words that somebody wrote."""

import pytest
from disagreeing import NOW, people_and_answer
from sqlalchemy import select

from tests.storage.databases import database
from trainer.model.problem import InputError
from trainer.model.span import Span
from trainer.storage.db.answer_rows import last_session
from trainer.storage.db.engine import Database
from trainer.storage.db.event_store import EventStore
from trainer.storage.db.labelled_store import read_labels
from trainer.storage.db.notices import unread
from trainer.storage.db.objection_store import ObjectionStore
from trainer.storage.db.tables import answers, deductions, sessions, shown
from trainer.training.proposals import proposals

__all__ = ["database"]

SERIES = "20261122-090000-drill"
TEXT = "Осуществляется доставка груза."


def loss(
    points: int, title: str, standard: str = "", text: str = "", *spans: tuple[int, int]
) -> dict[str, object]:
    evidence = [{"start": start, "end": end} for start, end in spans]
    about = {"why": "Потому.", "fix": "Иначе.", "source": "", "text": text, "evidence": evidence}
    return {"points": points, "title": title, "standard": standard, **about}


LOSSES = [
    loss(60, "Канцелярит", "officialese", TEXT, (0, 14)),
    loss(25, "Факты"),
    loss(5, "Грубость", "rude", "Слова автора", (0, 5)),
]


def series(database: Database, *losses: dict[str, object]) -> None:
    store = EventStore(database, "anna")
    at = "2026-11-22T09:00:00+00:00"
    begun = {"exercise": "drill", "mode": "training", "items": ["one"], "seed": None}
    store.append(SERIES, {"kind": "start", "at": at, "format": 2, **begun})
    score = 100 - sum(int(str(item["points"])) for item in losses)
    judged = {"score": score, "losses": list(losses), "why": "", "better": [], "notes": [], "parts": []}
    for number in range(2):
        done = {"answer": {"text": TEXT if number else "Нет", "marks": []}, "assessment": judged}
        store.append(SERIES, {"kind": "done", "at": at, "item": "one", **done, "seconds": 3})
        if not number:
            store.append(SERIES, {"kind": "retry", "at": at})


@pytest.fixture
def store(database: Database) -> ObjectionStore:
    people_and_answer(database)
    series(database, *LOSSES)
    return ObjectionStore(database)


def test_a_withdrawn_loss_of_an_item_gives_its_points_back(database: Database, store: ObjectionStore) -> None:
    made = store.add("anna", SERIES, 2, 1, "Так говорит весь отдел", NOW)
    assert (made.standard, made.points, made.answer, made.turn) == ("officialese", 60, TEXT, "one")
    found = store.decide(made.id, True, "Согласна", "vera", NOW)
    assert found.last
    assert (found.last.before, found.last.after) == (10, 70)
    with database.read() as connection:
        row = connection.execute(select(sessions).where(sessions.c.id == SERIES)).one()
        assert (row.score, row.grade, row.answers) == (70, None, 1)
        own = select(answers.c.id).where(answers.c.session_id == SERIES, ~answers.c.taken_back)
        left = select(deductions).where(deductions.c.answer_id == own.scalar_subquery())
        kept = [(one.number, one.standard, one.quality, one.points) for one in connection.execute(left)]
        assert kept == [(1, "", "", 25), (2, "rude", "courtesy", 5)]
        assert not connection.execute(select(shown).where(shown.c.answer_id == own.scalar_subquery())).all()
    (label,) = read_labels(database)
    assert (label.text, label.scenario, label.standard, label.found) == (TEXT, "", "officialese", False)
    assert [one.data["after"] for one in unread(database, "anna")] == [70]
    back = store.decide(made.id, False, "Всё же нет", "vera", NOW)
    assert back.last
    assert back.last.after == 10
    assert read_labels(database)[-1].spans == (Span(0, 14),)


def test_what_says_nothing_of_written_words_is_decided_and_no_example(
    database: Database, store: ObjectionStore
) -> None:
    for place, title in ((2, "Факты"), (3, "rude")):
        made = store.add("anna", SERIES, 2, place, "Нет", NOW)
        assert made.standard == title
        store.decide(made.id, True, "Согласна", "vera", NOW)
    assert read_labels(database) == []
    with database.read() as connection:
        assert connection.execute(select(sessions.c.score).where(sessions.c.id == SERIES)).scalar() == 40


def test_an_item_has_only_the_losses_it_has(store: ObjectionStore) -> None:
    for attempt, place, code in ((2, 4, "E221"), (3, 1, "E220")):
        with pytest.raises(InputError, match=code):
            store.add("anna", SERIES, attempt, place, "Нет", NOW)
    with pytest.raises(InputError, match="E220"):
        store.add("petr", SERIES, 2, 1, "Нет", NOW)


def test_the_last_practice_is_a_series_as_well(database: Database, store: ObjectionStore) -> None:
    assert last_session(database, "anna") == SERIES
    assert last_session(database, "anna", talk=True) != SERIES


def test_words_of_an_exercise_are_no_example_of_a_standard_that_needs_a_turn() -> None:
    from trainer.packs.own_standards import shipped
    from trainer.team.objections import Label

    labels = [Label("Нет.", "", "", "curt", found=False), Label("Нет.", "", "", "answer-fully", found=False)]
    assert proposals(labels, shipped()).keys() == {"curt"}
