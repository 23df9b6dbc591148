from trainer.model.span import Span
from trainer.text.analysis import MOST_UNKNOWN, Text


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
