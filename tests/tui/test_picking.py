"""Choosing words in a text, without a screen."""

from hypothesis import assume, given
from hypothesis import strategies as st
from rich.cells import cell_len

from trainer.model.span import Span
from trainer.practice.exercises.answer import Marked
from trainer.tui.picking import picking
from trainer.tui.word_rows import rows

TEXT = "Это склад у нас вечно путает коробки, а я разберусь и к шести напишу."
TEXTS = st.text(st.sampled_from("абв гд-ё\n.,!🙂漢  "), max_size=120)


def words(text: str) -> list[str]:
    return [span.of(text) for span in picking(text).words]


def test_words_are_numbers_and_hyphens_too() -> None:
    assert words("Кто-то ждёт 12,5 часа до 18:00!") == ["Кто-то", "ждёт", "12,5", "часа", "до", "18:00"]


def test_words_are_held_in_both_directions() -> None:
    state = picking(TEXT).at(4).hold().at(1)
    assert state.held is not None
    assert state.held.of(TEXT) == "склад у нас вечно"


def test_a_mark_takes_the_place_of_those_it_touches() -> None:
    state = picking(TEXT).at(0).hold().at(1).mark("rude").at(5).hold().mark("water")
    assert [mark.words for mark in state.marks] == ["Это склад", "путает"]
    state = state.at(1).hold().at(2).mark("jargon")
    assert [(mark.standard, mark.words) for mark in state.marks] == [
        ("jargon", "склад у"),
        ("water", "путает"),
    ]
    assert state.at(2).marked_here() == state.marks[0]
    assert state.without(state.marks[0]).marks == state.marks[1:]


def test_marks_of_another_text_are_left_out() -> None:
    assert picking("Да", (Marked("rude", "нет", Span(0, 9)), Marked("rude", "нет"))).marks == ()


def test_a_text_without_words_can_be_looked_at() -> None:
    state = picking("...").at(3).hold()
    assert state.held is None
    assert state.marked_here() is None
    assert state.mark("rude").marks == ()


@given(TEXTS, st.integers(2, 30))
def test_rows_hold_the_whole_text_and_keep_the_width(text: str, width: int) -> None:
    found = rows(text, width)
    covered = "".join(span.of(text) for span in found.spans)
    assert covered == text.replace("\n", "")
    assert all(cell_len(span.of(text).rstrip(" ")) <= width for span in found.spans)


@given(TEXTS, st.integers(4, 30), st.data())
def test_a_word_is_found_where_it_stands(text: str, width: int, data: st.DataObject) -> None:
    state = picking(text)
    assume(state.words)
    found = rows(text, width)
    number = data.draw(st.integers(0, len(state.words) - 1))
    row, cell = found.column(state.words[number].start)
    assert found.word_at(state.words, row, cell) == number


@given(TEXTS, st.integers(4, 30), st.data())
def test_down_and_up_lead_to_words_and_reach_both_ends(text: str, width: int, data: st.DataObject) -> None:
    state = picking(text)
    assume(state.words)
    found, last = rows(text, width), len(state.words) - 1
    here = data.draw(st.integers(0, last))
    for step, end in ((1, last), (-1, 0)):
        at = here
        for _ in range(len(found.spans) + 1):
            after = found.beside(state.words, at, step)
            assert 0 <= after <= last
            assert (after - at) * step >= 0
            at = after
        assert at == end


def test_beside_the_words_there_is_no_word() -> None:
    found = rows("Да, нет", 20)
    spans = picking("Да, нет").words
    assert found.word_at(spans, 0, 2) is None
    assert found.word_at(spans, 1, 0) is None
    assert found.word_at(spans, -1, 0) is None
