"""Rule kinds ``spelling`` and ``grammar``: slips that a reader stumbles over."""

from bisect import bisect_left
from collections.abc import Sequence

from trainer.scoring.context import Context
from trainer.scoring.rules.base import Hit, Options
from trainer.text.analysis import read_once
from trainer.text.grammar import grammar_slips
from trainer.text.spelling import correction


def misspelt(context: Context, options: Options) -> Sequence[Hit]:
    """Return a hit for each word that is a slip away from a frequent word or from one of the scenario's own."""
    text, own = context.text, _own_words(context)
    starts = {s.start for s in text.sentences}
    # An abbreviation is a name too, unless everything is in capitals.
    shouted = text.source.text.isupper()
    hits = []
    for i in sorted(i for word in text.unknown for i in text.forms[word]):
        token = text.tokens[i]
        raw = text.source.text[token.start : token.end]
        named = raw[:1].isupper() and not raw.isupper() and token.start not in starts
        named = named or (raw.isupper() and not shouted)
        right = correction(token, own, is_name=named)
        if right and i not in context.quoted:
            hits.append(Hit(text.span(i, i + 1), f"Похоже на опечатку: «{raw}». Правильно: «{right}»."))
    return hits


def _own_words(context: Context) -> frozenset[str]:
    setting = context.setting
    turn = setting.turn
    sources = [*setting.card, *(f.text for f in setting.facts()), turn.client if turn else ""]
    return frozenset(t.text for source in sources for t in read_once(source).words)


def slips(context: Context, options: Options) -> Sequence[Hit]:
    """Return a hit for each grammar slip outside quotation marks."""
    text = context.text
    quoted = sorted(text.tokens[i].start for i in context.quoted)
    hits = []
    for start, end, right in grammar_slips(text):
        if bisect_left(quoted, start) == bisect_left(quoted, end):
            why = f"Здесь ошибка, правильно так: {right}." if right else "Слова не согласованы друг с другом."
            hits.append(Hit(text.source.span(start, end), why))
    return hits
