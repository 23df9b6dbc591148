"""Killed before and after every commit of a whole session, counted first: no place is left out by choice."""

import sys
from pathlib import Path

import pytest

from tests.faults.player import store_of
from tests.faults.running import LONGEST, kept, player, said
from tests.practice.fakes import FakeJudge, StillClock, scenario
from trainer.practice.replay import resume
from trainer.storage.db.address import Address
from trainer.storage.db.opening import open_database
from trainer.storage.db.take_in import waiting

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def test_a_session_survives_a_kill_at_each_of_its_commits(tmp_path: Path) -> None:
    open_database(Address(tmp_path / "empty.db")).close()  # its tables are made once, not for each moment
    with player("whole", tmp_path) as child:
        out, err = child.communicate(timeout=LONGEST)
        assert child.returncode == 0, err
    moments = int(said(out, "moments")[0])
    # The start, a look, drafts, answers, a step back, the note and the end: before and after.
    assert moments >= 2 * 9
    assert said((tmp_path / "0.txt").read_text("utf-8"), "finished") == ["s"]
    for at in range(1, moments + 1):
        home = tmp_path / str(at)
        out = (tmp_path / f"{at}.txt").read_text("utf-8")
        typed, shown = said(out, "typed"), said(out, "shown")
        store = store_of(home)
        assert store.warning == ""
        assert not waiting(home)
        texts = kept(home)  # proves that events and rows agree, that no number is missing or doubled
        assert texts[: len(shown)] == shown
        assert texts in (typed, typed[:-1], typed[: len(texts)])
        if not store.events("s"):
            continue
        session = resume(store, "s", lambda _: scenario(), FakeJudge(), StillClock())
        if len(texts) < len(typed) and typed:
            assert session.draft() in (typed[-1], *texts[-1:], "")
        # Whoever goes on comes to the end, and nothing is counted twice.
        assert len(session.talk.attempts) == len(texts)
