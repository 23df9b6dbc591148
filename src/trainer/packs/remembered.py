"""Packs as they were read before: reading them again costs more than looking whether their files read the same."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from trainer.kept.records import fingerprint, keep, recall
from trainer.model.exercise import Exercise
from trainer.model.problem import InputError, Problem
from trainer.model.scenario import Pack
from trainer.model.standard import Standard
from trainer.packs.exercises import read_one_exercise
from trainer.packs.folders import PACK_FILE, dialogues, exercise_files, is_repository, pack_id, standard_files
from trainer.packs.own_standards import known_kinds, read_own_standards, shipped
from trainer.packs.problems import Problems


def pack_and_problems(folder: Path) -> tuple[Pack, tuple[Problem, ...]]:
    """Return a pack as far as it could be read, and what is wrong with it."""
    key = _key(folder)
    found: tuple[Pack, tuple[Problem, ...]] | None = _recalled("pack", folder, key)
    if found is None:
        from trainer.packs.reader import read_pack

        problems: list[Problem] = []
        pack = read_pack(folder, problems)
        found = (pack, tuple(problems))
        _keep("pack", folder, key, found)
    return found


def sound_pack(folder: Path) -> Pack:
    """Return a pack without errors; raises InputError."""
    pack, found = pack_and_problems(folder)
    problems = Problems()
    problems.found += found
    problems.finish()
    return pack


def exercises_of(folder: Path) -> tuple[Exercise, ...]:
    """Return the exercises of a pack in their order, as they are written, without those that have errors."""
    if not exercise_files(folder):
        return ()
    key = _key(folder)
    found: tuple[Exercise, ...] | None = _recalled("exercises", folder, key)
    if found is None:
        found = _exercises(folder)
        _keep("exercises", folder, key, found)
    return found


def own_standards_of(folder: Path) -> tuple[tuple[Standard, ...], tuple[Problem, ...]]:
    """Return the standards that a pack brings along and are sound, and what is wrong with the others."""
    if not standard_files(folder):
        return (), ()
    key = _key(folder)
    found: tuple[tuple[Standard, ...], tuple[Problem, ...]] | None = _recalled("standards", folder, key)
    if found is None:
        problems: list[Problem] = []
        standards = read_own_standards(folder, pack_id(folder), shipped().standards, problems)
        found = (standards, tuple(problems))
        _keep("standards", folder, key, found)
    return found


def in_order(folder: Path) -> list[Path]:
    """Return the exercise files of a pack as its list has them; what is not listed comes last."""
    files = exercise_files(folder)
    if not files:
        return []
    from trainer.packs.reader import read_pack

    pack = read_pack(folder, [], read=lambda *_: None)
    listed = {name: number for number, name in enumerate(pack.exercise_ids)}
    return sorted(files, key=lambda file: (listed.get(file.stem, len(listed)), file.stem))


def _exercises(folder: Path) -> tuple[Exercise, ...]:
    found: list[Exercise] = []
    own, problems = own_standards_of(folder)
    collected = Problems()
    collected.found += problems
    with suppress(InputError):
        collected.finish()
        for file in in_order(folder):
            with suppress(InputError):
                if exercise := read_one_exercise(file, known_kinds(), own):
                    found.append(exercise)
    return tuple(found)


def _key(folder: Path) -> str:
    """Return a key of everything that a pack is read from; empty when it is not all there to be read."""
    own = [
        folder / PACK_FILE,
        *dialogues(folder),
        *exercise_files(folder),
        *standard_files(folder),
    ]
    # Packs name the standards of the program; in a repository the folder may be called anything.
    known = f"{sorted(known_kinds().items())}{list(shipped().qualities)}"
    return fingerprint(own, known, str(folder.resolve()), str(is_repository(folder)))


def _recalled(what: str, folder: Path, key: str) -> Any | None:
    return recall(f"{what} {folder}", key) if key else None


def _keep(what: str, folder: Path, key: str, found: object) -> None:
    # A file that was written meanwhile must not be taken for the one that was read.
    if key and key == _key(folder):
        keep(f"{what} {folder}", key, found)
