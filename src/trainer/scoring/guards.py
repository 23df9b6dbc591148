"""What the answer as a whole, or the turn, says against a finding."""

from collections.abc import Callable, Mapping

from trainer.model.span import Span
from trainer.model.verdict import Finding
from trainer.scoring.context import Context
from trainer.text.meaning import Meaning
from trainer.text.pattern import search
from trainer.text.tokens import Token

Guard = Callable[[Finding, Context, Meaning | None], bool]


def stands(finding: Finding, context: Context, meaning: Meaning | None) -> bool:
    """Tell whether a finding still holds once the whole answer and the turn are looked at."""
    guard = _GUARDS.get(finding.standard)
    return guard is None or guard(finding, context, meaning)


def _not_settled(finding: Finding, context: Context, meaning: Meaning | None) -> bool:
    """Tell whether the talk still goes on: a farewell at the last turn is in place once its facts are answered."""
    turn = context.setting.turn
    return turn is None or not turn.last or bool(context.required_open)


def _leaves_open(finding: Finding, context: Context, meaning: Meaning | None) -> bool:
    """Tell whether something is left open: only then is a short answer curt."""
    turn = context.setting.turn
    return turn is None or bool(context.required_open) or not turn.facts


def _not_the_boundary(finding: Finding, context: Context, meaning: Meaning | None) -> bool:
    """Tell the boundary that a turn asks for from «успокойтесь», which is out of place anywhere."""
    turn = context.setting.turn
    if turn is None or "set-boundary" not in turn.expected:
        return True
    return any(search(p, context.text) for p in _CALM_DOWN)


def _told_before(finding: Finding, context: Context, meaning: Meaning | None) -> bool:
    """Tell whether what is asked for was told before: asking for a door code nobody has named is no repetition."""
    asked = {t.lemma for span in finding.spans for t in _inside(span, context) if t.has("NOUN")}
    asked |= {
        t.lemma for span in finding.spans for t in _inside(span, context) if t.lemma in _ASKING_THE_NAME
    }
    topics = [_topic(lemma) for lemma in asked - _VAGUE]
    told = {t.lemma for t in context.client.tokens}
    return not topics or any(told & topic for topic in topics)


def _inside(span: Span, context: Context) -> list[Token]:
    text = context.text
    return [t for i, t in enumerate(text.tokens) if span.start <= text.span(i, i + 1).start < span.end]


def _topic(lemma: str) -> frozenset[str]:
    return next((topic for topic in _TOPICS if lemma in topic), frozenset({lemma}))


# One thing under several names; whatever else is asked for has one.
_TOPICS = (
    frozenset({"номер", "заказ", "посылка", "отправление", "накладная", "договор", "заявка", "бронь"}),
    frozenset({"вес", "весить", "кг", "килограмм", "грамм"}),
    frozenset({"имя", "фамилия", "отчество", "звать", "зовут", "обращаться", "фио"}),
    frozenset({"адрес", "улица", "дом", "квартира"}),
)
_ASKING_THE_NAME = frozenset({"звать", "обращаться", "весить"})
_VAGUE = {
    "раз",
    "пожалуйста",
    "вопрос",
    "данные",
    "помощь",
    "образ",
    "вариант",
    "случай",
    "время",
    "интервал",
    "дата",
}
_CALM_DOWN = (
    "(успокоиться|остыть|угомониться|утихомириться)",
    "(истерить|истерика|психовать|орать|кричать|беситься|нервничать)",
    "(сбавить|выдохнуть|полегче|потише)",
    "(держать|взять) себя в рука",
)
_GUARDS: Mapping[str, Guard] = {
    "premature-closing": _not_settled,
    "curt": _leaves_open,
    "react-to-emotion": _not_the_boundary,
    "reask": _told_before,
}
