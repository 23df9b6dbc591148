import pytest

from tests.conftest import At
from trainer.model.scenario import Turn
from trainer.model.verdict import Setting
from trainer.scoring.amounts import strange_amounts
from trainer.scoring.context import Context
from trainer.text.analysis import Text

CARD = (
    "Доставка завтра, с 12 до 15, стоит 390 ₽, опоздала на позавчера.",
    "Срок 5 дней, прошло 11 дней. Выплата 7 400 ₽ за 10 дней. Начислим 300 бонусов.",
    "Пишите на help@vektor.example. Проверка идёт 20 минут.",
)


def strange(typed: str, card: tuple[str, ...] = CARD) -> list[str]:
    context = Context(Text(typed), Setting(turn=Turn("t", "Где мой заказ?", ()), card=card))
    return [span.of(typed) for span in strange_amounts(context)]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Доставка стоит 500 рублей.", "500 рублей"),
        ("Привезём завтра после шести вечера.", "шести вечера"),
        ("Привезём завтра к 9 утра.", "9 утра"),
        ("Ответ дадут через неделю.", "неделю"),
        ("Деньги придут через месяц.", "месяц"),
        ("Ждать два месяца.", "два месяца"),
        ("Диагностика длится минут сорок.", "сорок"),
        ("Отметка была три дня назад.", "три дня"),
        ("Начислим три тысячи бонусов.", "три тысячи бонусов"),
        ("Держите скидку пять тысяч на любой заказ.", "пять тысяч"),
        ("Вернём 50 процентов стоимости.", "50 процентов"),
        ("Пишите на claims@vektor.example.", "claims@vektor.example"),
    ],
)
def test_amounts_that_the_card_does_not_know(typed: str, words: str) -> None:
    assert strange(typed) == [words]


def test_both_ends_of_a_false_window() -> None:
    assert strange("Привезём завтра с 18 до 22.") == ["18", "22"]


@pytest.mark.parametrize(
    "typed",
    [
        "Привезём завтра с полудня до трёх, вернём триста девяносто рублей.",
        "Выплатим 7400 за десять дней.",
        "Начислим триста бонусов.",
        "Пишите на help@vektor.example.",
        "Это верно на сто процентов.",
        "Срок вышел шесть дней назад.",
    ],
)
def test_what_the_card_says_in_other_dress(typed: str) -> None:
    assert strange(typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        "Вам удобно в 18:00?",  # a question
        "Вы пишете: «верните 500 рублей».",  # a quotation
        "Не 500 рублей, а 390.",  # a denial
        "Через час сама напишу вам.",  # the operator's own promise
        "Позвоню вам в 17:00.",
        "Вы третий день ждёте.",  # ordinals count, they promise nothing
        "Так бывает каждый день.",
        "Вы ждёте уже полторы недели.",
        "Почти две недели ожидания, понимаю вас.",
        "Ждать впустую почти две недели тяжело.",
        "Нас каждый месяц за это ругают.",
        "Сама третью неделю жду коляску.",
        "После двух дней ожидания любой вскипит.",
        "Вы ждали три часа.",  # the past
        "Второй раз за неделю срывают рейс.",
        "Отвечу за две минуты.",
        "Десять минут назад вас устраивал самовывоз.",
        "Лифт ломается второй раз за месяц.",  # how often
        "Мастера заняты, бывает, дня по четыре.",  # how it usually is
        "Поставьте оценку от 1 до 10, нам это важно.",  # marks, not hours
        "За один чемодан или три - 390 рублей.",
    ],
)
def test_amounts_that_state_nothing_about_the_case(typed: str) -> None:
    assert strange(typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        "Опоздание на шесть дней - наша вина.",  # the lateness of it
        "Простите за окно в целых три часа.",  # 15 - 12
        "Приедем до трёх часов.",  # three o'clock, not a term
        "Извините за два дня, что заказа нет.",  # the day before yesterday
        "Столько шума из-за семи тысяч.",  # 7 400 said roughly
    ],
)
def test_what_follows_from_the_card(typed: str) -> None:
    assert strange(typed) == []


def test_a_bare_number_of_the_card_is_no_term() -> None:
    assert strange("Диагностика длится два часа.", ("Вариант 2 - мастер, 20 минут.",)) == ["два часа"]


def test_minutes_are_compared_only_where_the_card_speaks_of_minutes() -> None:
    assert strange("Заявление займёт десять минут.", ("Ответ через 2 дня.",)) == []
    assert strange("Проверка займёт десять минут.", ("Проверка 20 минут.",)) == ["десять минут"]


def test_without_amounts_in_the_card_nothing_is_strange() -> None:
    assert strange("Привезём через неделю за 500 рублей.", ("Заказ 77-0412.",)) == []


def test_addresses_are_compared_only_where_the_card_has_one() -> None:
    assert strange("Пишите на claims@vektor.example.", ("Доставка 390 ₽.",)) == []


