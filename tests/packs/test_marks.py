import pytest

from trainer.packs.marks import strip_marks


def test_marks_leave_the_text_and_give_the_words_in_order() -> None:
    assert strip_marks("Понимаю, ⟦как обидно⟧ и ⟦досадно⟧!") == (
        "Понимаю, как обидно и досадно!",
        ("как обидно", "досадно"),
    )


def test_a_text_without_marks_stays_as_it_is() -> None:
    assert strip_marks("Добрый [день]") == ("Добрый [день]", ())


@pytest.mark.parametrize("text", ["⟦нет конца", "нет начала⟧", "⟦один ⟦в другом⟧⟧", "⟦⟧ пусто", "⟧наоборот⟦"])
def test_marks_that_do_not_pair_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="mark"):
        strip_marks(text)
