"""``--seed``: which wordings of the client's lines to take."""

import argparse
import re

from trainer.cli.complain import wrong
from trainer.cli.texts_ru import HELP, PLACES
from trainer.model.place import Place

_MOST = 999_999
_WHOLE = re.compile(r"[0-9]{1,6}")


def add_seed(parser: argparse.ArgumentParser) -> None:
    """Add the option to a command."""
    parser.add_argument("--seed", metavar="N", help=HELP["seed"])


def seed_of(word: str | None) -> int | None:
    """Return the seed that was asked for, None for none; raises InputError for anything but a whole number."""
    if word is None:
        return None
    if not _WHOLE.fullmatch(word):
        raise wrong(Place(PLACES["call"]), "C098", word=word, most=_MOST)
    return int(word)
