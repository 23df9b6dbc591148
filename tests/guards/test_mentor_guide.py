"""The mentor's guide works: all that it tells to do is done in one empty home, in order, and shows what it says."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import trainer
from tests.guards.author_guide import Command, left_out, steps
from tests.guards.project import ROOT

GUIDE = (ROOT / "docs" / "mentor.md").read_text(encoding="utf-8")
PIN = "4815"


@pytest.mark.skipif(shutil.which("bash") is None, reason="the guide is written for a POSIX shell")
def test_a_mentor_comes_from_an_empty_machine_to_a_week(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    environment = {
        **os.environ,
        "PATH": str(Path(sys.executable).parent) + os.pathsep + os.environ["PATH"],
        "PYTHONPATH": str(Path(trainer.__file__).parents[1]),
        "TRAINER_HOME": str(tmp_path / "home"),
        "TRAINER_PIN": PIN,  # as the guide says: once for the whole day
    }
    for step in steps(GUIDE):
        assert isinstance(step, Command)
        done = subprocess.run(
            ["bash", "-c", step.typed],
            cwd=tmp_path / "folder",
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )
        printed = done.stdout + done.stderr
        where = f"docs/mentor.md:{step.line}: {step.typed}\n{printed}"
        assert str(done.returncode) == step.ends, where
        assert left_out(step.shows, printed) == "", where


def test_the_guide_shows_the_commands_of_a_mentor() -> None:
    typed = " ".join(step.typed for step in steps(GUIDE) if isinstance(step, Command))
    for words in ("person add", "person pin", "person import", "group join", "assign week", "assigned"):
        assert f"trainer {words}" in typed
    assert f"echo {PIN}" in typed
