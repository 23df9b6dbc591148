"""Where the examples come from: packs, single scenarios, the standards of the program."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from trainer.authoring.examples import Case, pack_cases, standard_cases
from trainer.cli.test_texts_ru import INPUT
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.model.problem import InputError, Level, Problem
from trainer.packs.catalogue import HOME, INDEX
from trainer.packs.folders import PACK_FILE, STANDARDS, dialogues, standard_files
from trainer.packs.library import packs_in
from trainer.packs.problems import Problems
from trainer.packs.reader import read_pack

_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Source:
    """A pack or the catalogue of standards, whole or one file of it."""

    folder: Path
    only: Path | None = None

    @property
    def of_standards(self) -> bool:
        """Tell whether this is the catalogue."""
        return (self.folder / INDEX).is_file()

    def files(self) -> list[Path]:
        """Return the files whose change may change the examples or their outcome."""
        if self.of_standards:
            return [self.folder / INDEX, *standard_files(self.folder)]
        return [self.folder / PACK_FILE, *dialogues(self.folder), *standard_files(self.folder)]

    def cases(self, tools: Tools) -> list[Case]:
        """Return the examples; raises InputError with every error of the files."""
        cases = _of_catalogue(tools) if self.of_standards else self._of_pack()
        return [case for case in cases if self._holds(case.expected.place)]

    def _of_pack(self) -> Iterator[Case]:
        problems: list[Problem] = []
        pack = read_pack(self.folder, problems)
        errors = [p for p in problems if p.level is Level.ERROR and self._concerns(p.place)]
        if errors:
            raise InputError(*sorted(errors))
        return pack_cases(pack)

    def _concerns(self, place: Place) -> bool:
        return self._holds(place) or Path(place.path).name == PACK_FILE

    def _holds(self, place: Place) -> bool:
        return self.only is None or Path(place.path).resolve() == self.only.resolve()


def _of_catalogue(tools: Tools) -> Iterator[Case]:
    """Yield the examples of the standards of the program; those of packs come with their packs."""
    shipped = (standard for standard in tools.catalogue().standards.values() if not standard.pack)
    return standard_cases(shipped, tools.scenario)


def sources(paths: Sequence[str], tools: Tools) -> list[Source]:
    """Return what is to be run, without paths all packs and the standards; raises InputError."""
    if not paths:
        return [*(Source(folder) for folder in tools.folders()), Source(HOME)]
    return list(dict.fromkeys(source for name in paths for source in _named(Path(name))))


def found_files(found: Iterable[Source]) -> list[Path]:
    """Return the files of all sources."""
    return [path for source in found for path in source.files()]


def collect(found: Iterable[Source], tools: Tools) -> list[Case]:
    """Return the examples of all sources, each once; raises InputError with the errors of all of them."""
    cases: dict[tuple[str, Place], Case] = {}
    errors: list[Problem] = []
    for source in found:
        try:
            cases |= {(case.name, case.expected.place): case for case in source.cases(tools)}
        except InputError as error:
            errors += error.problems
    if errors:
        raise InputError(*dict.fromkeys(errors))
    return list(cases.values())


def _named(path: Path) -> Iterator[Source]:
    if path.suffix in _SUFFIXES and not path.is_dir():
        yield _of_file(path)
    elif (home := _catalogue_at(path)) is not None:
        yield Source(home)
    elif packs := packs_in(path):
        yield from (Source(folder) for folder in packs)
    else:
        raise refused(path, "C123")


def _of_file(path: Path) -> Source:
    home = _catalogue_at(path.parent)
    if path.name == INDEX and home:
        return Source(home)
    if home:
        return Source(home, path)
    if path.name == PACK_FILE:
        return Source(path.parent)
    return Source(path.parent.parent, path)


def _catalogue_at(folder: Path) -> Path | None:
    """Return the catalogue that a folder is, or is the folder of standards of."""
    home = folder.parent if folder.name == STANDARDS else folder
    if not (home / INDEX).is_file():
        return None
    if home.resolve() != HOME:
        raise refused(home, "C124", home=HOME)
    return HOME


def refused(path: Path | str, code: str, **values: object) -> InputError:
    """Return an error of this command, ready to raise."""
    problems = Problems(texts=INPUT)
    problems.add(Place(str(path)), code, **values)
    return InputError(*problems.found)
