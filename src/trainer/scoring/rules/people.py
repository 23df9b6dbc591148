"""Rule kinds about the client: the name, and details of what the client wrote."""

from collections.abc import Sequence

from trainer.scoring.context import Context
from trainer.scoring.rules.base import Hit, Options
from trainer.text.analysis import read_once
from trainer.text.names import find_names
from trainer.text.tokens import Sort

# Words of a client's line that say nothing particular.
_COMMON = frozenset(
    [
        "быть",
        "мочь",
        "весь",
        "это",
        "что",
        "как",
        "так",
        "где",
        "когда",
        "почему",
        "мой",
        "ваш",
        "наш",
        "свой",
        "вы",
        "я",
        "мы",
        "он",
        "она",
        "они",
        "можно",
        "нужно",
        "надо",
        "просто",
        "уже",
        "еще",
        "здравствовать",
        "здравствуйте",
        "день",
        "добрый",
        "подсказать",
        "пожалуйста",
        "хотеть",
        "сказать",
        "писать",
        "делать",
        "сделать",
        "один",
        "раз",
        "теперь",
    ]
)


def client_name(context: Context, options: Options) -> Sequence[Hit]:
    """Kind ``client-name``: the client is addressed by name, in any form that the scenario lists."""
    return [Hit(context.text.span(i, j)) for i, j in find_names(context.text, context.setting.names)]


def client_details(context: Context, options: Options) -> Sequence[Hit]:
    """Kind ``client-details``: ``least`` meaningful words of the client's line come back in the answer."""
    told = {t.lemma for t in context.client.tokens if _particular(t.text, t.lemma, t.sort)}
    told -= {w.lemma for name in context.setting.names for w in read_once(name).words}
    told |= set(options.get("also", ()))
    text = context.text
    hits = {
        t.lemma: i
        for i, t in enumerate(text.tokens)
        if t.lemma in told and _particular(t.text, t.lemma, t.sort)
    }
    if len(hits) < int(options.get("least", 2)):
        return ()
    return [Hit(text.span(i, i + 1)) for i in sorted(hits.values())]


def _particular(text: str, lemma: str, sort: Sort) -> bool:
    return sort is Sort.NUMBER or (sort is Sort.WORD and len(text) > 3 and lemma not in _COMMON)
