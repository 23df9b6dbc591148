import pytest
from hypothesis import given

from tests.text.strategies import ANY
from trainer.text.analysis import Text
from trainer.text.tokens import Sort


def texts(typed: str) -> list[str]:
    return [t.text for t in Text(typed).tokens]


@pytest.mark.parametrize(
    ("typed", "tokens"),
    [
        ("Добрый день, Ирина!", ["добрый", "день", ",", "ирина", "!"]),
        ("что-нибудь из-за", ["что-нибудь", "из-за"]),
        ("12 000 ₽", ["12 000", "₽"]),
        ("с 12:00 до 15.30", ["с", "12:00", "до", "15.30"]),
        ("30-го, 2-х", ["30-го", ",", "2-х"]),
        ("пишите на a.b@mail.ru", ["пишите", "на", "a.b@mail.ru"]),
        ("https://x.ru/a?b=1 тут", ["https://x.ru/a?b=1", "тут"]),
        ("заказ №2051", ["заказ", "№", "2051"]),
        ("5часов", ["5", "часов"]),
        ("12 3456", ["12", "3456"]),
        ("", []),
        (" \r\n\t ", []),
    ],
)
def test_words_numbers_and_signs(typed: str, tokens: list[str]) -> None:
    assert texts(typed) == tokens


def test_sorts() -> None:
    sorts = {t.text: t.sort for t in Text("Да, 5 a@b.ru").tokens}
    assert sorts == {"да": Sort.WORD, ",": Sort.SIGN, "5": Sort.NUMBER, "a@b.ru": Sort.WORD}


def test_a_token_knows_its_grammemes() -> None:
    token = Text("привезём").tokens[0]
    assert token.has("VERB", "1per")
    assert not token.has("NOUN")
    assert token.lemma == "привезти"


@given(ANY)
def test_tokens_lie_inside_the_text_in_order(typed: str) -> None:
    text = Text(typed)
    edge = 0
    for token in text.tokens:
        assert edge <= token.start < token.end <= len(text.source.text)
        assert text.source.lower[token.start : token.end] == token.text
        edge = token.end


@given(ANY)
def test_every_token_shows_typed_words(typed: str) -> None:
    text = Text(typed)
    for i, token in enumerate(text.tokens):
        span = text.span(i, i + 1)
        assert 0 <= span.start < span.end <= len(typed)
        assert len(Text(span.of(typed)).source.text) == len(token.text)


@given(ANY)
def test_nothing_but_white_space_is_dropped(typed: str) -> None:
    text = Text(typed)
    kept = "".join(t.text for t in text.tokens)
    assert "".join(kept.split()) == "".join(text.source.lower.split())


def test_what_is_longer_than_a_hundred_letters_is_looked_up_nowhere() -> None:
    word, longer = "щ" * 97 + "ами", "щ" * 98 + "ами"
    first, second = Text(f"{word} {longer}").tokens
    assert first.lemma != word
    assert second.lemma == longer
    assert not second.reading.known


def test_after_five_hundred_different_words_only_those_of_the_dictionary_are_read() -> None:
    many = [f"щ{'ъ' * (i % 20)}ц{'ь' * (i // 20)}" for i in range(499)]
    tokens = Text(" ".join([*many, "курьерами", "щъщами", "коробками", many[0]])).tokens
    assert len(tokens) == 503
    assert [t.lemma for t in tokens[499:502]] == ["курьер", "щъщами", "коробка"]
    assert Text("щъщами").tokens[0].lemma != "щъщами"
