"""Every test can fail: it asserts something, expects an error or calls a helper of the tests that does."""

import ast
from collections.abc import Iterable, Iterator

from tests.guards.project import ROOT

Function = ast.FunctionDef | ast.AsyncFunctionDef
EXPECT = ("raises", "warns", "fail")


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def says_something(function: Function, helpers: Iterable[str] = ()) -> bool:
    return any(_can_fail(node, helpers) for node in ast.walk(function))


def _can_fail(node: ast.AST, helpers: Iterable[str]) -> bool:
    if isinstance(node, ast.Assert):
        return not isinstance(node.test, ast.Constant)
    if isinstance(node, ast.Raise):
        return True
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    checked = any(word.arg == "check" and getattr(word.value, "value", 0) is True for word in node.keywords)
    return checked or name in helpers or name in EXPECT or name.startswith("assert_")


def helpers_of(trees: Iterable[ast.AST]) -> set[str]:
    """Return the names of the functions that are no tests and can fail, by themselves or through one another."""
    rest = [found for tree in trees for found in functions(tree) if not found.name.startswith("test_")]
    known: set[str] = set()
    while fresh := {found.name for found in rest if found.name not in known and says_something(found, known)}:
        known |= fresh
    return known


def idle(sources: dict[str, str]) -> list[str]:
    """Return the tests that say nothing, as «file: name»."""
    trees = {name: ast.parse(text) for name, text in sources.items()}
    helpers = helpers_of(trees.values())
    tests = ((name, found) for name, tree in trees.items() for found in functions(tree))
    return [
        f"{name}: {found.name}"
        for name, found in tests
        if found.name.startswith("test_") and not says_something(found, helpers)
    ]


def test_every_test_says_something() -> None:
    files = sorted((ROOT / "tests").rglob("*.py"))
    assert idle({path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in files}) == []


def test_an_idle_test_is_found() -> None:
    text = """
def look(x):
    assert x
def see(x):
    look(x)
def test_helped(): see(1)
def test_idle(): print(1)
def test_constant(): assert True
async def test_expects():
    with pytest.raises(ValueError): int("x")
"""
    assert idle({"a.py": text}) == ["a.py: test_idle", "a.py: test_constant"]
