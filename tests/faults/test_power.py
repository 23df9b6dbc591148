"""A power cut: of what SQLite had not finished writing, a beginning is there and nothing of it twice."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.player import begin, store_of
from tests.faults.running import kept
from tests.practice.fakes import LACKS_PRICE, FakeJudge, StillClock, scenario
from trainer.practice.replay import resume
from trainer.storage.db.address import Address
from trainer.storage.db.opening import open_database
from trainer.storage.db.take_in import waiting

_HEAD, _FRAME_HEAD = 32, 24  # bytes of the log and of each of its frames, by the format of SQLite
_ANSWERS = 3


@pytest.fixture(scope="module")
def cut_off(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A store as a power cut leaves it: the file, and beside it a log with all answers that nobody has merged."""
    home, left = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("left")
    open_database(
        Address(home / "trainer.db")
    ).close()  # its tables are merged: the log is about answers alone
    store = store_of(home)
    session = begin(store, "s")
    texts = [f"{LACKS_PRICE} {number}" for number in range(_ANSWERS)]
    for text in texts:
        session.answer(text)
        session.retry()
    # While it is open: closing would merge the log into the file.
    for name in ("trainer.db", "trainer.db-wal"):
        shutil.copy(home / name, left / name)
    return left, texts


def lengths(log: Path) -> Iterator[int]:
    """Yield where the log may end: at every frame, in the middle of each, and within its head."""
    raw = log.read_bytes()
    frame = _FRAME_HEAD + int.from_bytes(raw[8:12], "big")
    yield from (0, 7, _HEAD)
    for end in range(_HEAD + frame, len(raw) + 1, frame):
        yield from (end - frame // 2, end)


def test_whatever_is_left_of_the_log_a_beginning_of_the_answers_is_there(
    tmp_path: Path, cut_off: tuple[Path, list[str]]
) -> None:
    left, texts = cut_off
    raw = (left / "trainer.db-wal").read_bytes()
    counts = []
    for number, length in enumerate(lengths(left / "trainer.db-wal")):
        home = tmp_path / str(number)
        home.mkdir()
        shutil.copy(left / "trainer.db", home)
        (home / "trainer.db-wal").write_bytes(raw[:length])
        found = kept(home)  # proves too that rows and events agree and that no number is missing
        assert found == texts[: len(found)]
        counts.append(len(found))
    assert counts == sorted(counts)
    assert counts[-1] == _ANSWERS


def test_noise_in_the_log_is_left_out(tmp_path: Path, cut_off: tuple[Path, list[str]]) -> None:
    left, texts = cut_off
    raw = (left / "trainer.db-wal").read_bytes()
    for number, at in enumerate(range(_HEAD + 100, len(raw), len(raw) // 6)):
        home = tmp_path / str(number)
        home.mkdir()
        shutil.copy(left / "trainer.db", home)
        (home / "trainer.db-wal").write_bytes(
            raw[:at] + bytes(byte ^ 0xFF for byte in raw[at : at + 8]) + raw[at + 8 :]
        )
        found = kept(home)
        assert found == texts[: len(found)]


def test_after_the_cut_the_talk_goes_on(tmp_path: Path, cut_off: tuple[Path, list[str]]) -> None:
    left, _ = cut_off
    shutil.copy(left / "trainer.db", tmp_path)
    raw = (left / "trainer.db-wal").read_bytes()
    (tmp_path / "trainer.db-wal").write_bytes(raw[: len(raw) * 2 // 3])
    before = kept(tmp_path)
    assert 0 < len(before) < _ANSWERS
    store = store_of(tmp_path)
    session = resume(store, "s", lambda _: scenario(), FakeJudge(), StillClock())
    session.answer(f"{LACKS_PRICE} снова")
    assert store.warning == ""
    assert kept(tmp_path) == [*before, f"{LACKS_PRICE} снова"]
    assert not waiting(tmp_path)
