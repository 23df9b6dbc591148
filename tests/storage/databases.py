"""A store on each of the two databases, for tests that hold on both."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from trainer.storage.db.address import Address
from trainer.storage.db.engine import Database
from trainer.storage.db.opening import open_database


@pytest.fixture(params=["file", "server"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "file":
        opened = open_database(Address(tmp_path / "home" / "trainer.db"))
    else:
        opened = open_database(Address(url=request.getfixturevalue("postgres_url")))
    yield opened
    opened.close()
