"""Makes the errors of input and call that every command reports alike."""

from trainer.cli.exchange_texts_ru import EXCHANGE_INPUT
from trainer.cli.texts_ru import INPUT, REASONS
from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.packs.problems import Problems


def wrong(place: Place, code: str, **values: object) -> InputError:
    """Return the error ``code`` at ``place``, ready to raise; values are made safe to print."""
    problems = Problems(texts={**INPUT, **EXCHANGE_INPUT})
    problems.add(place, code, **values)
    return InputError(*problems.found)


def reason(error: OSError) -> str:
    """Return in Russian why a file could not be read or written."""
    return next(text for kind, text in REASONS.items() if isinstance(error, kind))
