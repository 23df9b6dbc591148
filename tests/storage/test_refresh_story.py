"""What refreshers read from the store, on both databases."""

from datetime import UTC, date, timedelta, timezone

from tests.storage.databases import database
from trainer.refresh import REFRESH
from trainer.refresh.plan import Reason
from trainer.storage.db.engine import Database
from trainer.storage.db.event_store import EventStore
from trainer.storage.db.refresh_store import story

__all__ = ["database"]

AT = "2026-11-20T22:30:00+00:00"
ITEM = "empathy@angry:answer:parcel/where~1"
LOST = {"standard": "apologize", "points": 10}
JUDGED = {"score": 90, "shown": ["empathy"], "losses": [LOST, {"standard": "curt", "points": 0}]}


def test_answers_come_with_what_they_lost_and_showed_and_the_last_set(database: Database) -> None:
    store = EventStore(database, "local")
    start = {"kind": "start", "at": AT, "exercise": REFRESH, "mode": "training", "items": [ITEM]}
    store.append("r1", {**start, "reasons": ["missed"]})
    store.append(
        "r1", {"kind": "done", "at": AT, "item": ITEM, "answer": {"text": "Да"}, "assessment": JUDGED}
    )
    store.append("r1", {"kind": "easy", "at": AT, "item": ITEM})
    with database.read() as connection:
        found = story(connection, "local", UTC)
        later = story(connection, "local", timezone(timedelta(hours=3)))
        other = story(connection, "somebody", UTC)
    (answer,) = found.answers
    # A warning takes no points, so nothing was lost by it.
    assert (answer.lost, answer.shown, answer.easy, answer.turn) == (("apologize",), ("empathy",), True, ITEM)
    assert (answer.day, later.answers[0].day) == (date(2026, 11, 20), date(2026, 11, 21))
    assert found.last
    assert (found.last.items, found.last.reasons, found.last.answered) == ((ITEM,), (Reason.MISSED,), 1)
    assert not found.last.finished
    assert (other.answers, other.last) == ((), None)
