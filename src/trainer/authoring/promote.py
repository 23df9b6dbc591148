"""Puts an answer among the model answers of a turn in a pack's file; comments and order stay, and it must pass first."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from trainer.authoring.examples import pack_cases
from trainer.authoring.examples_run import Result, Status, run
from trainer.authoring.format.model_answers import with_model_answer
from trainer.authoring.judged import Judging
from trainer.authoring.lint import lint_file, lint_index
from trainer.model.problem import Level, Problem
from trainer.packs.reader import read_pack

_WARNED = "W225"  # the new answer misses what the turn asks for


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of an answer among the model answers: the new text of the file, and what speaks against it."""

    text: str
    problems: tuple[Problem, ...]
    failed: tuple[Result, ...]

    @property
    def passed(self) -> bool:
        """Tell whether nothing speaks against it."""
        return not self.problems and not self.failed


def try_out(file: Path, turn: str, answer: str, remark: str, judge: Judging) -> Tried:
    """Put an answer in a copy of the pack and check that turn; the pack itself stays as it is.

    ``remark`` becomes a comment behind the answer. Raises InputError and UnformattableError for files that cannot
    be read or written without a loss, OSError.
    """
    pack = file.parent.parent
    before = _findings(pack, file, judge)
    text = with_model_answer(file, turn, answer, remark)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / pack.name
        shutil.copytree(pack, copy, symlinks=True)
        fresh = copy / file.relative_to(pack)
        fresh.write_text(text, encoding="utf-8", newline="\n")
        known = {(problem.code, problem.text) for problem in before}
        found = [p for p in _findings(copy, fresh, judge) if (p.code, p.text) not in known]
        failed = _failed(copy, file.stem, turn, judge)
    return Tried(text, tuple(found), tuple(failed))


def save(file: Path, text: str) -> None:
    """Write the file, all of it or nothing; raises OSError."""
    fresh = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        fresh.write_text(text, encoding="utf-8", newline="\n")
        shutil.copymode(file, fresh)
        os.replace(fresh, file)
    finally:
        fresh.unlink(missing_ok=True)


def _findings(pack: Path, file: Path, judge: Judging) -> list[Problem]:
    """Return the errors of one scenario, and what its model answers lack."""
    _, jobs = lint_index(pack)
    mine = [job for job in jobs if job.path.name == file.name and not job.exercise]
    found = [problem for job in mine for problem in lint_file(job, judge).problems]
    return [problem for problem in found if problem.level is Level.ERROR or problem.code == _WARNED]


def _failed(pack: Path, scenario: str, turn: str, judge: Judging) -> Sequence[Result]:
    cases = [case for case in pack_cases(read_pack(pack)) if case.name.startswith(f"{scenario}/{turn}/")]
    return [result for case in cases if (result := run(case, judge)).status is Status.FAILED]
