"""Rule kind ``familiar-forms``: the client is addressed as «ты».

Pronouns and possessives of the second person singular, verbs in its forms, singular imperatives.
Homonyms («пришли документы», «дай бог») are settled by the likeliest reading and the neighbours.
"""

from collections.abc import Sequence

from trainer.scoring.context import Context
from trainer.scoring.rules.base import Hit, Options
from trainer.text.morphology import tags_of
from trainer.text.tokens import Sort, Token

_PRONOUNS = frozenset(
    [
        "ты",
        "тебя",
        "тебе",
        "тобой",
        "тобою",
        "твой",
        "твоя",
        "твое",
        "твои",
        "твоего",
        "твоей",
        "твоему",
        "твоих",
        "твоим",
        "твоими",
        "твою",
    ]
)
# Singular imperatives that are set words («давай» is kept: it is familiar towards a client).
_SET_WORDS = frozenset(
    [
        "пускай",
        "пусть",
        "видишь",
        "знаешь",
        "понимаешь",
        "глядишь",
        "дай",
        "веришь",
        "поди",
        "гляди",
        "чай",
        "стой",
        "кажись",
        "считай",
        "подумаешь",
        "поспоришь",
        "хочешь",
        "возьми",
        "см",
    ]
)


def find(context: Context, options: Options) -> Sequence[Hit]:
    """Return a hit for each word that addresses the client as «ты», outside quotation marks."""
    text = context.text
    return [
        Hit(text.span(i, i + 1))
        for i, token in enumerate(text.tokens)
        if token.sort is Sort.WORD and i not in context.quoted and _familiar(text.tokens, i)
    ]


def _familiar(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    if token.text in _PRONOUNS:
        return True
    if token.text in _SET_WORDS or not token.reading.known:
        return False
    readings = tags_of(token.text)
    if any("NOUN" in t or {"past", "plur"} <= t for t in readings):
        return False
    return token.has("VERB", "2per", "sing") or token.has("impr", "sing", "excl")
