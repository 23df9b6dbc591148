"""What can go wrong with the store, in words for people."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from trainer.storage.texts_ru import STORE_OTHER, STORE_REASONS


class StoreError(Exception):
    """The store did not take or give what was asked; the text (Russian) says why. Nothing was changed."""


class BusyError(StoreError):
    """Somebody else writes at this moment; the store itself is well."""


class TakenError(StoreError):
    """A row with this key is there already, or what it refers to is not."""


class OtherWindowError(StoreError):
    """Another process has gone on with the same session."""


# How databases say it, and which of our reasons that is; the first that is found counts.
_SIGNS = (
    (r"disk is full|no space left|disk quota|FULL$", "full"),
    (r"database (table )?is locked|BUSY|lock timeout|canceling statement due to lock", "locked"),
    (r"readonly|read-only|READONLY", "readonly"),
    (r"unable to open|CANTOPEN|permission denied", "closed"),
    (r"malformed|not a database|CORRUPT|NOTADB", "damaged"),
    (r"disk i/o|IOERR", "disk"),
    (r"too many (clients|connections)|remaining connection slots", "crowded"),
    (r"password|authentication|role .* does not exist|no pg_hba", "refused"),
    (r"database .* does not exist", "absent"),
    (r"resolve host|name or service|nodename", "unknown-host"),
    (r"connect|timeout|timed out|closed|terminat|shut ?down|starting up|SSL", "gone"),
)


@contextmanager
def told() -> Iterator[None]:
    """Turn errors of the database into StoreError; parameters and passwords never get into its text."""
    from sqlalchemy.exc import IntegrityError, SQLAlchemyError

    try:
        yield
    except IntegrityError as error:
        raise TakenError(reason(error)) from None
    except (SQLAlchemyError, OSError) as error:
        why = reason(error)
        raise (BusyError if why == STORE_REASONS["locked"] else StoreError)(why) from None


def reason(error: BaseException) -> str:
    """Return in Russian why the database failed."""
    original = getattr(error, "orig", None) or error
    name = getattr(original, "sqlite_errorname", "")
    text = f"{original} {name}".strip()
    for sign, kind in _SIGNS:
        if re.search(sign, text, re.IGNORECASE if kind not in ("full", "locked") else 0):
            return STORE_REASONS[kind]
    return STORE_OTHER.format(kind=name or type(original).__name__)
