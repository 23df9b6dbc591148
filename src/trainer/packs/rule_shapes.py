"""What may stand in a rule that a company writes itself: its kinds, their options, and of what sort each is."""

import re
from collections.abc import Mapping

import yaml

from trainer.packs.problems import Problems, hint
from trainer.packs.yaml_nodes import Datum, Fields

PATTERNS, TEXTS, NUMBER, FLAG, WHERE, ROLE = "patterns", "texts", "number", "flag", "where", "role"
# The same kinds as in trainer.scoring.rules.kinds; a test holds the two together.
SHAPES: Mapping[str, Mapping[str, str]] = {
    "pattern": {
        "any": PATTERNS,
        "unless": PATTERNS,
        "unless_anywhere": PATTERNS,
        "where": WHERE,
        "quoted": FLAG,
    },
    "words": {"lemmas": TEXTS, "forms": TEXTS, "beginnings": TEXTS},
    "familiar-forms": {},
    "long-sentence": {"words": NUMBER, "paragraph": NUMBER},
    "bare-typing": {"words": NUMBER},
    "opens-with-question": {"skip": NUMBER},
    "short-answer": {"words": NUMBER, "words_alone": NUMBER, "words_full": NUMBER, "sentences": NUMBER},
    "client-name": {},
    "client-details": {"least": NUMBER, "also": TEXTS},
    "spelling": {},
    "grammar": {},
}
PLACES = ("first", "opening", "last", "closing", "question")
ROLES = ("finds", "vetoes")
_MOST = 1000
# A group holds no other group; what is left of brackets without the groups is a mistake.
_GROUP = re.compile(r"\([^()\[\]<>]*\)|\[[^()\[\]<>]*\]|<[^()\[\]<>]*>")
_BRACKET = re.compile(r"[()\[\]<>]")


def check_rules(standard: Datum, problems: Problems) -> None:
    """Record what no rule can be made of: unknown kinds and options, wrong values, patterns that cannot be read."""
    # The reader has told of everything that is wrong with the YAML itself; here it is passed over.
    quiet = Datum(standard.node, standard.path, Problems([]))
    rules = quiet.open_fields().get("rules")
    if rules is None or not isinstance(rules.node, yaml.SequenceNode):
        return
    if not rules.items():
        problems.add(rules.place, "E082", key="rules")
    for rule in rules.items():
        _check_rule(rule.open_fields(), problems)


def _check_rule(fields: Fields, problems: Problems) -> None:
    where, kind = fields.get("kind"), fields.text("kind")
    if where is None or not kind:
        return
    if kind not in SHAPES:
        problems.add(where.place, "E096", id=kind, hint=hint(kind, SHAPES))
        return
    shape = {**SHAPES[kind], "role": ROLE}
    if kind == "pattern" and not fields.get("any"):
        problems.add(fields.whole.place, "E022", key="any")
    for key, value in fields.found.items():
        if key == "kind":
            continue
        if key not in shape:
            problems.add(value.place, "E097", key=key, kind=kind, hint=hint(key, shape))
        else:
            _check_value(shape[key], value, problems)


def _check_value(sort: str, value: Datum, problems: Problems) -> None:
    loud = Datum(value.node, value.path, problems, value.key)
    if sort == NUMBER:
        loud.integer(0, _MOST)
    elif sort == FLAG:
        loud.flag()
    elif sort in (WHERE, ROLE):
        loud.choice(dict.fromkeys(PLACES if sort == WHERE else ROLES, ""), "")
    elif not isinstance(value.node, yaml.SequenceNode):
        loud.items()
    elif not value.items():
        problems.add(value.place, "E024", key=value.key)
    elif sort == PATTERNS:
        for item in value.items():
            _check_pattern(item, problems)


def _check_pattern(item: Datum, problems: Problems) -> None:
    source = item.text()
    if not source:
        return
    if _BRACKET.search(_GROUP.sub(" ", source)):
        problems.add(item.place, "E099", pattern=source)
        return
    # Morphology is slow to load, and most packs bring no rules.
    from trainer.text.pattern import compile_pattern

    try:
        compile_pattern(source)
    except ValueError as error:
        problems.add(item.place, "E098", pattern=source, reason=error)
