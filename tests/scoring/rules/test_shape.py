import pytest

from tests.scoring.samples import DAY, EXTRA, context, setting, words
from trainer.scoring.rules.shape import bare_typing, long_sentence, opens_with_question, short_answer

TEN = "один два три четыре пять шесть семь восемь девять десять"


def test_a_long_sentence_is_shown_and_counted() -> None:
    typed = f"Хорошо. О{TEN[1:]} {TEN}. Нет."
    (hit,) = long_sentence(context(typed), {"words": 19})
    assert hit.span.of(typed) == f"О{TEN[1:]} {TEN}."
    assert "20" in hit.why
    assert long_sentence(context(typed), {"words": 20}) == []


def test_signs_are_no_words() -> None:
    assert words(long_sentence, "да, да, да - да!", words=4) == []


def test_a_long_paragraph_of_short_sentences() -> None:
    typed = f"{TEN}. {TEN}.\n{TEN}."
    (hit,) = long_sentence(context(typed), {"words": 10, "paragraph": 15})
    assert hit.span.of(typed) == f"{TEN}. {TEN}."
    assert long_sentence(context(typed), {"words": 10, "paragraph": 20}) == []


def test_rows_of_a_list_do_not_add_up() -> None:
    assert words(long_sentence, "\n".join([TEN] * 5), words=12, paragraph=20) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("курьер приедет завтра с двух до шести ждите звонка", True),
        ("Курьер приедет завтра с двух до шести ждите звонка", False),
        ("курьер приедет завтра. с двух до шести, ждите звонка", False),
        ("ок приедет", False),
        ("", False),
    ],
)
def test_typing_without_capitals_and_signs(typed: str, found: bool) -> None:
    assert words(bare_typing, typed) == [typed] * found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Какой номер заказа? Проверю.", ["Какой номер заказа?"]),
        ("Добрый день! Какой номер заказа?", ["Какой номер заказа?"]),
        ("Сейчас проверю заказ. Какой у него номер?", []),
        ("Какой номер заказа? )", ["Какой номер заказа? )"]),
        ("Номер?", ["Номер?"]),
        ("Курьер едет.", []),
        ("", []),
    ],
)
def test_an_answer_that_opens_with_a_question(typed: str, found: list[str]) -> None:
    assert words(opens_with_question, typed, skip=2) == found


def test_how_short_is_too_short_where_nothing_is_open() -> None:
    at = setting(facts=[DAY])
    assert words(short_answer, "Ждите до шести", at, words_full=3) == ["Ждите до шести"]
    assert words(short_answer, "Ждите до шести", at, words_full=2) == []


def test_how_short_is_too_short_without_a_turn() -> None:
    assert words(short_answer, "Ждите.", words_alone=5) == ["Ждите."]
    assert words(short_answer, "Ждите курьера завтра с двух до шести.", words_alone=5) == []
    assert words(short_answer, "", words_alone=5) == [""]
    assert words(short_answer, "Да. Нет. Да.", words_alone=5, sentences=2) == []


def test_a_short_answer_is_too_short_only_while_facts_are_open() -> None:
    at = setting(facts=[DAY, EXTRA])
    typed = "Ждите курьера завтра после шести."
    assert words(short_answer, typed, at, missing=["day"], words=12, words_alone=6) == [typed]
    assert words(short_answer, typed, at, words=12, words_alone=6) == []
    assert words(short_answer, typed, at, missing=["extra"], words=12, words_alone=6) == []


def test_what_is_short_long_and_bare_unless_the_catalogue_says_otherwise() -> None:
    five, six = "Ждите курьера завтра после шести", "Ждите курьера завтра после шести, хорошо"
    assert (words(short_answer, five), words(short_answer, six)) == ([five], [])
    assert words(short_answer, "Да. Нет.") == ["Да. Нет."]
    assert words(short_answer, "Да. Нет. Да.") == []
    at = setting(facts=[DAY])
    fourteen = f"{TEN} раз два три четыре"
    assert words(short_answer, fourteen, at, missing=["day"]) == [fourteen]
    assert words(short_answer, f"{fourteen} пять", at, missing=["day"]) == []
    assert words(short_answer, "Да", at) == []
    assert words(long_sentence, " ".join([TEN] * 3)) == []
    assert len(words(long_sentence, " ".join([TEN] * 3 + ["да"]))) == 1
    assert words(long_sentence, f"{TEN}. " * 8) == []
    assert len(words(long_sentence, f"{TEN}. " * 8 + "Да.")) == 1
    assert words(bare_typing, "раз два три четыре пять") == []
    assert len(words(bare_typing, "раз два три четыре пять шесть")) == 1
    assert words(opens_with_question, "Добрый день! Где?") == ["Где?"]
    assert words(opens_with_question, "Самый добрый день! Где?") == []


def test_one_sign_for_twelve_words_is_bare_typing() -> None:
    """The sign at the very end does not count."""
    twelve = f"раз, два {TEN}"
    assert words(bare_typing, twelve) == [twelve]
    assert words(bare_typing, f"{twelve}!") == [f"{twelve}!"]
    assert words(bare_typing, f"раз, {TEN}") == []
    assert words(bare_typing, f"раз, {TEN}, два") == []
    assert words(bare_typing, f"раз 5 {TEN}") == [f"раз 5 {TEN}"]


def test_a_beginning_without_letters_has_no_capital() -> None:
    assert words(bare_typing, f"5 {TEN}") == [f"5 {TEN}"]
    assert words(bare_typing, f"{TEN}. Раз") == []


def test_the_last_sentence_is_asked_however_short() -> None:
    assert words(opens_with_question, "Так?", skip=5) == ["Так?"]
    assert words(opens_with_question, "Так. Да.", skip=5) == []


def test_a_paragraph_is_shown_from_its_first_to_its_last_sentence() -> None:
    typed = f"Да.\n{TEN}. {TEN}.\n\n{TEN}. {TEN}."
    found = words(long_sentence, typed, words=12, paragraph=19)
    assert found == [f"{TEN}. {TEN}."] * 2
