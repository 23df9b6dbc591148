from trainer.model.span import Span
from trainer.text.analysis import LONG, MOST_UNKNOWN, Text, read_once


def test_a_stretch_is_shown_as_typed() -> None:
    text = Text("Да\u0301.  Мои\u0306 «заказ» едет.")
    assert [text.span_of(s).of(text.typed) for s in text.sentences] == [
        "Да\u0301.",
        "Мои\u0306 «заказ» едет.",
    ]


def test_no_tokens_show_nothing() -> None:
    assert Text("курьер").span(1, 1) == Span(0, 0)
    assert Text("").tokens == ()


def test_forms_and_lemmas_lead_to_the_tokens() -> None:
    text = Text("Курьер ждёт курьера, курьер.")
    assert list(text.forms["курьер"]) == [0, 4]
    assert set(text.lemmas["курьер"]) == {"курьер", "курьера"}


def test_typing_slips_are_sought_in_a_limited_number_of_strange_words() -> None:
    strange = [f"щ{'ъ' * i}ц" for i in range(2 * MOST_UNKNOWN)]
    assert len(Text(" ".join(strange)).unknown) == MOST_UNKNOWN
    assert Text("курьер привезёт пасылку, пасылку").unknown == ("пасылку",)


def test_only_words_can_be_strange() -> None:
    assert Text("5, 30-го! щъъц https://x.ru delivery").unknown == ("щъъц",)


def test_words_of_five_letters_may_be_slips() -> None:
    assert Text("щъъъц").slips
    assert Text("щъъц щъъъц").slips
    assert not Text("щъъц").slips


def test_a_token_stands_in_the_sentence_that_holds_it() -> None:
    text = Text("... Да. Нет, спасибо. 😀")
    found = [text.sentence_at(i) for i in range(len(text.tokens))]
    assert all(s is not None and s.first <= i < s.last for i, s in enumerate(found))
    assert text.sentence_at(-1) is None
    assert text.sentence_at(len(text.tokens)) is None


def test_a_reading_of_a_text_that_comes_again_is_kept_long_or_not() -> None:
    for typed in ("Да", "а" * LONG, "а" * (LONG + 1)):
        assert read_once(typed) is read_once(typed)


def test_of_long_texts_only_a_few_readings_are_kept() -> None:
    edge, long_ = "я" * LONG, "я" * (LONG + 1)
    first, other = read_once(edge), read_once(long_)
    for i in range(5):
        read_once(long_ + str(i))
    assert read_once(edge) is first
    assert read_once(long_) is not other
