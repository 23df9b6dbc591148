from typing import Any

import pytest
from hypothesis import given

from tests.scoring.samples import context, words
from tests.text.strategies import ANY
from trainer.scoring.rules.pattern import find


@pytest.mark.parametrize(
    ("typed", "options", "found"),
    [
        ("Успокойтесь, пожалуйста", {"any": ["успокоиться"]}, ["Успокойтесь"]),
        ("Курьер едет", {"any": ["успокоиться"]}, []),
        ("Да и нет", {"any": ["да", "нет"]}, ["Да", "нет"]),
        ("да да", {"any": ["да", "(да|нет)"]}, ["да", "да"]),
        ("Прошу успокоиться", {"any": ["успокоиться"], "unless": ["не просить"]}, ["успокоиться"]),
        ("Не прошу успокоиться", {"any": ["успокоиться"], "unless": ["не просить"]}, []),
        ("Не прошу. Успокойтесь", {"any": ["успокоиться"], "unless": ["не просить"]}, ["Успокойтесь"]),
        ("Не прошу. Успокойтесь", {"any": ["успокоиться"], "unless_anywhere": ["не просить"]}, []),
        ("Прошу. Успокойтесь", {"any": ["успокоиться"], "unless_anywhere": ["не просить"]}, ["Успокойтесь"]),
        ("Вам сказали «успокойтесь»?", {"any": ["успокоиться"]}, []),
        ("Вам сказали «успокойтесь»?", {"any": ["успокоиться"], "quoted": True}, ["успокойтесь"]),
        ("Да. Раз. Да", {"any": ["да"], "where": "first"}, ["Да"]),
        ("Раз. Да. Да", {"any": ["да"], "where": "first"}, []),
        ("Раз. Да. Да", {"any": ["да"], "where": "opening"}, ["Да"]),
        ("Да. Раз. Два", {"any": ["да"], "where": "last"}, []),
        ("Раз. Два. Да", {"any": ["да"], "where": "last"}, ["Да"]),
        ("Да. Да. Раз", {"any": ["да"], "where": "closing"}, ["Да"]),
        ("Раз. Да. Два", {"any": ["да", "раз", "два"], "where": "closing"}, ["Да", "Два"]),
        ("Раз. Да. Два", {"any": ["да", "раз", "два"], "where": "opening"}, ["Да", "Раз"]),
        ("Раз. Да. Два", {"any": ["да", "раз", "два"], "where": "first"}, ["Раз"]),
        ("Раз. Да. Два", {"any": ["да", "раз", "два"], "where": "last"}, ["Два"]),
        ("Раз. Да? ) Два", {"any": ["да", "раз", "два"], "where": "question"}, ["Да"]),
        ("Да? Да. Да", {"any": ["да"], "where": "question"}, ["Да"]),
        ("", {"any": ["да"], "where": "first"}, []),
    ],
)  # fmt: skip
def test_where_a_pattern_counts(typed: str, options: dict[str, Any], found: list[str]) -> None:
    assert words(find, typed, **options) == found


@given(ANY)
def test_hits_lie_inside_the_text(typed: str) -> None:
    options = {"any": ["ты", "не * курьер", "_ #"], "unless": ["здравствуйте"]}
    for hit in find(context(typed), options):
        assert 0 <= hit.span.start < hit.span.end <= len(typed)
