"""Mutation testing with mutmut: ``python -m tools.mutate MODULE…`` or ``--base REF`` for what changed since.

A copy of the project is mutated, never the project. A module is tried against its own tests only
(``tests/scoring/test_guards.py`` for ``scoring/guards.py``, else the whole folder), so a mutant that only far tests would
find counts as a survivor.
"""

import argparse
import collections
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tools.locked import ROOT

PACKAGES = ("scoring", "dialogue", "text")
AIM = 80  # per cent of the mutants of a module
_CODE = Path("src", "trainer")
# Exit codes of pytest for a mutant, as mutmut keeps them: 0 says that all tests passed.
_SURVIVED = 0
# No test runs the line: nothing would have noticed.
_UNSEEN = (5, 33)
# Interrupted, skipped, or not come to yet.
_UNTRIED = (2, 34, None)
Counts = Mapping[str, tuple[int, int]]


def changed(base: str) -> list[str]:
    """Return the modules of the three packages that differ from a commit, as «scoring/guards»."""
    told = _told(
        "git", "diff", "--name-only", "--diff-filter=d", base, "--", *(f"{_CODE}/{name}" for name in PACKAGES)
    )
    return [
        name.removeprefix(f"{_CODE}/").removesuffix(".py") for name in told.split() if name.endswith(".py")
    ]


def tests_of(module: str) -> str:
    """Return the tests that a module is tried against."""
    folder, name = module.rsplit("/", 1)
    own = f"tests/{folder}/test_{name}.py"
    return own if (ROOT / own).is_file() else f"tests/{folder.split('/')[0]}"


def mutated(modules: Sequence[str], jobs: int, minutes: int) -> Counts:
    """Return killed and tried mutants by module; raises CalledProcessError where the tests fail unmutated."""
    with tempfile.TemporaryDirectory(prefix="trainer-mutants-") as folder:
        _copy(Path(folder))
        _configure(Path(folder), modules)
        own = {**os.environ, "PYTHONPATH": "src"}
        words = [sys.executable, "-m", "mutmut", "run", "--max-children", str(jobs)]
        try:
            subprocess.run(words, cwd=folder, env=own, check=True, timeout=minutes * 60)
        except subprocess.TimeoutExpired:
            print(f"\nstopped after {minutes} minutes: what was tried until then")
        return {module: _counted(Path(folder), module) for module in modules}


def _copy(folder: Path) -> None:
    names = _told("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)


def _configure(folder: Path, modules: Iterable[str]) -> None:
    lines = {
        "source_paths": ["src"],
        "only_mutate": [f"{_CODE.as_posix()}/{module}.py" for module in modules],
        "pytest_add_cli_args_test_selection": sorted({tests_of(module) for module in modules}),
        # The same examples each time, and none too slow on a busy machine.
        "pytest_add_cli_args": ["--hypothesis-profile=ci"],
        "also_copy": ["scenarios", "tests", "docs"],
    }
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(
            "\n[tool.mutmut]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in lines.items())
        )


def _counted(folder: Path, module: str) -> tuple[int, int]:
    found = folder / "mutants" / _CODE / f"{module}.py.meta"
    codes = json.loads(found.read_text("utf-8"))["exit_code_by_key"] if found.is_file() else {}
    for name in sorted(name for name, code in codes.items() if code == _SURVIVED):
        print(_shown(folder, name))
    ends = collections.Counter(codes.values())
    tried = sum(count for code, count in ends.items() if code not in _UNTRIED)
    return tried - ends[_SURVIVED] - sum(ends[code] for code in _UNSEEN), tried


def _shown(folder: Path, mutant: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", "show", mutant],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout or mutant


def table(counts: Counts) -> str:
    """Return a table in Markdown, the weakest module first."""
    rows = sorted(counts.items(), key=lambda item: share(*item[1]))
    lines = [
        f"| `{module}.py` | {killed} | {tried} | {share(killed, tried)} % |"
        for module, (killed, tried) in rows
    ]
    return "\n".join(["| module | killed | mutants | share |", "| --- | --- | --- | --- |", *lines])


def share(killed: int, tried: int) -> int:
    """Return per cent, rounded down; 100 where there was nothing to mutate."""
    return 100 * killed // tried if tried else 100


def _told(*words: str) -> str:
    return subprocess.run(words, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout


def main(words: Sequence[str] | None = None) -> int:
    """Mutate, print the survivors and the table; the exit code is 1 where a module stays below the aim."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.mutate", description="Mutation testing with mutmut."
    )
    parser.add_argument("modules", nargs="*", help="such as scoring/guards")
    parser.add_argument("--base", help="take the modules that differ from this commit")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--minutes", type=int, default=60)
    asked = parser.parse_args(words)
    modules = [*asked.modules, *(changed(asked.base) if asked.base else [])]
    if not modules:
        print("no module of scoring, dialogue or text to mutate")
        return 0
    counts = mutated(modules, asked.jobs, asked.minutes)
    print(table(counts))
    return int(any(share(*found) < AIM for found in counts.values()))


if __name__ == "__main__":
    sys.exit(main())
