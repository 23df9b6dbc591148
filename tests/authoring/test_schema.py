"""The schema says what the readers say, no more and no less."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.guards.project import ROOT
from tests.packs.samples import KINDS as IDS
from tests.packs.samples import TALK
from trainer.authoring.schema import KINDS, schema, written
from trainer.authoring.schema.build import form_shape
from trainer.authoring.schema.build import shape as plain_shape
from trainer.authoring.schema.details import DEFS, DETAILS, LISTS
from trainer.authoring.schema.texts_ru import DESCRIPTIONS, TITLES
from trainer.model.exercise import AUTHORED, Form
from trainer.model.problem import Problem
from trainer.packs.catalogue import HOME, read_catalogue
from trainer.packs.exercise_reader import read_exercise
from trainer.packs.probe import Shape
from trainer.packs.problems import Problems
from trainer.packs.reader import read_pack
from trainer.packs.standard_reader import read_standard
from trainer.packs.yaml_nodes import load

CATALOGUE = read_catalogue()
SCHEMAS = {kind: schema(kind, CATALOGUE) for kind in KINDS}
SHIPPED = ROOT / "scenarios"
DIALOGUES = sorted(SHIPPED.glob("*/dialogues/*.yaml"))
DRILL = ROOT / "tests" / "data" / "packs" / "drill"
EXERCISES = [*sorted(SHIPPED.glob("*/exercises/*.yaml")), *sorted(DRILL.glob("exercises/*.yaml"))]
# A kind of file, or an exercise of a form: those differ in their items.
SORTS = (*(kind for kind in KINDS if kind != "exercise"), *AUTHORED)
PACKS = sorted(SHIPPED.glob("*/pack.yaml"))
STANDARDS = sorted((HOME / "standards").glob("*.yaml"))


class Core(yaml.CSafeLoader):
    """Reads a file as editors do, by the core schema of YAML 1.2."""


Core.yaml_implicit_resolvers = {}
for name, pattern, first in (
    ("bool", r"true|false|True|False|TRUE|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789."),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(rf"^(?:{pattern})$"), list(first))


class Written(yaml.SafeDumper):
    """Writes nothing for None: «null» would be a word to the reader."""


Written.add_representer(
    type(None), lambda dumper, data: dumper.represent_scalar("tag:yaml.org,2002:null", "")
)


def kind_of(sort: str) -> str:
    return "exercise" if isinstance(sort, Form) else sort


def shape(sort: str) -> Shape:
    return form_shape(sort) if isinstance(sort, Form) else plain_shape(sort, CATALOGUE)


def faults(sort: str, text: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(SCHEMAS[kind_of(sort)])
    return [error.message for error in validator.iter_errors(yaml.load(text, Core))]


def told(kind: str, text: str, folder: Path) -> list[Problem]:
    """Return the errors of the reader of a kind of file."""
    problems: list[Problem] = []
    home = folder / "demo"
    (home / "dialogues").mkdir(parents=True, exist_ok=True)
    pack = text if kind == "pack" else "id: demo\ntitle: Проба\nscenarios: [talk]\nexercises: [drill]\n"
    (home / "pack.yaml").write_text(pack, encoding="utf-8")
    (home / "exercises").mkdir(exist_ok=True)
    (home / "exercises" / "drill.yaml").write_text("id: drill", encoding="utf-8")
    (home / "dialogues" / "talk.yaml").write_text(text if kind == "scenario" else TALK, encoding="utf-8")
    if kind in ("scenario", "pack"):
        read_pack(home, problems, IDS)
        return problems
    if isinstance(kind, Form):
        (home / "drill.yaml").write_text(text, encoding="utf-8")
        read_exercise(home / "drill.yaml", Problems(problems), IDS)
        return problems
    (home / "greet.yaml").write_text(text, encoding="utf-8")
    if datum := load(home / "greet.yaml", Problems(problems)):
        read_standard(datum, "greet", CATALOGUE.qualities)
    return problems


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_a_schema_with_a_description_of_every_key(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[kind])
    for part in (SCHEMAS[kind], *SCHEMAS[kind]["$defs"].values()):
        assert all(re.search("[а-я]", key["description"]) for key in part.get("properties", {}).values())


def keys(shape: Shape, name: str, items: str = "") -> Iterator[tuple[str, str]]:
    """Yield (definition, key) for every key that a reader knows; ``items`` is the definition of an item."""
    for key, inner in shape.keys.items():
        yield name, key
        while inner.item:
            inner = inner.item
        yield from keys(inner, items if items and key in ("items", "steps") else DEFS.get(key, key))


def test_every_key_that_a_reader_knows_is_in_the_schema_and_back() -> None:
    known = {f"{name}.{key}" for sort in KINDS if sort != "exercise" for name, key in keys(shape(sort), sort)}
    known |= {f"{name}.{key}" for form in AUTHORED for name, key in keys(shape(form), "exercise", form)}
    offered = {
        f"{name}.{key}"
        for kind in KINDS
        for name, part in {kind: SCHEMAS[kind], **SCHEMAS[kind]["$defs"]}.items()
        for key in part.get("properties", {})
    }
    assert known == offered == set(DESCRIPTIONS)
    assert {place.split(".")[0] for place in known} == set(TITLES)
    assert {place for place in (*DETAILS, *LISTS) if "." in place} <= known


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        *(("scenario", path) for path in DIALOGUES),
        *(("pack", path) for path in PACKS),
        *(("standard", path) for path in STANDARDS),
        *(("exercise", path) for path in EXERCISES),
    ],
    ids=lambda value: value.stem if isinstance(value, Path) else value,
)
def test_a_shipped_file_is_valid(kind: str, path: Path) -> None:
    assert faults(kind, path.read_text(encoding="utf-8")) == []


def test_there_are_shipped_files() -> None:
    assert DIALOGUES
    assert PACKS
    assert STANDARDS


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_a_shipped_scenario_tells_editors_where_its_schema_is(path: Path) -> None:
    first = path.read_text(encoding="utf-8").split("\n")[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found
    assert (path.parent / found[1]).resolve() == (SHIPPED / "schema" / "scenario.json").resolve()


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_schema_is_up_to_date(kind: str) -> None:
    file = SHIPPED / "schema" / f"{kind}.json"
    wanted = written(kind, CATALOGUE)
    assert file.read_text(encoding="utf-8") == wanted, "run: trainer schema --out scenarios/schema"


FULL = TALK.replace(
    "    hints:",
    "    last: true\n    next_question: [Ну]\n    examples:\n"
    '      - {id: one, text: Да, shows: [greet], misses: [answer-fully], violates: [rude], keeps: [curt],\n'
    '         given: [price], missing: [when], score: "< 60", to: stay, known: рано}\n    hints:',
).replace(
    '{to: thanks, when: {score: ">= 60"}, mood: 1}',
    '{to: thanks, when: {shown: [greet], given: [price], missing: [when], looked: [price], grade: ">= 3", '
    'score: ">= 60", mood: ">= upset", patience: "= 1", warnings: "< 2", visits: "1..2", '
    "not: {said: [price]}}, mood: 1, client: [Так., Ну.], remark: Улыбка.}",
).replace(
    "about: Спешит", "about: Спешит, age: 34, manner: Сухо, wants: Цену, fears: Обмана, calms: Цифры"
).replace(
    'text: "Цена 250 ₽."}', 'text: "Цена 250 ₽.", contradicts: [даром]}'
).replace(
    "model_answer: Здравствуйте! Доставка стоит 250 ₽, привезём завтра.", "model_answer: [Завтра, 250 ₽]"
) + "trains: [greet]\n"  # fmt: skip
STANDARD = (HOME / "standards" / "farewell.yaml").read_text(encoding="utf-8")
STANDARD = STANDARD.replace("id: farewell", "id: greet").replace(
    "\nhits:\n", '\nhits:\n  - {at: demo/talk, text: "⟦Пока⟧"}\n'
)
STATED = "keep: [{id: price, text: цена, say: [[цена]], contradicts: [даром]}]"
ITEMS = {
    Form.REVIEW: "items: [{id: a, client: Где?, operator: Там., company: Ромашка, enough: false, next_question: Когда?, "
    "asks_about: [[когда]], lacking: [initiative], violated: [curt], why: Мало, model_answer: [Тут.], "
    "turn: {expected: [greet], known: [имя], names: [Вера], card: [Цена 5.], facts: [{id: price, required: true, "
    "text: цена, say: [[цена]], contradicts: [даром], asks: [Сколько?]}]}}]",
    Form.COMMENTS: "items: [{id: a, text: Ужас, kind: critic, approach: answer, why: Дело, context: Отзывы}]",
    Form.REWRITE: f"items: [{{id: a, standard: rude, line: Ждите, good: [Едем], context: Где?, {STATED}}}]",
    Form.SPOT: "items: [{id: a, text: ⟦rude|Ждите⟧ и всё, why: Сухо, context: Где?}]",
    Form.VARIANTS: f"items: [{{id: a, task: Скажите, good: [Раз], context: Где?, must: [greet], {STATED}}}]",
    Form.SHORTEN: f"items: [{{id: a, text: Долго, good: [Коротко], context: Где?, {STATED}}}]",
    Form.RECOVER: "steps: [{kind: breathe, text: Дышите, rounds: 2, in: 4, hold: 2, out: 6}]",
}
WHOLE = {
    **{
        form: f"id: drill\nform: {form}\ntitle: Проба\nabout: Одно\nminutes: 5\ntrains: [greet]\n"
        f'sources: ["000: раздел"]\n{items}\n'
        for form, items in ITEMS.items()
    },
    "scenario": FULL,
    "pack": "id: demo\ntitle: Проба\nabout: Одна\nfor: Новичкам\nminutes: 120\ntrains: [greet]\nscenarios: [talk]\n"
    "exercises: [drill]\nplan: [{id: one, title: День, minutes: 30, items: [talk], mode: exam}]\n",
    "standard": STANDARD,
}
WRONG: dict[str, Any] = {
    "mapping": ["текст", 5, ["список"], None],
    "sequence": ["текст", {"ключ": "значение"}, None],
    "text": [{"ключ": "значение"}, ["список"], None, " "],
    "texts": [{"ключ": "значение"}, None, [["список"]], [None]],
    "identifier": ["Не Id", ["список"], {"ключ": "значение"}, None, "a--b"],
    "integer": ["пять", 9999, -999, 1.5, [1], {"a": 1}, None],
    "flag": ["да", 1, [True], None, "yes"],
    "choice": ["чужое", [1], {"a": 1}, None],
}


def places(shape: Shape, data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Shape]]:
    """Yield the places of the whole file with their shapes, one item of each list."""
    if shape.keys and not isinstance(data, dict):
        return  # one of two ways to write it, and not the one that has keys
    yield path, shape
    for key, inner in shape.keys.items():
        if key in data:
            yield from places(inner, data[key], (*path, key))
    if shape.item and isinstance(data, list) and data:
        at = next((i for i, item in enumerate(data) if isinstance(item, dict)), 0)
        yield from places(shape.item, data[at], (*path, at))


def bad_files() -> Iterator[Any]:
    for kind in SORTS:
        whole = yaml.load(WHOLE[kind], Core)
        for path, inner in places(shape(kind), whole):
            sort = "identifier" if "identifier" in inner.sorts else sorted(inner.sorts - {"empty"})[-1:]
            for value in WRONG["".join(sort)] if path and sort else ():
                if len(inner.sorts) > 1 and isinstance(value, dict | str):
                    continue  # where two sorts are read one of them may be right
                yield pytest.param(kind, changed(whole, path, value), id=f"{kind}:{path}:{value}")
            if inner.keys and not inner.open:
                yield pytest.param(kind, changed(whole, (*path, "lishnee"), "x"), id=f"{kind}:{path}:unknown")
            for key in inner.required:
                yield pytest.param(kind, changed(whole, (*path, key), ...), id=f"{kind}:{path}:no {key}")


def changed(whole: Any, path: tuple[Any, ...], value: Any) -> str:
    """Return the file with another value at a place; Ellipsis takes the key away."""
    data = json.loads(json.dumps(whole))
    at = data
    for step in path[:-1]:
        at = at[step]
    if value is ...:
        at.pop(path[-1], None)
    else:
        at[path[-1]] = value
    return yaml.dump(data, Dumper=Written, allow_unicode=True, sort_keys=False)


@pytest.mark.parametrize("kind", SORTS)
def test_the_whole_file_of_a_kind_is_right_and_has_every_key(kind: str, tmp_path: Path) -> None:
    assert told(kind, WHOLE[kind], tmp_path) == []
    assert faults(kind, WHOLE[kind]) == []


@pytest.mark.parametrize(("kind", "text"), list(bad_files()))
def test_what_the_reader_refuses_the_schema_refuses(kind: str, text: str, tmp_path: Path) -> None:
    assert told(kind, text, tmp_path)
    assert faults(kind, text)
