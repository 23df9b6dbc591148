import pytest

from trainer.text.analysis import Text
from trainer.text.quantities import Quantity, Unit

MIN, HOUR, DAY = 1, 60, 1440


def amounts(typed: str) -> list[tuple[str, float]]:
    return [(q.unit.value, q.value) for q in Text(typed).quantities]


@pytest.mark.parametrize(
    "typed",
    ["250 ₽", "250р", "250 рублей", "двести пятьдесят рублей", "250 рубликов", "250 руб.", "250,00 руб."],
)
def test_money_in_any_dress_is_one_sum(typed: str) -> None:
    assert amounts(typed) == [("money", 250)]


@pytest.mark.parametrize(
    ("typed", "sum_"),
    [
        ("300 бонусов", 300),
        ("три сотни бонусов", 300),
        ("рублей двести", 200),
        ("полтысячи", 500),
        ("скидка пять тысяч на технику", 5000),
        ("7,4 тыс. рублей", 7400),
    ],
)
def test_sums_said_another_way(typed: str, sum_: float) -> None:
    assert amounts(typed) == [("money", sum_)]


@pytest.mark.parametrize("typed", ["тысяча извинений", "тысячу раз", "пять посылок"])
def test_what_is_counted_is_no_money(typed: str) -> None:
    assert all(unit == "plain" for unit, _ in amounts(typed))


@pytest.mark.parametrize(
    "typed",
    [
        "с 10 до 13",
        "с десяти до часу",
        "с десяти до часа",
        "между десятью и часом",
        "10-13",
        "десять-тринадцать",
        "десять – тринадцать",
        "с 10:00 до 13:00",
        "10.00-13.00",
        "с 10-00 до 13-00",
    ],
)
def test_the_same_window(typed: str) -> None:
    first, last = Text(typed).quantities
    assert first.same(Quantity(Unit.TIME, 10 * HOUR, 0, 0))
    assert last.same(Quantity(Unit.TIME, 13 * HOUR, 0, 0))


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("между двенадцатью и тремя дня", [12 * HOUR, 15 * HOUR]),
        ("с полудня до трёх", [12 * HOUR, 15 * HOUR]),
        ("к шести вечера", [18 * HOUR]),
        ("до восемнадцати ноль-ноль", [18 * HOUR]),
        ("к 18-00", [18 * HOUR]),
        ("в час дня", [13 * HOUR]),
        ("часикам к шести", [18 * HOUR]),
        ("до трёх часиков", [15 * HOUR]),
    ],
)
def test_hours_of_the_day(typed: str, minutes: list[int]) -> None:
    found = Text(typed).quantities
    assert [q.unit for q in found] == [Unit.TIME] * len(minutes)
    assert all(q.same(Quantity(Unit.TIME, m, 0, 0)) for q, m in zip(found, minutes, strict=True))


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("за 30 мин до приезда", 30),
        ("за тридцать минуточек", 30),
        ("минут за тридцать", 30),
        ("минут двадцать", 20),
        ("~20 мин", 20),
        ("20-минутная", 20),
        ("за час", HOUR),
        ("за часок", HOUR),
        ("часом раньше", HOUR),
        ("за шестьдесят минут", HOUR),
        ("часа полтора", 90),
        ("за пару деньков", 2 * DAY),
        ("дня за два", 2 * DAY),
        ("день-два", 2 * DAY),
        ("двое суток", 2 * DAY),
        ("недели две", 14 * DAY),
        ("14-дневный", 14 * DAY),
        ("займёт месяц", 30 * DAY),
    ],
)
def test_how_long(typed: str, minutes: int) -> None:
    assert amounts(typed) == [("duration", minutes)]


def test_both_ends_of_a_term_have_its_unit() -> None:
    assert (
        amounts("3-10 дней") == amounts("три–десять дней") == [("duration", 3 * DAY), ("duration", 10 * DAY)]
    )


@pytest.mark.parametrize(
    "typed", ["от 1 до 4 посылок", "2-3 коробки", "в течение дня 3 раза", "5 дней, 2 посылки"]
)
def test_counts_are_no_hours(typed: str) -> None:
    assert not any(unit == "time" for unit, _ in amounts(typed))


@pytest.mark.parametrize("typed", ["заказ 48-1173", "77-0412", "№ 2051"])
def test_order_numbers_measure_nothing(typed: str) -> None:
    assert {unit for unit, _ in amounts(typed)} == {"code"}


def test_a_half_of_the_day_left_out_agrees_with_either() -> None:
    (six,) = Text("к шести часам").quantities
    assert six.same(Quantity(Unit.TIME, 18 * HOUR, 0, 0))
    assert not six.same(Quantity(Unit.TIME, 17 * HOUR, 0, 0))


def test_a_sum_is_not_a_term() -> None:
    assert not Quantity(Unit.MONEY, 20, 0, 0).same(Quantity(Unit.DURATION, 20, 0, 0))
