"""``trainer play --lesson``: line by line through a pipe, in the app at a terminal; offered once."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.fakes import TOOLS
from trainer.cli.main import main
from trainer.storage.seen import LESSON, was_seen


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path))
    return tmp_path


def trainer(*words: str, stdin: str, home: Path) -> tuple[int, str]:
    call = [sys.executable, "-c", "import sys; from trainer.cli.main import main; sys.exit(main())", *words]
    done = subprocess.run(
        call, input=stdin, capture_output=True, text=True, timeout=200, check=False,
        env={**os.environ, "TRAINER_HOME": str(home)},
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def test_the_lesson_is_played_through_a_pipe_and_leaves_nothing_but_that_it_was_seen(home: Path) -> None:
    code, out = trainer("play", "--lesson", stdin="\nМожно.\n/quit\n", home=home)
    assert code == 1
    assert "Шаг 2 из 4" in out
    assert "Урок пропущен" in out
    assert was_seen(LESSON, "local", {"TRAINER_HOME": str(home)})
    assert not list(home.glob("sessions*"))


def test_at_a_terminal_it_opens_in_the_app(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    assert main(["play", "--lesson"], replace(TOOLS, lesson_app=lambda: opened.append("lesson"))) == 0
    assert opened == ["lesson"]
