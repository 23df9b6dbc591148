"""Tells of the copy that was made of a store before it was brought forward."""

from trainer.cli import output
from trainer.cli.texts_ru import OUTGROWN
from trainer.storage.brought import untold


def tell_outgrown() -> None:
    """Say in one line where the copy lies, once."""
    for path in untold():
        output.tell(OUTGROWN.format(path=path))
