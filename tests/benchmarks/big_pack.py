"""A pack of as many scenarios as wished, each with its own texts: ``write_big_pack``."""

from collections.abc import Iterator
from pathlib import Path

_NAMES = ("Вера", "Анна", "Ольга", "Марина", "Елена", "Ирина", "Татьяна", "Светлана", "Мария", "Наталья")
_GOODS = ("букет", "торт", "чайник", "роутер", "чемодан", "диван", "ковёр", "велосипед", "самокат", "шкаф",
          "стол", "пылесос", "фонарь", "рюкзак", "зонт", "утюг", "проектор", "комод", "сервиз", "термос")  # fmt: skip
_DAYS = ("юбилей", "новоселье", "день рождения", "отпуск", "переезд")

# «Заказ 100» would sound like a promise of a hundred per cent.
_FIRST = 1001

_TALK = """\
id: talk-{number}
title: Где мой {thing}, история {number}
company: Ромашка
client: {{name: {name}, names: [{name}], mood: upset, about: "{name} ждёт {thing}, впереди {day}."}}
briefing: "Вы оператор магазина «Ромашка». {name} ждёт {thing}, заказ {number}. В карточке видно, где курьер."
patience: 2
trains: [empathy, answer-fully]
card:
  - {{id: courier, title: Где курьер, text: "Курьер с заказом {number} приедет сегодня с {start} до {end}."}}
  - {{id: price, title: Цена, text: "Доставка заказа {number} стоит {price} ₽."}}
turns:
  - id: where
    client: "Где мой {thing}? Завтра {day}! Заказ {number}."
    known: [имя {name}, заказ {number}]
    expected: [empathy, answer-fully]
    needs: [courier]
    facts:
      - id: slot
        required: true
        text: курьер приедет сегодня с {start} до {end}
        say:
          - ["#{start}:00 #{end}:00", "между #{start}:00 и #{end}:00", "с #{start}:00 до #{end}:00"]
          - ["сегодня", "(нынче|днём)", "сегодняшн~"]
        contradicts: ["(завтра|послезавтра) (приехать|привезти)", "не (=привезут|=приедет) сегодня"]
        asks: [Во сколько приедет?, Часы назовите!]
    hints: [О чём {name} беспокоится на самом деле?, "Начните так: «{name}, понимаю, …»"]
    model_answer: "{name}, понимаю, как неприятно ждать. Курьер с заказом {number} приедет сегодня с {start} до {end}."
    bad_answer: "Ждите, {thing} привезут когда-нибудь. Сами виноваты, надо было заказывать раньше {number} дня."
    ways:
      - {{to: lost, urgent: true, when: {{violated: [rude]}}, remark: "{name} бросает трубку."}}
      - {{to: price, when: {{score: ">= 60"}}, remark: "{name} успокаивается."}}
      - {{to: calm, when: {{said: [slot]}}}}
      - {{to: lost}}
  - id: price
    client: "Хорошо. А сколько стоит доставка? Дом {number}."
    known: [имя {name}]
    expected: [answer-fully, commit]
    needs: [price]
    last: true
    facts:
      - id: price
        required: true
        text: доставка стоит {price} ₽
        say: [["#{price}", "#{price}_рублей", "(стоить|цена) #{price}"]]
        asks: [Так сколько?, Цену назовите!]
    hints: [Что {name} спросит следом?, "Начните так: «Доставка стоит …»"]
    model_answer: "Доставка стоит {price} ₽. Сам прослежу за заказом {number} и напишу вам сегодня до {end}:00."
    bad_answer: "Читай сайт, там всё про {thing} и про заказ {number} написано."
    ways:
      - {{to: lost, urgent: true, when: {{violated: [rude]}}, remark: "{name} бросает трубку."}}
      - {{to: happy, when: {{score: ">= 70", mood: ">= upset"}}, mood: 1, remark: "{name} улыбается."}}
      - {{to: calm, when: {{said: [price]}}}}
      - {{to: lost}}
endings:
  - {{id: happy, title: Праздник, outcome: good, text: "Заказ {number} приехал вовремя, и впереди {day}."}}
  - {{id: calm, title: Дождалась, outcome: mixed, text: "{name} дождалась. Осадок от истории {number} остался."}}
  - {{id: lost, title: Ушла, outcome: lost, text: "Теперь {name} покупает в другом магазине. Заказ {number} вернули."}}
note:
  facts:
    - {{id: gist, required: true, text: вопрос про заказ, say: [["заказ"]]}}
  model_answer: "{name} спросила про заказ {number}. Курьер приедет сегодня с {start} до {end}."
"""


def write_big_pack(home: Path, count: int) -> Path:
    """Write the pack «big» with ``count`` scenarios under ``home`` and return its folder."""
    folder = home / "big"
    (folder / "dialogues").mkdir(parents=True)
    names = [f"talk-{number}" for number in range(_FIRST, _FIRST + count)]
    listed = "".join(f"  - {name}\n" for name in names)
    (folder / "pack.yaml").write_text(
        f"id: big\ntitle: Большой набор\nscenarios:\n{listed}", encoding="utf-8"
    )
    for name, text in zip(names, talks(count), strict=True):
        (folder / "dialogues" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def talks(count: int) -> Iterator[str]:
    """Yield the texts of ``count`` scenarios, no two of them alike."""
    for number in range(_FIRST, _FIRST + count):
        yield _TALK.format(
            number=number,
            name=_NAMES[number % len(_NAMES)],
            thing=_GOODS[number % len(_GOODS)],
            day=_DAYS[number % len(_DAYS)],
            start=9 + number % 5,
            end=15 + number % 4,
            price=100 + 10 * (number % 90),
        )
