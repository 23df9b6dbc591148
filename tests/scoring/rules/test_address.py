import pytest

from tests.scoring.samples import words
from trainer.scoring.rules.address import find


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Ты не волнуйся", ["Ты", "волнуйся"]),
        ("Скажи адрес", ["Скажи"]),
        ("Скинь номер, посмотрю", ["Скинь"]),
        ("твой заказ у тебя", ["твой", "тебя"]),
        ("Как тебе удобно?", ["тебе"]),
        ("Когда приедешь?", ["приедешь"]),
        ("Подожди минуту", ["Подожди"]),
    ],
)
def test_familiar_address(typed: str, found: list[str]) -> None:
    assert words(find, typed) == found


@pytest.mark.parametrize(
    "typed",
    [
        "Скажите адрес, пожалуйста",
        "Вы не волнуйтесь",
        "Документы пришли вчера",
        "Дай бог, успеем",
        "Понимаешь ли, пусть так",
        "Вам сказали «ты сам виноват»",
        "Черный чай в подарок",
        "Курьер знает, что делать",
        "Ваша посылка у вас",
        "Пора, стой в стороне",
        "Привезём суши",
        "Корабль сел на мели",
        "",
    ],
)
def test_polite_address_and_homonyms(typed: str) -> None:
    assert words(find, typed) == []
