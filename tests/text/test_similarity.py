import pytest

from trainer.text.similarity import near_words


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("пасылка", "посылка"),
        ("курер", "курьер"),
        ("курьре", "курьер"),
        ("посылкка", "посылка"),
        ("здраствуйте", "здравствуйте"),
        ("накладнуюю", "накладная"),
    ],
)
def test_one_slip_is_forgiven_in_a_long_word(typed: str, word: str) -> None:
    assert near_words(typed, word, ())


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("кот", "код"),
        ("дом", "том"),
        ("касса", "кошка"),
        ("курьер", "карьера"),
        ("посылка", "бутылка"),
        ("", "посылка"),
        ("посылка", ""),
    ],
)
def test_other_words_stay_other_words(typed: str, word: str) -> None:
    assert not near_words(typed, word, ())


def test_a_slip_may_stand_in_an_inflected_form() -> None:
    assert near_words("дакументами", "документу", {"документ"})
