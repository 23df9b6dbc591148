"""Rule kind ``pattern``: wordings as patterns over lemmas, with what excuses them.

Options: ``any`` (patterns), ``unless`` (patterns that excuse a hit in the same sentence),
``unless_anywhere`` (… anywhere in the answer), ``where`` (the ``first`` or ``last`` sentence, the
``opening`` or ``closing`` two, a ``question``),
``quoted`` (true: words in quotation marks count too).
"""

from collections.abc import Sequence

from trainer.model.span import Span
from trainer.scoring.context import Context
from trainer.scoring.rules.base import Hit, Options
from trainer.text.analysis import Stretch, Text
from trainer.text.pattern import Match, search_all


def find(context: Context, options: Options) -> Sequence[Hit]:
    """Return a hit for each place where one of the patterns stands and nothing excuses it."""
    text = context.text
    matches = search_all(tuple(options["any"]), text)
    if not matches or search_all(tuple(options.get("unless_anywhere", ())), text):
        return ()
    excused = _excused(text, options)
    hits: dict[Span, Hit] = {}
    for match in matches:
        sentence = text.sentence_at(match.first)
        if sentence and sentence.first not in excused and _counts(match, sentence, context, options):
            span = text.span(match.first, match.last)
            hits.setdefault(span, Hit(span))
    return tuple(hits.values())


def _excused(text: Text, options: Options) -> frozenset[int]:
    """Return the first tokens of the sentences that hold an excuse."""
    matches = search_all(tuple(options.get("unless", ())), text)
    return frozenset(s.first for m in matches if (s := text.sentence_at(m.first)))


def _counts(match: Match, sentence: Stretch, context: Context, options: Options) -> bool:
    if not _stands(sentence, context.text, str(options.get("where", ""))):
        return False
    return bool(options.get("quoted")) or not context.quoted.issuperset(range(match.first, match.last))


def _stands(sentence: Stretch, text: Text, where: str) -> bool:
    if where == "first":
        return sentence == text.sentences[0]
    if where == "opening":
        return sentence in text.sentences[:2]
    if where == "last":
        return sentence == text.sentences[-1]
    if where == "closing":
        return sentence in text.sentences[-2:]
    if where == "question":
        return text.normal(sentence).rstrip(" )").endswith("?")
    return True
