"""Copies of the store that were made here: where they lie, so that who is forgotten is forgotten there as well."""

import contextlib
import json
from pathlib import Path

from trainer.model.problem import InputError
from trainer.storage.db.address import FILE, Address
from trainer.storage.db.copying import check, one_file
from trainer.storage.db.errors import StoreError
from trainer.storage.db.opening import open_database
from trainer.storage.db.outgrown import outgrown
from trainer.storage.db.owned import erase
from trainer.storage.home import write_private

LIST = "copies.json"
_MOST = 200


def note_copy(home: Path, path: Path) -> None:
    """Remember where a copy lies; raises OSError."""
    found = [item for item in known_copies(home) if item != path.resolve()]
    paths = [str(item) for item in [*found, path.resolve()][-_MOST:]]
    write_private(home / LIST, json.dumps(paths, ensure_ascii=False) + "\n")


def known_copies(home: Path) -> list[Path]:
    """Return the copies made here that are still there, and damaged stores that were carried away."""
    listed: list[Path] = []
    with contextlib.suppress(OSError, ValueError):
        read = json.loads((home / LIST).read_text(encoding="utf-8"))
        listed = [Path(item) for item in read if isinstance(item, str)] if isinstance(read, list) else []
    return [path for path in [*listed, home / f"{FILE}.damaged"] if path.is_file()]


def erase_from_copies(
    home: Path, person_id: str, store: Path | None = None
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Erase a person from the known copies and those beside ``store``; return which could be opened and which could not."""
    done: list[Path] = []
    left: list[Path] = []
    for path in dict.fromkeys([*known_copies(home), *(outgrown(store) if store else ())]):
        try:
            _erase(path, person_id)
            done.append(path)
        except (InputError, StoreError, OSError):
            left.append(path)
    return tuple(done), tuple(left)


def _erase(path: Path, person_id: str) -> None:
    from trainer.storage.forget import squeeze
    from trainer.storage.side import LOCAL

    check(path)
    copy = open_database(Address(path), copied=True)
    try:
        with copy.write() as connection:
            erase(connection, person_id, keep_person=person_id == LOCAL)
        squeeze(copy)
    finally:
        copy.close()
    one_file(path)
