from trainer.model.span import Span
from trainer.model.verdict import Deduction
from trainer.tui.marks import WORDS_STYLE, marked


def deduction(*spans: tuple[int, int]) -> Deduction:
    return Deduction("x", "q", 10, tuple(Span(*span) for span in spans), "", "", "")


def underlined(text: str, *deductions: Deduction) -> tuple[str, list[str]]:
    content = marked(text, deductions)
    return content.plain, [content.plain[s.start : s.end] for s in content.spans if s.style == WORDS_STYLE]


def test_words_are_underlined_with_the_number_behind() -> None:
    assert underlined("Да, может.", deduction(), deduction((0, 10))) == ("Да, может.[2]", ["Да, может."])


def test_spans_that_share_words() -> None:
    plain, words = underlined("один два три", deduction((0, 8)), deduction((5, 12)), deduction((5, 12)))
    assert plain == "один два[1] три[2,3]"
    assert words == ["один ", "два", " три"]


def test_offsets_hold_behind_emoji_escapes_and_markup() -> None:
    text = "😊\x1b[b]\r\nдурак"
    at = text.index("дурак")
    plain, words = underlined(text, deduction((at, at + 5)))
    assert words == ["дурак"]
    assert plain == "😊␛[b] \nдурак[1]"


def test_an_empty_answer_and_spans_beyond_the_end_do_no_harm() -> None:
    assert underlined("", deduction((0, 5)))[0] == ""
