"""Examples of the catalogue, and the question which standard their words show or break."""

from collections.abc import Iterator

from trainer.model.exercise import Form, WhichItem
from trainer.model.span import Span
from trainer.model.standard import Catalogue, Example, Kind, Standard
from trainer.refresh.cards import Card, Situation
from trainer.refresh.sources.options import standards_around
from trainer.refresh.sources.source import Making, Source


def from_catalogue(catalogue: Catalogue) -> Iterator[Source]:
    """Yield what the examples of the standards make; one that speaks only at its turn makes nothing."""
    for standard in catalogue.standards.values():
        if standard.kind is Kind.PROCESS:
            continue
        card = Card(standard.id, Situation.WRITING)
        for number, hit in enumerate(standard.hits):
            if hit.words and not hit.at and not hit.known:
                yield Source(card, Form.WHICH, f"{standard.id}.{number}", _Named(standard, hit, catalogue))


class _Named:
    """Makes the question about one example."""

    def __init__(self, standard: Standard, hit: Example, catalogue: Catalogue) -> None:
        self._standard, self._hit, self._catalogue = standard, hit, catalogue

    def __call__(self, making: Making) -> WhichItem:
        right, text, words = self._standard, self._hit.text, self._hit.words[0]
        start = text.find(words)
        return WhichItem(
            id=str(making),
            place=self._hit.place,
            text=text,
            span=Span(start, start + len(words)) if start >= 0 else None,
            options=standards_around(right, (), self._catalogue, making.chance()),
            right=right.id,
            why=right.matters,
            kind=right.kind,
        )
