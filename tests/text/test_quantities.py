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
        ("тысяч семь рублей", 7000),
        ("тысяч 7 рублей", 7000),
        ("тысяч двадцать пять", 25000),
        ("тысяча семь рублей", 1007),
        ("сто тысяч", 100_000),
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


@pytest.mark.parametrize(
    ("typed", "ends"),
    [
        ("дня два-три", [("duration", 2 * DAY), ("duration", 3 * DAY)]),
        ("часа через два-три", [("duration", 2 * HOUR), ("duration", 3 * HOUR)]),
        ("минут за десять-пятнадцать", [("duration", 10), ("duration", 15)]),
        ("рублей двести-триста", [("money", 200), ("money", 300)]),
        ("тысяч пять-шесть", [("money", 5000), ("money", 6000)]),
    ],
)
def test_both_ends_have_the_unit_before_them(typed: str, ends: list[tuple[str, int]]) -> None:
    assert amounts(typed) == ends


def test_thousands_without_a_number_are_no_sum() -> None:
    assert amounts("несколько тысяч отправлений") == amounts("тысяч") == []


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


def said(typed: str) -> list[str]:
    """Return what is measured and the words that say it; «?» where the half of the day was left out."""
    text = Text(typed)
    return [
        f"{q.unit.value} {q.value:g}{'?' * q.vague_half} {text.span(q.first, q.last + 1).of(typed)}"
        for q in text.quantities
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("вернём за (десять) дней", ["duration 14400 десять) дней"]),
        ("№ 2051 рублей", ["code 2051 2051"]),
        ("2051 №", ["plain 2051 2051"]),
        ("# 77", ["code 77 77"]),
        ("заказ 0412", ["code 412 0412"]),
        ("по номеру 12345", ["plain 12345 12345"]),
        ("номер 48-1173 готов", ["code 48 48", "code 1173 1173"]),
        ("1173-48 дня", ["code 1173 1173", "code 48 48"]),
        ("5 сотен рублей", ["money 500 5 сотен"]),
        ("5 сотен", ["plain 500 5 сотен"]),
        ("5 сотен штук", ["plain 500 5 сотен"]),
        ("3.5 кг", ["plain 3.5 3.5"]),
        ("20 % сразу", ["percent 20 20 %"]),
        ("скидка 15 процентов", ["percent 15 15 процентов"]),
        ("две тысячи", ["money 2000 две тысячи"]),
        ("две тысячи посылок", ["plain 2000 две тысячи"]),
        ("две тысячи больших посылок", ["plain 2000 две тысячи"]),
        ("две тысячи 5", ["plain 2000 две тысячи", "plain 5 5"]),
        ("рублей за двести", ["money 200 двести"]),
        ("три-пять рублей", ["money 3 три-пять рублей", "money 5 три-пять рублей"]),
        ("1 балл", ["money 1 1 балл"]),
        ("300-500 рублей", ["money 300 300", "money 500 500 рублей"]),
        ("компенсация — 1000 ₽", ["money 1000 1000 ₽"]),
    ],
)
def test_sums_and_counts_with_their_words(typed: str, found: list[str]) -> None:
    assert said(typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("1 вечера", ["time 780 1 вечера"]),
        ("6 вечера", ["time 1080 6 вечера"]),
        ("13 вечера", ["plain 13 13"]),
        ("0 утра", ["plain 0 0"]),
        ("8 утра", ["time 480 8 утра"]),
        ("7 утром", ["time 420 7 утром"]),
        ("12 ночи", ["time 0 12 ночи"]),
        ("3 пополудни", ["time 900 3 пополудни"]),
        ("2 часа ночи", ["time 120 2 часа ночи"]),
        ("12 часов дня", ["time 720 12 часов дня"]),
        ("13 часов дня", ["time 780 13 часов"]),
        ("3 ч дня", ["time 900 3 ч дня"]),
        ("к 3 ч", ["time 180? 3 ч"]),
        ("18.05", ["time 1085 18.05"]),
        ("в 9.15", ["time 555 9.15"]),
        ("в 18:35", ["time 1115 18:35"]),
        ("в 18-30", ["time 1110 18-30"]),
        ("18-15", ["time 1080 18", "time 900 15"]),
        ("24-00", ["time 1440 24-00"]),
        ("25-00", ["plain 25 25", "plain 0 00"]),
        ("18 ноль ноль", ["time 1080 18 ноль ноль"]),
        ("18 00", ["time 1080 18 00"]),
        ("24 00", ["time 1440 24 00"]),
        ("25 00", ["plain 25 25", "plain 0 00"]),
        ("часов к шести", ["time 360? шести"]),
        ("часа к 14", ["time 840 14"]),
        ("часов к 24", ["time 1440 24"]),
        ("часов в 25", ["plain 25 25"]),
        ("часов в 12", ["time 720? 12"]),
        ("до 6 часов", ["time 360? 6 часов"]),
        ("до 12 часов", ["time 720? 12 часов"]),
        ("13 часов", ["time 780 13 часов"]),
        ("до 24 часов", ["time 1440 24 часов"]),
        ("между 5 и 6 часами", ["time 300? 5", "time 360? 6"]),
        ("и шестью часами", ["plain 6 шестью"]),
        ("до 5 дня", ["time 1020 5 дня"]),
        ("к 12 дня", ["time 720 12 дня"]),
        ("в полдень", ["time 720 полдень"]),
        ("до полуночи", ["time 1440 полуночи"]),
        ("до часу", ["time 60? часу"]),
        ("в час дня", ["time 780 час дня"]),
        ("в час ночи", ["time 60 час ночи"]),
        ("с десяти до часа", ["time 600? десяти", "time 60? часа"]),
        ("до часа", []),
        ("по часу", []),
        ("к часам", []),
        ("25:30", []),
    ],
)
def test_hours_with_their_words(typed: str, found: list[str]) -> None:
    assert said(typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("12 дня", ["duration 17280 12 дня"]),
        ("до 2 дня", ["duration 2880 2 дня"]),
        ("до 13 дня", ["duration 18720 13 дня"]),
        ("за 3 дня", ["duration 4320 3 дня"]),
        ("12 часов", ["duration 720 12 часов"]),
        ("на 6 часов", ["duration 360 6 часов"]),
        ("до 25 часов", ["duration 1500 25 часов"]),
        ("через 1 час", ["duration 60 1 час"]),
        ("3-часовой визит", ["duration 180 3-часовой"]),
        ("2-дневный", ["duration 2880 2-дневный"]),
        ("часа за три", ["duration 180 три"]),
        ("часа за четыре", ["duration 240 четыре"]),
        ("часа пять", ["plain 5 пять"]),
        ("часов пять", ["duration 300 пять"]),
        ("в течение часа за три", ["duration 60 часа", "plain 3 три"]),
        ("минут на 5", ["duration 5 5"]),
        ("пять минут двадцать", ["duration 5 пять минут", "plain 20 двадцать"]),
        ("20 минут 5", ["duration 20 20 минут", "plain 5 5"]),
        ("5 нед", ["duration 50400 5 нед"]),
        ("2 мес", ["duration 86400 2 мес"]),
        ("3 сут", ["duration 4320 3 сут"]),
        ("5 дн", ["duration 7200 5 дн"]),
        ("3 ч", ["duration 180 3 ч"]),
        ("три-пять часов", ["duration 180 три-пять часов", "duration 300 три-пять часов"]),
        ("пять-шесть-семь", []),
        ("полчаса", ["duration 30 полчаса"]),
        ("около получаса", ["duration 30 получаса"]),
        ("полчасика", ["duration 30 полчасика"]),
        ("3 минутки", ["duration 3 3 минутки"]),
        ("3 минуточки", ["duration 3 3 минуточки"]),
        ("5 мин", ["duration 5 5 мин"]),
        ("2 часика", ["duration 120 2 часика"]),
        ("2 часочка", ["duration 120 2 часочка"]),
        ("2 денечка", ["duration 2880 2 денечка"]),
        ("2 недельки", ["duration 20160 2 недельки"]),
        ("тридцатиминутный", ["duration 30 тридцатиминутный"]),
        ("часовой визит", ["duration 60 часовой"]),
        ("полдня", ["duration 720 полдня"]),
        ("день-другой", ["duration 2880 день-другой"]),
        ("250 рублей полчаса", ["money 250 250 рублей", "duration 30 полчаса"]),
        ("час-полтора", ["duration 90 час-полтора"]),
        ("час-два", ["duration 120 час-два"]),
        ("получасовой визит", ["duration 30 получасовой"]),
        ("двухдневный срок", ["duration 2880 двухдневный"]),
        ("двухнедельный срок", ["duration 20160 двухнедельный"]),
        ("четырнадцатидневный", ["duration 20160 четырнадцатидневный"]),
        ("десятидневный", ["duration 14400 десятидневный"]),
        ("двадцатиминутный", ["duration 20 двадцатиминутный"]),
        ("каждый час", ["duration 60 час"]),
        ("за минуту", ["duration 1 минуту"]),
        ("минуту", []),
        ("минуту раньше", ["duration 1 минуту"]),
        ("через неделю", ["duration 10080 неделю"]),
        ("на день", ["duration 1440 день"]),
    ],
)
def test_terms_with_their_words(typed: str, found: list[str]) -> None:
    assert said(typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("с двух до шести вечера", ["time 120? двух", "time 1080 шести вечера"]),
        ("с 12 до 15", ["time 720? 12", "time 900 15"]),
        ("с 10 и до 12", ["time 600? 10", "time 720? 12"]),
        ("с 13 до 15 часов", ["time 780 13", "time 900 15 часов"]),
        ("с 1 до 5", ["time 60? 1", "time 300? 5"]),
        ("с 0 до 5", ["plain 0 0", "plain 5 5"]),
        ("от 20 до 24", ["time 1200 20", "time 1440 24"]),
        ("от 10 до 25", ["plain 10 10", "plain 25 25"]),
        ("от 1 до 8 посылок", ["time 60? 1", "time 480? 8"]),
        ("от 1 до 7 посылок", ["plain 1 1", "plain 7 7"]),
        ("между 1 и 4 посылками", ["time 60? 1", "time 240? 4"]),
        ("завтра 2-3", ["time 120? 2", "time 180? 3"]),
        ("номера 2 и 3", ["plain 2 2", "plain 3 3"]),
        ("по 3 5", ["plain 3 3", "plain 5 5"]),
        ("18:00 до 24", ["time 1080 18:00", "time 1440 24"]),
        ("18:00 до 25", ["time 1080 18:00", "plain 25 25"]),
        ("18:00 до 12", ["time 1080 18:00", "time 720? 12"]),
        ("три-пять", ["time 180? три-пять", "time 300? три-пять"]),
        ("3 -- 5 дней", ["duration 4320 3", "duration 7200 5 дней"]),
        ("1-2 часа", ["duration 60 1", "duration 120 2 часа"]),
        ("30-60 минут", ["duration 30 30", "duration 60 60 минут"]),
        ("2-3-часовой", ["duration 120 2", "duration 180 3-часовой"]),
        ("45-90-минутный", ["duration 45 45", "duration 90 90-минутный"]),
        ("1-1,5-минутный", ["duration 1 1", "duration 1.5 1,5-минутный"]),
        ("2-4 недели", ["duration 20160 2", "duration 40320 4 недели"]),
    ],
)
def test_ranges_with_their_words(typed: str, found: list[str]) -> None:
    assert said(typed) == found


