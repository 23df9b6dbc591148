"""What the checks have in common: their shape, and how a finding is put into words."""

from collections.abc import Callable, Iterator

from trainer.authoring.texts_ru import TEXTS
from trainer.model.place import Place
from trainer.model.problem import Level, Problem
from trainer.model.scenario import Scenario
from trainer.packs.problems import visible

Check = Callable[[Scenario], Iterator[Problem]]


def found(place: Place, code: str, **values: object) -> Problem:
    """Return the problem ``code`` at ``place``; its level is the first letter of the code."""
    text = TEXTS[code].format(**{key: visible(str(value)) for key, value in values.items()})
    return Problem(place, code, text, Level.WARNING if code.startswith("W") else Level.ERROR)
