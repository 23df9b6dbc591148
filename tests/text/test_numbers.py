import pytest

from trainer.text.analysis import Text
from trainer.text.numbers import numbers


def values(typed: str) -> list[float]:
    return [n.value for n in numbers(Text(typed).tokens)]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("250", 250),
        ("12 000", 12000),
        ("1,5", 1.5),
        ("двести пятьдесят", 250),
        ("двухсот пятидесяти", 250),
        ("тысяча", 1000),
        ("две тысячи триста сорок пять", 2345),
        ("5 тысяч", 5000),
        ("5 тыс", 5000),
        ("полтора", 1.5),
        ("тридцать первый", 31),
        ("пятнадцати", 15),
        ("семи", 7),
        ("двоих", 2),
        ("десяток", 10),
        ("30-го", 30),
        ("ноль", 0),
        ("сто девяносто девять", 199),
        ("двадцать один", 21),
        ("сто двадцать пять тысяч триста семь", 125307),
        ("тысяча двести", 1200),
        ("2,5 тысячи", 2500),
    ],
)
def test_a_number_in_any_writing(typed: str, value: float) -> None:
    assert values(typed) == [value]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("пять шесть дней", [5, 6]),
        ("двадцать сто", [20, 100]),
        ("сто двести", [100, 200]),
        ("двадцать тридцать", [20, 30]),
        ("девятнадцать два", [19, 2]),
        ("десять пять", [10, 5]),
        ("сто ноль", [100, 0]),
        ("тыс. причин", []),
        ("1,2.3", []),
        ("3 5", [3, 5]),
        ("с двух до шести", [2, 6]),
        ("курьер, 3 коробки и пять пакетов", [3, 5]),
        ("семья и столик", []),
        ("12:30", []),
        ("1.2.3", []),
        ("", []),
    ],
)
def test_what_is_and_what_is_not_one_number(typed: str, found: list[float]) -> None:
    assert values(typed) == found


def test_a_number_covers_its_words() -> None:
    text = Text("стоит двести пятьдесят рублей")
    (number,) = numbers(text.tokens)
    assert text.span(number.first, number.last + 1).of(text.typed) == "двести пятьдесят"


def test_digits_take_the_word_thousand_along() -> None:
    (number,) = numbers(Text("заплатили 5 тысяч рублей").tokens)
    assert (number.first, number.last) == (1, 2)


UNITS = (
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать"
)
TEENS = "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
TENS = "десять двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто"
HUNDREDS = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот тысяча"
OF_UNITS = (
    "двух трех четырех пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати четырнадцати"
)
OF_TEENS = "пятнадцати шестнадцати семнадцати восемнадцати девятнадцати двадцати"
OF_TENS = "десяти двадцати тридцати сорока пятидесяти шестидесяти семидесяти"
OF_HUNDREDS = "ста двухсот трехсот четырехсот пятисот"


@pytest.mark.parametrize(
    ("words", "first", "step"),
    [
        (f"{UNITS} {TEENS}", 1, 1),
        (TENS, 10, 10),
        (HUNDREDS, 100, 100),
        (f"{OF_UNITS} {OF_TEENS}", 2, 1),
        (OF_TENS, 10, 10),
        (OF_HUNDREDS, 100, 100),
        ("двум трем четырем", 2, 1),
        ("двумя тремя", 2, 1),
        ("двое трое четверо пятеро", 2, 1),
        ("первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый", 1, 1),
    ],
)
def test_number_words_in_their_order(words: str, first: int, step: int) -> None:
    found = [values(word) for word in words.split()]
    assert found == [[first + step * i] for i in range(len(found))]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("пара", 2), ("оба", 2), ("две", 2), ("десятком", 10), ("десятка", 10), ("полторы", 1.5), ("полутора", 1.5),
        ("пятью", 5), ("двенадцатью", 12), ("четырнадцатый", 14), ("тридцатый", 30), ("пять тыщ", 5000),
        ("сто тысяч", 100000), ("двадцать пять тыс", 25000), ("12 000 тысяч", 12000000),
    ],
)  # fmt: skip
def test_other_words_for_numbers(typed: str, value: float) -> None:
    assert values(typed) == [value]
