import pytest

from trainer.text.analysis import Text
from trainer.text.pattern import PatternError
from trainer.text.wording import find_wording, read_wording


def found(wording: str, typed: str) -> str | None:
    text = Text(typed)
    match = find_wording(read_wording(wording), text)
    return text.span(match.first, match.last).of(typed) if match else None


@pytest.mark.parametrize(
    "typed",
    [
        "Накладную курьер привезёт с собой.",
        "Курьер привезёт накладную.",
        "Привезут накладную вам сами",
        "Накладная? Её курьер привозит.",
        "Накладную печатать не нужно, курьер привезёт свою.",
        "Накладную, которую печатать не требуется, привезёт курьер.",
        "Не беспокойтесь, накладную привезём.",
        "Не печатайте ничего, накладную привезёт курьер.",
    ],
)
def test_order_form_and_denials_of_other_things_do_not_matter(typed: str) -> None:
    assert found("накладн~ (привез~|привоз~|привезти)", typed)


@pytest.mark.parametrize(
    "typed",
    [
        "Накладную курьер не привезёт.",
        "Мы не сможем привезти накладную.",
        "Привезти накладную, увы, нельзя.",
        "Привезти накладную мы, к сожалению, не сможем.",
        "Накладная у вас. Позвоните нам завтра. Потом привезём коробку.",
    ],
)
def test_denied_or_far_apart_is_not_found(typed: str) -> None:
    assert not found("накладн~ (привез~|привезти)", typed)


@pytest.mark.parametrize(
    "typed",
    [
        "Печатать её не нужно",
        "Не нужно ничего печатать",
        "печатать вам не надо",
        "Нет, печатать ничего не требуется",
    ],
)
def test_a_negative_wording_wants_the_negation(typed: str) -> None:
    assert found("печатать не (нужно|надо|требоваться)", typed)


@pytest.mark.parametrize("typed", ["Её нужно печатать", "Не забудьте: её надо печатать"])
def test_a_negative_wording_without_negation(typed: str) -> None:
    assert not found("печатать не (нужно|надо|требоваться)", typed)


@pytest.mark.parametrize(
    "typed", ["Не забудьте позвонить", "Не позже трёх дней надо позвонить", "не только позвонить"]
)
def test_negations_that_deny_nothing(typed: str) -> None:
    assert found("позвонить", typed)


def test_a_thing_refused_after_it_is_denied() -> None:
    assert found("возврат (доставка|стоимость)", "Возврат за доставку сделаем.")
    assert not found("возврат (доставка|стоимость)", "Возврат за доставку в вашем случае не предусмотрен.")


def test_the_tightest_place_is_shown() -> None:
    assert found("курьер позвонить", "Курьер приедет завтра. Курьер позвонит.") == "Курьер позвонит"


def test_a_denied_place_does_not_hide_another() -> None:
    assert found("курьер приехать", "Сегодня курьер не приедет. Завтра курьер приедет.") == "курьер приедет"


def test_each_word_of_a_wording_has_its_own_word() -> None:
    assert found("#15:00 день в день", "До 15:00 заберём день в день.")
    assert not found("#15:00 день в день", "После 15:00 заберём на другой день.")


def test_numbers_are_compared_by_value() -> None:
    assert found("завтра #12:00 #15:00", "завтра, с полудня до трёх")
    assert not found("завтра #12:00 #15:00", "завтра, с полудня до четырёх")


def test_a_wording_that_begins_with_a_caret_keeps_its_order() -> None:
    assert found("^ =может ,", "Может, конечно.")
    assert not found("^ =может ,", "Курьер может, конечно.")


@pytest.mark.parametrize("wording", ["", "*", "(а||б)", "#слово", "и что"])
def test_a_wording_without_sense_is_refused(wording: str) -> None:
    with pytest.raises(PatternError):
        read_wording(wording)


def test_long_answers_are_searched_in_a_moment() -> None:
    """A place is tried with its nearest neighbours only, not with every other one."""
    text = Text("курьер и накладная " * 5_000)
    assert find_wording(read_wording("курьер накладная не привезти"), text) is None
    assert find_wording(read_wording("накладная курьер"), text)
