"""Where the fuzzer begins: good input of every kind, and pieces of input that have caused trouble somewhere."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence

from tests.nasty import NASTY
from tests.packs.samples import PACK, SPOT, TALK
from tests.practice.fakes import LACKS_PRICE, FakeJudge, scenario
from trainer.dialogue import engine
from trainer.practice.verdict_data import to_data

_TEXTS = (
    "Здравствуйте, Ирина! Понимаю, как обидно ждать: курьер приедет 25.12 до 18:30, с вас 250 рублей.",
    "нет. ждите с 10 до 12, 5-7 дней, полчаса, двенадцать-пятнадцать тысяч, 30-го, 1 000 000,50 ₽, 15%",
    "Вы «дурак»? (нет) пишите на a@b.ru, https://x.ru/а?б=1 :) 👍🏽 ❤️",
    "и\u0306 е\u0308 \u200b\u202e cпасибо ДУРАК №1…",
    *(make(200) for make in NASTY.values()),
)
_PATTERNS = (
    "курьер * (приедет|не приедет) [завтра]",
    "#250_рублей",
    "^ =да $",
    "<VERB,1per> !не *9 слов~ _",
    "не сможем",
)
_STANDARD = """\
id: one
quality: goodwill
kind: prohibition
title: Своё
asks: Не говорить так.
matters: Обидно.
fix: Скажите иначе.
source: Свод
points: 10
rules:
  - {kind: pattern, any: ["ждите * ответа"], where: first}
hits: ["⟦Ждите ответа⟧."]
misses: ["Ответим сегодня."]
"""


def _journal() -> bytes:
    talk = scenario()
    verdict = to_data(FakeJudge().score(LACKS_PRICE, engine.setting(talk, engine.begin(talk))))
    at = "2026-11-22T08:00:00Z"
    events = [
        {"kind": "start", "at": at, "scenario": "parcel", "mode": "training", "seed": 0},
        {"kind": "look", "at": at, "piece": "order"},
        {"kind": "answer", "at": at, "turn": "where", "text": LACKS_PRICE, "verdict": verdict},
        {"kind": "retry", "at": at},
        {"kind": "note", "at": at, "text": "Ждёт", "given": ["gist"]},
        {"kind": "finish", "at": at},
    ]
    return "\n".join(json.dumps(event, ensure_ascii=False) for event in events).encode() + b"\n"


def _zip() -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("demo/pack.yaml", PACK)
        archive.writestr("demo/dialogues/talk.yaml", TALK)
    return raw.getvalue()


_SAID = tuple(text.encode("utf-8", "surrogatepass") for text in _TEXTS)
SEEDS: Mapping[str, Sequence[bytes]] = {
    "tokenizer": _SAID,
    "quantities": _SAID,
    "matcher": [pattern.encode() for pattern in _PATTERNS] + [f"{one}\n{_TEXTS[0]}".encode() for one in _PATTERNS],
    "judge": _SAID[:4] + _SAID[4::6],
    "shown": _SAID,
    "scenario": [TALK.encode()],
    "pack": [PACK.encode(), (PACK + "minutes: 30\nplan: [{title: День, do: [talk]}]\n").encode()],
    "exercise": [SPOT.format(id="one").encode()],
    "standard": [_STANDARD.encode()],
    "bundle": [_zip()],
    "answers": ["Да.\nНет.\n".encode(), '{"id": 1, "text": "Да", "turn": "where"}\n{"note": "Ж"}\n'.encode()],
    "export": ['id;text\n1;"Да; ""нет"""\n2;Ждите\n'.encode(), '{"id": 1, "text": "Да"}\n{"text": null}\n'.encode(),
               "text,id\r\n\"а\nб\",1\r\n".encode()],
    "people": ["имя;роль;группа\nАнна;ученик;Весна\n".encode(), b"name,role\n'=1+1,mentor\n''=x,\n"],
    "journal": [_journal()],
    "xapi": ["\x1f".join(("first-week", "courier-pickup", "exam", "Курьер", "where", "2026-11-22T08:00:00Z")).encode()],
    "dialogue": [bytes(range(seed, 256, 7)) for seed in range(8)],
}  # fmt: skip

# What is put into inputs here and there.
WORDS: Sequence[bytes] = tuple(
    word.encode("utf-8", "surrogatepass")
    for word in (
        "\x00",
        "\x1b[31m",
        "\u202e",
        "\u200b",
        "\u200d",
        "\ufeff",
        "\ud800",
        "\u0301" * 9,
        "😊",
        "👨‍👩‍👧",
        "\x9b",
        "\r\n",
        "\u2028",
        "«",
        "»",
        '"',
        "'",
        "(",
        "[",
        "{",
        "|",
        "*",
        "*9",
        "#",
        "&a ",
        "*a",
        "!!python/object:os.system ",
        "<<: ",
        "? ",
        "- ",
        ": ",
        "~",
        "null",
        "true",
        ".inf",
        "NaN",
        "Infinity",
        "-1",
        "0",
        "1e999",
        "9" * 40,
        "²",
        "٣",
        "½",
        "Ⅷ",
        "ß",
        "İ",
        "ё",
        "не ",
        "250 рублей",
        "с 10 до 12",
        "полчаса",
        "=cmd|' /C calc'!A0",
        "+1",
        "@x",
        "\t",
        ";",
        ",",
        "../../etc/passwd",
        "[" * 60,
        "{" * 60,
        "((((",
        "a" * 300,
        "id: ",
        "ways: ",
        "facts: ",
        '{"',
        "}",
        "\\",
        "\\u0000",
        "kind",
        "finish",
    )
)
