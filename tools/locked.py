"""Reads the lock files and the table of licences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNTIME, DEV = "requirements.lock", "requirements-dev.lock"
LICENCES = ROOT / "docs" / "licences.md"
_PIN = re.compile(r"^([a-z0-9][a-z0-9.-]*)==([^ \\;]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_ASKER = re.compile(r"^    # (?:via |  )(?:-[rc] )?([a-z0-9][a-z0-9.-]*)")


@dataclass(frozen=True, slots=True)
class Pin:
    """A package of a lock: its version, the SHA-256 of each file of it, the packages that ask for it."""

    name: str
    version: str
    hashes: tuple[str, ...]
    asked_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Licence:
    """A row of ``docs/licences.md``: what it is about, its licence, the heading that it stands under."""

    about: str
    licence: str
    heading: str


def pins(name: str) -> dict[str, Pin]:
    """Return the packages of a lock by name; raises OSError."""
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = (block for block in re.split(r"^(?=\S)", text, flags=re.MULTILINE))
    found = (_pin(block) for block in blocks if _PIN.match(block))
    return {pin.name: pin for pin in found}


def _pin(block: str) -> Pin:
    named = _PIN.match(block)
    assert named is not None
    askers = (asker[1] for line in block.splitlines() if (asker := _ASKER.match(line)))
    return Pin(named[1], named[2], tuple(_HASH.findall(block)), tuple(askers))


def licences() -> dict[str, Licence]:
    """Return the rows of the tables of ``docs/licences.md`` that have three cells, by what they are about."""
    return {cells[0]: Licence(cells[0], cells[-1], heading) for heading, cells in _rows(3)}


def allowed() -> dict[str, str]:
    """Return the licences that may come in, and where each of them may stand."""
    return {cells[0]: cells[1] for _, cells in _rows(2)}


def _rows(width: int) -> Iterator[tuple[str, list[str]]]:
    heading, head = "", True
    for line in LICENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line[3:]
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if cells and not head and len(cells) == width and set(cells[0]) != {"-"}:
            # In the tables of packages the licence is the second cell, in that of data the last one.
            yield heading, cells if cells[0].startswith("`") or width == 2 else [cells[0], cells[1]]
        head = not cells
