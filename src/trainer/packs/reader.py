"""Reads a pack: a folder with ``pack.yaml`` and one file a scenario in ``dialogues/``."""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from trainer.model.place import Place
from trainer.model.problem import Problem
from trainer.model.scenario import Pack, Scenario
from trainer.model.standard import Kind
from trainer.packs.exercises import check_listed
from trainer.packs.folders import DIALOGUES, PACK_FILE, is_repository, pack_id
from trainer.packs.own_standards import known_kinds, read_own_standards, shipped
from trainer.packs.plan_reader import read_plan
from trainer.packs.problems import Problems, hint
from trainer.packs.references import References
from trainer.packs.scenario_reader import read_scenario
from trainer.packs.yaml_nodes import Datum, Fields, load

KEYS = ("id", "title")
MORE_KEYS = ("about", "for", "minutes", "trains", "scenarios", "exercises", "plan")
# In minutes: a week of whole working days. More is a mistake in the number.
_LONGEST = 2400
# Reads one file of a pack; None when it holds no scenario.
ReadOne = Callable[[Path, Problems, Mapping[str, Kind]], Scenario | None]


def read_one(path: Path, problems: Problems, kinds: Mapping[str, Kind]) -> Scenario | None:
    """Read one scenario and check what it names; None when the file holds none."""
    scenario = read_scenario(path, problems)
    if scenario:
        References(scenario, kinds, problems).check()
    return scenario


def read_pack(
    folder: Path,
    problems: list[Problem] | None = None,
    kinds: Mapping[str, Kind] | None = None,
    read: ReadOne = read_one,
) -> Pack:
    """Read a pack; with a list problems are recorded there, without one InputError holds them all.

    ``kinds`` are the standards that may be named beside the pack's own, by default those of the
    catalogue. Scenarios with
    problems are still in the pack that a caller with a list receives, as far as they could be read.
    ``read`` takes each file that ``pack.yaml`` names; a caller may put these aside for later.
    """
    found = Problems(problems)
    path = folder / PACK_FILE
    if not path.is_file():
        found.add(Place(str(path)), "E030")
        found.finish()
        return Pack(folder.name, folder.name, "", {}, Place(str(path)))
    datum = load(path, found) if _inside(path, folder, found) else None
    pack = pack_of(datum, folder, found, known_kinds() if kinds is None else kinds, read)
    found.finish()
    return pack


def _inside(path: Path, folder: Path, problems: Problems) -> bool:
    """Refuse a file that a link takes out of its pack: whoever gets the pack would not get the file."""
    real, home = Path(os.path.realpath(path)), Path(os.path.realpath(folder))
    if real.is_relative_to(home):
        return True
    problems.add(Place(str(path)), "E011", target=real)
    return False


def pack_of(
    datum: Datum | None,
    folder: Path,
    problems: Problems,
    kinds: Mapping[str, Kind],
    read: ReadOne = read_one,
) -> Pack:
    """Read the pack of a folder from the data of its ``pack.yaml``; without data it is empty."""
    if datum is None:
        return Pack(folder.name, folder.name, "", {}, Place(str(folder / PACK_FILE)))
    fields = datum.fields(KEYS, MORE_KEYS)
    files = {path.stem: path for path in sorted((folder / DIALOGUES).glob("*.yaml"))}
    own_id, stem = fields.identifier("id"), folder.resolve().name
    if (where := fields.get("id")) and own_id not in ("", stem) and not is_repository(folder):
        where.add("E033", id=own_id, stem=stem)
    own = read_own_standards(folder, own_id or stem, kinds, problems.found)
    known = {**kinds, **{standard.id: standard.kind for standard in own}}
    listed: dict[str, Datum] = {}
    scenarios: dict[str, Scenario] = {}
    for item in fields.items("scenarios"):
        name = item.identifier()
        if name in listed:
            item.add("E034", id=name, line=listed[name].place.line)
        elif name and name not in files:
            item.add("E031", id=name, hint=hint(name, files))
        elif name and _inside(files[name], folder, problems) and (one := read(files[name], problems, known)):
            scenarios[name] = replace(one, own=own)
        listed.setdefault(name, item)
    _left_over(files, listed, problems)
    exercises = _exercises(fields)
    check_listed(folder, exercises, files, problems)
    return Pack(
        id=own_id,
        title=fields.text("title"),
        about=fields.text("about", empty=True),
        scenarios=scenarios,
        place=datum.place,
        standards=own,
        audience=fields.text("for"),
        minutes=fields.integer("minutes", 0, 1, _LONGEST) or None,
        trains=_trains(fields, known),
        exercise_ids=tuple(exercises),
        plan=read_plan(fields.items("plan")),
    )


def _trains(fields: Fields, kinds: Mapping[str, Kind]) -> tuple[str, ...]:
    datum, names = fields.get("trains"), fields.texts("trains")
    for name in names:
        if datum and name not in kinds:
            datum.add("E040", id=name, hint=hint(name, kinds))
    return names


def _exercises(fields: Fields) -> dict[str, Place]:
    """Return the ids of the exercises and where they stand; two equal ones are a problem."""
    listed: dict[str, Place] = {}
    for item in fields.items("exercises"):
        name = item.identifier()
        if name in listed:
            item.add("E034", id=name, line=listed[name].line)
        elif name:
            listed[name] = item.place
    return listed


def _left_over(files: Mapping[str, Path], listed: Mapping[str, Datum], problems: Problems) -> None:
    for name, path in files.items():
        if name not in listed:
            problems.add(Place(str(path)), "E032", id=name)


def read_alone(path: Path, sink: list[Problem]) -> Scenario | None:
    """Read one scenario file with the standards of the pack it lies in; None when nothing can be read.

    The other scenarios of the pack are not looked at; problems go to ``sink``.
    """
    folder = pack_folder(path)
    own = read_own_standards(folder, pack_id(folder), shipped().standards, sink) if folder else ()
    kinds = {**known_kinds(), **{standard.id: standard.kind for standard in own}}
    scenario = read_one(path, Problems(sink), kinds)
    return replace(scenario, own=own) if scenario else None


def pack_folder(path: Path) -> Path | None:
    """Return the pack that a scenario file lies in; None for a file on its own."""
    folder = path.resolve().parent.parent
    inside = path.resolve().parent.name == DIALOGUES and (folder / PACK_FILE).is_file()
    return folder if inside else None
