"""Which tests run which functions and how long they take, kept between runs: to find out takes a minute or more."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import CodeType

from tools.locked import ROOT
from tools.mutate.places import CODE

VERSION = 1


def place_of(code: CodeType) -> str:
    """Return «scoring/guards: Judge.score» for a function of the trainer, nothing for others."""
    if not code.co_filename.startswith(str(CODE)):
        return ""
    return place(Path(code.co_filename).relative_to(CODE).with_suffix("").as_posix(), code.co_qualname)


def place(module: str, function: str) -> str:
    """Return how a function is named here; a function inside of a function goes by its own name."""
    return f"{module}: {function.replace('.<locals>', '')}"


@dataclass(slots=True)
class Seen:
    """``seconds`` of processor time by test and ``places`` that it runs; ``files`` by digest, as they were then.

    ``early`` are the places that a fixture of many tests runs, ``imported`` those that run at import.
    """

    seconds: dict[str, float] = field(default_factory=dict)
    places: dict[str, list[str]] = field(default_factory=dict)
    early: dict[str, list[str]] = field(default_factory=dict)
    imported: list[str] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)

    def fresh(self, names: Iterable[str]) -> list[str]:
        """Return the tests that are not known, or whose file is another by now; forgets what is gone."""
        names = list(names)
        digests = {name: digest_of(name) for name in {_file(name) for name in names}}
        kept = {n for n in names if n in self.seconds and self.files.get(_file(n)) == digests[_file(n)]}
        self.seconds = {name: self.seconds[name] for name in kept}
        self.places = {name: self.places.get(name, []) for name in kept}
        self.files = digests
        return [name for name in names if name not in kept]

    def tests(self, where: str) -> set[str]:
        """Return the tests that run a place; of «module: » those that run any of it."""
        if where.endswith(": "):
            return {n for n, places in self.places.items() if any(p.startswith(where) for p in places)}
        return {name for name, places in self.places.items() if where in places}

    def write(self, path: Path) -> None:
        """Keep everything in a file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"version": VERSION, **asdict(self)}, ensure_ascii=False), "utf-8")


def read(path: Path) -> Seen:
    """Return what a file holds; nothing where there is none or it is of another version."""
    if not path.is_file():
        return Seen()
    known = json.loads(path.read_text("utf-8"))
    return Seen(**known) if known.pop("version") == VERSION else Seen()


def digest_of(file: str) -> str:
    """Return what changes with a file of the project."""
    return hashlib.sha256((ROOT / file).read_bytes()).hexdigest()[:12]


def _file(name: str) -> str:
    return name.split("::")[0]
