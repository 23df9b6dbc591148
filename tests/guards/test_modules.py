import ast

import pytest

from tests.guards.project import ROOT, modules

# A module that outgrows this is doing two things.
MOST_LINES = 300


def test_there_are_modules_to_guard() -> None:
    assert len(modules()) > 50


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_what_it_is_for_and_stays_small(path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "a module needs a docstring"
    lines = text.count("\n")
    assert lines <= MOST_LINES, f"{lines} lines: split it by what it does"
