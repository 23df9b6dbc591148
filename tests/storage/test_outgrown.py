"""A store is copied before it is brought forward: whole, for its owner alone, not too often, and somebody is told."""

import errno
import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from trainer.cli.main import main
from trainer.storage.brought import untold
from trainer.storage.db import outgrown as module
from trainer.storage.db.address import Address
from trainer.storage.db.errors import StoreError
from trainer.storage.db.opening import open_database
from trainer.storage.db.outgrown import MOST, outgrown
from trainer.storage.db.people_store import everyone
from trainer.storage.db.versions import newest
from trainer.storage.doctor import look_over
from trainer.storage.forget import forget
from trainer.storage.safe import SafeStore

STORES = Path(__file__).parents[1] / "data" / "stores"
OLDEST, LAST = "0001", f"{int(newest()) - 1:04}"


@pytest.fixture(autouse=True)
def nothing_untold() -> Iterator[None]:
    untold()
    yield
    untold()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return Path(shutil.copy(STORES / LAST / "trainer.db", tmp_path))


def content(path: Path) -> list[str]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return list(connection.iterdump())


def version(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


@pytest.mark.parametrize("before", [OLDEST, LAST])
def test_a_store_of_an_earlier_version_is_copied_as_it_was(tmp_path: Path, before: str) -> None:
    path = Path(shutil.copy(STORES / before / "trainer.db", tmp_path))
    was = content(path)
    assert SafeStore(tmp_path).warning == ""
    copy = tmp_path / f"trainer.db.v{before}"
    assert outgrown(path) == untold() == [copy]
    assert (version(path), version(copy)) == (newest(), before)
    assert content(copy) == was
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert sorted(one.name for one in tmp_path.glob("*trainer.db.v*")) == [
        copy.name
    ]  # nothing passing is left
    found = look_over({"TRAINER_HOME": str(tmp_path)})
    assert not [one for one in found if not one.well and str(copy) in one.text]


def test_a_store_of_today_and_a_new_one_are_not_copied(tmp_path: Path) -> None:
    for _ in range(2):
        SafeStore(tmp_path)
    assert outgrown(tmp_path / "trainer.db") == untold() == []


def test_whoever_comes_back_to_an_old_store_keeps_each_and_not_more_than_a_few(store: Path) -> None:
    names = []
    for _ in range(MOST + 2):
        shutil.copy(STORES / LAST / "trainer.db", store)
        for rest in store.parent.glob("trainer.db-*"):
            rest.unlink()
        open_database(Address(store)).close()
        names.append(untold()[0].name)
    assert names[:3] == [f"trainer.db.v{LAST}{end}" for end in ("", "-2", "-3")]
    assert len(outgrown(store)) == MOST
    assert outgrown(store)[-1].name == names[-1]


@pytest.mark.parametrize("why", [OSError(errno.ENOSPC, ""), StoreError("на диске нет места")])
def test_without_a_copy_the_store_is_left_as_it_is(
    store: Path, monkeypatch: pytest.MonkeyPatch, why: Exception
) -> None:
    def full(_store: Path, _path: Path) -> None:
        raise why

    monkeypatch.setattr(module, "keep", full)
    was = content(store)
    with pytest.raises(StoreError, match="не тронуто: на диске нет места"):
        open_database(Address(store))
    assert content(store) == was
    # Whoever practises is told, and goes on beside it.
    assert "не тронуто" in SafeStore(store.parent).warning
    assert untold() == []


def test_whoever_is_forgotten_is_forgotten_in_the_copy_too(store: Path) -> None:
    database = open_database(Address(store))
    with database.read() as connection:
        (somebody, *_) = [one for one in everyone(connection) if one.id != "local"]
    (copy,) = outgrown(store)
    assert any(somebody.name in line for line in content(copy))
    assert forget(database, store.parent, somebody).copies == (copy,)
    assert not any(somebody.name in line for line in content(copy))
    # To be opened it was brought forward, and no copy was made of the copy.
    assert outgrown(store) == [copy]
    database.close()


def test_it_is_told_in_one_line(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TRAINER_HOME", str(store.parent))
    for lines in (1, 0):
        assert main(["person", "list"]) == 0
        told = [line for line in capsys.readouterr().err.splitlines() if "Хранилище обновлено" in line]
        assert len(told) == lines
        assert all(line.endswith(f"trainer.db.v{LAST}") for line in told)
