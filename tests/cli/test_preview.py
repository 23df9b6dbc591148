"""How ``trainer preview`` is called; the screen itself has tests of its own."""

import sys
from pathlib import Path

import pytest

from tests.packs.samples import TALK, write_pack
from trainer.authoring.watched import Version, WatchedScenario
from trainer.cli.main import main
from trainer.cli.tools import Tools

opened: list[tuple[Path, str]] = []


def preview(watched: WatchedScenario, version: Version, turn: str) -> None:
    opened.append((watched.path, turn))


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    opened.clear()
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)


def run(*words: object) -> int:
    return main(["preview", *map(str, words)], Tools(preview=preview))


def test_a_file_and_an_id_are_opened(tmp_path: Path) -> None:
    file = write_pack(tmp_path) / "dialogues" / "talk.yaml"
    assert run(file) == 0
    assert run(file, "ask") == 0
    assert run("courier-pickup") == 0
    assert opened[:2] == [(file, ""), (file, "ask")]
    assert opened[2][0].name == "courier-pickup.yaml"


def test_a_broken_file_is_told_whole_and_not_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = TALK.replace("title: Разговор", "titel: Разговор").replace("to: lost", "to: last", 1)
    file = write_pack(tmp_path, talk) / "dialogues" / "talk.yaml"
    assert run(file) == 2
    told = capsys.readouterr().err
    for part in (f"{file}:2:1: error: E021", "E043"):
        assert part in told
    assert opened == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("нет.yaml",), "нет.yaml: error: C001"),
        (("courier-pikup",), "возможно, вы имели в виду «courier-pickup»"),
        (("courier-pickup", "qestion"), "возможно, вы имели в виду «question»"),
        ((), "не хватает: СЦЕНАРИЙ"),
    ],
)
def test_a_wrong_call_is_told(words: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*words) == 2
    assert says in capsys.readouterr().err


def test_without_a_terminal_there_is_nothing_to_open(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    assert run("courier-pickup") == 2
    assert "C150" in capsys.readouterr().err
    assert opened == []
