"""A store with very many answers, written in bulk, to see how the time of a report grows."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import insert

from trainer.packs.own_standards import shipped
from trainer.storage.db.address import Address
from trainer.storage.db.engine import Database
from trainer.storage.db.opening import open_database
from trainer.storage.db.tables import answers, deductions, people, sessions, shown

PEOPLE, PACKS, SCENARIOS = 50, 8, 12
# A talk has so many answers, and so many talks are written in one transaction.
ANSWERS, TALKS = 6, 2000
_BEGIN = datetime(2024, 1, 1, 9)
_DAYS = 700


def fill(folder: Path, count: int) -> Database:
    """Return a store with ``count`` answers or a few more, of fifty people over two years."""
    database = open_database(Address(folder / "trainer.db"))
    chance = random.Random(count)
    standards = [(one.id, one.quality) for one in shipped().standards.values() if one.kind != "process"]
    with database.write() as connection:
        connection.execute(insert(people), [{"id": f"p{n}", "name": f"Ученик {n}"} for n in range(PEOPLE)])
    talks = -(-count // ANSWERS)
    for first in range(0, talks, TALKS):
        _write(database, chance, standards, range(first, min(first + TALKS, talks)), talks)
    return database


def _write(
    database: Database, chance: random.Random, standards: list[tuple[str, str]], numbers: range, talks: int
) -> None:
    begun, said, lost, kept = [], [], [], []
    for number in numbers:
        pack = number % PACKS
        about = {"person_id": f"p{chance.randrange(PEOPLE)}", "pack": f"pack-{pack}"}
        about["scenario"] = f"s{pack}-{chance.randrange(SCENARIOS)}"
        at = (_BEGIN + timedelta(days=_DAYS * number / talks)).isoformat(timespec="seconds") + "Z"
        begun.append(
            {**about, "id": f"t{number}", "kind": "talk", "mode": "training", "started_at": at,
             "finished_at": at, "score": chance.randint(30, 100), "answers": ANSWERS}
        )  # fmt: skip
        for turn in range(ANSWERS):
            answer = number * ANSWERS + turn + 1
            costs = list(_costs(chance, standards))
            score = max(0, 100 - sum(points for *_, points in costs))
            said.append(
                {**about, "id": answer, "session_id": f"t{number}", "number": turn + 1, "turn": f"turn-{turn}",
                 "at": at, "text": "Здравствуйте! Уже смотрю ваш заказ.", "score": score, "seconds": 60}
            )  # fmt: skip
            lost += [
                {"answer_id": answer, "number": n, "standard": name, "quality": quality, "points": points}
                for n, (name, quality, points) in enumerate(costs)
            ]
            kept += [
                {"answer_id": answer, "standard": name, "quality": quality}
                for name, quality in chance.sample(standards[:20], 3)
            ]
    with database.write(light=True) as connection:
        for table, rows in ((sessions, begun), (answers, said), (deductions, lost), (shown, kept)):
            connection.execute(insert(table), rows)


def _costs(chance: random.Random, standards: list[tuple[str, str]]) -> Iterator[tuple[str, str, int]]:
    for name, quality in chance.sample(standards, chance.randrange(4)):
        yield name, quality, chance.randint(5, 25)
