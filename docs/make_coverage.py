"""Writes docs/coverage.md: what trains each standard and where each section of the documents is played.

Run: ``python docs/make_coverage.py``. The sections stand in docs/coverage.yaml.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from trainer.model.exercise import Exercise, ReviewItem, RewriteItem, SpotItem, VariantsItem
from trainer.model.scenario import Scenario
from trainer.model.standard import Catalogue, Kind
from trainer.packs.catalogue import read_catalogue
from trainer.packs.shelf import Shelf
from trainer.packs.sound import sound_packs

SECTIONS = Path(__file__).with_name("coverage.yaml")
TARGET = Path(__file__).with_name("coverage.md")
KINDS = {Kind.OBLIGATION: "обязательство", Kind.PROHIBITION: "запрет", Kind.PROCESS: "стандарт действий"}
HEAD = """\
<!-- Собрано из docs/coverage.yaml и наборов: правьте там и запустите python docs/make_coverage.py -->

# Что где тренируют

Разговоров: {talks}, упражнений: {exercises}, заданий в них: {items}.

## Стандарты

Разговор тренирует стандарт, если ждёт его у какого-то шага, назвал его в `trains` или ведёт дальше иначе, когда он нарушен.
Упражнение - если назвало его в `trains` или на нём построено задание.

| Стандарт | Вид | Сколько раз | Где |
| --- | --- | --- | --- |
"""
SOURCES = """
## Документы

Пять учебных документов, раздел за разделом. Слова наборов - свои, из документов взяты мысли и случаи.
"""
TABLE = "\n### {number}. {title}\n\n| Раздел | Где сыграть |\n| --- | --- |\n"


def trained(scenarios: Sequence[Scenario], exercises: Sequence[Exercise]) -> dict[str, list[str]]:
    """Return the ids of the talks and exercises that train each standard."""
    found: dict[str, list[str]] = {}
    for one in scenarios:
        for standard in dict.fromkeys(_of_talk(one)):
            found.setdefault(standard, []).append(one.id)
    talks = {one.id: one for one in scenarios}
    for exercise in exercises:
        for standard in dict.fromkeys(_of_exercise(exercise, talks)):
            found.setdefault(standard, []).append(exercise.id)
    return found


def _of_talk(scenario: Scenario) -> Iterator[str]:
    yield from scenario.trains
    for turn in scenario.turns.values():
        yield from turn.expected
        if any(fact.contradictions for fact in turn.facts):
            yield "wrong-fact"
        if turn.needs:
            yield "check-first"
        for way in turn.ways:
            if way.when:
                yield from (*way.when.violated, *(way.when.negated.violated if way.when.negated else ()))
    if scenario.note.facts:
        yield "log-contact"


def _of_exercise(exercise: Exercise, talks: Mapping[str, Scenario]) -> Iterator[str]:
    yield from exercise.trains
    for item in exercise.items:
        match item:
            case RewriteItem():
                yield item.standard
            case SpotItem():
                yield from (mark.standard for mark in item.marks)
            case ReviewItem():
                yield from (*item.violated, *_of_rewording(item, talks))
            case VariantsItem():
                yield from item.must


def _of_rewording(item: ReviewItem, talks: Mapping[str, Scenario]) -> tuple[str, ...]:
    """Return what the better wording is scored by: the turn it is for, or the one written beside it."""
    if item.at:
        talk, turn = item.at.split("/")
        return talks[talk].turns[turn].expected
    return item.setting.turn.expected if item.setting and item.setting.turn else ()


def library() -> tuple[list[Scenario], list[Exercise]]:
    """Return the talks and exercises of the shipped packs."""
    shelf = Shelf()
    packs, problems = sound_packs(shelf)
    assert not problems, problems
    names = list(dict.fromkeys(shelf.exercise_files()))
    return [s for pack in packs for s in pack.scenarios.values()], [shelf.exercise(name) for name in names]


def sections() -> Mapping[str, Mapping[str, Any]]:
    """Return the documents with their sections, as written."""
    found: Mapping[str, Mapping[str, Any]] = yaml.safe_load(SECTIONS.read_text(encoding="utf-8"))
    return found


def render(catalogue: Catalogue, scenarios: Sequence[Scenario], exercises: Sequence[Exercise]) -> str:
    """Return the whole page as Markdown."""
    titles = {one.id: one.title for one in (*scenarios, *exercises)}
    found = trained(scenarios, exercises)
    parts = [
        HEAD.format(
            talks=len(scenarios), exercises=len(exercises), items=sum(len(e.items) for e in exercises)
        )
    ]
    for standard in catalogue.standards.values():
        where = found.get(standard.id, [])
        named = ", ".join(f"`{name}`" for name in where[:6]) + (" и другие" if len(where) > 6 else "")
        parts.append(
            f"| {standard.title} (`{standard.id}`) | {KINDS[standard.kind]} | {len(where)} | {named} |\n"
        )
    parts.append(SOURCES)
    for number, document in sections().items():
        parts.append(TABLE.format(number=number, title=document["title"]))
        for section in document["sections"]:
            played = ", ".join(f"{titles[name]} (`{name}`)" for name in section["played"])
            parts.append(f"| {section['title']} | {played} |\n")
    return "".join(parts)


if __name__ == "__main__":
    TARGET.write_text(render(read_catalogue(), *library()), encoding="utf-8")
