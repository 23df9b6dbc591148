"""Rule kind ``words``: single words and set phrases, looked up by lemma or by exact form.

Options: ``lemmas`` (any inflection), ``forms`` (exactly so), ``beginnings`` (the word begins so).
"""

from collections.abc import Sequence

from trainer.scoring.context import Context
from trainer.scoring.rules.base import Hit, Options
from trainer.text.tokens import Sort, Token


def find(context: Context, options: Options) -> Sequence[Hit]:
    """Return a hit for each listed word outside quotation marks."""
    lemmas, forms = frozenset(options.get("lemmas", ())), frozenset(options.get("forms", ()))
    beginnings = tuple(options.get("beginnings", ()))
    text = context.text
    return [
        Hit(text.span(i, i + 1))
        for i, token in enumerate(text.tokens)
        if token.sort is Sort.WORD and i not in context.quoted and _listed(token, lemmas, forms, beginnings)
    ]


def _listed(token: Token, lemmas: frozenset[str], forms: frozenset[str], beginnings: tuple[str, ...]) -> bool:
    if token.text in forms or token.text in lemmas or token.lemma in lemmas:
        return True
    return bool(beginnings) and token.text.startswith(beginnings)
