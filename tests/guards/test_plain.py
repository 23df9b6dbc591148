"""Whatever the app can do, can be done line by line: docs/plain.md names the way for every screen and every key."""

import importlib
import pkgutil
import re

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

import trainer.tui
from tests.guards.project import ROOT
from trainer.cli.main_texts_ru import COMMANDS
from trainer.cli.plain_texts_ru import DESK, HOME
from trainer.practice import texts_ru as talk_ru
from trainer.practice.exercises import texts_ru as exercise_ru

PAGE = (ROOT / "docs" / "plain.md").read_text(encoding="utf-8")
LISTED = dict(re.findall(r"^(\w+(?:\.\w+)?): (.+)$", PAGE[PAGE.index("<!--") :], re.MULTILINE))
HELPS = "\n".join([talk_ru.HELP, exercise_ru.HELP, HOME["help"], DESK["help"]])
# Where the cursor goes and how one leaves: line by line there is no cursor, and a way back is an empty line or /quit.
MOVES = {"pop_screen", "quit", "leave", "dismiss", "none", "move", "open_menu"}
# What only others are built of.
BASES = {
    "TrainerScreen",
    "ObjectingScreen",
    "AnsweringScreen",
    "RecordedScreen",
    "SeriesOpener",
    "ModeChoice",
    "TalkHelp",
}


def classes() -> list[type[DOMNode]]:
    found: list[type[DOMNode]] = []
    for module in pkgutil.walk_packages(trainer.tui.__path__, "trainer.tui."):
        for one in vars(importlib.import_module(module.name)).values():
            if isinstance(one, type) and issubclass(one, DOMNode) and one.__module__ == module.name:
                found.append(one)
    return found


def functions() -> list[str]:
    found = []
    for one in classes():
        if one.__name__ in BASES or not (issubclass(one, Screen) or one.__name__ == "TrainerApp"):
            continue
        found += [one.__name__] if issubclass(one, Screen) else []
        for item in one.__dict__.get("BINDINGS", []):
            action = item.action.partition("(")[0].rpartition(".")[2]
            if isinstance(item, Binding) and action not in MOVES:
                found.append(f"{one.__name__}.{action}")
    return sorted(set(found))


def test_the_screens_are_found() -> None:
    assert {"TalkScreen", "TalkScreen.card", "MentorScreen.group", "TrainerApp.help"} <= set(functions())


@pytest.mark.parametrize("function", functions())
def test_every_function_has_a_way_without_a_screen(function: str) -> None:
    assert function in LISTED, f"say in docs/plain.md how «{function}» is done line by line"


@pytest.mark.parametrize("way", sorted(set(LISTED.values()) - {"-"}))
def test_every_way_is_there(way: str, capsys: pytest.CaptureFixture[str]) -> None:
    if way.startswith("/"):
        assert re.search(rf"{re.escape(way)}\b", HELPS), f"no help tells of {way}"
        return
    program, command, *options = way.split()
    assert program == "trainer"
    assert command in COMMANDS
    from trainer.cli.main import main

    assert main([command, "--help"]) == 0
    told = capsys.readouterr().out
    assert all(option in told for option in options)


def test_the_table_names_what_the_screens_are_told() -> None:
    table = PAGE[: PAGE.index("<!--")]
    for way in set(LISTED.values()) - {"-"}:
        head = way.split()[0] if way.startswith("/") else " ".join(way.split()[:2])
        assert head in table, f"the table does not name {head}"
