"""Reads the turns of a scenario: facts, ways on, hints and the two example answers."""

from collections.abc import Callable

from trainer.model.scenario import Fact, Turn, Way
from trainer.packs.condition_reader import read_condition
from trainer.packs.example_reader import read_examples
from trainer.packs.yaml_nodes import Datum

_TURN = ("id", "client", "expected", "ways")
_TURN_MORE = (
    "known", "last", "needs", "facts", "next_question", "hints", "model_answer", "bad_answer",
    "examples",
)  # fmt: skip


def read_turn(datum: Datum) -> Turn:
    """Read one turn; ids it refers to are checked when the whole scenario is known."""
    fields = datum.fields(_TURN, _TURN_MORE)
    client, *other_lines = fields.wordings("client") or ("",)
    model, *other_models = fields.wordings("model_answer") or ("",)
    return Turn(
        id=fields.identifier("id"),
        client=client,
        expected=fields.texts("expected"),
        facts=read_facts(fields.items("facts")),
        known=fields.texts("known"),
        last=fields.flag("last"),
        next_question=fields.texts("next_question"),
        needs=fields.texts("needs"),
        ways=tuple(_way(item) for item in fields.items("ways")),
        model_answer=model,
        bad_answer=fields.text("bad_answer"),
        hints=fields.texts("hints"),
        place=datum.place,
        examples=read_examples(fields.items("examples")),
        other_lines=tuple(other_lines),
        other_models=tuple(other_models),
        places=fields.places(),
    )


def _fact(datum: Datum) -> Fact:
    fields = datum.fields(("id", "text", "required"), ("say", "contradicts", "asks"))
    return Fact(
        id=fields.identifier("id"),
        text=fields.text("text"),
        required=fields.flag("required"),
        parts=tuple(filter(None, (read_group(item) for item in fields.items("say")))),
        contradictions=fields.texts("contradicts"),
        asks=fields.texts("asks"),
        place=datum.place,
    )


def read_facts(items: list[Datum], read: Callable[[Datum], Fact] = _fact) -> tuple[Fact, ...]:
    """Read the facts of a turn or of the note, or others by ``read``; two with one id are a problem."""
    facts: dict[str, Fact] = {}
    for item in items:
        fact = read(item)
        if fact.id in facts:
            item.add("E034", id=fact.id, line=facts[fact.id].place.line)
        elif fact.id:
            facts[fact.id] = fact
    return tuple(facts.values())


def read_group(datum: Datum) -> tuple[str, ...]:
    """Read a list of wordings, any of which will do; an empty one is a problem."""
    wordings = tuple(text for item in datum.items() if (text := item.text()))
    if not wordings:
        datum.add("E024", key=datum.key)
    return wordings


def _way(datum: Datum) -> Way:
    fields = datum.fields(("to",), ("when", "client", "mood", "remark", "urgent"))
    when = fields.get("when")
    client, *other_lines = fields.wordings("client") or ("",)
    return Way(
        to=fields.text("to"),
        when=read_condition(when) if when else None,
        client=client,
        mood=fields.integer("mood", 0, -4, 4),
        remark=fields.text("remark"),
        place=datum.place,
        urgent=fields.flag("urgent"),
        other_lines=tuple(other_lines),
    )
