"""The exercises of a pack: ``exercises/*.yaml`` beside its talks."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from trainer.model.exercise import Exercise
from trainer.model.place import Place
from trainer.model.problem import InputError, Problem
from trainer.model.standard import Kind, Standard
from trainer.packs.folders import exercise_files
from trainer.packs.problems import Problems, hint


def check_listed(
    folder: Path, ids: Mapping[str, Place], talks: Collection[str], problems: Problems
) -> list[Path]:
    """Compare the ids in ``pack.yaml`` with the files of a pack and with the ids of its talks.

    Return the files that are listed and there, in the order of the list.
    """
    files = {path.stem: path for path in exercise_files(folder)}
    for name, place in ids.items():
        if name not in files:
            problems.add(place, "E045", id=name, hint=hint(name, files))
        elif name in talks:
            problems.add(place, "E047", id=name, other=f"dialogues/{name}.yaml")
    for name, path in files.items():
        if name not in ids:
            problems.add(Place(str(path)), "E046", id=name)
    return [files[name] for name in ids if name in files]


def read_one_exercise(
    path: Path, kinds: Mapping[str, Kind], own: Sequence[Standard] = (), sink: list[Problem] | None = None
) -> Exercise | None:
    """Return an exercise with the standards of its pack.

    With a list problems are recorded there and None stands for a file that holds none; without one InputError
    holds them all.
    """
    from trainer.packs.exercise_reader import read_exercise

    problems = Problems(sink)
    known = {**kinds, **{standard.id: standard.kind for standard in own}}
    exercise = _inside(path, problems) and read_exercise(path, problems, known)
    problems.finish()
    return replace(exercise, own=tuple(own)) if exercise else None


def _inside(path: Path, problems: Problems) -> bool:
    """Refuse a file that a link takes out of its pack."""
    real, home = path.resolve(), path.parent.parent.resolve()
    if real.is_relative_to(home):
        return True
    problems.add(Place(str(path)), "E011", target=real)
    return False


def unknown(exercise_id: str, known: Collection[str]) -> InputError:
    """Return the error that there is no such exercise."""
    problems = Problems()
    problems.add(Place(exercise_id), "E067", id=exercise_id, hint=hint(exercise_id, known))
    return InputError(*problems.found)
