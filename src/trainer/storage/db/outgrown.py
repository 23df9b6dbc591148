"""What a store was before it was brought forward: a copy beside it, so that there is a way back."""

from pathlib import Path

from trainer.storage.brought import note
from trainer.storage.db.copying import keep
from trainer.storage.db.errors import StoreError
from trainer.storage.texts_ru import NOT_COPIED, OTHER_REASON, REASONS

MOST = 3
"""Copies that are kept; the oldest goes when there is one more."""


def keep_outgrown(store: Path, version: str) -> None:
    """Copy a store of this version beside it, for its owner alone; raises StoreError, and then nothing may be changed.

    Called while nobody else can write to it.
    """
    path = _free(store, version)
    try:
        keep(store, path)
    except StoreError as error:
        raise StoreError(NOT_COPIED.format(why=error)) from None
    except OSError as error:
        why = REASONS.get(error.errno or 0) or OTHER_REASON.format(number=error.errno)
        raise StoreError(NOT_COPIED.format(why=why)) from None
    note(path)
    for old in outgrown(store)[:-MOST]:
        old.unlink(missing_ok=True)


def outgrown(store: Path) -> list[Path]:
    """Return the copies that lie beside a store, the oldest first."""
    found = [path for path in store.parent.glob(f"{store.name}.v[0-9]*") if path.is_file()]
    return sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name))


def _free(store: Path, version: str) -> Path:
    """Return a name that no copy has: a store that was restored may be brought forward twice."""
    first = store.with_name(f"{store.name}.v{version}")
    others = (first.with_name(f"{first.name}-{number}") for number in range(2, 1000))
    return next(path for path in (first, *others) if not path.exists())
