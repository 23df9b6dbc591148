"""Makes the errors about objections, labels and calibrations."""

from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.packs.problems import Problems
from trainer.storage.objection_texts_ru import CALL, OBJECTION_TEXTS


def wrong(code: str, place: str = CALL, **values: object) -> InputError:
    """Return an error, ready to raise; ``place`` is where it was given. Values are made safe to print."""
    problems = Problems(texts=OBJECTION_TEXTS)
    problems.add(Place(place), code, **values)
    return InputError(*problems.found)
