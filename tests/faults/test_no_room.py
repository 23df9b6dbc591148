"""A full disk, a locked store, a server that is gone: a clear message, and the answer comes in later."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.player import begin, store_of
from tests.faults.running import LONGEST, kept, player, said
from tests.postgres import Server
from tests.practice.fakes import LACKS_PRICE
from trainer.storage.db.take_in import waiting

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")


def test_files_that_may_not_grow_keep_the_answers_beside(tmp_path: Path) -> None:
    with player("full", tmp_path, 0) as child:
        out, err = child.communicate(timeout=LONGEST)
        assert child.returncode == 0, err
    shown = said(out, "shown")
    assert len(shown) == 31
    (warning,) = said(out, "warned")
    assert "запасной файл" in warning
    assert "диск" in warning
    assert len(kept(tmp_path)) < 31
    later = store_of(tmp_path)
    assert later.warning == ""
    assert sorted(kept(tmp_path)) == sorted(text.rstrip() for text in shown) or sorted(
        kept(tmp_path)
    ) == sorted(shown)
    assert later.draft("s")[1] == "Недописа"
    assert not waiting(tmp_path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB; only root may have one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or not mount or not umount:
        pytest.skip("only root can mount a small disk")
    done = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=3m", "none", str(disk)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("no rights to mount")
    try:
        yield disk
    finally:
        subprocess.run([umount, "-l", str(disk)], check=True)


def fill(disk: Path) -> Path:
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\1" * 4096)
        except OSError:
            pass
    return ballast


def test_a_full_disk_is_told_and_the_answers_come_in_later(small_disk: Path) -> None:
    home = small_disk / "home"
    store = store_of(home)
    session = begin(store, "s")
    session.answer(f"{LACKS_PRICE} до")
    session.retry()
    ballast = fill(small_disk)
    texts = [f"{LACKS_PRICE} полон {number} " + "слово " * 200 for number in range(40)]
    for text in texts:
        session.answer(text)
        session.retry()
    assert "на диске нет места" in store.warning
    assert "запасной файл" in store.warning
    session.save_draft("Недописа")
    # Even the program is closed before somebody makes room.
    again = store_of(home)
    found = [event["text"] for event in again.events("s") if event["kind"] == "answer"]
    assert found == [f"{LACKS_PRICE} до", *texts]
    ballast.unlink()
    later = store_of(home)
    assert later.warning == ""
    assert kept(home) == [f"{LACKS_PRICE} до", *texts]
    assert not waiting(home)


def test_a_store_that_somebody_else_has_locked(tmp_path: Path) -> None:
    store = store_of(tmp_path)
    session = begin(store, "s")
    with player("lock", tmp_path / "trainer.db") as child:
        assert child.stdout
        assert child.stdin
        assert child.stdout.readline() == "locked\n"
        session.save_draft("Недописа")
        assert store.warning == ""
        session.answer(f"{LACKS_PRICE} один")
        assert "долго пишет другая программа" in store.warning
        assert [event["kind"] for event in store.events("s")] == ["start", "answer"]
        # Who looks meanwhile sees what there is.
        assert kept(tmp_path) == []
        child.stdin.close()
        child.wait(LONGEST)
    later = store_of(tmp_path)
    assert later.warning == ""
    assert kept(tmp_path) == [f"{LACKS_PRICE} один"]
    assert not waiting(tmp_path)


def test_a_server_that_stops_between_two_answers(tmp_path: Path, postgres: Server, postgres_url: str) -> None:
    store = store_of(tmp_path, postgres_url)
    session = begin(store, "s")
    session.answer(f"{LACKS_PRICE} один")
    session.retry()
    postgres.stop("immediate")
    try:
        session.answer(f"{LACKS_PRICE} два")
        session.save_draft("Недописа")
        assert "нет связи с сервером" in store.warning
        assert "trainer@" not in store.warning
    finally:
        postgres.start()
    later = store_of(tmp_path, postgres_url)
    assert later.warning == ""
    assert kept(tmp_path, postgres_url) == [f"{LACKS_PRICE} один", f"{LACKS_PRICE} два"]
    assert later.draft("s")[1] == "Недописа"
