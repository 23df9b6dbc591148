"""A kill at any moment loses at most the line being typed, and that draft is there again."""

import signal
import sys
from pathlib import Path

import pytest

from tests.faults.player import store_of
from tests.faults.running import LONGEST, kept, player, said
from tests.practice.fakes import FakeJudge, StillClock, scenario
from trainer.practice.replay import resume
from trainer.storage.db.take_in import waiting

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def check(home: Path, url: str, out: str) -> None:
    """Prove that what was shown is kept, and that what was typed is kept or is the draft."""
    typed, shown = said(out, "typed"), said(out, "shown")
    store = store_of(home, url)
    assert store.warning == ""
    texts = kept(home, url)
    assert texts[: len(shown)] == shown
    assert texts == typed[: len(texts)] or texts[:-1] == typed
    if texts[: len(typed)] != typed:
        session = resume(store, "s", lambda _: scenario(), FakeJudge(), StillClock())
        assert session.draft() == typed[-1]
    assert not waiting(home)


# A draft takes some 5 steps, an answer some 15, taking it back some 6: these fall into each part of two rounds.
@pytest.mark.parametrize("step", [1, 3, 6, 7, 8, 11, 14, 17, 20, 21, 24, 27, 30, 35, 40, 45])
def test_killed_at_a_step_of_writing_to_a_file(tmp_path: Path, step: int) -> None:
    with player("type", tmp_path, "", step) as child:
        out, err = child.communicate(timeout=LONGEST)
        assert child.returncode == -signal.SIGKILL, err
    check(tmp_path, "", out)


@pytest.mark.parametrize("step", [3, 7, 12, 19, 21, 26])
def test_killed_at_a_step_of_writing_to_a_server(tmp_path: Path, postgres_url: str, step: int) -> None:
    with player("type", tmp_path, postgres_url, step) as child:
        out, err = child.communicate(timeout=LONGEST)
        assert child.returncode == -signal.SIGKILL, err
    check(tmp_path, postgres_url, out)


@pytest.mark.parametrize("lines", [2, 5, 12, 30])
def test_killed_from_outside_at_no_moment_in_particular(tmp_path: Path, lines: int) -> None:
    with player("type", tmp_path, "", 0) as child:
        assert child.stdout
        out = "".join(child.stdout.readline() for _ in range(lines))
        child.kill()
        out += child.stdout.read()
    # The last line may have been torn.
    check(tmp_path, "", out[: out.rindex("\n") + 1])
