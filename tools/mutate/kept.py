"""What became of mutants, kept in a file as it comes out, so that a run that was stopped goes on where it was."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml

from tools.mutate.changes import Mutant

# A change that makes no difference to anybody, with the reason.
EQUIVALENT = Path(__file__).with_name("equivalent.yaml")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutant of a module of that digest; ``by`` is the test that noticed it, empty for none.

    ``end`` is «killed», «survived» or «time» (it ran on and on, and so was noticed).
    """

    module: str
    digest: str
    key: str
    line: int
    end: str
    by: str
    seconds: float

    @property
    def killed(self) -> bool:
        """Whether the change was noticed."""
        return self.end != "survived"


def digest(source: str) -> str:
    """Return what changes with a module."""
    return hashlib.sha256(source.encode()).hexdigest()[:12]


def read(path: Path) -> Iterator[Outcome]:
    """Yield what a file holds, in order; what is tried again comes again. Nothing where there is no file."""
    if path.is_file():
        for row in path.read_text("utf-8").splitlines():
            yield Outcome(**json.loads(row))


def add(path: Path, outcome: Outcome) -> None:
    """Write an outcome behind the others."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(outcome), ensure_ascii=False) + "\n")


def equivalents(path: Path = EQUIVALENT) -> dict[str, set[str]]:
    """Return the keys of the changes that make no difference, by module."""
    rows: dict[str, dict[str, Any]] = yaml.safe_load(path.read_text("utf-8")) or {}
    return {module: set(keys) for module, keys in rows.items()}


def latest(outcomes: Iterable[Outcome], module: str, of: str) -> dict[str, Outcome]:
    """Return the last outcome of each mutant of a module as it is now, by key."""
    return {found.key: found for found in outcomes if found.module == module and found.digest == of}


def keys(found: Iterable[Mutant]) -> set[str]:
    """Return the keys of mutants."""
    return {mutant.key for mutant in found}
