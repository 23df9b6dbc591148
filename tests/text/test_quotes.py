import pytest

from trainer.text.analysis import Text
from trainer.text.quotes import cited_tokens, quoted_tokens


def quoted(typed: str) -> list[str]:
    text = Text(typed)
    return [t.text for i, t in enumerate(text.tokens) if i in quoted_tokens(text) and t.text != '"']


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Вам сказали «не кричать»?", ["не", "кричать"]),
        ('компания "Вектор Доставка"', ["вектор", "доставка"]),
        ("„раз“ и “два”", ["раз", "два"]),
        ("без кавычек", []),
        ("«не закрыто", []),
        ("«через\nстроку»", []),
        ("«" + "длинно " * 50 + "»", []),
        ("«»", []),
    ],
)
def test_what_stands_in_quotation_marks(typed: str, words: list[str]) -> None:
    assert quoted(typed) == words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Тариф «Попутный плюс» стоит 300 ₽.", []),  # what something is called
        ("Вы пишете «украли», и я понимаю.", ["украли"]),
        ("Вы пишете «Верните мне деньги сегодня».", ["верните", "мне", "деньги", "сегодня"]),
    ],
)
def test_a_name_is_no_quotation(typed: str, words: list[str]) -> None:
    text = Text(typed)
    assert [t.text for i, t in enumerate(text.tokens) if i in cited_tokens(text) and t.text != '"'] == words
