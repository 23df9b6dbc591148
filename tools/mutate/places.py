"""Which modules are tried, and where their tests are."""

import ast
import subprocess
from functools import lru_cache
from pathlib import Path

from tools.locked import ROOT

PACKAGES = ("scoring", "dialogue", "text")
# Those of what is kept between runs try the vocabulary and the table of pieces.
TESTS = ("tests/scoring", "tests/dialogue", "tests/text", "tests/kept")
CODE = ROOT / "src" / "trainer"
# These count calls and ask the clock: they say nothing about what is right.
MEASURING = "tests/scoring/test_long_answers.py"


def path_of(module: str) -> Path:
    """Return the file of a module such as «scoring/guards»."""
    return CODE / f"{module}.py"


@lru_cache
def source_of(module: str) -> str:
    """Return the text of a module as it was when a run began: it may be edited meanwhile."""
    return path_of(module).read_text("utf-8")


def all_modules() -> list[str]:
    """Return all modules of the three packages that hold code."""
    found = (path for package in PACKAGES for path in (CODE / package).rglob("*.py"))
    return sorted(path.relative_to(CODE).with_suffix("").as_posix() for path in found)


def changed(base: str) -> list[str]:
    """Return the modules of the three packages that differ from a commit; raises CalledProcessError for none such."""
    words = [
        "git",
        "diff",
        "--name-only",
        "--diff-filter=d",
        base,
        "--",
        *(f"src/trainer/{p}" for p in PACKAGES),
    ]
    told = subprocess.run(words, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout
    names = (name for name in told.split() if name.endswith(".py"))
    return [name.removeprefix("src/trainer/").removesuffix(".py") for name in names]


def own_tests(module: str) -> tuple[str, ...]:
    """Return the beginnings of the names of the tests that were written for a module.

    Several modules of a folder may share one file: ``tests/text/test_quantities.py``.
    """
    folder, name = module.rsplit("/", 1)
    if name == "__init__":
        folder, name = folder.rsplit("/", 1) if "/" in folder else (folder, name)
    top = folder.split("/")[0]
    return (f"tests/{folder}/test_{name}.py::", f"tests/{top}/test_{folder.split('/')[-1]}.py::")


@lru_cache
def above(module: str) -> frozenset[str]:
    """Return the dotted names of a module and of all that import it, directly or through others."""
    imports = {name: _imported(name) for name in all_modules()}
    found = {dotted(module)}
    while more := {dotted(name) for name, of in imports.items() if not found.isdisjoint(of)} - found:
        found |= more
    # A text that was read keeps what patterns found in it.
    return frozenset(found | ({"trainer.text.analysis"} if module.startswith("text/") else set()))


def dotted(module: str) -> str:
    """Return how a module is imported: «trainer.scoring.guards»."""
    return f"trainer.{module.replace('/', '.')}".removesuffix(".__init__")


def _imported(module: str) -> set[str]:
    nodes = [node for node in ast.walk(ast.parse(source_of(module))) if isinstance(node, ast.ImportFrom)]
    return {
        name
        for node in nodes
        for name in (node.module, *(f"{node.module}.{a.name}" for a in node.names))
        if name
    }
