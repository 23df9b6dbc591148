"""Ready sentences from the examples of the catalogue, by standard."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from trainer.model.scenario import Condition, Turn
from trainer.model.standard import Catalogue, Kind, Standard

# A time or a sum from another company's talk would be judged as a wrong fact here.
_FIGURES = re.compile(r"\d")
_LONGEST = 110  # characters; longer examples are whole answers
CURT = "curt"


class Phrases:
    """Sentences by the standard that they show or break; none without a catalogue.

    ``own`` are the standards that the pack brings along; those of other packs mean nothing to it.
    """

    def __init__(self, catalogue: Catalogue | None, own: Sequence[Standard] = ()) -> None:
        shipped = catalogue.standards.values() if catalogue else ()
        standards = [*(s for s in shipped if not s.pack), *own]
        self.showing = _texts(s for s in standards if s.kind is Kind.OBLIGATION)
        self.breaking = _texts(s for s in standards if s.kind is Kind.PROHIBITION)


def watched(turn: Turn) -> tuple[str, ...]:
    """Return the standards that the ways of a turn ask for, shown or broken, in the order of the file."""
    found = [name for way in turn.ways if way.when for name in _named(way.when)]
    return tuple(dict.fromkeys(found))


def _named(condition: Condition) -> Iterator[str]:
    yield from condition.shown
    yield from condition.violated
    if condition.negated:
        yield from _named(condition.negated)


def _texts(standards: Iterable[Standard]) -> Mapping[str, tuple[str, ...]]:
    texts = {s.id: tuple(e.text for e in s.hits if not e.at and _fits(e.text)) for s in standards}
    return {name: found for name, found in texts.items() if found}


def _fits(text: str) -> bool:
    return len(text) <= _LONGEST and not _FIGURES.search(text)
