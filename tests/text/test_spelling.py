import pytest

from trainer.text.analysis import Text
from trainer.text.morphology import known_word
from trainer.text.spelling import _modern, correction


def right(typed: str, own: frozenset[str] = frozenset()) -> str:
    (token,) = Text(typed).tokens
    return correction(token, own)


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("пасылка", "посылка"),
        ("здраствуйте", "здравствуйте"),
        ("интренет", "интернет"),
        ("пожалуста", "пожалуйста"),
        ("извените", "извините"),
        ("агенство", "агентство"),
        ("расчитать", "рассчитать"),
        ("програма", "программа"),
        ("досталена", "доставлена"),
        ("руководетиль", "руководитель"),
        ("досвидания", "до свидания"),
        ("вообщем", "в общем"),
        ("незнаю", "не знаю"),
        ("cдесь", "здесь"),
        ("деагностика", "диагностика"),
        ("задежрек", "задержек"),
        ("звонк", "звонок"),
    ],
)
def test_a_misspelling_is_put_right(typed: str, word: str) -> None:
    assert right(typed) == word


@pytest.mark.parametrize(
    "typed",
    [
        "посылка", "заказ", "счёт", "счет", "промокод", "чат", "скриншотик", "кешбэк", "наушнички", "дело-то", "кот",
        "зак", "скрин", "скрины", "безлимитом", "колерист", "роутером", "биллинга", "перезайдите", "домофонную", "худи",
        "скриншотики", "посылочку", "бумажечка", "Delivery", "250", "невозможно", "недоставленный", "перезвоню",
        "день-два", "ё", "!", "Димон", "ирка", "хабы", "сфоткала", "заяву", "порешаем", "роутера", "промокодов", "пуша",
    ],
)  # fmt: skip
def test_what_is_right_or_unknown_is_left_alone(typed: str) -> None:
    assert right(typed) == ""


def test_the_list_of_modern_words_holds_what_the_dictionary_lacks() -> None:
    assert sorted(word for word in _modern() if known_word(word)) == []
    assert sorted(word for word in _modern() if right(word)) == []


def test_a_name_is_no_misspelling() -> None:
    (token,) = Text("пасылка").tokens
    assert correction(token, is_name=True) == ""


def test_words_of_the_scenario_are_right() -> None:
    assert right("кукубенка", frozenset({"кукубенка"})) == ""
    assert right("кукубенкв", frozenset({"кукубенка"})) == "кукубенка"


def test_an_endless_word_costs_nothing() -> None:
    (token,) = Text("посылк" * 20_000).tokens
    assert correction(token) == ""


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("руководетилю", "руководителю"),  # two vowels heard wrong, in a long word
        ("тилифон", ""),  # in a shorter one that is too far
        ("незаказали", "не заказали"),
        ("нехотим", "не хотим"),
        ("неприятно", ""),
        ("очнь", "очень"),
        ("зака", ""),  # four letters are enough to look, nothing frequent is near
        ("прывет", "привет"),
        ("закс", ""),
        ("приветт", "привет"),
        ("придёться", "придется"),
        ("вернулися", ""),  # a known word and «ся»
        ("вернулсь", ""),
        ("здесб", "здесь"),
        ("москвва", "москва"),
        ("опиратор", "оператор"),
        ("коробачка", "коробочка"),
        ("информацыя", "информация"),
        ("доставка-то", ""),
        ("чтонибудь", "что-нибудь"),
        ("наушничик", ""),
        ("вайфай", ""),
    ],
)
def test_how_near_a_word_has_to_be(typed: str, word: str) -> None:
    assert right(typed) == word


def test_the_more_frequent_of_two_near_words_is_meant() -> None:
    assert right("магазен") == "магазин"
    assert right("доставк", frozenset({"доставл"})) == "доставки"


def test_a_word_of_forty_letters_may_be_misspelt_and_a_longer_one_is_none() -> None:
    for letters, right_ in ((39, "а" * 39 + "ъ"), (40, "")):
        assert right("а" * letters + "ь", frozenset({"а" * letters + "ъ"})) == right_
