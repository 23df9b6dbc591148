"""The sums of «where am I» on both databases: days and weeks of the person's clock, forms of exercises."""

from datetime import UTC, date, datetime, timedelta, timezone

from sqlalchemy import insert

from tests.storage.databases import database
from trainer.storage.db.engine import Database
from trainer.storage.db.event_store import EventStore
from trainer.storage.db.progress_queries import history
from trainer.storage.db.tables import people
from trainer.team.progress.data import DaySum, StandardWeek, TriedWeek

__all__ = ["database"]
MOSCOW = timezone(timedelta(hours=3))
NOW = datetime(2026, 11, 22, 12, tzinfo=MOSCOW)
CURT = {"standard": "curt", "quality": "initiative", "points": 20}


def talk(store: EventStore, name: str, *answers: tuple[str, int, list[dict[str, object]]]) -> None:
    store.append(
        name, {"kind": "start", "at": answers[0][0], "scenario": "s", "mode": "training", "pack": "p"}
    )
    for at, score, lost in answers:
        verdict = {"score": score, "grade": 3, "shown": ["greet"], "deductions": lost}
        store.append(name, {"kind": "answer", "at": at, "turn": "t", "text": "Да.", "verdict": verdict})


def series(store: EventStore, name: str, exercise: str, at: str, *items: tuple[str, int]) -> None:
    store.append(name, {"kind": "start", "at": at, "exercise": exercise, "mode": "training", "pack": "p"})
    for item, score in items:
        told = {"score": score, "losses": []}
        store.append(
            name, {"kind": "done", "at": at, "item": item, "answer": {}, "assessment": told, "seconds": 30}
        )


def test_an_evening_in_moscow_belongs_to_the_day_of_moscow(database: Database) -> None:
    # Sunday 22:30 UTC is Monday 01:30 in Moscow: another day, and another week.
    talk(
        EventStore(database, "local"),
        "a",
        ("2026-11-15T22:30:00Z", 80, [CURT, CURT]),
        ("2026-11-15T20:00:00Z", 60, []),
    )
    found = history(database, "local", NOW)
    assert found.days == (DaySum(date(2026, 11, 15), 1, 60), DaySum(date(2026, 11, 16), 1, 80))
    # Twice in one answer is broken once, for all its points.
    assert StandardWeek(date(2026, 11, 16), "curt", "initiative", 1, 40, 0) in found.standards
    assert StandardWeek(date(2026, 11, 9), "greet", "goodwill", 0, 0, 1) in found.standards
    there = history(database, "local", NOW.astimezone(UTC)).days
    assert there == (DaySum(date(2026, 11, 15), 2, 140),)


def test_only_answers_of_the_person_that_stand_count(database: Database) -> None:
    with database.write() as connection:
        connection.execute(insert(people).values(id="anna", name="Анна", role="trainee"))
    talk(EventStore(database, "anna"), "a", ("2026-11-20T09:00:00Z", 10, [CURT]))
    mine = EventStore(database, "local")
    talk(mine, "b", ("2026-11-20T09:00:00Z", 90, []), ("2026-11-20T09:05:00Z", 20, [CURT]))
    mine.append("b", {"kind": "retry", "at": "2026-11-20T09:06:00Z"})
    found = history(database, "local", NOW)
    assert found.days == (DaySum(date(2026, 11, 20), 1, 90),)
    assert not [one for one in found.standards if one.lost]


def test_days_reach_back_to_the_first_answer_and_losses_half_a_year(database: Database) -> None:
    store = EventStore(database, "local")
    talk(store, "old", ("2025-01-10T09:00:00Z", 50, [CURT]))
    talk(store, "new", ("2026-11-20T09:00:00Z", 70, [CURT]))
    found = history(database, "local", NOW)
    assert [one.day.year for one in found.days] == [2025, 2026]
    assert [one.monday for one in found.standards if one.lost] == [date(2026, 11, 16)]


def test_exercises_are_told_by_their_form_and_mixed_ones_by_that_of_each_item(database: Database) -> None:
    store = EventStore(database, "local")
    series(store, "a", "rewrite-curt", "2026-11-20T09:00:00Z", ("i1", 100), ("i2", 50))
    items = ("empathy@angry:answer:talk/turn", "curt@calm:which:talk/turn")
    series(store, "b", "daily", "2026-11-20T10:00:00Z", *((item, 80) for item in items))
    talk(store, "c", ("2026-11-20T11:00:00Z", 10, []))
    week = date(2026, 11, 16)
    found = history(database, "local", NOW, mixed=("daily",))
    assert TriedWeek(week, "rewrite-curt", "", 2, 150, 60, 2) in found.tried
    assert {(one.exercise, one.answers) for one in found.tried} >= {("rewrite-curt", 2)}
    assert sum(one.answers for one in found.tried) == 4


def test_an_empty_store_has_no_history(database: Database) -> None:
    found = history(database, "local", NOW)
    assert (found.days, found.standards, found.tried) == ((), (), ())
