"""Writes a scenario as YAML with comments; every text of the author is quoted so that nothing in it is YAML."""

import json
import re
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from trainer.authoring.template.texts_ru import BRIEFING, LEFT_OUT
from trainer.authoring.template.wish import Wish
from trainer.model.scenario import Fact

_SKELETON = Path(__file__).with_name("skeleton.txt")
_SLOT = re.compile(r"<<([a-z-]+)>>")
# A text that begins with a Russian letter and holds no sign with a meaning in YAML needs no quotes.
_PLAIN = re.compile(r"[А-Яа-яЁё«](?:[А-Яа-яЁёA-Za-z0-9 .!«»()₽%-]*[А-Яа-яЁёA-Za-z0-9.!»)₽%])?")
_WIDTH = 110


@dataclass(frozen=True, slots=True)
class Parts:
    """What was made for a wish: facts with wordings, answers, hints, the note, standards that were left out."""

    schema: str
    names: tuple[str, ...]
    facts: tuple[Fact, ...]
    note_facts: tuple[Fact, ...]
    model: str
    bad: str
    hints: tuple[str, str]
    note: str
    left_out: tuple[str, ...] = ()


def render(wish: Wish, parts: Parts) -> str:
    """Return the text of the file."""
    values = _values(wish, parts)
    return _SLOT.sub(lambda slot: values[slot[1]], _SKELETON.read_text(encoding="utf-8"))


def quoted(text: str) -> str:
    """Return a text as a YAML scalar of one line."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _values(wish: Wish, parts: Parts) -> Mapping[str, str]:
    pieces = [f"piece-{number + 1}" for number in range(len(wish.card))]
    card = [
        f"  - id: {name}\n    title: {quoted(title)}\n    text: {quoted(text)}"
        for name, (title, text) in zip(pieces, wish.card, strict=True)
    ]
    return {
        "schema": parts.schema,
        "id": wish.id,
        "title": quoted(wish.title),
        "company": quoted(wish.company),
        "name": quoted(wish.client),
        "names": ", ".join(map(quoted, parts.names)),
        "mood": wish.mood,
        "briefing": _folded(BRIEFING.format(company=wish.company, name=wish.client), 2),
        "expected": ", ".join(wish.expected),
        "left-out": LEFT_OUT.format(ids=", ".join(parts.left_out)) if parts.left_out else "",
        "card": "\n".join(card),
        "needs": ", ".join(pieces[:3]),
        "line": quoted(wish.line),
        "facts": "\n".join(_fact(fact, 6, first=number == 0) for number, fact in enumerate(parts.facts)),
        "hints": _list(parts.hints, 6),
        "model": _folded(parts.model, 6),
        "bad": quoted(parts.bad),
        "note-facts": "\n".join(_fact(fact, 4) for fact in parts.note_facts),
        "note": _folded(parts.note, 4),
    }


# What is explained beside the keys of the first fact.
_ASIDE: Mapping[str, str] = {
    "required": "  # false, если факт можно и не назвать",
    "say": "  # в каких словах узнать; в каждой части хватает любого выражения, напишите их 6-15",
    "contradicts": '  # что делает ответ неверным, например ["(завтра|послезавтра) (приехать|привезти)"]',
    "asks": "  # что клиент спросит, если факт не прозвучал",
}


def _fact(fact: Fact, indent: int, *, first: bool = False) -> str:
    aside = _ASIDE if first else dict.fromkeys(_ASIDE, "")
    pad = " " * (indent + 2)
    lines = [f"{' ' * indent}- id: {fact.id}", f"{pad}required: true{aside['required']}"]
    lines += [f"{pad}text: {quoted(fact.text)}", f"{pad}say:{aside['say']}"]
    for part in fact.parts:
        for number, wording in enumerate(part):
            lines.append(f"{pad}  {'-' if number == 0 else ' '} - {json.dumps(wording, ensure_ascii=False)}")
    if fact.asks:
        lines += [f"{pad}contradicts: []{aside['contradicts']}", f"{pad}asks:{aside['asks']}"]
        lines.append(_list(fact.asks, indent + 4))
    return "\n".join(lines)


def _list(texts: Iterable[str], indent: int) -> str:
    return "\n".join(f"{' ' * indent}- {quoted(text)}" for text in texts)


def _folded(text: str, indent: int) -> str:
    """Return the lines of a folded block (``>-``): an empty line stands for a line break."""
    pad = " " * indent
    wrapped = [
        textwrap.fill(
            line,
            _WIDTH,
            initial_indent=pad,
            subsequent_indent=pad,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in text.split("\n")
    ]
    return "\n\n".join(wrapped)
