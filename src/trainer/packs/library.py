"""Finds packs and scenarios: those that came with the program and those the author points at."""

from collections.abc import Sequence
from pathlib import Path

from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.model.scenario import Pack, Scenario
from trainer.packs.problems import Problems, hint
from trainer.packs.reader import DIALOGUES, PACK_FILE, read_pack

_PACKAGE = Path(__file__).resolve().parent.parent


def scenario_folders(extra: Sequence[Path] = ()) -> list[Path]:
    """Return the folders of all packs, those of ``extra`` first.

    An entry of ``extra`` is a pack or a folder of packs; one that is neither raises InputError.
    """
    folders: list[Path] = []
    for path in extra:
        inside = _packs_in(path)
        if not inside:
            problems = Problems()
            problems.add(Place(str(path / PACK_FILE)), "E030")
            problems.finish()
        folders += inside
    return list(dict.fromkeys([*folders, *_packs_in(_home())]))


def find_scenario(scenario_id: str, extra: Sequence[Path] = ()) -> tuple[Pack, Scenario]:
    """Return a scenario and its pack; raises InputError for an unknown id or a broken pack."""
    known: list[str] = []
    for folder in scenario_folders(extra):
        # Reading a pack costs more than looking at its file names.
        names = sorted(path.stem for path in (folder / DIALOGUES).glob("*.yaml"))
        if scenario_id in names:
            pack = read_pack(folder)
            return pack, pack.scenarios[scenario_id]
        known += names
    problems = Problems()
    problems.add(Place(scenario_id), "E060", id=scenario_id, hint=hint(scenario_id, known))
    raise InputError(*problems.found)


def _home() -> Path:
    """Return the folder of the packs: inside an installed package, or beside the sources."""
    inside = _PACKAGE / "scenarios"
    return inside if inside.is_dir() else _PACKAGE.parent.parent / "scenarios"


def _packs_in(path: Path) -> list[Path]:
    if (path / PACK_FILE).is_file():
        return [path]
    return sorted(file.parent for file in path.glob(f"*/{PACK_FILE}"))
