"""What the checks have in common: their shape, and how a finding is put into words."""

from collections.abc import Callable, Iterator

from trainer.authoring.code_book import book
from trainer.model.place import Place
from trainer.model.problem import Problem
from trainer.model.scenario import Scenario
from trainer.packs.problems import visible

Check = Callable[[Scenario], Iterator[Problem]]


def found(place: Place, code: str, /, **values: object) -> Problem:
    """Return the problem ``code`` at ``place``, in the words and with the level of the book of codes."""
    entry = book()[code]
    text = entry.text.format(**{key: visible(str(value)) for key, value in values.items()})
    return Problem(place, code, text, entry.level)
