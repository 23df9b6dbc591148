import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.strategies import ANY
from trainer.text.analysis import Text
from trainer.text.pattern import PatternError, compile_pattern, places, search, search_all, step_at


def found(pattern: str, typed: str) -> list[str]:
    text = Text(typed)
    return [text.span(m.first, m.last).of(typed) for m in search(pattern, text)]


@pytest.mark.parametrize(
    ("pattern", "typed", "words"),
    [
        ("курьер", "Курьеру и курьерам", ["Курьеру", "курьерам"]),
        ("курьер", "карьера", []),
        ("посылка", "Ваша пасылка едет", ["пасылка"]),
        ("код", "кот", []),
        ("=курьер", "курьер курьеру", ["курьер"]),
        ("курь~", "курьерская курьеру кура", ["курьерская", "курьеру"]),
        ("(привет|здравствовать|=здравствуйте)", "Здравствуйте, привет", ["Здравствуйте", "привет"]),
        ("[наш] курьер", "наш курьер, ваш курьер", ["наш курьер", "курьер"]),
        ("ваш * заказ", "ваш самый первый заказ", ["ваш самый первый заказ"]),
        ("ваш * заказ", "ваш раз два три четыре пять заказ", []),
        ("ваш *9 заказ", "ваш раз два три четыре пять заказ", ["ваш раз два три четыре пять заказ"]),
        ("ваш * заказ", "ваш. Заказ", []),
        ("мочь * помочь", "Могу и хочу помочь", ["Могу и хочу помочь"]),
        ("мочь * помочь", "Могу, но не помочь", []),
        ("мочь * не помочь", "Могу, но не помочь", ["Могу, но не помочь"]),
        ("мочь не помочь", "Могу не помочь", ["Могу не помочь"]),
        ("ваш _ заказ", "ваш новый заказ", ["ваш новый заказ"]),
        ("ваш _ заказ", "ваш, заказ", []),
        ("#250", "стоит двести пятьдесят рублей", ["двести пятьдесят рублей"]),
        ("#250", "стоит 260 рублей", []),
        ("#15:00", "в три часа дня", ["три часа дня"]),
        ("#", "заберем 3 коробки", ["3"]),
        ("#час", "Через час", ["час"]),
        ("#10_дней", "за десять дней", ["десять дней"]),
        ("<VERB,1per>", "мы привезём, он привезёт", ["привезём"]),
        ("^ добрый", "Добрый день. Очень добрый. Добрый вечер", ["Добрый", "Добрый"]),
        ("день $", "Добрый день", ["день"]),
        ("день $", "День прошел", []),
        ("не !беспокоиться", "не спешите. не беспокойтесь", ["не спешите"]),
        ("(курьер _|да)", "курьер едет, да", ["курьер едет", "да"]),
        ("ты [и] я", "ты я, ты и я", ["ты я", "ты и я"]),
        ("привет", "", []),
    ],
)  # fmt: skip
def test_what_a_pattern_finds(pattern: str, typed: str, words: list[str]) -> None:
    assert found(pattern, typed) == words


def test_matches_do_not_overlap_and_are_shortest() -> None:
    assert found("да * да", "да да да да") == ["да да", "да да"]
    assert found("да * нет", "да раз нет два нет") == ["да раз нет"]


def test_an_alternative_may_hold_several_words() -> None:
    assert found("(как быстро|скоро)", "как можно быстро, как быстро, скоро") == ["как быстро", "скоро"]
    assert found("(как быстро|скоро)", "как. Быстро") == []


def test_the_first_alternative_wins() -> None:
    assert found("(#250|двести) рубль", "двести рублей") == ["двести рублей"]


@pytest.mark.parametrize(
    "source", ["", "*", "^ $", "(а||б)", "()", "#ничего", "[|а]", "!(а|б)", "![а]", "!!!а"]
)
def test_a_senseless_pattern_is_refused(source: str) -> None:
    with pytest.raises(PatternError):
        compile_pattern(source)


def test_places_tell_how_many_tokens_an_item_takes() -> None:
    text = Text("двести пятьдесят рублей. Рубль")
    (money,) = compile_pattern("#250")
    assert places(money, text) == {0: 3}
    assert step_at(money, 0, text.sentences[0], text) == 3
    assert step_at(money, 1, text.sentences[0], text) == 0


PATTERNS = [
    "курьер", "[не] курьер", "ты * ты", "не * (курьер|ты)", "^ здравствуйте", "с * до #", "# *9 $", "!ты _",
    "<VERB>", "курь~ [и] #250", "_ _ _", "* ты",
]  # fmt: skip


@given(st.sampled_from(PATTERNS), ANY)
def test_a_match_lies_within_one_sentence(pattern: str, typed: str) -> None:
    text = Text(typed)
    edge = 0
    for match in search(pattern, text):
        assert edge <= match.first < match.last
        sentence = text.sentence_at(match.first)
        assert sentence is not None
        assert match.last <= sentence.last
        edge = match.last


def test_a_text_without_a_word_of_the_pattern_is_not_searched_word_by_word() -> None:
    text = Text("раз два три " * 8000)
    assert search("ты *9 курьер *9 ты", text) == []


def test_many_gaps_over_a_long_sentence() -> None:
    text = Text("ты и я " * 5000)
    assert search("ты *9 ты *9 ты *9 ты *9 курьер", text) == []
    assert search("ты *9 ты *9 ты *9 ты *9 вы", Text("ты и я " * 3000 + "вы")) != []


WORDED = (
    "курьер * (приехать|привезти букет)", "не (мочь|смочь) *3 =посылку", "[ваш] заказ", "(привет|здравствовать)",
    "посыл~ едет", "^ курьер", "#250 рублей", "курьер !приехать", "(завтра|#15:00) (букет|в срок)",
)  # fmt: skip
SPOKEN = (
    "курьер", "курьеры", "приехал", "приедут", "привезёт", "букет", "букеты", "не", "могу", "сможем", "посылку", "пасылка",
    "едет", "ваш", "заказ", "привет", "здравствуйте", "здравствйте", "250", "рублей", "завтра", "в", "срок", "15:00", ".",
    ",", "!",
)  # fmt: skip
SAID = st.lists(st.sampled_from(SPOKEN), max_size=14).map(" ".join)


@given(SAID, st.lists(st.sampled_from(WORDED), min_size=1, max_size=4))
def test_the_words_of_a_text_settle_only_what_is_not_there(typed: str, patterns: list[str]) -> None:
    thorough = Text(typed)
    thorough.__dict__["slips"] = True  # nothing is settled by words alone then
    wanted = [match for pattern in patterns for match in search(pattern, thorough)]
    assert search_all(tuple(patterns), Text(typed)) == wanted
    assert [match for pattern in patterns for match in search(pattern, Text(typed))] == wanted
