"""The shelf: all packs a person works with, those that came with the program and those of folders of their own."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from trainer.model.exercise import Exercise
from trainer.model.place import NOWHERE, Place
from trainer.model.problem import Problem
from trainer.model.scenario import Pack, Scenario
from trainer.model.standard import Standard
from trainer.packs.exercises import read_one_exercise, unknown
from trainer.packs.folders import PACK_FILE, dialogues, exercise_files, pack_id
from trainer.packs.library import find_in, home, packs_in
from trainer.packs.own_standards import known_kinds
from trainer.packs.problems import Problems
from trainer.packs.remembered import in_order, own_standards_of


@dataclass(frozen=True, slots=True)
class Root:
    """A folder in which packs are looked for, and where it was named (an option, a variable, a file)."""

    path: Path
    named: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Shelf:
    """The packs of ``roots`` and, after them, those that came with the program.

    Plain data, so that it travels to other processes; nothing is looked at before it is asked for.
    """

    roots: tuple[Root, ...] = ()

    def folders(self) -> list[Path]:
        """Return the folders of all packs.

        Raises InputError for a folder that is not there or holds no pack, and for an id that two
        packs or two scenarios share.
        """
        return self._folders(empty=False)

    def find(self, scenario_id: str) -> tuple[Pack, Scenario]:
        """Return a scenario and its pack; raises InputError."""
        return find_in(scenario_id, self.folders())

    def folder_of(self, name: str) -> Path | None:
        """Return the folder of the pack that has this scenario or exercise; raises InputError."""
        for folder in self.folders():
            if any(file.stem == name for file in (*dialogues(folder), *exercise_files(folder))):
                return folder
        return None

    def exercise(self, exercise_id: str) -> Exercise:
        """Return an exercise as it is written; raises InputError for an unknown id or a broken file."""
        files = self.exercise_files()
        if exercise_id not in files:
            raise unknown(exercise_id, files)
        folder = files[exercise_id].parent.parent
        own, wrong = own_standards_of(folder)
        problems = Problems()
        problems.found += wrong
        problems.finish()
        exercise = read_one_exercise(files[exercise_id], known_kinds(), own)
        assert exercise  # a file that holds none has raised
        return exercise

    def exercise_files(self) -> dict[str, Path]:
        """Return the files of all exercises by id, pack by pack, in playing order; raises InputError."""
        return {file.stem: file for folder in self.folders() for file in in_order(folder)}

    def own_standards(self, sink: list[Problem] | None = None) -> tuple[Standard, ...]:
        """Return the standards that the packs bring along, each once.

        With a list problems are recorded there, without one InputError holds them all.
        """
        problems = Problems(sink)
        found: dict[str, Standard] = {}
        # A folder without packs brings no standards, and where a first pack is made that is as it should be.
        for folder in self._folders(empty=True):
            standards, wrong = own_standards_of(folder)
            problems.found += wrong
            for standard in standards:
                if standard.id in found:
                    where = found[standard.id].place.path
                    problems.add(standard.place, "E066", id=standard.id, other=where)
                found.setdefault(standard.id, standard)
        problems.finish()
        return tuple(found.values())

    def _folders(self, *, empty: bool) -> list[Path]:
        problems = Problems()
        found = [folder for root in self.roots for folder in _inside(root, problems, empty=empty)]
        folders = _once([*found, *packs_in(home())])
        _check_ids(folders, problems)
        problems.finish()
        return folders

    def check_roots(self) -> None:
        """Raise InputError for every root that is no folder."""
        problems = Problems()
        for root in self.roots:
            _is_folder(root, problems)
        problems.finish()


def _is_folder(root: Root, problems: Problems) -> bool:
    try:
        there = root.path.is_dir()
    except (OSError, ValueError):  # a name the system cannot look up at all
        there = False
    if not there:
        problems.add(root.named, "E061", folder=root.path)
    return there


def _inside(root: Root, problems: Problems, *, empty: bool) -> list[Path]:
    if not _is_folder(root, problems):
        return []
    try:
        found = packs_in(root.path)
    except OSError:
        problems.add(root.named, "E064", folder=root.path)
        return []
    if not found and not empty:
        problems.add(root.named, "E065", folder=root.path)
    return found


def _once(folders: Iterable[Path]) -> list[Path]:
    """Return each folder once, however many ways lead to it."""
    found: dict[Path, Path] = {}
    for folder in folders:
        found.setdefault(folder.resolve(), folder)
    return list(found.values())


def _check_ids(folders: Iterable[Path], problems: Problems) -> None:
    """Record ids that occur twice; files are named as their ids, so scenarios need not be read."""
    packs: dict[str, Path] = {}
    talks: dict[str, Path] = {}
    for folder in folders:
        name = pack_id(folder)
        if name in packs:
            where = Place(str(folder / PACK_FILE))
            problems.add(where, "E062", id=name, other=packs[name] / PACK_FILE)
            continue  # that its scenarios are doubled too goes without saying
        packs[name] = folder
        for file in dialogues(folder):
            if file.stem in talks:
                problems.add(Place(str(file)), "E063", id=file.stem, other=talks[file.stem])
            talks.setdefault(file.stem, file)
    for folder in packs.values():
        for file in exercise_files(folder):
            if file.stem in talks:
                problems.add(Place(str(file)), "E047", id=file.stem, other=talks[file.stem])
            talks.setdefault(file.stem, file)
