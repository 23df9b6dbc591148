"""Precision kept as a number: a standard that accuses unjustly too often warns without points until it is mended."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

# Of ten accusations two may be unjust, not more; fewer than this many accusations say nothing yet.
LEAST = 0.8
ENOUGH = 10
# People name the closest one or two standards (labelling.md), so beside a finding they may have named its neighbour for
# the same words: «не умеете читать» is rude to one mentor and a reproach to another. That is another name, no injustice.
FAMILIES = (
    frozenset({"rude", "familiar", "scold-client", "react-to-emotion", "argue", "invalidate"}),
    frozenset(
        {
            "indifferent",
            "curt",
            "abandon",
            "premature-closing",
            "flat-refusal",
            "question-for-question",
            "reask",
        }
    ),
    frozenset({"template", "water", "officialese", "jargon", "tangled"}),
    frozenset({"vague-promise", "overpromise", "uncertain", "template"}),
    frozenset({"blame-colleague", "inner-kitchen", "amplify-negative", "misplaced-apology"}),
    frozenset({"rude", "indifferent", "invalidate"}),
)


class Record(NamedTuple):
    """How often a standard was found: in all, justly, and where people had named only a neighbour."""

    found: int
    just: int
    neighbour: int

    @property
    def precision(self) -> float:
        """The strict figure, 0-1: people named this very standard; 1 where nothing was found."""
        return self.just / self.found if self.found else 1.0


def muted(records: Mapping[str, Record]) -> frozenset[str]:
    """Return the standards that take no points."""
    return frozenset(
        name
        for name, record in records.items()
        if record.found >= ENOUGH and record.just + record.neighbour < LEAST * record.found
    )


def neighbours(standard: str, named: Collection[str]) -> bool:
    """Tell whether people named a standard of the same family."""
    return any(standard in family and not family.isdisjoint(named) for family in FAMILIES)
