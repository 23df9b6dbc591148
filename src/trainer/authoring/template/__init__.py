"""Writes a new scenario that plays at once, with comments that teach the format."""

from trainer.authoring.template.draft import Draft, UnknowableError, draft
from trainer.authoring.template.files import Made, place, save
from trainer.authoring.template.wish import DEFAULT_EXPECTED, DEFAULT_MOOD, Wish, filled

__all__ = [
    "DEFAULT_EXPECTED",
    "DEFAULT_MOOD",
    "Draft",
    "Made",
    "UnknowableError",
    "Wish",
    "draft",
    "filled",
    "place",
    "save",
]
