"""What the commands about people's work share: the store, who is at the keyboard, times as people read them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from trainer.cli.complain import wrong
from trainer.cli.disagree_texts_ru import WHEN
from trainer.cli.texts_ru import PLACES
from trainer.model.place import Place

if TYPE_CHECKING:
    from trainer.storage.db.engine import Database


@contextmanager
def opened() -> "Iterator[tuple[Database, str]]":
    """Give the store and the id of who is at the keyboard; InputError says when the store fails."""
    from trainer import wiring
    from trainer.cli.access import need_self
    from trainer.storage.db.errors import StoreError

    need_self()
    try:
        # Answers that lie beside the store come in first.
        person = wiring.person_id()
        yield wiring.database(), person
    except StoreError as error:
        raise wrong(Place(PLACES["store"]), "C135", why=error) from None


def now() -> datetime:
    """Return the time."""
    from trainer import wiring

    return wiring.SystemClock().now()


def when(at: str) -> str:
    """Return a time of the store as people read it, in the zone of this machine."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime(WHEN)
    except ValueError:
        return at


def mentor(person: str) -> str:
    """Return the id of the mentor who gives this command: with their PIN where one is set. Raises InputError.

    ``person`` is who is at the keyboard, and stays so where nobody is named and no mentor has a PIN.
    """
    from trainer.cli.access import need_mentor

    viewer = need_mentor()
    return viewer.id if viewer else person
