"""The settings of a machine: ``settings.toml``, where packs are looked for, who practises.

What a person has chosen besides is read and written by ``preferences``.

Where folders of packs are named, the nearest wins: the option ``--packs``, then the variable
TRAINER_PACKS (even an empty one), then ``packs`` of the settings; where nothing is named, the folder ``packs`` of
the data folder, which packs from other machines come into. Who practises: ``--person``, TRAINER_PERSON, ``person``.
"""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from trainer.model.place import NOWHERE, Place
from trainer.packs.folders import PACK_FILE
from trainer.packs.library import packs_in
from trainer.packs.problems import Problems, hint
from trainer.packs.shelf import Root, Shelf
from trainer.storage.home import data_home
from trainer.storage.texts_ru import SETTINGS_TEXTS, TOML_REASON

FILE = "settings.toml"
VARIABLE = "TRAINER_PACKS"
OPTION = "--packs"
PERSON_VARIABLE = "TRAINER_PERSON"
_PACKS, _PERSON, *_ = _KEYS = ("packs", "person", "xapi", "theme", "hints")
_IMPORTED = "packs"
_LARGEST = 2**20  # bytes; a list of folders takes some hundreds
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def settings_path(environment: Mapping[str, str]) -> Path:
    """Return where the settings stand: in $TRAINER_HOME, else in the person's folder for settings."""
    if own := environment.get("TRAINER_HOME"):
        return Path(own).expanduser() / FILE
    import platformdirs

    return platformdirs.user_config_path("trainer", appauthor=False) / FILE


def shelf_of(named: Sequence[str], environment: Mapping[str, str] = os.environ) -> Shelf:
    """Return the shelf for the folders ``named`` in the call; raises InputError.

    Every folder must be there; what is in it is looked at later, by whoever needs it.
    """
    shelf = Shelf(tuple(_roots(named, environment)))
    shelf.check_roots()
    return shelf


def _roots(named: Sequence[str], environment: Mapping[str, str]) -> Iterator[Root]:
    if named:
        yield from (Root(_expanded(name), Place(OPTION)) for name in named)
    elif (listed := environment.get(VARIABLE)) is not None:
        for name in listed.split(os.pathsep):
            if name.strip():
                yield Root(_expanded(name.strip()), Place(VARIABLE))
    else:
        yield from _settled(environment)


def _settled(environment: Mapping[str, str]) -> Iterator[Root]:
    try:
        path = settings_path(environment)
    except RuntimeError:  # nobody knows where the home folder is
        return
    names = _packs_of(path)
    for name in names:
        # A relative folder is meant from where it is written, not from where the command runs.
        yield Root(path.parent / _expanded(name), Place(str(path)))
    imported = data_home(environment) / _IMPORTED
    if not names and packs_in(imported):
        yield Root(imported, Place(str(imported)))


def packs_home(shelf: Shelf, environment: Mapping[str, str] = os.environ) -> Path:
    """Return where a new pack belongs: the first folder of packs on the shelf, else ``packs`` of the data folder.

    Raises RuntimeError when not even the home folder of the person is known.
    """
    folders = (root.path for root in shelf.roots if not (root.path / PACK_FILE).is_file())
    return next(folders, None) or data_home(environment) / _IMPORTED


def person_of(environment: Mapping[str, str] = os.environ) -> tuple[str, Place] | None:
    """Return who practises and where that is said: TRAINER_PERSON, else the settings. Raises InputError."""
    if name := environment.get(PERSON_VARIABLE, "").strip():
        return name, Place(PERSON_VARIABLE)
    try:
        path = settings_path(environment)
    except RuntimeError:
        return None
    problems = Problems(texts=SETTINGS_TEXTS)
    name = read_settings(path, problems).get(_PERSON, "")
    if not isinstance(name, str):
        problems.add(Place(str(path)), "E194")
    problems.finish()
    return (name.strip(), Place(str(path))) if name.strip() else None


def section_of(
    name: str, environment: Mapping[str, str], problems: Problems
) -> tuple[Mapping[str, Any], Place]:
    """Return the table ``[name]`` of the settings, empty where there is none, and the place to name in messages."""
    try:
        path = settings_path(environment)
    except RuntimeError:
        return {}, NOWHERE
    found = read_settings(path, problems).get(name, {})
    if not isinstance(found, dict):
        problems.add(Place(str(path)), "E195", name=name)
        found = {}
    return found, Place(str(path))


def read_settings(path: Path, problems: Problems) -> dict[str, Any]:
    """Return the settings as they are written, empty where there is no file; unknown keys are problems."""
    settings = _load(path, problems)
    for key in settings.keys() - set(_KEYS):
        problems.add(Place(str(path)), "E021", key=key, hint=hint(key, _KEYS))
    return settings


def _packs_of(path: Path) -> list[str]:
    problems = Problems(texts=SETTINGS_TEXTS)
    names = read_settings(path, problems).get(_PACKS, [])
    if not isinstance(names, list) or not all(isinstance(name, str) and name.strip() for name in names):
        problems.add(Place(str(path)), "E191")
    problems.finish()
    return [str(name) for name in names]


def _load(path: Path, problems: Problems) -> dict[str, Any]:
    place = Place(str(path))
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
        if len(raw) > _LARGEST:
            problems.add(place, "E192")
            return {}
        return tomllib.loads(raw.decode("utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError:
        problems.add(place, "E193")
    except UnicodeDecodeError:
        problems.add(place, "E004")
    except tomllib.TOMLDecodeError as error:
        found = _AT.search(str(error))
        if found and found[1]:
            place = Place(str(path), int(found[1]), int(found[2]))
        problems.add(place, "E190", reason=TOML_REASON.get(_AT.sub("", str(error)), _AT.sub("", str(error))))
    return {}


def _expanded(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError:  # «~somebody» whom the system does not know
        return Path(name)
