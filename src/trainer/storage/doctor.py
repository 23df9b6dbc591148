"""Looks the data of a person over: the folder, the store, what waits beside it. Changes nothing."""

import os
import shutil
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from trainer.model.problem import InputError
from trainer.storage.db.address import FILE, address
from trainer.storage.db.errors import StoreError
from trainer.storage.doctor_texts_ru import DOCTOR
from trainer.storage.safe import home_of
from trainer.storage.side import FOLDER, OLD, TAKEN

_LOW = 50 * 2**20  # bytes
_SHOWN = 5  # files of a kind that are named one by one


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is (Russian), and whether that is as it should be."""

    about: str
    text: str
    well: bool = True


def look_over(environment: Mapping[str, str] = os.environ) -> Iterator[Finding]:
    """Yield what there is to say about the data folder and the store."""
    home = home_of(environment)
    yield _folder(home)
    yield from _rights(home)
    yield from _store(home, environment)
    yield from _beside(home)


def _folder(home: Path) -> Finding:
    if not home.exists():
        return Finding("folder", DOCTOR["no-folder"].format(path=home))
    if not os.access(home, os.R_OK | os.W_OK | os.X_OK) or not home.is_dir():
        return Finding("folder", DOCTOR["closed-folder"].format(path=home), well=False)
    free = shutil.disk_usage(home).free
    name = "folder" if free > _LOW else "little-room"
    return Finding("folder", DOCTOR[name].format(path=home, free=free // 2**20), well=free > _LOW)


def _rights(home: Path) -> Iterator[Finding]:
    if sys.platform == "win32" or not home.is_dir():
        return
    ours = [*home.glob(f"{FILE}*"), *(path for name in (FOLDER, OLD, TAKEN) for path in _tree(home / name))]
    found = [home, *sorted(ours)]
    loose = [path for path in found if _loose(path)]
    for path in loose[:_SHOWN]:
        yield Finding("rights", DOCTOR["loose"].format(path=path), well=False)
    if len(loose) > _SHOWN:
        yield Finding("rights", DOCTOR["more"].format(count=len(loose) - _SHOWN), well=False)
    if found and not loose:
        yield Finding("rights", DOCTOR["tight"])


def _tree(folder: Path) -> list[Path]:
    return [folder, *folder.rglob("*")] if folder.is_dir() else []


def _loose(path: Path) -> bool:
    try:
        return bool(stat.S_IMODE(path.lstat().st_mode) & 0o077) and not path.is_symlink()
    except OSError:
        return False


def _store(home: Path, environment: Mapping[str, str]) -> Iterator[Finding]:
    try:
        at = address(home, environment)
        if at.file and not at.file.exists():
            yield Finding("store", DOCTOR["no-store"].format(path=at.file))
            return
        from trainer.storage.db.health import examined

        yield from (Finding("store", text, well) for text, well in examined(at))
    except InputError as error:
        yield Finding("store", "; ".join(problem.text for problem in error.problems), well=False)
    except StoreError as error:
        yield Finding("store", DOCTOR["no-answer"].format(where=at.label, why=error), well=False)


def _beside(home: Path) -> Iterator[Finding]:
    from trainer.storage.db.take_in import readable, waiting

    left = waiting(home)
    damaged = [item for item in left if not readable(item)]
    for item in damaged[:_SHOWN]:
        yield Finding("side", DOCTOR["damaged"].format(path=item.path), well=False)
    if rest := len(left) - len(damaged):
        yield Finding("side", DOCTOR["waiting"].format(count=rest), well=False)
    if not left:
        yield Finding("side", DOCTOR["nothing-waits"])
