"""The small pack with an exercise of every form, ready to be done."""

from functools import cache
from pathlib import Path

from trainer.model.exercise import Exercise
from trainer.packs.shelf import Root, Shelf
from trainer.practice.exercises.settle import settle

FOLDER = Path(__file__).resolve().parents[2] / "data" / "packs" / "drill"
SHELF = Shelf((Root(FOLDER),))


@cache
def drill(form: str) -> Exercise:
    """Return the exercise of a form."""
    return settle(SHELF.exercise(f"drill-{form}"), lambda name: SHELF.find(name)[1])


def item(form: str, item_id: str):
    return next(item for item in drill(form).items if item.id == item_id)
