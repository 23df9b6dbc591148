"""The mentor's guide works: all that it tells to do is done in one empty home, in order, and shows what it says."""

import shutil
from pathlib import Path

import pytest

from tests.guards.author_guide import Command, done_as_shown, environment, steps
from tests.guards.project import ROOT

GUIDE = (ROOT / "docs" / "mentor.md").read_text(encoding="utf-8")
PIN = "4815"


@pytest.mark.skipif(shutil.which("bash") is None, reason="the guide is written for a POSIX shell")
def test_a_mentor_comes_from_an_empty_machine_to_a_week(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    # The PIN is set as the guide says: once for the whole day.
    env = environment(tmp_path / "home", TRAINER_PIN=PIN)
    for step in steps(GUIDE):
        assert isinstance(step, Command)
        done_as_shown("mentor.md", step, tmp_path / "folder", env)


def test_the_guide_shows_the_commands_of_a_mentor() -> None:
    typed = " ".join(step.typed for step in steps(GUIDE) if isinstance(step, Command))
    for words in ("person add", "person pin", "person import", "group join", "assign week", "assigned"):
        assert f"trainer {words}" in typed
    assert f"echo {PIN}" in typed
