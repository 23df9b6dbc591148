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


@pytest.mark.parametrize(
    ("typed", "near", "far"),
    [
        ("цвет", "увет фвет ывет свет йвет", "квет"),  # the keys round «ц»
        ("фон", "цон йон ыон яон", "уон"),
        ("яма", "фма ыма чма", "вма"),
        ("доом", "дом", ""),
        ("домм", "дом", ""),
        ("дорм", "дом", ""),  # «р» lies beside «о»
        ("дожм", "", "дом"),
        ("дом", "дома домр одм дмо", "ом мод домик"),
        ("жолтый", "желтый", ""),
        ("шорох", "шерох", ""),
        ("рокот", "", "рекот"),
        ("ошибка", "", "ешибка"),
        ("подъезд", "подьезд", ""),
        ("пять", "", "п"),
        ("а", "аа ба аб о", "аааа"),
    ],
)
def test_which_words_are_one_slip_away(typed: str, near: str, far: str) -> None:
    found = slips(typed)
    assert set(near.split()) <= found
    assert found.isdisjoint(far.split())


def test_letters_may_be_left_out_anywhere() -> None:
    assert {"абв", "аба", "ваб", "авб"} <= slips("аб")
    assert slips("") == set("абвгдежзийклмнопрстуфхцчшщъыьэюя")
