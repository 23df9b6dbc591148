"""Own answers where a standard was broken, on both databases."""

from tests.cli.test_pins import LOST, VERDICT
from tests.storage.databases import database
from trainer.storage.db.engine import Database
from trainer.storage.db.event_store import EventStore
from trainer.storage.db.said_queries import said

__all__ = ["database"]

AT = "2026-11-20T10:00:00Z"


def test_an_answer_is_told_once_however_often_it_broke_the_standard_and_like_ones_each(
    database: Database,
) -> None:
    store = EventStore(database, "local")
    for name in ("one", "two"):
        store.append(name, {"kind": "start", "at": AT, "scenario": "courier-pickup", "mode": "training"})
        twice = {**VERDICT, "deductions": [LOST, LOST]}
        store.append(
            name, {"kind": "answer", "at": AT, "turn": "question", "text": "Ждите.", "verdict": twice}
        )
    found = said(database, "local", "curt", 9)
    assert [(one.text, one.broken, one.points) for one in found] == [("Ждите.", True, 40)] * 2
    assert said(database, "local", "rude", 9) == []
    assert said(database, "somebody", "curt", 9) == []
