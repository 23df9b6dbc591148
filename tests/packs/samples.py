"""A small pack, whole and sound, for tests to break in one place."""

from pathlib import Path

from trainer.model.standard import Kind

KINDS = {
    "greet": Kind.OBLIGATION,
    "empathy": Kind.OBLIGATION,
    "set-boundary": Kind.OBLIGATION,
    "answer-fully": Kind.OBLIGATION,
    "rude": Kind.PROHIBITION,
    "curt": Kind.PROHIBITION,
    "check-first": Kind.PROCESS,
}

PACK = "id: demo\ntitle: Проба\nscenarios: [talk]\n"

TALK = """\
id: talk
title: Разговор
company: Ромашка
client: {name: Пётр, names: [Пётр, Петя], mood: upset, about: Спешит}
briefing: Вы оператор. Пишет Пётр.
patience: 1
card:
  - {id: price, title: Цена, text: "Цена 250 ₽."}
turns:
  - id: ask
    client: Сколько стоит и когда привезёте?
    known: [имя Пётр]
    expected: [greet, answer-fully]
    needs: [price]
    facts:
      - id: price
        required: true
        text: "250 ₽"
        say: [["#250"]]
        contradicts: ["#300_рублей"]
        asks: ["Так сколько?", "Цену назовите!"]
      - {id: when, required: true, text: завтра, say: [["завтра"]], asks: ["А когда?"]}
    hints: [Что он спросил?, "Начните так: «Пётр, …»"]
    model_answer: Здравствуйте! Доставка стоит 250 ₽, привезём завтра.
    bad_answer: Читай сайт.
    ways:
      - {to: lost, urgent: true, when: {violated: [rude]}, remark: Пётр уходит.}
      - {to: thanks, when: {score: ">= 60"}, mood: 1}
      - {to: shrug, when: {said: [price]}}
      - {to: lost}
endings:
  - {id: thanks, title: Спасибо, outcome: good, text: Пётр доволен.}
  - {id: shrug, title: Ладно, outcome: mixed, text: Пётр пожал плечами.}
  - {id: lost, title: Ушёл, outcome: lost, text: Пётр ушёл.}
note:
  facts: [{id: gist, required: true, text: цена, say: [["цена"]]}]
  model_answer: Спросил про цену.
"""

SPOT = """\
id: {id}
form: spot
title: Найдите промах
about: Отметьте слова.
items:
  - {{id: one, text: "⟦curt|Ждите⟧.", why: Клиент не знает чего.}}
"""


def write_pack(home: Path, talk: str = TALK, pack: str = PACK) -> Path:
    """Write the pack «demo» under ``home`` and return its folder."""
    folder = home / "demo"
    (folder / "dialogues").mkdir(parents=True)
    (folder / "pack.yaml").write_text(pack, encoding="utf-8")
    (folder / "dialogues" / "talk.yaml").write_text(talk, encoding="utf-8")
    return folder


def write_exercises(folder: Path, *names: str) -> None:
    """Write exercises of the form «spot» into a pack."""
    (folder / "exercises").mkdir(parents=True)
    for name in names:
        (folder / "exercises" / f"{name}.yaml").write_text(SPOT.format(id=name), encoding="utf-8")
