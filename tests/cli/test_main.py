import logging
import re

import pytest

from tests.cli.conftest import Run
from tests.cli.fakes import TOOLS
from trainer import __version__
from trainer.cli import standards
from trainer.cli.main import main
from trainer.cli.main_texts_ru import COMMANDS
from trainer.packs.hashes import catalogue_hash
from trainer.wiring.stamps import engine_version


def test_help_names_every_command(run: Run) -> None:
    done = run("--help")
    assert done.code == 0
    for command in COMMANDS:
        assert f"\n  {command}" in done.out


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_is_in_russian(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.code == 0
    assert f"вызов: trainer {command}" in done.out
    for word in ("usage", "options", "positional", "show this"):
        assert word not in done.out


def test_unknown_command_gets_a_suggestion(run: Run) -> None:
    done = run("scoer")
    assert done.code == 2
    assert "нет команды «scoer» - возможно, вы имели в виду «score»?" in done.err


def test_the_version_tells_what_judges(run: Run) -> None:
    done = run("--version")
    assert done.code == 0
    engine = engine_version().removeprefix(f"{__version__}+")
    assert done.out.splitlines() == [
        f"trainer {__version__}",
        f"движок {engine}",
        f"каталог {catalogue_hash()}",
    ]
    assert re.fullmatch(r"[0-9a-f]{16}(\.[0-9a-f]{16})?", engine)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("evaluate",), "не хватает: ФАЙЛ"),
        (("check", "--standards"), "после ключа --standards нужно значение"),
        (("check", "a", "b"), "лишнее в вызове: b"),
        (("evaluate", "a", "--by", "moon"), "«moon» не подходит"),
        (("evaluate", "a", "--min-f1", "много"), "«много» - не число"),
        (("evaluate", "a", "--min-qwk", "nan"), "«nan» - не число"),
        (("score", "a", "b", "c", "d"), "лишнее в вызове: d"),
        (("check", "--json=1"), "ключу --json значение не нужно"),
    ],
)
def test_a_wrong_call_is_told_in_russian(run: Run, words: tuple[str, ...], says: str) -> None:
    done = run(*words)
    assert done.code == 2
    assert says in done.err
    assert done.out == ""


def test_a_mistake_of_the_program_is_one_line_with_a_way_on(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standards, "run", lambda words, tools: 1 // 0)
    done = run("standards")
    assert done.code == 70
    assert done.err.count("\n") == 1
    assert "--debug" in done.err
    assert "Traceback" in run("standards", "--debug").err


def test_ctrl_c_is_a_clear_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(words: object, tools: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(standards, "run", interrupt)
    assert main(["standards"], TOOLS) == 130
    assert "Прервано" in capsys.readouterr().err


def test_debug_tells_afterwards_what_went_wrong_behind_a_screen(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> int:
        try:
            raise RuntimeError("нет модели")
        except RuntimeError:
            logging.getLogger("trainer.tui.screens.answering").exception("an answer could not be judged")
        return 0

    monkeypatch.setattr(standards, "run", fails)
    assert "нет модели" not in run("standards").err
    assert "RuntimeError: нет модели" in run("standards", "--debug").err
    assert "нет модели" not in run("standards").err
