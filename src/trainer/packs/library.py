"""Finds packs and scenarios: those that came with the program and those the author points at."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.model.scenario import Pack, Scenario
from trainer.packs.folders import PACK_FILE, dialogues, exercise_files
from trainer.packs.problems import Problems, hint
from trainer.packs.remembered import sound_pack

_PACKAGE = Path(__file__).resolve().parent.parent
# Where a repository of packs may keep them, beside its own top.
SCENARIOS = "scenarios"


def scenario_folders(extra: Sequence[Path] = ()) -> list[Path]:
    """Return the folders of all packs, those of ``extra`` first.

    An entry of ``extra`` is a pack or a folder of packs; one that is neither raises InputError.
    """
    folders: list[Path] = []
    for path in extra:
        inside = packs_in(path)
        if not inside:
            problems = Problems()
            problems.add(Place(str(path / PACK_FILE)), "E030")
            problems.finish()
        folders += inside
    return list(dict.fromkeys([*folders, *packs_in(home())]))


def find_scenario(scenario_id: str, extra: Sequence[Path] = ()) -> tuple[Pack, Scenario]:
    """Return a scenario and its pack; raises InputError for an unknown id or a broken pack."""
    return find_in(scenario_id, scenario_folders(extra))


def find_in(scenario_id: str, folders: Sequence[Path]) -> tuple[Pack, Scenario]:
    """Return a scenario and its pack from the packs of ``folders``; raises InputError."""
    known: list[str] = []
    for folder in folders:
        # Reading a pack costs more than looking at its file names.
        names = [path.stem for path in dialogues(folder)]
        if scenario_id in names:
            pack = sound_pack(folder)
            if found := pack.scenarios.get(scenario_id):
                return pack, found
        known += names
    problems = Problems()
    problems.add(Place(scenario_id), "E060", id=scenario_id, hint=hint(scenario_id, known))
    raise InputError(*problems.found)


def home() -> Path:
    """Return the folder of the packs: inside an installed package, or beside the sources."""
    inside = _PACKAGE / SCENARIOS
    return inside if inside.is_dir() else _PACKAGE.parent.parent / SCENARIOS


def playable(folders: Iterable[Path]) -> frozenset[str]:
    """Return the ids of all scenarios and exercises in these packs, by the names of their files."""
    files = (file for folder in folders for file in (*dialogues(folder), *exercise_files(folder)))
    return frozenset(file.stem for file in files)


def packs_in(path: Path) -> list[Path]:
    """Return the packs of a folder: itself, or those inside it and inside its ``scenarios``.

    Hidden folders (``.git`` among them) are passed over.
    """
    if (path / PACK_FILE).is_file():
        return [path]
    files = [*path.glob(f"*/{PACK_FILE}"), *path.glob(f"{SCENARIOS}/*/{PACK_FILE}")]
    return sorted(file.parent for file in files if not file.parent.name.startswith("."))