def test_the_words_of_the_client_are_known(at: At) -> None:
    typed = "Марина, коробку в 4 кг с Лесной, 12, заберём завтра."
    assert list(strange_amounts(Context(Text(typed), at("courier-pickup/slot")))) == []


@pytest.mark.parametrize(
    "place",
    [
        "courier-pickup/question",
        "stolen-parcel/compensation",
        "quarantine-headphones/visit",
        "abusive-client/cooled",
    ],
)
def test_model_answers_hold_nothing_strange(at: At, place: str) -> None:
    setting = at(place)
    assert setting.turn
    assert list(strange_amounts(Context(Text(setting.turn.model_answer), setting))) == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        # from ten roubles on it is a price
        ("Доставка стоит 10 рублей.", ["10 рублей"]),
        ("Доставка стоит 9 рублей.", []),
        # thousands said roughly
        ("Стоит 7 тысяч.", []),
        ("Стоит 8 тысяч.", ["8 тысяч"]),
        # per cent count beside a price, and a hundred of them is a manner of speaking
        ("Вернём сто процентов стоимости.", []),
        ("Вернём 50 процентов от стоимости.", ["50 процентов"]),
        ("Вернём 50 процентов от её стоимости.", []),
        # denied over two words
        ("не за 500 рублей", []),
        ("не просим за 500 рублей", ["500 рублей"]),
        # marks
        ("Шкала от 1 до 10", []),
        ("18:00.", ["18:00"]),
        ("Вам удобно после 18:00 или раньше?", []),
        ("Пишите «a@b.ru».", []),
        ("Вам удобно в 18:00? Доставка стоит 500 рублей.", ["500 рублей"]),
    ],
)
def test_sums_hours_and_addresses_at_their_bounds(typed: str, words: list[str]) -> None:
    assert strange(typed) == words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        # what the operator does himself binds for more than a day
        ("Напишу вам через сутки.", []),
        ("Напишу вам через трое суток.", ["трое суток"]),
        ("Напишет вам через четыре часа.", ["четыре часа"]),
        # the past
        ("Отметка была 4 часа назад.", ["4 часа"]),
        ("После четырёх дней ожидания.", []),
        ("Вы ждали четыре дня.", []),
        ("Ждать четыре дня.", ["четыре дня"]),
        # a bare term promises nothing; one that is led in, or said of what lasts, does
        ("Четыре дня.", []),
        ("Процедура на складе в Самаре занимает там обычно четыре дня.", ["четыре дня"]),
        ("За эти вот четыре дня.", ["четыре дня"]),
        ("За эти вот все четыре дня.", []),
        ("четыре дня максимум", ["четыре дня"]),
        ("четыре дня это максимум", []),
        ("не более четырёх дней", []),
        ("без четырёх рублей 500", []),
        ("к четырём дня", ["четырём дня"]),
        ("Процедура в четыре дня.", []),  # an hour
        ("порядка шестнадцати дней", ["шестнадцати дней"]),
        ("до двух дня привезут", []),
        ("по три недели", []),
        ("раз в три недели", []),
        ("третий раз за три недели", []),
        # days between the terms of the card (5, 10 and 11, and the day before yesterday)
        ("За шесть дней.", []),
        ("За шестнадцать дней.", ["шестнадцать дней"]),
        # hours of the clock, from twelve to three
        ("за 3 часа", []),
        ("за 12 часов", []),
        ("за 13 часов", ["13 часов"]),
        ("за 24 часа", []),
        ("за 27 часов", ["27 часов"]),
    ],
)
def test_terms_at_their_bounds(typed: str, words: list[str]) -> None:
    assert strange(typed) == words


@pytest.mark.parametrize(
    ("card", "typed", "words"),
    [
        ("Проверка 3 часа.", "Проверка займёт 59 минут.", ["59 минут"]),
        ("Проверка 181 минута.", "Проверка займёт 59 минут.", []),
        ("Проверка 181 минута.", "Проверка займёт 60 минут.", ["60 минут"]),
        ("Проверка 3 часа.", "Проверка займёт пять минут.", ["пять минут"]),
        ("Проверка 3 часа.", "Проверка займёт четыре минуты.", []),
        ("Проверка 20 минут.", "Отметка 50 минут назад.", []),
        ("Проверка 20 минут.", "Отметка 60 минут назад.", ["60 минут"]),
        ("Скидка 5 %", "Заявку закроют через неделю.", ["неделю"]),
        ("Вариант 2", "Заявку закроют через неделю.", []),
    ],
)
def test_minutes_beside_what_the_card_measures(card: str, typed: str, words: list[str]) -> None:
    assert strange(typed, (card,)) == words


def test_a_sentence_without_end_is_looked_at_nearby() -> None:
    far, near = "и вот " * 21, "и вот " * 19
    assert strange(f"Процедура {far}четыре дня") == []
    assert strange(f"Процедура {near}четыре дня") == ["четыре дня"]
