"""Which scenarios are played: those of packs, of single files, or named by their ids."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.model.problem import InputError, Level, Problem
from trainer.model.scenario import Scenario
from trainer.packs.folders import PACK_FILE
from trainer.packs.library import packs_in
from trainer.packs.problems import Problems
from trainer.packs.reader import read_pack

_SUFFIXES = (".yaml", ".yml")


def scenarios(words: Sequence[str], tools: Tools) -> list[Scenario]:
    """Return the scenarios, each once; raises InputError with the errors of all of them."""
    found: dict[Place, Scenario] = {}
    errors: list[Problem] = []
    for source in [part for word in words for part in _parts(word)] if words else tools.folders():
        try:
            for scenario in _of(source, tools):
                found.setdefault(_key(scenario), scenario)
        except InputError as error:
            errors += error.problems
    if errors:
        raise InputError(*dict.fromkeys(errors))
    return list(found.values())


def _parts(word: str) -> Sequence[str | Path]:
    """Return the packs and files that a word names; an id stays a word."""
    path = Path(word)
    if path.is_dir():
        return packs_in(path) or [path]
    return [path] if path.suffix in _SUFFIXES or path.name != word else [word]


def _of(source: str | Path, tools: Tools) -> Iterator[Scenario]:
    if isinstance(source, str):
        yield tools.scenario(source)
    elif source.suffix in _SUFFIXES and not source.is_dir():
        yield from _of_file(source)
    else:
        yield from read_pack(source).scenarios.values()


def _of_file(path: Path) -> Iterator[Scenario]:
    """Yield the scenario of a file; what is wrong with its neighbours is of no account here."""
    if not path.is_file():
        problems = Problems()
        problems.add(Place(str(path)), "E001")
        problems.finish()
    if path.name == PACK_FILE:
        yield from read_pack(path.parent).scenarios.values()
        return
    found: list[Problem] = []
    pack = read_pack(path.parent.parent, found)
    errors = [p for p in found if p.level is Level.ERROR and _same(p.place, path)]
    mine = [s for s in pack.scenarios.values() if _same(s.place, path)]
    if errors or not mine:
        raise InputError(*sorted(errors or found))
    yield from mine


def _same(place: Place, path: Path) -> bool:
    return Path(place.path).resolve() == path.resolve()


def _key(scenario: Scenario) -> Place:
    return Place(str(Path(scenario.place.path).resolve()) if scenario.place.path else scenario.id)
