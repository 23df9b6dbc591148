"""How far mentors agree with each other and with the engine, standard by standard, and where they part."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations

from trainer.team.calibration import Marks, agreement, differences, fleiss

ALL = ""
"""Stands for every standard at once."""


@dataclass(frozen=True, slots=True)
class Row:
    """One standard (or ``ALL``): kappas -1..1, None where nothing can be said.

    ``mentors`` is the mean of Cohen's kappa over the pairs of mentors, ``fleiss`` that of all mentors at once,
    ``engine`` the mean over the pairs of a mentor and the engine; ``marked`` counts the mentors' marks.
    """

    standard: str
    mentors: float | None
    fleiss: float | None
    engine: float | None
    marked: int


@dataclass(frozen=True, slots=True)
class Parted:
    """An answer on which mentors differ: by standard who found it there (ids)."""

    answer: str
    marks: int
    standards: Mapping[str, tuple[str, ...]]


def rows(mentors: Mapping[str, Marks], engine: Marks, judged: Mapping[str, AbstractSet[str]]) -> list[Row]:
    """Return the figures of everything at once, then of each standard that anybody found.

    ``judged`` names the standards that each answer was to be marked for.
    """
    raters = list(mentors.values())
    found = {name for marks in (*raters, engine) for answer in marks.values() for name in answer}
    flat = [_flat(marks, judged) for marks in raters]
    whole = _row(ALL, flat, _flat(engine, judged), "+")
    own = [_row(name, raters, engine, name) for name in sorted(found)]
    return [whole, *sorted(own, key=lambda row: (row.mentors is None, row.mentors or 0.0, row.standard))]


def parted(mentors: Mapping[str, Marks]) -> list[Parted]:
    """Return the answers that divide the mentors, the most divided first."""
    result = []
    for answer, count in differences(list(mentors.values())):
        every = {name: marks[answer] for name, marks in mentors.items()}
        named = sorted(frozenset[str]().union(*every.values()))
        divided = {
            standard: tuple(name for name, found in every.items() if standard in found)
            for standard in named
            if not all(standard in found for found in every.values())
        }
        result.append(Parted(answer, count, divided))
    return result


def unanimous(
    mentors: Mapping[str, Marks], judged: Mapping[str, AbstractSet[str]]
) -> dict[str, dict[str, bool]]:
    """Return by answer and standard what all mentors say alike."""
    agreed: dict[str, dict[str, bool]] = {}
    for answer, standards in judged.items():
        said = [marks[answer] for marks in mentors.values() if answer in marks]
        for standard in sorted(standards):
            votes = {standard in found for found in said}
            if len(votes) == 1:
                agreed.setdefault(answer, {})[standard] = votes.pop()
    return agreed


def _flat(marks: Marks, judged: Mapping[str, AbstractSet[str]]) -> Marks:
    """Return every mark, set or not, as an answer of its own: all standards become one."""
    return {
        f"{answer}\n{standard}": {"+"} if standard in found else frozenset[str]()
        for answer, found in marks.items()
        for standard in judged.get(answer, ())
    }


def _row(title: str, raters: Sequence[Marks], engine: Marks, standard: str) -> Row:
    pairs = (agreement(a, b, standard).kappa for a, b in combinations(raters, 2))
    ours = (agreement(marks, engine, standard).kappa for marks in raters)
    marked = sum(standard in found for marks in raters for found in marks.values())
    return Row(title, _mean(pairs), fleiss(raters, standard), _mean(ours), marked)


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
