"""Puts a pack from a zip among the packs: checked beside its place, then moved there in one step."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from trainer.authoring.bundle.clash import check_ids
from trainer.authoring.bundle.read import Bundle
from trainer.authoring.bundle.refused import refused, why
from trainer.authoring.bundle.shape import ID, is_device
from trainer.authoring.format.files import files_of
from trainer.model.place import Place
from trainer.model.problem import Level, Problem
from trainer.packs.folders import PACK_FILE, is_repository, pack_id
from trainer.packs.problems import Problems
from trainer.packs.yaml_nodes import load

_BINARY = getattr(os, "O_BINARY", 0)  # only Windows knows the difference
# Says what is wrong with the pack of a folder.
Check = Callable[[Path], Sequence[Problem]]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a pack was put: nowhere (None) when it has errors, which are among the ``problems``.

    ``same`` tells that this very pack was there already, ``before`` is where the one that it replaced was put aside.
    """

    id: str
    path: Path | None
    problems: Sequence[Problem] = ()
    same: bool = False
    before: Path | None = None


def place_pack(
    bundle: Bundle, into: Path, check: Check, others: Sequence[Path] = (), *, force: bool = False
) -> Placed:
    """Check a pack and put it into the folder ``into``; ``others`` are packs whose ids are taken.

    Raises InputError where it cannot be put; whatever goes wrong, what was there stays as it was.
    """
    with _staging(bundle, into) as folder:
        _write(folder, bundle)
        name = _id(folder, bundle)
        fresh, place = folder.with_name(name), into / name
        folder.rename(fresh)
        namesakes = [item for item in others if pack_id(item) == name]
        if there := next((item for item in (place, *namesakes) if _same(fresh, item)), None):
            return Placed(name, there, same=True)
        _check_place(bundle, name, place, force=force)
        check_ids(bundle, fresh, name, [item for item in others if item.resolve() != place.resolve()])
        problems = [_told(problem, fresh, bundle) for problem in check(fresh)]
        if any(problem.level is Level.ERROR for problem in problems):
            return Placed(name, None, problems)
        return Placed(name, place, problems, before=_move(bundle, fresh, place))


@contextmanager
def _staging(bundle: Bundle, into: Path) -> Iterator[Path]:
    """Give a folder to write to, on the same disk and hidden from whoever looks for packs."""
    held: Path | None = None
    try:
        into.mkdir(parents=True, exist_ok=True)
        held = Path(tempfile.mkdtemp(prefix=".import-", dir=into))
        # Capitals: no id of a pack looks like that.
        folder = held / "NEW"
        folder.mkdir(mode=_mode(held.parent, folder=True))
        yield folder
    except OSError as error:
        raise refused(bundle.archive, "E238", path=into, why=why(error)) from None
    finally:
        if held:
            shutil.rmtree(held, ignore_errors=True)


def _mode(beside: Path, *, folder: bool) -> int:
    """Return the rights of what is put beside or into a folder: where that is for its owner alone, so is all of it."""
    private = not beside.stat().st_mode & 0o077
    return (0o700 if private else 0o777) if folder else (0o600 if private else 0o666)


def _write(folder: Path, bundle: Bundle) -> None:
    for inside, data in bundle.files.items():
        path = folder / inside
        path.parent.mkdir(mode=_mode(folder, folder=True), exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, _mode(folder, folder=False))
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())


def _id(folder: Path, bundle: Bundle) -> str:
    datum = load(folder / PACK_FILE, Problems([]))
    name = datum.open_fields().text("id") if datum else bundle.folder
    if not ID.fullmatch(name) or is_device(name):
        raise refused(bundle.archive, "E239", bundle.name(PACK_FILE))
    return name


def _same(fresh: Path, place: Path) -> bool:
    if not (place / PACK_FILE).is_file() or len(files_of(place)) != len(files_of(fresh)):
        return False
    with contextlib.suppress(OSError):
        return _contents(fresh) == _contents(place)
    return False


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files_of(folder)}


def _check_place(bundle: Bundle, name: str, place: Path, *, force: bool) -> None:
    if not os.path.lexists(place):
        return
    if place.is_symlink() or not (place / PACK_FILE).is_file():
        raise refused(bundle.archive, "E235", path=place)
    if is_repository(place):
        raise refused(bundle.archive, "E236", id=name)
    if not force:
        raise refused(bundle.archive, "E234", id=name)


def _move(bundle: Bundle, fresh: Path, place: Path) -> Path | None:
    """Put the new pack in place; return where the one before it is now, if there was one."""
    if not os.path.lexists(place):
        try:
            fresh.rename(place)
        except OSError:
            # Somebody else has put a pack there meanwhile.
            if os.path.lexists(place):
                raise refused(bundle.archive, "E234", id=place.name) from None
            raise
        return None
    before = place.with_name(f".{place.name}.before")
    if os.path.lexists(before):
        shutil.rmtree(before)
    place.rename(before)
    try:
        fresh.rename(place)
    except OSError:
        before.rename(place)
        raise
    return before


def _told(problem: Problem, folder: Path, bundle: Bundle) -> Problem:
    """Return a problem with the place in the archive, which is what a person has before them."""
    path = Path(problem.place.path)
    if not path.is_relative_to(folder):
        return problem
    inside = bundle.name(path.relative_to(folder).as_posix())
    place = Place(f"{bundle.archive}/{inside}", problem.place.line, problem.place.column)
    return replace(problem, place=place, text=problem.text.replace(f"{folder}/", ""))
