import pytest

from trainer.text.analysis import Text
from trainer.text.pattern import Match, PatternError
from trainer.text.wording import find_source, find_wording, read_wording


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


@pytest.mark.parametrize(
    ("wording", "typed", "words"),
    [
        # a negation reaches a verb over five words, anything else over two
        ("привезти", "Не раз два три четыре привезём.", None),
        ("привезти", "Не раз два три четыре пять привезём.", "привезём"),
        ("накладная", "без всякой накладной", None),
        ("накладная", "без той самой накладной", "накладной"),
        # and stops at another verb, unless that one only helps
        ("привезти", "Не там где ждали привезём", "привезём"),
        ("привезти", "Не хотим привезти", None),
        ("привезти", "Не просили привезём", "привезём"),
        ("привезти", "Не просили привезти", None),
        # and at the end of a clause; «увы» between commas ends none
        ("привезём", "не ждём, привезём", "привезём"),
        ("привезти", "не ждали, увы, привезти", None),
        ("накладная", "Сегодня привезём без накладной", None),
        ("привезти", "не, вот увы привезти", None),
        ("привезти", "не, вот же увы привезти", "привезти"),
        ("привезти", "не ждали увы, привезти", None),
        ("привезти", "не ждали увы же, привезти", "привезти"),
        ("привезти", "не ждали, вот увы привезти", None),
        ("привезти", "не ждали, вот же увы привезти", "привезти"),
        ("накладная", "не: накладная", "накладная"),
        ("привезти", "не важно привезём", "привезём"),
        ("привезти", "ни разу привезли", None),
        ("привезти", "нельзя привезти", None),
        # what is said after an infinitive reaches back over eight words, after a thing over five
        ("печатать", "печатать её вам сегодня дома никак вообще точно не нужно", None),
        ("печатать", "печатать её вам сегодня дома никак вообще точно совсем не нужно", "печатать"),
        ("накладная", "накладная вам сегодня дома никак не нужна", None),
        ("накладная", "накладная вам сегодня дома точно никак не нужна", "накладная"),
        ("накладная", "накладная не только нужна", "накладная"),
        ("накладная", "накладная не красная", "накладная"),
        ("накладная", "накладная, увы, не нужна", None),
        ("накладная", "накладная, а чек не нужен", "накладная"),
        ("накладная", "накладная едет не нужна", "накладная"),
        ("накладная", "накладная нельзя.", None),
        ("накладная", "накладная не", "накладная"),
        ("забрать", "забрать нельзя.", None),
        ("забрать", "забрать нельзя", None),
        ("забрать", "забрать, но нельзя.", "забрать"),
        ("заберём", "заберём нельзя.", "заберём"),
        ("не курьер", "без курьера", "курьера"),
    ],
)
def test_how_far_a_negation_reaches(wording: str, typed: str, words: str | None) -> None:
    assert found(wording, typed) == words


NINE = "раз два три четыре пять шесть семь восемь девять"


@pytest.mark.parametrize(
    ("wording", "typed", "stands"),
    [
        ("курьер накладная", f"курьер {NINE} накладная", True),
        ("курьер накладная", f"курьер {NINE} десять накладная", False),
        ("накладная курьер", f"курьер {NINE} накладная", True),
        ("накладная курьер", f"курьер {NINE} десять накладная", False),
        ("курьер накладная привезти", f"курьер {NINE} десять накладная привезёт", True),
        ("курьер накладная привезти", f"курьер {NINE} десять сто накладная привезёт", False),
        ("курьер накладная", "курьер. Накладная", True),
        ("курьер накладная", "курьер. Да. Накладная", False),
        ("да да", "да", False),
        ("да да", "да, да", True),
        ("#12:00 #15:00", "двенадцать-пятнадцать", True),
        ("не", "да", False),
    ],
)
def test_how_far_apart_the_words_may_stand(wording: str, typed: str, stands: bool) -> None:
    assert found(wording, typed) == (typed if stands else None)


def test_the_first_of_two_equally_tight_places_is_shown() -> None:
    text = Text("курьер накладная. Курьер накладная")
    assert find_wording(read_wording("курьер накладная"), text) == Match(0, 2)


def test_only_the_nearest_places_are_tried() -> None:
    """Of many places of a word the four nearest to the rarest one count, whichever side they are on."""
    typed = "курьер не едет. " + "Курьер, курьер, курьер, курьер, накладная"
    assert found("курьер накладная", typed) == "курьер, накладная"


def test_a_wording_is_read_into_what_it_needs() -> None:
    read = read_wording("не печатать * в накладную")
    assert [item.word for item in read.items] == ["печатать", "накладную"]
    assert (read.negative, read.ordered) == (True, False)
    assert read_wording("^ накладная").ordered
    assert not read_wording("накладная").negative
    assert [item.word for item in read_wording("не").items] == ["не"]


def test_what_nobody_can_read_stands_nowhere() -> None:
    assert find_source("(а||б)", Text("а")) is None
    assert find_source("курьер", Text("Курьер едет")) == Match(0, 1)
