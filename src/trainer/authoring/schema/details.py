"""What no reader can be asked for: the names of definitions, lists of standards to offer, bounds, least counts."""

from collections.abc import Iterable, Mapping
from typing import Any

from trainer.model.example import ALL
from trainer.model.exercise import Form
from trainer.model.standard import Catalogue, Kind, Standard
from trainer.packs.condition_reader import BOUND_PATTERN
from trainer.packs.yaml_datum import ID_PATTERN

# The definition that the mappings under a key are; a key that is not here names its own.
DEFS: Mapping[str, str] = {
    "turns": "turn",
    "ways": "way",
    "when": "condition",
    "not": "condition",
    "facts": "fact",
    "examples": "example",
    "card": "piece",
    "endings": "ending",
    "plan": "day",
    "hits": "phrase",
    "misses": "phrase",
    "rules": "rule",
    # Of an exercise; its items are defined by its form.
    "turn": "review-turn",
}
# Where the items of a form stand, if not under «items».
ITEMS_KEY: Mapping[Form, str] = {Form.RECOVER: "steps"}


def _needs(kind: str, *keys: str) -> Mapping[str, Any]:
    """Ask for keys where the kind of a step is this one."""
    return {
        "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
        "then": {"required": list(keys)},
    }


_SOME: Mapping[str, Any] = {"minItems": 1}
# Added to what is made of the shape: «definition» or «definition.key».
DETAILS: Mapping[str, Mapping[str, Any]] = {
    "condition": {"minProperties": 1},
    "rule": {"required": ["kind"]},
    "scenario.turns": _SOME,
    "turn.ways": _SOME,
    "turn.client": _SOME,
    "turn.model_answer": _SOME,
    "way.client": _SOME,
    "day.items": _SOME,
    "day.mode": {"default": "training"},
    "standard.hits": _SOME,
    "standard.misses": _SOME,
    "scenario.patience": {"default": 2},
    "turn.last": {"default": False},
    "way.urgent": {"default": False},
    "way.mood": {"default": 0},
    "recover": {"allOf": [_needs("pause", "seconds"), _needs("breathe", "rounds", "in", "out")]},
    "review": {"oneOf": [{"required": ["at"]}, {"required": ["turn"]}]},
    "review.at": {"pattern": r"^\s*[a-z0-9-]+/[a-z0-9-]+\s*$"},
    "phrase.at": {"pattern": r"^\s*[a-z0-9-]+/[a-z0-9-]+\s*$"},
}
_BOUNDS = ("score", "grade", "mood", "patience", "warnings", "visits")
# Texts that are more than texts: the definition they follow, by «definition.key».
LISTS: Mapping[str, str] = {
    "scenario.trains": "any-standard",
    "pack.trains": "any-standard",
    "turn.expected": "obligation",
    "condition.shown": "obligation",
    "condition.violated": "prohibition",
    "example.shows": "obligation",
    "example.misses": "obligation",
    "example.violates": "prohibition",
    "example.keeps": "kept",
    "example.score": "bound",
    **{f"condition.{key}": "bound" for key in _BOUNDS},
    "exercise.trains": "any-standard",
    "review.violated": "prohibition",
    "review.lacking": "quality",
    "review-turn.expected": "obligation",
    "rewrite.standard": "prohibition",
    "variants.must": "obligation",
}


def value_definitions(catalogue: Catalogue) -> Mapping[str, dict[str, Any]]:
    """Return the definitions that ``LISTS`` names: standards to offer, and bounds."""
    return {
        "any-standard": _ids(catalogue.standards.values()),
        "obligation": _ids(catalogue.of_kind(Kind.OBLIGATION)),
        "prohibition": _ids(catalogue.of_kind(Kind.PROHIBITION)),
        "kept": {"anyOf": [{"const": ALL}, {"$ref": "#/$defs/prohibition"}]},
        "quality": {
            "anyOf": [{"const": item.id, "description": item.title} for item in catalogue.qualities.values()]
        },
        "bound": {"type": ["string", "integer"], "pattern": BOUND_PATTERN},
    }


def _ids(standards: Iterable[Standard]) -> dict[str, Any]:
    """Offer the standards of the catalogue, and allow others: a company may have its own."""
    offered = [{"const": item.id, "description": item.title} for item in standards]
    return {"anyOf": [*offered, {"type": "string", "pattern": ID_PATTERN}]}
