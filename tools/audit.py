"""Checks of the locked packages that need no network: ``python -m tools.audit``; ``make audit`` asks for advisories too."""

import re
import sys
import tomllib
from collections.abc import Iterator

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.locked import DEV, ROOT, RUNTIME, allowed, licences, pins

# Where a licence is used, as the headings of docs/licences.md and the second column of the allowed ones have it.
ANYWHERE = "anywhere"


def findings() -> Iterator[str]:
    """Yield what is wrong with the locks and their licences, a line each."""
    yield from _unhashed()
    yield from _drifted()
    yield from _unlicensed()


def _unhashed() -> Iterator[str]:
    for lock in (RUNTIME, DEV):
        yield from (f"{lock}: {pin.name} has no hash" for pin in pins(lock).values() if not pin.hashes)


def _drifted() -> Iterator[str]:
    """Yield what pyproject.toml asks for and a lock lacks, and what a lock has and nothing asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extra = (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines()
    runtime = [
        *project["project"]["dependencies"],
        *project["build-system"]["requires"],
        *(line for line in extra if line and not line.startswith("#")),
    ]
    for lock, wanted in ((RUNTIME, runtime), (DEV, [*runtime, *project["dependency-groups"]["dev"]])):
        locked = pins(lock)
        for need in map(Requirement, wanted):
            pin = locked.get(canonicalize_name(need.name))
            if pin is None or not need.specifier.contains(pin.version):
                yield f"{lock}: «{need}» is not met: run make lock"
        for pin in locked.values():
            if not pin.asked_by:
                yield f"{lock}: nothing asks for {pin.name}: run make lock"
    for name, pin in pins(RUNTIME).items():
        if pins(DEV).get(name, pin).version != pin.version:
            yield f"{DEV}: {name} differs from {RUNTIME}: run make lock"


def _unlicensed() -> Iterator[str]:
    listed, may = licences(), allowed()
    for name in pins(DEV):
        if name not in listed:
            yield f"docs/licences.md: {name} is not listed"
    for row in listed.values():
        for licence in words(row.licence):
            where = may.get(licence, "")
            if not where:
                yield f"docs/licences.md: {row.about}: «{licence}» is not among the allowed licences"
            elif where != ANYWHERE and row.heading not in where.split("; "):
                yield f"docs/licences.md: {row.about}: {licence} is allowed only under: {where}"


def words(licence: str) -> list[str]:
    """Return the licences that a cell of the table names; notes in brackets do not count."""
    plain = re.sub(r"\([^)]*\)", "", licence)
    parts = re.split(r"[;,]|\bOR\b|\bAND\b|\bwith parts under\b", plain)
    return [part.strip() for part in parts if part.strip()]


def main() -> int:
    """Print what was found; the exit code is 1 if that is anything."""
    found = list(findings())
    for line in found:
        print(line)
    if not found:
        print(f"{len(pins(DEV))} locked packages: hashes, bounds and licences are in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
