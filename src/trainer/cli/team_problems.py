"""Errors of the commands about people, groups and assignments; many of a file are told at once."""

from trainer.cli.team_texts_ru import PROBLEMS
from trainer.cli.texts_ru import INPUT, PLACES
from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.packs.problems import Problems
from trainer.storage.team_texts_ru import TEAM_TEXTS

CALL = Place(PLACES["call"])


def collector() -> Problems:
    """Return a collector that raises all it has recorded when it is finished."""
    return Problems(texts={**INPUT, **TEAM_TEXTS, **PROBLEMS})


def bad(code: str, place: Place = CALL, **values: object) -> InputError:
    """Return the error ``code``, ready to raise."""
    problems = collector()
    problems.add(place, code, **values)
    return InputError(*problems.found)
