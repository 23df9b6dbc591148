"""The options of every command, ``--packs`` and ``--person``: taken out of the call before the command reads its own."""

from collections.abc import Sequence

from trainer.cli.complain import wrong
from trainer.cli.texts_ru import CALLS_PACKS, CALLS_PERSON, PLACES
from trainer.model.place import Place

OPTION = "--packs"  # as in trainer.storage.settings, which is loaded only when a command runs
PERSON = "--person"


def take_packs(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the folders that the call names and the call without them; raises InputError.

    The option may stand anywhere, also before the command, and more than once; after «--» it is no option.
    """
    return _take(OPTION, words, CALLS_PACKS)


def take_person(words: Sequence[str]) -> tuple[str, list[str]]:
    """Return who is to practise, if the call begins with saying it, and the call without that; raises InputError.

    Only before the command: behind it the option belongs to the command, which may mean somebody else by it.
    """
    at = 0
    while at < len(words) and words[at].partition("=")[0] == PERSON:
        at += 1 if "=" in words[at] else 2
    names, _ = _take(PERSON, words[:at], CALLS_PERSON)
    return (names[-1] if names else ""), list(words[at:])


def _take(option: str, words: Sequence[str], complaint: str) -> tuple[list[str], list[str]]:
    values: list[str] = []
    rest: list[str] = []
    left = iter(words)
    for word in left:
        if word == "--":
            return values, [*rest, word, *left]
        name, given, value = word.partition("=")
        if name != option:
            rest.append(word)
            continue
        found = value if given else next(left, "")
        if not found.strip() or (not given and found.startswith("-")):
            raise wrong(Place(PLACES["call"]), "C051", reason=complaint, prog="trainer")
        values.append(found)
    return values, rest
