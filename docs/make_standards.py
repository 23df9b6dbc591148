"""Writes docs/standards.md from the catalogue: ``python docs/make_standards.py``."""

import re
from collections.abc import Iterator
from pathlib import Path

from trainer.model.standard import Catalogue, Example, Kind, Quality, Standard
from trainer.packs.catalogue import read_catalogue

TARGET = Path(__file__).with_name("standards.md")
# A few examples give the idea; ``trainer standards ID`` shows them all.
SHOWN = 3
KINDS = {Kind.OBLIGATION: "обязательство", Kind.PROHIBITION: "запрет", Kind.PROCESS: "стандарт действий"}
HEADS = {
    Kind.OBLIGATION: ("Так засчитывается", "Так не засчитывается"),
    Kind.PROHIBITION: ("Так нарушают", "Так можно"),
    Kind.PROCESS: ("Так засчитывается", "Так не засчитывается"),
}
INTRO = """\
<!-- Собрано из src/trainer/catalogue: правьте там и запустите python docs/make_standards.py -->

# Стандарты сервиса

Всего стандартов: {count}. Они собраны по восьми качествам хорошего сотрудника поддержки.

- **Обязательство** ждут там, где оно уместно: сценарий называет его у шага.
- **Запрет** действует всегда.
- **Стандарт действий** виден по карточке и записям, баллов за ответ он не снимает.

Баллы - самое большое, что снимают за стандарт. В примерах выделены слова, о которых речь.
Число в источнике - номер учебного документа, за ним место в нём.
Все примеры одного стандарта покажет команда `trainer standards ID`.
"""


def render(catalogue: Catalogue) -> str:
    """Return the whole page as Markdown."""
    parts = [INTRO.format(count=len(catalogue.standards))]
    for quality in catalogue.qualities.values():
        parts += _quality(quality, catalogue)
    return "\n".join(parts)


def _quality(quality: Quality, catalogue: Catalogue) -> Iterator[str]:
    yield f"## {_plain(quality.title)}\n\nИсточник: {_plain(quality.source)}.\n"
    for standard in catalogue.standards.values():
        if standard.quality == quality.id:
            yield _standard(standard)


def _standard(standard: Standard) -> str:
    points = f", баллов: до {standard.points}" if standard.points else ""
    good, bad = HEADS[standard.kind]
    lines = [
        f"### {_plain(standard.title)}",
        "",
        f"`{standard.id}`, {KINDS[standard.kind]}{points}",
        "",
        _plain(standard.asks),
        "",
        f"**Зачем.** {_plain(standard.matters)}",
        "",
        f"**Как лучше.** {_plain(standard.fix)}",
        "",
        f"{good}:",
        "",
        *(f"- {_marked(example)}" for example in standard.hits[:SHOWN]),
        "",
        f"{bad}:",
        "",
        *(f"- {_marked(example)}" for example in standard.misses[:SHOWN]),
        "",
        f"Источник: {_plain(standard.source)}.",
        "",
    ]
    return "\n".join(lines)


def _marked(example: Example) -> str:
    """Return the example with its words in bold; the words come in the order of the text."""
    done, rest = "", example.text
    for word in example.words:
        before, _, rest = rest.partition(word)
        done += f"{_plain(before)}**{_plain(word)}**"
    at = f" (шаг `{example.at}`)" if example.at else ""
    return done + _plain(rest) + at


def _plain(text: str) -> str:
    """Return the text so that Markdown shows it as written, on one line."""
    return re.sub(r"([\\`*_<>\[\]#|])", r"\\\1", re.sub(r"\s+", " ", text))


if __name__ == "__main__":
    TARGET.write_text(render(read_catalogue()), encoding="utf-8", newline="\n")
