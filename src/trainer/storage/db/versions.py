"""Which version a store has and which the program needs; told without loading what opens it."""

import contextlib
import re
from functools import cache
from pathlib import Path
from typing import Any

from trainer.model.place import Place
from trainer.model.problem import InputError, Problem
from trainer.storage.texts_ru import STORE_TEXTS

MIGRATIONS = Path(__file__).parent / "migrations"
TABLE = "alembic_version"
_NAME = re.compile(r"v(\d{4})_\w+\.py")


@cache
def newest() -> str:
    """Return the version that this program needs; the names of the migrations tell it."""
    names = (path.name for path in (MIGRATIONS / "versions").iterdir())
    return max(found[1] for name in names if (found := _NAME.fullmatch(name)))


def check_file(path: Path) -> None:
    """Raise InputError for a file that a newer version has written; whatever else is wrong is found on opening."""
    row = _glance(path, f"SELECT version_num FROM {TABLE}")
    if row and str(row[0]) > newest():
        raise newer(str(path))


def people_in(path: Path) -> tuple[int, bool]:
    """Return how many people practise here by a look at the file, and whether «я» has a PIN; nobody where there is none."""
    count = "SELECT count(*), max(id = 'local' AND pin_hash IS NOT NULL) FROM people WHERE closed_at IS NULL"
    row = _glance(path, count)
    return (int(row[0]), bool(row[1])) if row else (0, False)


def _glance(path: Path, query: str) -> tuple[Any, ...] | None:
    """Return the first row that a file gives, None where it gives none; nothing heavy is loaded for it."""
    import sqlite3

    with contextlib.suppress(sqlite3.Error, OSError):
        if path.is_file():
            address = f"{path.absolute().as_uri()}?mode=ro"
            with contextlib.closing(sqlite3.connect(address, uri=True, timeout=0.1)) as connection:
                row: tuple[Any, ...] | None = connection.execute(query).fetchone()
                return row
    return None


def newer(label: str) -> InputError:
    """Return the error that the store belongs to a newer version of the program."""
    return InputError(Problem(Place(label), "E202", STORE_TEXTS["E202"]))
