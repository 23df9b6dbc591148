import pytest
from hypothesis import given

from tests.text.strategies import ANY
from trainer.text.analysis import Text


def sentences(typed: str) -> list[str]:
    text = Text(typed)
    return [text.normal(s) for s in text.sentences]


def clauses(typed: str) -> list[str]:
    text = Text(typed)
    return [text.normal(s) for s in text.clauses]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Здравствуйте! Курьер едет. Ждите?", ["Здравствуйте!", "Курьер едет.", "Ждите?"]),
        ("Добрый день!Меня зовут Анна.", ["Добрый день!", "Меня зовут Анна."]),
        ("сейчас отпишу. ее ищут", ["сейчас отпишу.", "ее ищут"]),
        ("Спасибо 😊 Завтра приедем", ["Спасибо 😊", "Завтра приедем"]),
        ("Хорошо)) Завтра привезем", ["Хорошо))", "Завтра привезем"]),
        ("да? нет! конечно", ["да?", "нет!", "конечно"]),
        ("первая строка\nвторая", ["первая строка", "вторая"]),
        ("Это стоит 250 руб. за выезд.", ["Это стоит 250 руб. за выезд."]),
        ("ул. Лесная, д. 5", ["ул. Лесная, д. 5"]),
        ("Сайт vector.ru работает.", ["Сайт vector.ru работает."]),
        ("Приедем в 12.30 завтра.", ["Приедем в 12.30 завтра."]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_where_a_sentence_ends(typed: str, found: list[str]) -> None:
    assert sentences(typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Понимаю, но помочь не могу", ["Понимаю,", "но помочь не могу"]),
        ("Заберем завтра - курьер позвонит", ["Заберем завтра -", "курьер позвонит"]),
        ("Отправлю если успею", ["Отправлю", "если успею"]),
        ("Курьер везет коробку", ["Курьер везет коробку"]),
        ("что-нибудь найдем", ["что-нибудь найдем"]),
        ("Номер 3,5 кг", ["Номер 3,5 кг"]),
        ("Понимаю" + " " * 50 + "но не могу", ["Понимаю", "но не могу"]),
    ],
)
def test_where_a_clause_ends(typed: str, found: list[str]) -> None:
    assert clauses(typed) == found


@given(ANY)
def test_sentences_hold_all_tokens_once(typed: str) -> None:
    text = Text(typed)
    held = [i for s in text.sentences for i in range(s.first, s.last)]
    assert held == list(range(len(text.tokens)))


@given(ANY)
def test_clauses_hold_all_tokens_once(typed: str) -> None:
    text = Text(typed)
    held = [i for c in text.clauses for i in range(c.first, c.last)]
    assert held == list(range(len(text.tokens)))


@given(ANY)
def test_a_token_is_found_in_its_sentence(typed: str) -> None:
    text = Text(typed)
    for sentence in text.sentences:
        assert all(text.sentence_at(i) == sentence for i in range(sentence.first, sentence.last))
    assert text.sentence_at(len(text.tokens)) is None


def test_a_sentence_in_the_middle_of_an_address_holds_no_token() -> None:
    text = Text("https://x.ru/a.Bcd")
    assert [(s.first, s.last) for s in text.sentences] == [(0, 1), (0, 0)]
    assert text.sentence_at(0) == text.sentences[0]
    assert text.sentence_at(1) is None
