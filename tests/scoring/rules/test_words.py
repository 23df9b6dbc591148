from typing import Any

import pytest

from tests.scoring.samples import words
from trainer.scoring.rules.words import find


@pytest.mark.parametrize(
    ("typed", "options", "found"),
    [
        ("Осуществляем осуществление", {"lemmas": ["осуществлять"]}, ["Осуществляем"]),
        ("ок, окно", {"forms": ["ок"]}, ["ок"]),
        ("Курьерская курьеру", {"beginnings": ["курьерс"]}, ["Курьерская"]),
        ("Он написал «ок»", {"forms": ["ок"]}, []),
        ("250 ок", {"forms": ["250", "ок"]}, ["ок"]),
        ("ЩАС", {"forms": ["щас"]}, ["ЩАС"]),
        ("сейчас", {"forms": ["щас"]}, []),
        ("да", {}, []),
    ],
)
def test_listed_words(typed: str, options: dict[str, Any], found: list[str]) -> None:
    assert words(find, typed, **options) == found
