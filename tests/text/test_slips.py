import pytest

from trainer.text.slips import slips


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("интренет", "интернет"),  # two letters swapped
        ("досавка", "доставка"),  # one left out
        ("досттавка", "доставка"),  # one doubled
        ("достаавка", "доставка"),
        ("достпвка", "доставка"),  # the key beside
        ("пасылка", "посылка"),  # written as heard
        ("скитка", "скидка"),
        ("нашолся", "нашелся"),
    ],
)
def test_one_slip_leads_from_the_word_to_what_was_typed(typed: str, meant: str) -> None:
    assert meant in slips(typed)


@pytest.mark.parametrize(
    ("typed", "other"), [("холтер", "уолтер"), ("лайт", "сайт"), ("биллинг", "шиллинг"), ("слот", "слет")]
)
def test_words_of_one_letters_difference_are_not_always_a_slip_apart(typed: str, other: str) -> None:
    assert other not in slips(typed)
