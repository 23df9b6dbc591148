"""Data of living people are found; what was made up for examples is let be."""

import pytest

from trainer.authoring.personal import luhn, personal

REAL = [
    ("E140", "Звоните +7 (916) 234-56-78."),
    ("E140", "тел. 8 916 234 56 78"),
    ("E140", "89162345678"),
    ("E140", "+79162345678"),
    ("E140", "8-495-234-56-78"),
    ("E141", "карта 4539 5787 6362 1486"),
    ("E141", "4539578763621486"),
    ("E142", "пишите на ivan.petrov@yandex.ru"),
    ("E142", "почта: иван@почта.рф"),
    ("E143", "паспорт серии 4508 номер 718293"),
    ("E143", "паспорт 45 08 № 718293"),
    ("E143", "документ 45 08 718293"),
    ("E144", "СНИЛС 112-233-445 95"),
]
FINE = [
    "Звоните +7 900 000-12-34",
    "8 999 555-01-23",
    "8 800 234-56-78",
    "+7 000 234-56-78",
    "карта 4111 1111 1111 1111",
    "карта 4539 5787 6362 1487",
    "карта 2200 0000 0000 0053",
    "help@vektor.example, a@example.com, b@shop.example.org, c@local.test",
    "паспорт 00 00 123987",
    "паспорт 4508 000000",
    "СНИЛС 112-233-445 00",
    "заказ 48-1173, 77-0412, 7 400 ₽, с 12 до 15, 15:00",
    "Заявка 2026-11-22 04:15:41, номер 12345678901234567890",
    "Паспорт возьмите с собой. Приедем 12 05 к шести.",
]


def codes(line: str) -> list[str]:
    return [problem.code for problem in personal("a.yaml", line)]


@pytest.mark.parametrize(("code", "line"), REAL)
def test_personal_data_are_found(code: str, line: str) -> None:
    assert codes(line) == [code]


@pytest.mark.parametrize("line", FINE)
def test_invented_data_and_other_numbers_are_let_be(line: str) -> None:
    assert codes(line) == []


def test_the_place_is_exact_and_the_message_does_not_spread_the_data() -> None:
    problem = next(iter(personal("a.yaml", "id: a\n# позвони +7 916 234-56-78\n")))
    assert (problem.place.line, problem.place.column) == (2, 11)
    assert "234" not in problem.text


def test_the_check_digit_of_cards() -> None:
    assert luhn("4111111111111111")
    assert not luhn("4111111111111112")
