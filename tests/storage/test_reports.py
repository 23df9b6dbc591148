"""What reports are made of is what stands in the answers, whatever has happened to them since."""

import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, update

from trainer.storage.db.address import Address
from trainer.storage.db.copying import copy_rows, save
from trainer.storage.db.engine import Database
from trainer.storage.db.event_store import EventStore
from trainer.storage.db.opening import open_database
from trainer.storage.db.report_queries import group_members, sums
from trainer.storage.db.report_tables import day_tallies, stale_months, standard_tallies
from trainer.storage.db.tables import answers, deductions, groups, members, people, sessions, shown
from trainer.storage.db.tallies import settle
from trainer.team.report_data import Ends, Selection

WHO = ("local", "anna", "boris")
STANDARDS = (("curt", "initiative"), ("greet", "goodwill"), ("rude", "courtesy"))


@pytest.fixture(params=["file", "server"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "file":
        opened = open_database(Address(tmp_path / "home" / "trainer.db"))
    else:
        opened = open_database(Address(url=request.getfixturevalue("postgres_url")))
    with opened.write() as connection:
        rows = [{"id": name, "name": name.title(), "role": "trainee"} for name in WHO[1:]]
        connection.execute(insert(people), rows)
    yield opened
    opened.close()


def talk(
    database: Database, who: str, name: str, at: date, lost: list[int], pack: str = "p", end: bool = True
) -> None:
    store = EventStore(database, who)
    when = f"{at.isoformat()}T12:00:00Z"
    store.append(
        name, {"kind": "start", "at": when, "scenario": f"s-{pack}", "mode": "training", "pack": pack}
    )
    for number in lost:
        items = [{"standard": s, "quality": q, "points": 10} for s, q in STANDARDS[:number]]
        verdict = {
            "score": 100 - 10 * number,
            "grade": 3,
            "shown": ["greet"] if number < 2 else [],
            "deductions": items,
        }
        store.append(
            name,
            {"kind": "answer", "at": when, "turn": "t", "text": "Да.", "verdict": verdict, "seconds": 30},
        )
    if end:
        store.append(name, {"kind": "finish", "at": when, "ending": "good"})


def by_hand(
    database: Database, chosen: Selection
) -> tuple[dict[str, tuple[int, int]], dict[tuple[str, str], list[int]]]:
    """Return answers and scores by person, and lost, points, shown by person and standard, row by row."""
    totals: dict[str, tuple[int, int]] = {}
    found: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    with database.read() as connection:
        for row in connection.execute(select(answers)).all():
            day = row.at[:10]
            if (
                row.taken_back
                or (chosen.people is not None and row.person_id not in chosen.people)
                or (chosen.pack and row.pack != chosen.pack)
                or (chosen.since and day < chosen.since.isoformat())
                or (chosen.until and day > chosen.until.isoformat())
            ):
                continue
            count, score = totals.get(row.person_id, (0, 0))
            totals[row.person_id] = (count + 1, score + row.score)
            mine = connection.execute(select(deductions).where(deductions.c.answer_id == row.id)).all()
            for standard in {item.standard for item in mine}:
                found[row.person_id, standard][0] += 1
            for item in mine:
                found[row.person_id, item.standard][1] += item.points
            for item in connection.execute(select(shown).where(shown.c.answer_id == row.id)).all():
                found[row.person_id, item.standard][2] += 1
    return totals, {key: value for key, value in found.items() if any(value)}


def check(database: Database, chosen: Selection) -> None:
    found = sums(database, chosen)
    totals: dict[str, tuple[int, int]] = {}
    for week in found.weeks:
        count, score = totals.get(week.person, (0, 0))
        totals[week.person] = (count + week.answers, score + week.score)
    by_name = {(row.person, row.standard): [row.lost, row.points, row.shown] for row in found.standards}
    expected, standards = by_hand(database, chosen)
    assert totals == expected
    assert {key: value for key, value in by_name.items() if any(value)} == standards


CHOICES = (
    Selection(),
    Selection(people=("anna",)),
    Selection(people=()),
    Selection(pack="q"),
    Selection(since=date(2025, 1, 20)),
    Selection(until=date(2025, 3, 3)),
    Selection(since=date(2025, 1, 31), until=date(2025, 3, 1)),
    Selection(("anna", "local"), "p", date(2025, 2, 1), date(2025, 2, 28)),
    Selection(since=date(2025, 2, 10), until=date(2025, 2, 12)),
)


def test_sums_are_those_of_the_answers_whatever_happens_to_them(database: Database) -> None:
    chance = random.Random(7)
    for number in range(30):
        at = date(2025, 1, 10) + timedelta(days=chance.randrange(80))
        lost = [chance.randrange(4) for _ in range(chance.randrange(1, 4))]
        talk(database, chance.choice(WHO), f"t{number}", at, lost, chance.choice("pq"))
    for chosen in CHOICES:
        check(database, chosen)
    # Taken back, corrected by a decision, deleted, put into another day: each leaves its mark.
    store = EventStore(database, "anna")
    talk(database, "anna", "again", date(2025, 2, 11), [1, 2], end=False)
    store.events("again")
    store.append("again", {"kind": "retry", "at": "2025-02-11T12:00:00Z"})
    with database.write() as connection:
        first = connection.execute(select(deductions).order_by(deductions.c.answer_id)).first()
        assert first
        connection.execute(delete(deductions).where(deductions.c.answer_id == first.answer_id))
        connection.execute(update(answers).where(answers.c.id == first.answer_id).values(score=100))
        connection.execute(delete(sessions).where(sessions.c.id == "t3"))
        connection.execute(
            update(answers).where(answers.c.session_id == "t4").values(at="2025-02-11T00:00:00Z")
        )
        connection.execute(update(deductions).values(points=7))
    for chosen in CHOICES:
        check(database, chosen)


def test_a_copy_of_the_store_reports_the_same(database: Database, tmp_path: Path) -> None:
    talk(database, "anna", "t", date(2025, 1, 1), [2, 3])
    talk(database, "boris", "u", date(2025, 2, 1), [1])
    found = sums(database, Selection())
    talk(database, "boris", "v", date(2025, 2, 1), [1])
    save(database, tmp_path / "copy.db")
    with database.write() as connection:
        connection.execute(delete(sessions).where(sessions.c.id == "v"))
    assert sums(database, Selection()) == found
    copy = open_database(Address(tmp_path / "copy.db"))
    with copy.read() as saved, database.write() as present:
        copy_rows(saved, present)
    copy.close()
    check(database, Selection())
    assert sum(week.answers for week in sums(database, Selection()).weeks) == 4


def test_nothing_of_a_person_is_left(database: Database) -> None:
    talk(database, "anna", "t", date(2025, 1, 1), [2])
    sums(database, Selection())
    talk(database, "anna", "u", date(2025, 1, 2), [2])
    with database.write() as connection:
        connection.execute(delete(sessions).where(sessions.c.person_id == "anna"))
        connection.execute(delete(people).where(people.c.id == "anna"))
    with database.read() as connection:
        for table in (day_tallies, standard_tallies, stale_months):
            assert connection.execute(select(table).where(table.c.person_id == "anna")).all() == []


def test_a_new_session_leaves_little_to_be_summed(database: Database) -> None:
    talk(database, "anna", "t", date(2025, 1, 1), [2])
    talk(database, "anna", "u", date(2025, 2, 1), [2])
    with database.read() as connection:
        assert [row.month for row in connection.execute(select(stale_months))] == ["2025-02"]
    settle(database)
    with database.read() as connection:
        assert connection.execute(select(stale_months)).first() is None


def test_first_and_last_attempts_are_compared(database: Database) -> None:
    for number, lost in enumerate(([3], [1], [0])):
        talk(database, "anna", f"t{number}", date(2025, 1, 1 + number), lost)
    talk(database, "anna", "once", date(2025, 1, 9), [2], pack="q")
    talk(database, "anna", "going", date(2025, 1, 9), [2], end=False)
    found = sums(database, Selection(people=("anna",)))
    assert found.ends == (Ends("anna", "p", "s-p", 3, 70, 100),)
    assert [(row.begun, row.finished, row.last[:10]) for row in found.sessions] == [(5, 4, "2025-01-09")]
    assert [(row.pack, row.people, row.answers, row.score) for row in found.packs] == [
        ("p", 1, 4, 340),
        ("q", 1, 1, 80),
    ]


def test_weeks_begin_on_monday(database: Database) -> None:
    for number, day in enumerate((date(2025, 1, 5), date(2025, 1, 6), date(2025, 1, 12))):
        talk(database, "anna", f"t{number}", day, [0])
    weeks = sums(database, Selection(people=("anna",))).weeks
    assert [(week.week, week.answers) for week in weeks] == [("2024-12-30", 1), ("2025-01-06", 2)]


def test_an_answer_without_a_time_is_counted(database: Database) -> None:
    talk(database, "anna", "t", date(2025, 1, 5), [1])
    with database.write() as connection:
        connection.execute(update(answers).values(at=""))
    check(database, Selection())


def test_a_group_is_found_by_its_name(database: Database) -> None:
    with database.write() as connection:
        connection.execute(insert(groups).values(id="g1", name="Весна"))
        connection.execute(
            insert(members), [{"group_id": "g1", "person_id": name} for name in ("anna", "boris")]
        )
    assert group_members(database, "весна ") == ("g1", "Весна", ("anna", "boris"))
    assert group_members(database, "осень") is None
