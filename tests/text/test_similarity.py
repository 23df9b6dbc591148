import pytest

from trainer.text.similarity import likeness, near_words


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


@pytest.mark.parametrize(
    ("typed", "word", "near"),
    [
        ("коды", "кодыы", False),  # words of four letters are taken for no other
        ("кодыы", "коды", False),
        ("кодын", "кодыы", True),
        ("номер", "номир", True),
        ("номер", "намир", False),
        ("накладна", "нокладно", True),  # two slips, one of them in the stem
        ("накладна", "наклодно", True),
        ("накладн", "нокладо", False),  # five letters are no stem to trust
        ("накладная", "нокладноя", True),  # nine letters may have two slips
        ("посылками", "посылка", True),
        ("пасылками", "посылка", False),
        ("курьерам", "курьерскую", True),
        ("кирьерам", "курьерскую", True),
        ("кирьером", "курьерскую", True),
        ("курьером", "курьерскому", True),  # three letters of difference
        ("накладная", "ноклодноя", False),
        ("курьер", "курьерская", False),  # four letters of difference are another word
    ],
)
def test_how_many_slips_a_word_may_have(typed: str, word: str, near: bool) -> None:
    assert near_words(typed, word, ()) is near


def test_signs_case_and_yo_make_no_difference() -> None:
    assert likeness("Ёлка!", "елка") == 1.0
    assert likeness("Ещё раз, пожалуйста", "еще раз пожалуйста.") == 1.0
    assert likeness("а б", "аб") == pytest.approx(0.8)
    assert likeness("", "а") == 0.0


def test_one_of_several_words_is_enough() -> None:
    assert near_words("пасылка", "посылка", {"бутылка", "касса"})
