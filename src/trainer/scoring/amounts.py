"""Sums, hours and terms that the card does not know: the numeric half of ``wrong-fact``."""

from collections.abc import Iterator

from trainer.model.span import Span
from trainer.scoring.context import Context
from trainer.text.analysis import Text
from trainer.text.quantities import Quantity, Unit

# What the operator promises to do himself may be at any hour: «через час напишу вам».
_OWN_SMALL = 60.0


def strange_amounts(context: Context) -> Iterator[Span]:
    """Yield the amounts of money, hours and terms that stand neither in the card nor in the talk so far.

    Questions, quotations and the operator's own short promises are left alone.
    """
    known = _known(context)
    text = context.text
    if not any(q.unit is not Unit.CODE for q in known):
        return
    for quantity in text.quantities:
        if quantity.unit not in (Unit.MONEY, Unit.TIME, Unit.DURATION) or quantity.first in context.quoted:
            continue
        if not quantity.value or any(quantity.same(q) for q in known) or _excused(quantity, text, context):
            continue
        yield text.span(quantity.first, quantity.last + 1)


def _known(context: Context) -> list[Quantity]:
    turn, setting = context.setting.turn, context.setting
    sources = [*setting.card, *(f.text for f in setting.facts())]
    if turn:
        sources += [turn.client, *turn.known]
    return [q for source in sources for q in Text(source).quantities]


def _excused(quantity: Quantity, text: Text, context: Context) -> bool:
    sentence = context.sentence_at(quantity.first)
    if sentence is None or text.normal(sentence).rstrip(" )").endswith("?"):
        return True
    own = any(t.has("VERB", "1per") for t in text.tokens[sentence.first : sentence.last])
    if quantity.unit is Unit.DURATION:
        return (quantity.value <= _OWN_SMALL and own) or quantity.value < 5
    return quantity.unit is Unit.TIME and own
