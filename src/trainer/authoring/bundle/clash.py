"""Two packs on one machine must not share an id: neither their own nor those of what is in them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from trainer.authoring.bundle.read import Bundle
from trainer.authoring.bundle.refused import refused
from trainer.model.problem import InputError, Problem
from trainer.packs.folders import PACK_FILE, dialogues, exercise_files, pack_id, standard_files


def check_ids(bundle: Bundle, fresh: Path, name: str, others: Sequence[Path]) -> None:
    """Raise InputError with all ids of the new pack that others have; nothing could be played with both."""
    found: list[Problem] = []
    for other in others:
        if pack_id(other) == name:
            found += _clash(bundle, PACK_FILE, name, other)
            continue  # that its talks are the same too goes without saying
        for kinds in (_played, _standards):
            taken = dict(kinds(other))
            for key, path in kinds(fresh):
                if key in taken:
                    found += _clash(bundle, path.relative_to(fresh).as_posix(), key, other)
    if found:
        raise InputError(*sorted(found))


def _clash(bundle: Bundle, path: str, key: str, other: Path) -> Sequence[Problem]:
    return refused(bundle.archive, "E237", bundle.name(path), id=key, path=other).problems


def _played(folder: Path) -> Iterator[tuple[str, Path]]:
    yield from ((path.stem, path) for path in (*dialogues(folder), *exercise_files(folder)))


def _standards(folder: Path) -> Iterator[tuple[str, Path]]:
    yield from ((path.stem, path) for path in standard_files(folder))
