"""Turns the examples of the codes into packs: a snippet takes the place of the same keys of a sound pack."""

import re
import subprocess
from pathlib import Path

from trainer.authoring.code_book import Sample
from trainer.authoring.lint import lint_pack
from trainer.model.problem import InputError, Problem
from trainer.packs.catalogue import read_catalogue

PACK = """\
id: demo
title: Проба пера
about: Один короткий разговор.
scenarios: [first-talk]
exercises: [live-words]
"""
EXERCISE = """\
id: live-words
form: rewrite
title: Живыми словами
about: Скажите то же проще.
trains: [officialese]
items:
  - id: refund
    standard: officialese
    context: Когда вернёте деньги?
    line: Возврат денежных средств осуществляется в течение 10 дней.
    keep: [{id: term, text: вернём за 10 дней, say: [["#10_дней"]]}]
    good: [Вернём деньги за 10 дней., "Деньги придут к вам в течение 10 дней."]
"""
SCENARIO = """\
id: first-talk
title: Где мой букет
company: Ромашка
client: {name: Вера, names: [Вера, Верочка], mood: upset, about: Ждёт букет к юбилею.}
briefing: Вы оператор магазина «Ромашка». Вера ждёт букет. В карточке видно, где курьер.
patience: 2
trains: [empathy, answer-fully]
card:
  - {id: courier, title: Где курьер, text: "Курьер приедет сегодня с 14 до 16."}
turns:
TURN
endings:
  - {id: happy, title: Праздник, outcome: good, text: Букет приехал вовремя.}
  - {id: calm, title: Дождалась, outcome: mixed, text: Букет приехал. Осадок остался.}
  - {id: lost, title: Без цветов, outcome: lost, text: Вера купила цветы в переходе.}
note:
  facts: [{id: gist, required: true, text: вопрос о букете, say: [["букет"]]}]
  model_answer: Вера спросила о букете.
"""
TURN = """\
id: where
client: Где мой букет? Юбилей вечером!
known: [имя Вера, юбилей вечером]
expected: [empathy, answer-fully]
needs: [courier]
last: true
facts:
  - id: slot
    required: true
    text: курьер приедет сегодня с 14 до 16
    say: [["#14:00 #16:00"], ["(сегодня|нынче)"]]
    asks: [Во сколько приедет?, Часы назовите!]
hints: [О чём Вера беспокоится?, "Начните так: «Вера, понимаю …»"]
model_answer: Вера, понимаю, как важен этот вечер. Курьер приедет сегодня с 14 до 16.
bad_answer: Ждите, привезут когда-нибудь. Сами виноваты, надо было заказывать раньше.
ways:
  - {to: happy, when: {score: ">= 70", mood: ">= upset"}}
  - {to: calm, when: {score: ">= 40"}}
  - {to: lost}
"""
STANDARD = """\
id: thank
quality: goodwill
kind: obligation
title: Поблагодарить
asks: Сказать спасибо.
matters: Приятно.
fix: Скажите спасибо.
missed: Здесь ждали спасибо.
source: "000: благодари"
points: 5
rules: [{kind: words, forms: [спасибо]}]
hits:
  - ⟦Спасибо⟧ за письмо.
  - ⟦Спасибо⟧, что написали.
  - Большое ⟦спасибо⟧ за фото.
  - ⟦Спасибо⟧ за терпение.
  - Вера, ⟦спасибо⟧ за подсказку.
  - ⟦Спасибо⟧ за номер заказа.
  - Фото пришло, ⟦спасибо⟧.
  - ⟦Спасибо⟧ за звонок.
misses:
  - Письмо пришло.
  - Уже смотрю заказ.
  - Курьер едет.
  - Букет собран.
  - Напишу вам в шесть.
  - Деньги вернём завтра.
  - Проверю и отвечу.
  - Вижу ваш заказ.
"""
INDEX = 'qualities: {goodwill: {title: Доброжелательность, source: "000"}}\nstandards: [thank]\n'
_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)


def build(sample: Sample, home: Path) -> Path:
    """Write the pack (or the catalogue) of an example under ``home`` and return its folder."""
    folder = home / "demo"
    (folder / "dialogues").mkdir(parents=True)
    (folder / "standards").mkdir()
    (folder / "exercises").mkdir()
    # Calls copy the pack, and only its talk is named anew.
    exercises = sample.where != "call"
    pack = PACK if exercises else PACK.replace("[live-words]", "[]")
    parts = {"scenario": SCENARIO, "exercise": EXERCISE, "turn": TURN, "pack": pack, "standard": STANDARD}
    if sample.where in parts:
        parts[sample.where] = spliced(parts[sample.where], sample)
    talk = parts["scenario"].replace("TURN\n", _item(parts["turn"]))
    write(folder / "pack.yaml", parts["pack"])
    write(folder / "dialogues" / "first-talk.yaml", sample.text if sample.where == "file" else talk)
    if exercises:
        write(folder / "exercises" / "live-words.yaml", parts["exercise"])
    write(folder / "standards" / "thank.yaml", parts["standard"])
    write(folder / "qualities.yaml", INDEX)
    if sample.where == "shell":
        subprocess.run(["bash", "-ec", sample.text], cwd=folder, check=True, timeout=60)
    return folder


def spliced(whole: str, sample: Sample) -> str:
    """Return the keys of ``whole`` with those of the snippet in their place."""
    kept, new = _parts(whole), _parts(sample.text)
    for key in sample.without:
        kept.pop(key)
    return "".join({**kept, **new}.values())


def problems(sample: Sample, home: Path, judge: object = None) -> list[Problem]:
    """Return what the lint says of an example."""
    folder = build(sample, home)
    found = lint_pack(folder, judge)  # type: ignore[arg-type]
    try:
        read_catalogue(folder)
    except InputError as error:
        found += error.problems
    return found


def write(path: Path, text: str) -> None:
    path.write_text(text if text.endswith("\n") else text + "\n", encoding="utf-8")


def _parts(text: str) -> dict[str, str]:
    """Cut a mapping into its keys, each with the comments above it; a key twice stays one part."""
    text = text if text.endswith("\n") else text + "\n"
    starts = [match.start() for match in _KEY.finditer(text)] or [len(text)]
    while (before := text.rfind("\n", 0, starts[0] - 1) + 1) < starts[0] and text[before] == "#":
        starts[0] = before
    parts: dict[str, str] = {}
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        piece = text[start:end]
        key = _KEY.search(piece)
        name = key[1] if key else "#"
        parts[name] = parts.get(name, "") + piece
    return parts if starts != [len(text)] else {"#": text}


def _item(turn: str) -> str:
    lines = turn.rstrip("\n").split("\n")
    first = next(i for i, line in enumerate(lines) if not line.startswith("#"))
    return "".join(f"  {'- ' if i == first else '  '}{line}\n" for i, line in enumerate(lines))
