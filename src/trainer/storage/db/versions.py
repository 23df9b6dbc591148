"""Which version a store has and which the program needs; told without loading what opens it."""

import contextlib
import re
from functools import cache
from pathlib import Path

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
    import sqlite3

    found = ""
    with contextlib.suppress(sqlite3.Error, OSError):
        if path.is_file():
            address = f"{path.absolute().as_uri()}?mode=ro"
            with contextlib.closing(sqlite3.connect(address, uri=True, timeout=0.1)) as connection:
                row = connection.execute(f"SELECT version_num FROM {TABLE}").fetchone()
                found = str(row[0]) if row else ""
    if found > newest():
        raise newer(str(path))


def newer(label: str) -> InputError:
    """Return the error that the store belongs to a newer version of the program."""
    return InputError(Problem(Place(label), "E202", STORE_TEXTS["E202"]))
