"""Sums, hours, terms and addresses that the card does not know: the general half of ``wrong-fact``."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from trainer.model.span import Span
from trainer.scoring.context import Context
from trainer.text.analysis import Stretch, Text, read_once
from trainer.text.quantities import Quantity, Unit
from trainer.text.tokens import Token

# What the operator promises to do himself may be at any hour: «через час напишу вам».
_OWN = {
    "написать", "отписаться", "отписать", "ответить", "сообщить", "вернуться", "проверить", "уточнить", "прислать",
    "позвонить", "перезвонить", "рассказать", "узнать", "разобраться", "посмотреть", "связаться", "напомнить",
    "назвать", "спросить", "выяснить",
}  # fmt: skip
_FAR = 40  # so many words to either side are a sentence at most
_OWN_TERM = 1440.0  # a promise for a day or less binds nobody but the operator
# A term is a promise when it is led in so, or is said of something that lasts.
_LEADS = {"через", "течение", "за", "около", "порядок", "примерно", "целый", "максимум", "минимум", "до", "назад",
          "где-то", "раньше", "спустя"}  # fmt: skip
_LASTING = {"диагностика", "проверка", "осмотр", "процедура", "визит", "ждать", "подождать", "длиться", "занять",
            "занимать", "продлиться", "идти", "сидеть", "пробыть", "срок", "обмен", "возврат", "выплата"}  # fmt: skip
_GONE = {"ожидание", "задержка", "опоздание", "просрочка", "неведение", "неизвестность", "прошлый", "раз",
         "опаздывать", "задерживаться"}  # fmt: skip
_BARE = {"день", "час", "сутки", "минута", "часик", "часок", "полчаса", "полчасика"}
_DAYS_AWAY = {"вчера": 1, "завтра": 1, "позавчера": 2, "послезавтра": 2}
_PRICED = {"стоимость", "ценность", "сумма", "цена", "скидка"}
_NEGATIONS = {"не", "ни", "без", "нет"}
# «Оценка от 1 до 10» names no hours.
_MARKS = {"оценить", "оценка", "шкала", "балл"}
# Less than this many roubles is no price but the lower end of something else: «один чемодан или три - 390 ₽».
_LEAST_PRICE = 10
# A term of minutes can be wrong only where the card speaks of minutes or hours: «заявление займёт пять минут».
_SHORT, _COMPARABLE = 60, 180


def strange_amounts(context: Context) -> Iterator[Span]:
    """Yield the amounts of money, hours, terms and addresses that stand neither in the card nor in the talk so far.

    Questions, quotations, denials, the past and the operator's own short promises are left alone.
    """
    text, known = context.text, _known(context)
    yield from _strange_addresses(context)
    if not any(q.unit is not Unit.CODE for q in known):
        return
    for quantity in text.quantities:
        sentence = context.sentence_at(quantity.first)
        if sentence is None or quantity.first in context.quoted or _asked(sentence, text):
            continue
        if (
            _weighty(quantity, sentence, text)
            and not _agrees(quantity, known)
            and _comparable(quantity, known)
        ):
            yield text.span(quantity.first, quantity.last + 1)


def _known(context: Context) -> list[Quantity]:
    """Return what card and talk measure; bare numbers («вариант 2») measure nothing, «позавчера» is two days."""
    texts = [read_once(source) for source in _sources(context)]
    found = [q for text in texts for q in text.quantities if q.unit is not Unit.PLAIN]
    days = {_DAYS_AWAY[form] for text in texts for form in _DAYS_AWAY.keys() & text.forms.keys()}
    return found + [Quantity(Unit.DURATION, 1440 * n, 0, 0) for n in days]


def _sources(context: Context) -> list[str]:
    turn, setting = context.setting.turn, context.setting
    sources = [*setting.card, *(f.text for f in setting.facts())]
    return [*sources, turn.client, *turn.known] if turn else sources


def _strange_addresses(context: Context) -> Iterator[Span]:
    known = " ".join(_sources(context)).lower()
    if "@" not in known:
        return
    for i, token in enumerate(context.text.tokens):
        if "@" in token.text and token.text not in known and i not in context.quoted:
            yield context.text.span(i, i + 1)


def _asked(sentence: Stretch, text: Text) -> bool:
    return any(t.text == "?" for t in text.tokens[max(sentence.first, sentence.last - 3) : sentence.last])


def _around(quantity: Quantity, sentence: Stretch, text: Text) -> Sequence[Token]:
    """Return the sentence; of an endless one what stands near."""
    first, last = quantity.first - _FAR, quantity.last + _FAR
    return text.tokens[max(sentence.first, first) : min(last, sentence.last)]


def _agrees(quantity: Quantity, known: Sequence[Quantity]) -> bool:
    """Tell whether the card knows the amount, or it follows from the card, or the unit is a slip.

    «До трёх часов» may be three o'clock; a window from 12 to 15 lasts three hours.
    """
    if not quantity.value or any(quantity.same(q) for q in known):
        return True
    if quantity.unit is Unit.MONEY:  # said roughly: «из-за семи тысяч»
        return any(q.unit is Unit.MONEY and q.value // 1000 * 1000 == quantity.value for q in known)
    if quantity.unit is not Unit.DURATION:
        return False
    terms = {q.value for q in known if q.unit is Unit.DURATION and q.last > q.first}
    if any(abs(a - b) == quantity.value for a, b in combinations(terms, 2)):
        return True  # five days were promised, eleven have gone: six too many
    clocks = {q.value for q in known if q.unit is Unit.TIME}
    if quantity.value <= 24 * 60 and any((quantity.value - t) % 720 == 0 for t in clocks):
        return True
    return any(abs(a - b) == quantity.value for a, b in combinations(clocks, 2))


def _comparable(quantity: Quantity, known: Sequence[Quantity]) -> bool:
    if quantity.unit is not Unit.DURATION or quantity.value >= _SHORT:
        return True
    return any(q.unit is Unit.DURATION and q.value <= _COMPARABLE for q in known)


def _weighty(quantity: Quantity, sentence: Stretch, text: Text) -> bool:
    """Tell whether the amount is a statement about the case at all."""
    if (
        _denied(quantity, sentence, text)
        or _rate(quantity, sentence, text)
        or "Anum" in text.tokens[quantity.first].reading.tags
    ):
        return False  # ordinals count: «третий день», «в восьмом часу»
    if quantity.unit is Unit.MONEY:
        return quantity.value >= _LEAST_PRICE
    if quantity.unit is Unit.PERCENT:
        after = text.tokens[quantity.last + 1 : quantity.last + 3]
        return quantity.value != 100 and any(t.lemma in _PRICED for t in after)
    if quantity.unit is Unit.TIME:
        around = _around(quantity, sentence, text)
        return not _own(around) and not any(t.lemma in _MARKS for t in around)
    return quantity.unit is Unit.DURATION and _promised(quantity, sentence, text)


def _denied(quantity: Quantity, sentence: Stretch, text: Text) -> bool:
    before = text.tokens[max(sentence.first, quantity.first - 2) : quantity.first]
    return any(t.text in _NEGATIONS for t in before)


def _rate(quantity: Quantity, sentence: Stretch, text: Text) -> bool:
    """Tell whether the term says how often or how it usually is: «второй раз за месяц», «дня по четыре», «каждый месяц»."""
    before = text.tokens[max(sentence.first, quantity.first - 3) : quantity.last]
    counted = quantity.unit is Unit.DURATION and any("Anum" in t.reading.tags for t in before)
    return counted or any(t.text == "по" or t.lemma == "каждый" for t in before)


def _own(words: Sequence[Token]) -> bool:
    return any(t.lemma in _OWN and t.has("1per") for t in words)


def _gone(token: Token) -> bool:
    """Tell a word of time that has gone by: «ждали», «вы ждёте уже полторы недели», «почти две недели»."""
    waits = token.lemma in {"ждать", "ожидать"} and token.has("indc", "2per")
    return waits or token.lemma in _GONE or token.text == "почти" or token.has("VERB", "past")


def _promised(quantity: Quantity, sentence: Stretch, text: Text) -> bool:
    if text.tokens[quantity.first].lemma in _BARE or quantity.value < 5:
        return False  # «каждый день», «полчаса», «две минуты»
    before, unit = text.tokens[max(0, quantity.first - 1)].text, text.tokens[quantity.last].text
    if unit == "дня" and before in {"в", "к", "с", "до", "после"}:
        return False  # «в три дня» is an hour
    around = _around(quantity, sentence, text)
    if quantity.value <= _OWN_TERM and _own(around):
        return False
    nearby = text.tokens[max(sentence.first, quantity.first - 4) : min(quantity.last + 5, sentence.last)]
    if quantity.value < _SHORT and any(t.text == "назад" for t in nearby):
        return False  # «десять минут назад вас устраивало» is about this talk
    if not any(t.text == "назад" for t in nearby) and any(_gone(t) for t in nearby):
        return False  # «после двух дней ожидания», «вы два дня ждали»
    if any(
        t.lemma in _LEADS or t.text in _LEADS
        for t in text.tokens[max(sentence.first, quantity.first - 3) : quantity.last + 2]
    ):
        return True
    return any(t.lemma in _LASTING for t in around)
