"""A store with people and one answer that lost points."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert

from trainer.storage.db.engine import Database
from trainer.storage.db.event_store import EventStore
from trainer.storage.db.tables import people

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
SESSION = "20261122-080000-courier-pickup"
SAID = "Ждите, не мешайте."


def deduction(standard: str, quality: str, points: int, *spans: tuple[int, int]) -> dict[str, Any]:
    evidence = [{"start": start, "end": end} for start, end in spans]
    about = {"why": "Потому.", "fix": "Иначе.", "source": "002", "example": ""}
    return {"standard": standard, "quality": quality, "points": points, "evidence": evidence, **about}


VERDICT = {
    "score": 64, "grade": 3, "shown": ["greet"], "missed": ["empathy"], "violated": ["rude", "curt"], "given": [],
    "missing": [], "qualities": {"courtesy": 60}, "praise": [],
    "deductions": [
        deduction("empathy", "engagement", 16), deduction("rude", "courtesy", 12, (7, 17)),
        deduction("curt", "initiative", 8, (0, 18)),
    ],
}  # fmt: skip


def start(scenario: str = "courier-pickup") -> dict[str, Any]:
    return {
        "kind": "start",
        "at": "2026-11-22T08:00:00+00:00",
        "scenario": scenario,
        "mode": "training",
        "seed": 0,
    }


def answer(text: str = SAID, turn: str = "question", verdict: Any = VERDICT) -> dict[str, Any]:
    at = "2026-11-22T08:01:00+00:00"
    return {"kind": "answer", "at": at, "turn": turn, "text": text, "verdict": verdict}


def people_and_answer(database: Database) -> None:
    """Anna practises, Vera and Oleg are mentors, Petr is another trainee."""
    roles = {"anna": "trainee", "petr": "trainee", "vera": "mentor", "oleg": "mentor"}
    with database.write() as connection:
        rows = [{"id": name, "name": name.title(), "role": role} for name, role in roles.items()]
        connection.execute(insert(people), rows)
    store = EventStore(database, "anna")
    store.append(SESSION, start())
    store.append(SESSION, answer())
