"""Objections of the person who practises, and the decisions that they have not been told of."""

from collections.abc import Mapping, Sequence
from typing import Any

from trainer.model.place import Place
from trainer.model.problem import InputError, Problem
from trainer.storage.db.errors import StoreError
from trainer.storage.texts_ru import STORE_TEXTS
from trainer.team.objections import Objection
from trainer.wiring.keeping import SystemClock, database, person_id


def objections_of(session_id: str) -> Sequence[Objection]:
    """Return the objections to the verdicts of a session; nothing when the store fails: a verdict is shown all the same."""
    try:
        from trainer.storage.db.objection_store import ObjectionStore

        return ObjectionStore(database()).all(person=person_id(), session=session_id)
    except (StoreError, InputError):
        return ()


def object_to(session_id: str, attempt: int, deduction: int, text: str) -> None:
    """Keep an objection of the person who practises; raises InputError."""
    from trainer.storage.db.objection_store import ObjectionStore

    try:
        store = ObjectionStore(database())
        store.add(person_id(), session_id, attempt, deduction, text, SystemClock().now())
    except StoreError as error:
        text = STORE_TEXTS["E205"].format(why=error)
        raise InputError(Problem(Place(session_id), "E205", text)) from None


def news() -> Sequence[Mapping[str, Any]]:
    """Return the decisions that the person has not been told of, and take them for told; nothing when the store fails."""
    try:
        from trainer.storage.db.notices import mark_read, unread

        found = [notice for notice in unread(database(), person_id()) if notice.kind == "decided"]
        if found:
            mark_read(database(), person_id(), "decided", found[-1].id, SystemClock().now())
        return [notice.data for notice in found]
    except (StoreError, InputError):
        return ()