@pytest.mark.parametrize(
    ("typed", "known", "same"),
    [
        (Quantity(Unit.PLAIN, 18, 0, 0), Quantity(Unit.TIME, 18 * HOUR, 0, 0), True),
        (Quantity(Unit.PLAIN, 6, 0, 0), Quantity(Unit.TIME, 18 * HOUR, 0, 0), True),
        (Quantity(Unit.PLAIN, 7, 0, 0), Quantity(Unit.TIME, 18 * HOUR, 0, 0), False),
        (Quantity(Unit.PLAIN, 5, 0, 0), Quantity(Unit.TIME, 19 * HOUR, 0, 0), False),
        (Quantity(Unit.PLAIN, 7, 0, 0), Quantity(Unit.TIME, 19 * HOUR, 0, 0), True),
        (Quantity(Unit.PLAIN, 24, 0, 0), Quantity(Unit.TIME, 12 * HOUR, 0, 0), True),
        (Quantity(Unit.PLAIN, 36, 0, 0), Quantity(Unit.TIME, 12 * HOUR, 0, 0), False),
        (Quantity(Unit.PLAIN, 2, 0, 0), Quantity(Unit.DURATION, 2 * DAY, 0, 0), True),
        (Quantity(Unit.PLAIN, 2, 0, 0), Quantity(Unit.DURATION, 2 * HOUR, 0, 0), True),
        (Quantity(Unit.PLAIN, 2, 0, 0), Quantity(Unit.DURATION, 2, 0, 0), False),
        (Quantity(Unit.PLAIN, 500, 0, 0), Quantity(Unit.MONEY, 500, 0, 0), True),
        (Quantity(Unit.PLAIN, 500, 0, 0), Quantity(Unit.MONEY, 501, 0, 0), False),
        (Quantity(Unit.PLAIN, 48, 0, 0), Quantity(Unit.CODE, 48, 0, 0), False),
        (Quantity(Unit.PLAIN, 48, 0, 0), Quantity(Unit.PLAIN, 48, 0, 0), True),
        (Quantity(Unit.TIME, 6 * HOUR, 0, 0), Quantity(Unit.TIME, 18 * HOUR, 0, 0), False),
        (Quantity(Unit.TIME, 6 * HOUR, 0, 0, True), Quantity(Unit.TIME, 18 * HOUR, 0, 0), True),
        (Quantity(Unit.TIME, 24 * HOUR, 0, 0), Quantity(Unit.TIME, 0, 0, 0), True),
        (Quantity(Unit.TIME, 24 * HOUR, 0, 0), Quantity(Unit.TIME, 23 * HOUR, 0, 0), False),
        (Quantity(Unit.PERCENT, 5, 0, 0), Quantity(Unit.MONEY, 5, 0, 0), False),
    ],
)
def test_when_two_amounts_are_the_same(typed: Quantity, known: Quantity, same: bool) -> None:
    assert typed.same(known) is same
    assert known.same(typed) is same
