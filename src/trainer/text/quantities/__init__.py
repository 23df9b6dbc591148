"""Money, times of day, durations and days, however they are written."""

from collections.abc import Sequence

from trainer.text.numbers import numbers
from trainer.text.quantities.numbered import measured
from trainer.text.quantities.quantity import Quantity, Unit
from trainer.text.quantities.ranges import spread
from trainer.text.quantities.unnumbered import paired, unnumbered
from trainer.text.tokens import Token

__all__ = ["Quantity", "Unit", "quantities"]


def quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """Return all quantities of a text in order of their first token."""
    found: list[Quantity] = []
    for number in numbers(tokens):
        if not found or number.first > found[-1].last:
            found.append(measured(tokens, number))
    taken = {i for q in found for i in range(q.first, q.last + 1)}
    for i in range(len(tokens)):
        if i not in taken:
            found.extend(paired(tokens, i) or unnumbered(tokens, i, taken))
    found.sort(key=lambda q: q.first)
    return spread(tokens, found)
