"""The option ``--packs`` of every command: taken out of the call before the command reads its own."""

from collections.abc import Sequence

from trainer.cli.complain import wrong
from trainer.cli.texts_ru import CALLS_PACKS, PLACES
from trainer.model.place import Place

OPTION = "--packs"  # as in trainer.storage.settings, which is loaded only when a command runs


def take_packs(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the folders that the call names and the call without them; raises InputError.

    The option may stand anywhere, also before the command, and more than once; after «--» it is no option.
    """
    folders: list[str] = []
    rest: list[str] = []
    left = iter(words)
    for word in left:
        if word == "--":
            return folders, [*rest, word, *left]
        name, given, value = word.partition("=")
        if name != OPTION:
            rest.append(word)
            continue
        folder = value if given else next(left, "")
        if not folder.strip() or (not given and folder.startswith("-")):
            raise wrong(Place(PLACES["call"]), "C051", reason=CALLS_PACKS, prog="trainer")
        folders.append(folder)
    return folders, rest
