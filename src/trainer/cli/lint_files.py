"""Lints packs file by file: in several processes when there are many, and not again what has not changed."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass
from pathlib import Path

from trainer.authoring.lint import FileJob, Linted, lint_file, lint_index
from trainer.authoring.memory import Memory
from trainer.cli.check_progress import progress
from trainer.cli.lint_texts_ru import LINT
from trainer.cli.processes import Maker, Work, jobs_of, spread
from trainer.cli.tools import Judge
from trainer.storage.home import data_home
from trainer.storage.learned import read

# Fewer files are checked before the other processes have loaded their models.
_MANY = 24
_FOLDER = "lint"


@dataclass(frozen=True, slots=True)
class Way:
    """How to check: with the judge that ``make`` makes (None: by rules alone), in how many processes.

    ``jobs`` is what was asked for, None for the usual; ``fresh`` asks for no memory of earlier runs.
    """

    make: Maker | None
    jobs: str | None = None
    fresh: bool = False


def lint_folders(folders: Sequence[Path], way: Way, others: Sequence[Path] = ()) -> list[Linted]:
    """Return what was found in each file of the packs; raises InputError for a wrong number of processes.

    ``others`` are more packs that a plan may name things of.
    """
    wanted, near = jobs_of(way.jobs), [*folders, *others]
    return [linted for folder in folders for linted in _pack(folder, way, wanted, near)]


def _pack(folder: Path, way: Way, wanted: int, others: Sequence[Path]) -> Iterator[Linted]:
    index, files = lint_index(folder, others=others)
    yield from index
    memory = _memory(folder, way, files) if len(files) >= _MANY else None
    known = {job.path: linted for job in files if memory and (linted := memory.recall(job.path))}
    yield from known.values()
    new = [job for job in files if job.path not in known]
    count = wanted if way.jobs or len(new) >= _MANY else 1
    try:
        with (
            _progress(len(new)) as tick,
            closing(spread(new, _work(way), min(count, max(1, len(new))))) as stream,
        ):
            for job, linted in stream:
                tick()
                if memory:
                    memory.keep(job.path, linted)
                yield linted
    finally:
        # What was done before Ctrl+C need not be done again.
        if memory:
            memory.save()


def _progress(count: int) -> AbstractContextManager[Callable[[], None]]:
    return progress(count, LINT["progress"]) if count >= _MANY else nullcontext(lambda: None)


def _memory(folder: Path, way: Way, files: Sequence[FileJob]) -> Memory | None:
    if way.fresh:
        return None
    try:
        home = data_home(os.environ)
    except RuntimeError:
        return None
    by = getattr(way.make, "__qualname__", type(way.make).__name__)
    # A standard that the pack brings along has a say in every file of it.
    taught = read(home)
    standards = repr((files[0].kinds, files[0].own, taught.hash if taught else ""))
    return Memory(home / _FOLDER, folder, by, standards)


def _work(way: Way) -> Work[FileJob, Linted]:
    return Work(way.make, _judged) if way.make else Work(_no_judge, _by_rules)


def _judged(judge: Judge, job: FileJob) -> Linted:
    return lint_file(job, judge)


def _by_rules(judge: Judge, job: FileJob) -> Linted:
    return lint_file(job)


class _NoJudge:
    """Stands in for the judge where nobody is judged."""


def _no_judge() -> Judge:
    return _NoJudge()  # type: ignore[return-value]
