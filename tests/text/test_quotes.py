import pytest

from trainer.text.analysis import Text
from trainer.text.quotes import quoted_tokens


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
