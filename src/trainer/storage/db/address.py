"""Where the store is: a file in the data folder, or a server that TRAINER_DATABASE_URL names."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from trainer.model.place import Place
from trainer.model.problem import InputError, Problem
from trainer.storage.texts_ru import STORE_TEXTS

VARIABLE = "TRAINER_DATABASE_URL"
FILE = "trainer.db"
_SERVER = ("postgresql+psycopg", "postgresql", "postgres")


@dataclass(frozen=True, slots=True)
class Address:
    """Where the store is: ``file`` of SQLite, or else the ``url`` of a PostgreSQL server."""

    file: Path | None = None
    url: str = ""

    @property
    def label(self) -> str:
        """Return the address for people, without user and password."""
        if self.file:
            return str(self.file)
        parts = urlsplit(self.url)
        port = f":{parts.port}" if parts.port else ""
        return f"{parts.hostname or 'localhost'}{port}{parts.path}"

    def __repr__(self) -> str:
        return f"Address({self.label})"


def address(home: Path, environment: Mapping[str, str]) -> Address:
    """Return the address of the store; raises InputError for a URL that names no database of a known kind."""
    url = environment.get(VARIABLE, "").strip()
    if not url:
        return Address(home / FILE)
    kind, _, rest = url.partition("://")
    if kind == "sqlite" and rest.startswith("/") and len(rest) > 1:
        return Address(Path(rest[1:]))
    if kind not in _SERVER or not _names_database(url):
        raise refused("E200")
    return Address(url=f"{_SERVER[0]}://{rest}")


def _names_database(url: str) -> bool:
    try:
        parts = urlsplit(url)
        # Looking at the port is what finds out that it is none.
        return bool(parts.path.strip("/")) and parts.port != 0
    except ValueError:
        return False


def refused(code: str, **values: object) -> InputError:
    """Return the error that the address cannot be used."""
    return InputError(Problem(Place(VARIABLE), code, STORE_TEXTS[code].format(**values)))
