"""Findings that the author allows in the file: ``# lint: allow W201 - why``.

The comment stands on the line of the finding, or above it. It allows one code at one place, and only with a
reason. An allowance that allows nothing is a finding itself, so that none outlives what it was written for.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from trainer.authoring.code_book import book
from trainer.authoring.report import found
from trainer.model.place import Place
from trainer.model.problem import Problem
from trainer.packs.problems import hint
from trainer.packs.yaml_comments import Comment, Remarks, remarks

_MARK = re.compile(r"\blint\s*:")
_OURS = re.compile(r"lint\s*:")
_ALLOW = re.compile(r"lint:\s*allow\s+([A-Za-z]\d{3})\b[\s,:]*(?:[-–—]+\s*)?(.*)")


@dataclass(frozen=True, slots=True)
class Allowed:
    """A finding that the author has allowed, and the reason given."""

    problem: Problem
    reason: str


@dataclass(frozen=True, slots=True)
class Linted:
    """What was found in a file: the findings that stand, and those that are allowed."""

    problems: tuple[Problem, ...] = ()
    allowed: tuple[Allowed, ...] = ()


@dataclass(slots=True)
class _Allowance:
    code: str
    reason: str
    place: Place
    lines: frozenset[int]
    used: bool = field(default=False)


def sift(problems: Iterable[Problem], path: str, text: str, *, judged: bool) -> Linted:
    """Return the findings of a file, those that its comments allow set apart.

    ``judged`` tells whether answers were scored: only then can an allowance of such a code be idle.
    """
    every = sorted(set(problems))
    if not _MARK.search(text):
        return Linted(tuple(every))
    notes = remarks(text)
    complaints: list[Problem] = []
    allowances = list(_allowances(notes, path, text.split("\n"), complaints))
    kept, allowed = _apart(every, allowances)
    complaints += [_idle(item) for item in allowances if not item.used and _judgeable(item.code, judged)]
    return Linted(tuple(sorted({*kept, *complaints})), tuple(allowed))


def _apart(
    problems: Sequence[Problem], allowances: Sequence[_Allowance]
) -> tuple[list[Problem], list[Allowed]]:
    kept: list[Problem] = []
    allowed: list[Allowed] = []
    for problem in problems:
        here = [a for a in allowances if a.code == problem.code and problem.place.line in a.lines]
        for item in here:
            item.used = True
        if here:
            allowed.append(Allowed(problem, here[0].reason))
        else:
            kept.append(problem)
    return kept, allowed


def _allowances(
    notes: Remarks, path: str, lines: Sequence[str], complaints: list[Problem]
) -> Iterator[_Allowance]:
    alone = {comment.line for comment in notes.comments if comment.alone}
    for comment in notes.comments:
        if not _OURS.match(comment.text):
            continue
        place = Place(path, comment.line, comment.column)
        read = _ALLOW.fullmatch(comment.text)
        code, reason = (read[1].upper(), read[2].strip()) if read else ("", "")
        if complaint := _complaint(place, code, reason):
            complaints.append(complaint)
        else:
            yield _Allowance(code, reason, place, _reach(comment, notes, lines, alone))


def _complaint(place: Place, code: str, reason: str) -> Problem | None:
    if not code:
        return found(place, "W294")
    if code not in book():
        return found(place, "W292", code=code, hint=hint(code, book()))
    if book()[code].firm:
        return found(place, "W293", code=code)
    return None if reason else found(place, "W290", code=code)


def _reach(comment: Comment, notes: Remarks, lines: Sequence[str], alone: set[int]) -> frozenset[int]:
    """Return the lines that a comment speaks of: its own or the next one, with the whole text begun there."""
    line = comment.line
    while comment.alone and line < len(lines) and (line in alone or not lines[line - 1].strip()):
        line += 1
    block = next((block for block in notes.blocks if block[0] == line), (line, line))
    return frozenset(range(block[0], block[1] + 1))


def _idle(allowance: _Allowance) -> Problem:
    return found(allowance.place, "W291", code=allowance.code)


def _judgeable(code: str, judged: bool) -> bool:
    return judged or not book()[code].judged
