"""Checks a pack: what the reader finds, the graph, the facts, the words, and the example answers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from trainer.authoring.allow import Allowed, Linted, sift
from trainer.authoring.checks import CHECKS
from trainer.authoring.exercises import checked_exercise, judged_exercise
from trainer.authoring.judged import Judging, judged
from trainer.authoring.own_standards import own_standards
from trainer.authoring.personal import personal
from trainer.model.problem import Level, Problem
from trainer.model.scenario import Pack
from trainer.model.standard import Kind, Standard
from trainer.packs.exercises import read_one_exercise
from trainer.packs.folders import PACK_FILE, exercise_files, standard_files
from trainer.packs.library import find_in, home, packs_in, playable
from trainer.packs.own_standards import known_kinds
from trainer.packs.plan_reader import check_plan
from trainer.packs.problems import Problems
from trainer.packs.reader import read_one, read_pack
from trainer.packs.yaml_nodes import readable_text

__all__ = ["Allowed", "FileJob", "Linted", "lint_file", "lint_index", "lint_pack"]

_OUTSIDE = ("E011", "E094")


@dataclass(frozen=True, slots=True)
class FileJob:
    """One file with a scenario or an ``exercise`` to check.

    ``kinds`` are all standards that it may name, ``own`` those that its pack brings.
    """

    path: Path
    kinds: Mapping[str, Kind]
    own: tuple[Standard, ...] = ()
    exercise: bool = False


def lint_pack(
    folder: Path, judge: Judging | None = None, kinds: Mapping[str, Kind] | None = None
) -> list[Problem]:
    """Return all problems of a pack, by file and line; with a judge its example answers are scored too."""
    index, jobs = lint_index(folder, kinds)
    parts = [*index, *(lint_file(job, judge) for job in jobs)]
    return sorted({problem for part in parts for problem in part.problems})


def lint_index(
    folder: Path, kinds: Mapping[str, Kind] | None = None, others: Sequence[Path] = ()
) -> tuple[list[Linted], list[FileJob]]:
    """Check ``pack.yaml``, the standards of the pack and which files belong to it.

    ``others`` are packs that a plan may name things of, beside those that lie next to this one or came with the
    program. Return what was found there, a part for each file, and the scenarios and
    exercises that are left to check.
    """
    problems: list[Problem] = []
    jobs: list[FileJob] = []
    pack = read_pack(folder, problems, kinds, lambda path, _, known: jobs.append(FileJob(path, known)))
    problems += own_standards(_with_scenarios(pack, folder, kinds))
    if pack.plan:
        near = [folder, *packs_in(folder.absolute().parent), *packs_in(home()), *others]
        check_plan(pack.plan, playable(near), Problems(problems))
    linted = _by_file(problems, [folder / PACK_FILE, *standard_files(folder)])
    known = {**(known_kinds() if kinds is None else kinds), **{item.id: item.kind for item in pack.standards}}
    jobs += [FileJob(file, known, exercise=True) for file in _exercises(pack, folder)]
    return linted, [replace(job, own=pack.standards) for job in jobs]


def _exercises(pack: Pack, folder: Path) -> list[Path]:
    files = {file.stem: file for file in exercise_files(folder)}
    return [files[name] for name in pack.exercise_ids if name in files]


def lint_file(job: FileJob, judge: Judging | None = None) -> Linted:
    """Check one scenario or exercise; with a judge its example answers are scored too."""
    path = str(job.path)
    check = _read_and_checked_exercise if job.exercise else _read_and_checked
    found = list(check(job, judge))
    # What a link takes out of the pack is none of our business.
    text = "" if any(problem.code in _OUTSIDE for problem in found) else readable_text(job.path)
    problems = [*found, *personal(path, text)]
    return sift(problems, path, text, judged=judge is not None)


def _with_scenarios(pack: Pack, folder: Path, kinds: Mapping[str, Kind] | None) -> Pack:
    """Read the scenarios as well where an example of a standard names one."""
    examples = (example for standard in pack.standards for example in (*standard.hits, *standard.misses))
    return read_pack(folder, [], kinds) if any(example.at for example in examples) else pack


def _by_file(problems: list[Problem], files: list[Path]) -> list[Linted]:
    """Sift the problems of each file by the comments of that file; others stay as they are."""
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.place.path].append(problem)
    linted = []
    for file in files:
        path = str(file)
        here = found.pop(path, [])
        # What a link takes out of the pack is none of our business.
        text = "" if any(problem.code in _OUTSIDE for problem in here) else readable_text(file)
        linted.append(sift([*here, *personal(path, text)], path, text, judged=False))
    return [*linted, *(Linted(tuple(sorted(set(rest)))) for rest in found.values())]


def _read_and_checked_exercise(job: FileJob, judge: Judging | None) -> Iterator[Problem]:
    """Yield what is wrong with an exercise."""
    found: list[Problem] = []
    exercise = read_one_exercise(job.path, job.kinds, job.own, found)
    yield from found
    if exercise is None:
        return
    yield from checked_exercise(exercise)
    if judge and not any(problem.level is Level.ERROR for problem in found):
        folder = job.path.parent.parent
        packs = list(dict.fromkeys([folder, *packs_in(folder.parent), *packs_in(home())]))
        yield from judged_exercise(exercise, judge, lambda name: find_in(name, packs)[1])


def _read_and_checked(job: FileJob, judge: Judging | None) -> Iterator[Problem]:
    problems = Problems([])
    scenario = read_one(job.path, problems, job.kinds)
    yield from problems.found
    if scenario is None:
        return
    scenario = replace(scenario, own=job.own)
    for check in CHECKS:
        yield from check(scenario)
    if judge:
        yield from judged(scenario, judge, job.kinds)
