"""Rule kind ``words``: single words and set phrases, looked up by lemma or by exact form.

Options: ``lemmas`` (any inflection), ``forms`` (exactly so), ``beginnings`` (the word begins so).
"""

from collections.abc import Sequence
from functools import lru_cache

from trainer.scoring.context import Context
from trainer.scoring.rules.base import Hit, Options
from trainer.text.tokens import Sort, Token


def find(context: Context, options: Options) -> Sequence[Hit]:
    """Return a hit for each listed word outside quotation marks."""
    lemmas, forms = _set(tuple(options.get("lemmas", ()))), _set(tuple(options.get("forms", ())))
    beginnings = tuple(options.get("beginnings", ()))
    text = context.text
    if not beginnings and text.keys.isdisjoint(lemmas) and text.keys.isdisjoint(forms):
        return ()
    return [
        Hit(text.span(i, i + 1))
        for i, token in enumerate(text.tokens)
        if token.sort is Sort.WORD and i not in context.quoted and _listed(token, lemmas, forms, beginnings)
    ]


@lru_cache(maxsize=1_000)
def _set(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


def _listed(token: Token, lemmas: frozenset[str], forms: frozenset[str], beginnings: tuple[str, ...]) -> bool:
    if token.text in forms or token.text in lemmas or token.lemma in lemmas:
        return True
    return bool(beginnings) and token.text.startswith(beginnings)
