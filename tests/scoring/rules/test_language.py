import pytest
from hypothesis import given

from tests.scoring.samples import DAY, context, setting, words
from tests.text.strategies import ANY
from trainer.model.scenario import Fact, Turn
from trainer.model.verdict import Setting
from trainer.scoring.rules.language import misspelt, slips


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Пасылка едет, извените", ["Пасылка", "извените"]),
        ("Пасылка, пасылка", ["Пасылка", "пасылка"]),
        ("Посылка едет, извините", []),
        ("Вы пишете «пасылка»", []),
        ("Кафе на улице Пасылки", []),
        ("ПАСЫЛКА", ["ПАСЫЛКА"]),
    ],
)
def test_misspelt_words(typed: str, found: list[str]) -> None:
    assert words(misspelt, typed) == found


def test_the_right_word_is_named() -> None:
    (hit,) = misspelt(context("Ваша пасылка едет"), {})
    assert "«пасылка»" in hit.why
    assert "«посылка»" in hit.why


def test_words_of_the_card_and_of_the_client_are_right() -> None:
    typed = "Вижу пасылку"
    assert words(misspelt, typed) == ["пасылку"]
    assert words(misspelt, typed, Setting(card=("Бренд «Пасылку»",))) == []
    assert words(misspelt, typed, Setting(turn=Turn("t", "Где пасылку?", ()))) == []
    assert words(misspelt, typed, Setting(turn=Turn("t", "", (), (Fact("f", "пасылку", True),)))) == []
    assert words(misspelt, typed, setting(facts=[DAY])) == ["пасылку"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Получили ваш заявление", ["ваш заявление"]),
        ("Позвоню в течении часа", ["в течении"]),
        ("Получили ваше заявление в течение часа", []),
        ("Там написано «ваш заявление»", []),
    ],
)
def test_grammar_slips(typed: str, found: list[str]) -> None:
    assert words(slips, typed) == found


def test_a_slip_without_a_name_says_what_is_wrong() -> None:
    (hit,) = slips(context("ваш заявление"), {})
    assert hit.why == "Слова не согласованы друг с другом."


def test_a_set_slip_names_what_is_right() -> None:
    (hit,) = slips(context("согласно договора"), {})
    assert "согласно договору" in hit.why


@given(ANY)
def test_evidence_lies_inside_the_text(typed: str) -> None:
    for hit in (*misspelt(context(typed), {}), *slips(context(typed), {})):
        assert 0 <= hit.span.start < hit.span.end <= len(typed)
        assert hit.why
