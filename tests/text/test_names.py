import pytest

from trainer.text.analysis import Text
from trainer.text.names import find_names


def names(typed: str, *forms: str) -> list[str]:
    text = Text(typed)
    return [text.span(a, b).of(typed) for a, b in find_names(text, forms)]


@pytest.mark.parametrize(
    ("typed", "forms", "found"),
    [
        ("Иван Иванович, здравствуйте", ("Иван Иванович",), ["Иван Иванович"]),
        ("Ивану Ивановичу отправили", ("Иван Иванович",), ["Ивану Ивановичу"]),
        ("иван иваныч, добрый день", ("Иван Иваныч",), ["иван иваныч"]),
        ("Марину ждём", ("Марина",), ["Марину"]),
        ("Иван, Иванович", ("Иван Иванович",), []),
        ("Ивановский район", ("Иван",), []),
        ("Ваня", ("Иван",), []),
        ("Марина", (), []),
        ("Марина", ("",), []),
        ("Марина", ("Марина Петровна",), []),
        ("", ("Марина",), []),
    ],
)
def test_a_name_in_any_case(typed: str, forms: tuple[str, ...], found: list[str]) -> None:
    assert names(typed, *forms) == found
