"""Reads labelled answers and labelled phrases; unknown ids and wrong types are named with their line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trainer.cli.answers_input import Record, read_text, records
from trainer.cli.complain import wrong
from trainer.cli.score import find_turn
from trainer.cli.tools import Tools
from trainer.model.scenario import Scenario, Turn
from trainer.model.standard import Catalogue
from trainer.packs.problems import hint

_GRADES = range(1, 6)


@dataclass(frozen=True, slots=True)
class LabelledAnswer:
    """An answer and what people said of it; ``shown`` holds expected obligations only."""

    id: str
    text: str
    scenario: Scenario
    turn: Turn
    shown: frozenset[str]
    violated: frozenset[str]
    facts: frozenset[str]
    grade: int
    hand: str


@dataclass(frozen=True, slots=True)
class LabelledPhrase:
    """A phrase and whether it shows (or breaks) one standard."""

    id: str
    text: str
    standard: str
    label: bool


Item = LabelledAnswer | LabelledPhrase


def read_labelled(names: Iterable[str], tools: Tools) -> list[Item]:
    """Read all files in order; raises InputError at the first record that is wrong."""
    return [_item(record, tools) for name in names for record in records(*read_text(name))]


def _item(record: Record, tools: Tools) -> Item:
    text = record.text("text")
    if not text.strip():
        raise wrong(record.place, "C005", id=record.fields.get("id", ""))
    if "label" in record.fields or "standard" in record.fields:
        return _phrase(record, text, tools.catalogue())
    return _answer(record, text, tools)


def _phrase(record: Record, text: str, catalogue: Catalogue) -> LabelledPhrase:
    standard = record.text("standard")
    _known(record, [standard], catalogue.standards, "C030")
    if "label" not in record.fields:
        raise wrong(record.place, "C012", key="label")
    label = record.fields["label"]
    if not isinstance(label, bool):
        raise record.wrong_type("label", bool)
    return LabelledPhrase(str(record.id()), text, standard, label)


def _answer(record: Record, text: str, tools: Tools) -> LabelledAnswer:
    scenario = tools.scenario(record.text("scenario"))
    turn = scenario.turns[find_turn(scenario, record.text("turn"), record.place)]
    shown, violated, facts = (frozenset(_list(record, key)) for key in ("shown", "violated", "facts"))
    _known(record, sorted(shown | violated), tools.catalogue().standards, "C030")
    known = {fact.id for fact in turn.facts}
    _known(record, sorted(facts), known, "C032", scenario=scenario.id, turn=turn.id)
    return LabelledAnswer(
        str(record.id()),
        text,
        scenario,
        turn,
        shown & frozenset(turn.expected),
        violated,
        facts,
        _grade(record),
        record.text("hand", default=""),
    )


def _list(record: Record, key: str) -> tuple[str, ...]:
    if key not in record.fields:
        raise wrong(record.place, "C012", key=key)
    return record.texts(key)


def _grade(record: Record) -> int:
    if "grade" not in record.fields:
        raise wrong(record.place, "C012", key="grade")
    grade = record.fields["grade"]
    if isinstance(grade, bool) or not isinstance(grade, int):
        raise record.wrong_type("grade", int)
    if grade not in _GRADES:
        raise wrong(record.place, "C017", grade=grade)
    return grade


def _known(
    record: Record,
    names: Iterable[str],
    options: Mapping[str, object] | set[str],
    code: str,
    **values: object,
) -> None:
    for name in names:
        if name not in options:
            raise wrong(record.place, code, id=name, hint=hint(name, options), **values)
