"""The product asks people to write plainly; its own texts have to."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.guards.project import ROOT, SOURCE
from trainer.authoring.code_book import book
from trainer.packs.catalogue import read_catalogue
from trainer.packs.library import scenario_folders
from trainer.packs.reader import read_pack

OFFICIALESE = re.compile(
    r"\b("
    r"данн(ый|ая|ое|ого|ой|ому|ую)\s|осуществ(ить|ля\w+)|в связи с|явля(ет|ют)ся|"
    r"в целях|надлежащ\w+|вышеуказанн\w+|нижеследующ\w+|посредством|в рамках|согласно|"
    r"производит(ь|ся)|уведомля\w+|необходимо (заметить|отметить)|в случае (возникновения|наличия)|"
    r"на сегодняшний день|в настоящ(ее|ий) (время|момент)|вследствие|во избежание|имеет место"
    r")",
    re.IGNORECASE,
)
# What stands in quotation marks is an example of how not to write, or what a client said.
QUOTED = re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»")


def officialese(text: str) -> list[str]:
    return [found.group() for found in OFFICIALESE.finditer(QUOTED.sub("«…»", text))]


def interface() -> Iterator[tuple[str, str]]:
    for path in sorted(SOURCE.rglob("*texts_ru.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node.value


def catalogue() -> Iterator[tuple[str, str]]:
    for standard in read_catalogue().standards.values():
        for key in ("asks", "matters", "fix", "missed"):
            yield f"{standard.id}: {key}", getattr(standard, key)


def codes() -> Iterator[tuple[str, str]]:
    for code in book().values():
        for text in (code.title, code.text, code.explain):
            yield code.id, text


def scenarios() -> Iterator[tuple[str, str]]:
    for folder in scenario_folders():
        for scenario in read_pack(folder).scenarios.values():
            yield f"{scenario.id}: briefing", scenario.briefing
            yield f"{scenario.id}: note", scenario.note.model_answer
            for turn in scenario.turns.values():
                for text in (turn.model_answer, *turn.hints):
                    yield f"{scenario.id}/{turn.id}", text
            for ending in scenario.endings.values():
                yield f"{scenario.id}/{ending.id}", ending.text


def docs() -> Iterator[tuple[str, str]]:
    # A list of standards quotes what it warns of, so it is judged where it is written: in the catalogue.
    for path in (ROOT / "README.ru.md", *sorted((ROOT / "docs").glob("*.md"))):
        if path.name != "standards.md":
            yield path.name, path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "source", [interface, catalogue, codes, scenarios, docs], ids=lambda source: source.__name__
)
def test_texts_for_people_are_plain(source) -> None:
    texts = list(source())
    assert texts
    assert [(place, found) for place, text in texts for found in officialese(text)] == []


def test_the_guard_finds_officialese_and_lets_quotations_be() -> None:
    assert officialese("Согласно правилам, осуществляется возврат") == ["Согласно", "осуществляется"]
    assert officialese("Не пишите «данный вопрос», скажите проще") == []
