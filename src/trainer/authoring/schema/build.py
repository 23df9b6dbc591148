"""Makes a JSON Schema (draft 2020-12) of the shape of a file and of the descriptions in Russian."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from trainer.authoring.schema.details import DEFS, DETAILS, ITEMS_KEY, LISTS, value_definitions
from trainer.authoring.schema.texts_ru import DESCRIPTIONS, TITLES
from trainer.model.exercise import AUTHORED, Form
from trainer.model.standard import Catalogue
from trainer.packs.exercise_reader import exercise_of
from trainer.packs.probe import Shape, probe
from trainer.packs.problems import Problems
from trainer.packs.reader import pack_of
from trainer.packs.scenario_reader import scenario_of
from trainer.packs.standard_reader import read_standard
from trainer.packs.yaml_datum import ID_PATTERN, Datum

Schema = dict[str, Any]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
_ELSEWHERE = Path("x.yaml")
# A reader takes any scalar for a text, so `title: 2024` is none the worse for being a number.
TEXT: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}


def _shapes(catalogue: Catalogue) -> Mapping[str, Callable[[Datum], object]]:
    return {
        "scenario": lambda datum: scenario_of(datum, _ELSEWHERE),
        "exercise": lambda datum: exercise_of(datum, _ELSEWHERE),
        "pack": lambda datum: pack_of(datum, _ELSEWHERE, Problems([]), {}),
        "standard": lambda datum: read_standard(datum, "x", catalogue.qualities),
    }


KINDS = ("scenario", "exercise", "pack", "standard")


def schema(kind: str, catalogue: Catalogue) -> Schema:
    """Return the schema of a kind of file, one of ``KINDS``; the catalogue gives the standards to offer."""
    build = _Build(value_definitions(catalogue))
    root = build.exercise() if kind == "exercise" else build.mapping(shape(kind, catalogue), kind)
    return {"$schema": DRAFT, **root, "$defs": dict(sorted(build.defs.items()))}


def written(kind: str, catalogue: Catalogue) -> str:
    """Return the schema as the text of its file."""
    return json.dumps(schema(kind, catalogue), ensure_ascii=False, indent=1) + "\n"


def shape(kind: str, catalogue: Catalogue) -> Shape:
    """Return what the reader of a kind of file asks; of exercises, what those of all forms have in common."""
    return probe(_shapes(catalogue)[kind])


def form_shape(form: Form) -> Shape:
    """Return what the reader asks of an exercise of a form."""
    return probe(lambda datum: exercise_of(datum, _ELSEWHERE, form))


class _Build:
    """Turns shapes into schemas; mappings inside others become definitions."""

    def __init__(self, values: Mapping[str, Schema]) -> None:
        self._values = values
        self.defs: dict[str, Schema] = {}

    def mapping(self, shape: Shape, name: str) -> Schema:
        keys = {key: self._key(inner, name, key) for key, inner in shape.keys.items()}
        made: Schema = {"title": TITLES[name], "type": "object", "properties": keys}
        if shape.required:
            made["required"] = [key for key in shape.keys if key in shape.required]
        made["additionalProperties"] = shape.open
        return made | dict(DETAILS.get(name, {}))

    def exercise(self) -> Schema:
        """Return the schema of an exercise: its form says which items it has."""
        shapes = {form: form_shape(form) for form in AUTHORED}
        common = shapes[Form.REVIEW]
        plain = {key: inner for key, inner in common.keys.items() if key not in ("items", "steps")}
        keys = {key: self._key(inner, "exercise", key) for key, inner in plain.items()}
        for name in ("items", "steps"):
            keys[name] = {"description": DESCRIPTIONS[f"exercise.{name}"], "type": "array"}
        return {
            "title": TITLES["exercise"],
            "type": "object",
            "properties": keys,
            "required": [key for key in keys if key in common.required],
            "additionalProperties": False,
            "allOf": [self._condition(form, shape) for form, shape in shapes.items()],
        }

    def _condition(self, form: Form, shape: Shape) -> Schema:
        name = ITEMS_KEY.get(form, "items")
        inner = shape.keys[name].item
        assert inner
        self.defs[form.value] = self.mapping(inner, form.value)
        items = {"type": "array", "minItems": 1, "items": {"$ref": f"#/$defs/{form.value}"}}
        other = next(key for key in ("items", "steps") if key != name)
        return {
            "if": {"properties": {"form": {"const": form.value}}, "required": ["form"]},
            "then": {"properties": {name: items, other: False}, "required": [name]},
        }

    def _key(self, shape: Shape, owner: str, key: str) -> Schema:
        place = f"{owner}.{key}"
        made = {"description": DESCRIPTIONS[place], **self._value(shape, place, key)}
        return made | dict(DETAILS.get(place, {}))

    def _value(self, shape: Shape, place: str, key: str) -> Schema:
        """Return what may stand under a key; two sorts of values are two ways to write it."""
        ways = [made for sort, made in self._ways(shape, place, key).items() if sort in shape.sorts]
        return ways[0] if len(ways) == 1 else {"anyOf": ways}

    def _ways(self, shape: Shape, place: str, key: str) -> Mapping[str, Schema]:
        texts = self._text(place) if shape.sorts.isdisjoint({"identifier", "choice"}) else {}
        ways: dict[str, Schema] = {
            "identifier": {"type": ["string", "integer"], "pattern": ID_PATTERN},
            "choice": {"enum": list(shape.options)},
            "integer": {"type": "integer", "minimum": shape.bounds[0], "maximum": shape.bounds[1]},
            "flag": {"type": "boolean"},
        }
        if texts:
            ways["text"] = texts
            ways["texts"] = {"anyOf": [texts, {"type": "array", "items": texts}]}
            if "text" not in shape.sorts:
                ways["empty"] = {"type": [*TEXT["type"], "null"]}
        if "sequence" in shape.sorts and shape.item:
            ways["sequence"] = {"type": "array", "items": self._value(shape.item, f"{place}[]", key)}
        if "mapping" in shape.sorts:
            ways["mapping"] = {"$ref": f"#/$defs/{self._define(shape, key)}"}
        return ways

    def _text(self, place: str) -> Schema:
        name = LISTS.get(place)
        return self._use(name) if name else TEXT

    def _use(self, name: str) -> Schema:
        if name == "kept":
            self._use("prohibition")
        self.defs.setdefault(name, self._values[name])
        return {"$ref": f"#/$defs/{name}"}

    def _define(self, shape: Shape, key: str) -> str:
        name = DEFS.get(key, key)
        if not shape.again and name not in self.defs:
            self.defs[name] = {}
            self.defs[name] = self.mapping(shape, name)
        return name
