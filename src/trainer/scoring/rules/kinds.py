"""The table of rule kinds: the name used in the catalogue, the code, and the options it reads."""

from collections.abc import Mapping
from dataclasses import dataclass

from trainer.scoring.rules import address, language, pattern, people, shape, words
from trainer.scoring.rules.base import Finder


@dataclass(frozen=True, slots=True)
class RuleKind:
    """A finder and the names of its options (``role`` is common to all)."""

    find: Finder
    options: frozenset[str]


def _kind(find: Finder, options: str = "") -> RuleKind:
    return RuleKind(find, frozenset(options.split()) | {"role"})


KINDS: Mapping[str, RuleKind] = {
    "pattern": _kind(pattern.find, "any unless unless_anywhere where quoted"),
    "words": _kind(words.find, "lemmas forms beginnings"),
    "familiar-forms": _kind(address.find),
    "long-sentence": _kind(shape.long_sentence, "words paragraph"),
    "bare-typing": _kind(shape.bare_typing, "words"),
    "opens-with-question": _kind(shape.opens_with_question, "skip"),
    "short-answer": _kind(shape.short_answer, "words words_alone words_full sentences"),
    "client-name": _kind(people.client_name),
    "client-details": _kind(people.client_details, "least also"),
    "spelling": _kind(language.misspelt),
    "grammar": _kind(language.slips),
}
