"""What an author wants of a new scenario, and what stands in for what was not said."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from trainer.authoring.template.texts_ru import DEFAULTS
from trainer.packs.problems import is_control

DEFAULT_MOOD = "neutral"
DEFAULT_EXPECTED = ("greet", "use-name", "empathy", "answer-fully", "polite-words")
_JOINER = "\u200d"  # joins emoji


@dataclass(frozen=True, slots=True)
class Wish:
    """The answers of the author; what is empty is filled by ``filled``.

    ``card`` are pairs of title and text (a title may be empty), ``expected`` ids of obligations.
    """

    id: str
    title: str = ""
    company: str = ""
    client: str = ""
    mood: str = ""
    line: str = ""
    card: tuple[tuple[str, str], ...] = ()
    facts: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()


def filled(wish: Wish) -> Wish:
    """Return the wish clean and whole: one line each, nothing unprintable, a default for what was skipped."""
    card = tuple((clean(title), clean(text)) for title, text in wish.card if clean(text))
    facts = _facts(wish, card)
    whole = replace(
        wish,
        title=clean(wish.title) or DEFAULTS["title"],
        company=clean(wish.company) or DEFAULTS["company"],
        client=clean(wish.client) or DEFAULTS["client"],
        mood=wish.mood or DEFAULT_MOOD,
        line=clean(wish.line) or DEFAULTS["line"],
        facts=facts,
        expected=tuple(dict.fromkeys(wish.expected)) or DEFAULT_EXPECTED,
    )
    return replace(whole, card=_titled(card or (("", " ".join(map(sentence, facts))),)))


def clean(text: str) -> str:
    """Return a text on one line without characters that cannot be seen."""
    kept = "".join(c if c.isprintable() or c == _JOINER else " " if c.isspace() else "" for c in text)
    return " ".join("".join(c for c in kept if not is_control(c)).split())


def sentence(text: str) -> str:
    """Return a text as a sentence: a capital letter first, a full stop last."""
    bare = text.rstrip(" .,;:!?…")
    return f"{bare[:1].upper()}{bare[1:]}." if bare else text


def _facts(wish: Wish, card: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the facts: those that were named, else what the card says, else one that fits the line."""
    named = [text for fact in wish.facts if (text := clean(fact))]
    own = named or [text for _, text in card][:3]
    return tuple(dict.fromkeys(own)) or (DEFAULTS["any-fact" if clean(wish.line) else "fact"],)


def _titled(card: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    pieces = list(card)
    numbered = [
        DEFAULTS["piece"] if len(pieces) == 1 else f"{DEFAULTS['piece']} {i + 1}" for i in range(len(pieces))
    ]
    return tuple((title or numbered[i], text) for i, (title, text) in enumerate(pieces))
