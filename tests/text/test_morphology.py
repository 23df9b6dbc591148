import pytest

from trainer.text.morphology import known_word, read_word, tags_of


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("курьером", "курьер"),
        ("привезёт", "привезти"),
        ("денег", "деньги"),
        ("нам", "мы"),
        ("часа", "час"),
        ("пришли", "прийти"),
        ("елки", "елка"),
    ],
)
def test_the_lemma_of_an_everyday_word(word: str, lemma: str) -> None:
    assert read_word(word).lemma == lemma


def test_lemmas_are_spelled_without_the_dots() -> None:
    assert read_word("ёлками").lemma == "елка"
    assert all("ё" not in lemma for lemma in read_word("счётом").lemmas)


def test_every_reading_of_a_homonym_is_kept() -> None:
    assert {"мыло", "мыть"} <= read_word("мыла").lemmas
    assert any("VERB" in tags for tags in tags_of("мыла"))
    assert any("NOUN" in tags for tags in tags_of("мыла"))


@pytest.mark.parametrize("letter", ["𗀀", "㐀", "가", "ა", "ა\u0301"])
def test_letters_of_other_scripts_are_strange_words(letter: str) -> None:
    assert read_word(letter).lemma
    assert tags_of(letter)


def test_known_and_strange_words() -> None:
    assert known_word("заказ")
    assert known_word("счет")
    assert known_word("счёт")
    assert not known_word("зокас")
    assert read_word("посылка").known
    assert not read_word("пасылка").known
