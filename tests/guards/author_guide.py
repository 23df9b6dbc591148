"""Reads a guide as a list of steps, and does them in a folder: files are written, commands are run.

A comment before a block of YAML says what is done with it:

- ``<!-- file PATH -->`` the block is the whole file;
- ``<!-- put PATH -->`` each key of the block takes the place of the same key of the file, at the same depth; a key
  that the file lacks goes after the one before it in the block;
- ``<!-- add PATH KEY -->`` the block goes to the end of this key of the file.

In a block of ``console`` a line with ``$`` is a command; a number after ``#`` is its exit code, and ``# Esc`` means that
it opens a screen, which Esc closes. The lines below are found in its output in this order; «…» stands for
lines or words that are left out.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import trainer

_BLOCK = re.compile(r"^(?:<!-- (\w+) ([^>]*?) -->\n)?```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_KEY = re.compile(r"( *)([\w-]+):")
SCREEN = "Esc"


@dataclass(frozen=True)
class Edit:
    """What is done with a file: ``how`` is file, put or add."""

    how: str
    path: str
    key: str
    block: str
    line: int


@dataclass(frozen=True)
class Command:
    """A command as it is typed, the exit code (or SCREEN), the lines that it prints."""

    typed: str
    ends: str
    shows: tuple[str, ...]
    line: int


def steps(page: str) -> Iterator[Edit | Command]:
    """Yield what the guide tells to do, in order."""
    for match in _BLOCK.finditer(page):
        how, target, language, block = match.groups()
        line = page.count("\n", 0, match.start()) + 1
        if how:
            path, _, key = target.partition(" ")
            yield Edit(how, path, key, block, line)
        elif language == "console":
            yield from _commands(block, line)


def _commands(block: str, line: int) -> Iterator[Command]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        first, *shown = part.replace("\\\n", "").splitlines()
        typed, _, ends = first.partition("  # ")
        yield Command(typed.strip(), ends.strip() or "0", tuple(row for row in shown if row.strip()), line)


def edit(folder: Path, what: Edit) -> None:
    """Do with a file what the guide says."""
    file = folder / what.path
    if what.how == "file":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(what.block, encoding="utf-8")
        return
    lines = file.read_text(encoding="utf-8").splitlines()
    block = what.block.splitlines()
    lines = _put(lines, block) if what.how == "put" else _add(lines, block, what.key)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _put(lines: list[str], block: list[str]) -> list[str]:
    depth = min(len(m.group(1)) for row in block if (m := _KEY.match(row)))
    heads = [i for i, row in enumerate(block) if (m := _KEY.match(row)) and len(m.group(1)) == depth]
    at = 0
    for first, last in zip(heads, [*heads[1:], len(block)], strict=True):
        head = block[first].split(":")[0] + ":"
        found = _section(lines, head, at) or _section(lines, head)
        assert found or at, f"there is no place for «{head.strip()}»"
        start, end = found or (at, at)
        lines = [*lines[:start], *block[first:last], *lines[end:]]
        at = start + last - first
    return lines


def _add(lines: list[str], block: list[str], key: str) -> list[str]:
    found = _section(lines, f"{key}:")
    assert found, key
    return [*lines[: found[1]], *block, *lines[found[1] :]]


def _section(lines: list[str], head: str, begin: int = 0) -> tuple[int, int] | None:
    """Return where a key begins and ends; blank lines and comments after it are no part of it."""
    start = next((i for i in range(begin, len(lines)) if lines[i].startswith(head)), None)
    if start is None:
        return None
    depth = len(head) - len(head.lstrip())
    end = start + 1
    for i in range(start + 1, len(lines)):
        bare = lines[i].strip()
        if bare and not bare.startswith("#"):
            if len(lines[i]) - len(lines[i].lstrip()) <= depth:
                break
            end = i + 1
    return start, end


def left_out(shows: tuple[str, ...], printed: str) -> str:
    """Return the first line that the guide shows and the command did not print; empty when all are there."""
    rest = _even(printed)
    for row in shows:
        for piece in _even(row).split("…"):
            at = rest.find(piece.strip())
            if at < 0:
                return row
            rest = rest[at + len(piece.strip()) :]
    return ""


def _even(text: str) -> str:
    return " ".join(text.split())


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return what a person has who installed the program and has never used it."""
    path = str(Path(sys.executable).parent) + os.pathsep + os.environ["PATH"]
    source = str(Path(trainer.__file__).parents[1])
    own = {"PATH": path, "PYTHONPATH": source, "TRAINER_HOME": str(home), "TERM": "xterm-256color"}
    return {**os.environ, **own, **more}


def done_as_shown(page: str, step: Command, folder: Path, env: dict[str, str]) -> None:
    """Run a command of a page of the docs: it ends and prints as the page says."""
    done = subprocess.run(
        ["bash", "-c", step.typed],
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    printed = done.stdout + done.stderr
    where = f"docs/{page}:{step.line}: {step.typed}\n{printed}"
    assert str(done.returncode) == step.ends, where
    assert left_out(step.shows, printed) == "", where
