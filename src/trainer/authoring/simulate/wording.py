"""Puts answers together from sentences."""

from collections.abc import Iterable, Sequence
from random import Random

from trainer.model.scenario import Fact
from trainer.text.sentences import sentences

_ENDS = (".", "!", "?", "…")


def split(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [text[start:end] for start, end in sentences(text)]


def joined(parts: Iterable[str]) -> str:
    """Return sentences as one answer."""
    return " ".join(part.strip() for part in parts if part.strip())


def plain(facts: Iterable[Fact]) -> str:
    """Return an answer that only states the facts, as the pack words them."""
    return joined(_sentence(fact.text) for fact in facts)


def swapped(text: str, chance: Random) -> str:
    """Return a text with two neighbouring sentences of its middle in another order."""
    parts = split(text)
    if len(parts) < 4:
        return text
    at = chance.randrange(1, len(parts) - 2)
    parts[at], parts[at + 1] = parts[at + 1], parts[at]
    return joined(parts)


def thinned(parts: Sequence[str], keep: float, chance: Random) -> list[str]:
    """Return the sentences that were not forgotten: at least one, and not all of several."""
    kept = [part for part in parts if chance.random() < keep]
    if len(kept) == len(parts) > 1:
        kept.pop(chance.randrange(len(kept)))
    return kept or [chance.choice(parts)]


def _sentence(text: str) -> str:
    whole = text[:1].upper() + text[1:]
    return whole if whole.endswith(_ENDS) else whole + "."
