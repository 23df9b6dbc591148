import pytest
from hypothesis import given

from tests.text.strategies import ANY
from trainer.text.analysis import Text
from trainer.text.grammar import grammar_slips


def slips(typed: str) -> list[str]:
    text = Text(typed)
    return [text.source.span(a, b).of(typed).strip() for a, b, _ in grammar_slips(text)]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Рассмотрим ваш заявление", "ваш заявление"),
        ("Это ваша заказ", "ваша заказ"),
        ("с наша сторона", "с наша"),
        ("без ваше участия", "без ваше"),
        ("Позвоним в течении часа", "в течении"),
        ("согласно договора", "согласно договора"),
        ("по приезду курьера", "по приезду"),
        ("одно и тоже", "одно и тоже"),
        ("какой то сбой", "какой то"),
        ("что нибудь придумаем", "что нибудь"),
        ("из за задержки", "из за"),
        ("во первых", "во первых"),
        ("курьер пришол", "пришол"),
        ("Деньги вернуться завтра", "Деньги вернуться"),
        ("Средства вернуться к вам", "Средства вернуться"),
    ],
)
def test_a_slip_is_shown(typed: str, words: str) -> None:
    assert words in slips(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "Рассмотрим ваше заявление в течение часа",
        "с нашей стороны",
        "Деньги вернутся завтра",
        "Деньги должны вернуться завтра",
        "Чтобы средства вернуться могли",
        "согласно договору",
        "ждали два лишних дня",
        "два последних заказа",
        "какой-то сбой из-за задержки",
        "такое мастер тоже делает",
        "живет на улице Лесная",
        "пришлём на кофе и в пальто",
        "одно и то же",
        "с двух до шести",
        "во-первых, во-вторых",
        "перечислим на счет",
        "о вашем заказе и о вас",
        "ваш, заявление",
        "",
    ],
)
def test_right_grammar_is_left_alone(typed: str) -> None:
    assert slips(typed) == []


@given(ANY)
def test_slips_lie_inside_the_text(typed: str) -> None:
    text = Text(typed)
    assert all(0 <= a < b <= len(text.source.text) for a, b, _ in grammar_slips(text))
