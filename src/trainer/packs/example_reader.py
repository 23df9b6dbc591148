"""Reads the example answers of a turn; ids they refer to are checked when the whole scenario is known."""

from trainer.model.example import ExampleAnswer
from trainer.packs.condition_reader import Bound, read_bound
from trainer.packs.yaml_nodes import Datum, Fields

EXPECTATIONS = ("shows", "misses", "violates", "keeps", "given", "missing", "score", "to")
# What cannot be asked of one answer at once.
_OPPOSITE = (("shows", "misses"), ("violates", "keeps"), ("given", "missing"))


def read_examples(items: list[Datum]) -> tuple[ExampleAnswer, ...]:
    """Read the examples of a turn; two with one id or one text are a problem."""
    ids: dict[str, ExampleAnswer] = {}
    texts: dict[str, ExampleAnswer] = {}
    for number, item in enumerate(items, 1):
        example = _example(item, number)
        if example.id in ids:
            item.add("E034", id=example.id, line=ids[example.id].place.line)
        elif example.text in texts:
            item.add("E057", line=texts[example.text].place.line)
        if example.id:
            ids.setdefault(example.id, example)
        if example.text:
            texts.setdefault(example.text, example)
    return tuple(texts.values())


def _example(datum: Datum, number: int) -> ExampleAnswer:
    fields = datum.fields(("text",), ("id", *EXPECTATIONS, "known"))
    lists = {key: fields.texts(key) for pair in _OPPOSITE for key in pair}
    _check(datum, fields, lists)
    return ExampleAnswer(
        text=fields.text("text"),
        id=fields.identifier("id"),
        **lists,
        score=_score(fields),
        to=fields.text("to"),
        known=fields.text("known"),
        place=datum.place,
        number=number,
    )


def _score(fields: Fields) -> Bound:
    datum = fields.get("score")
    return read_bound(datum, "score") if datum else (None, None)


def _check(datum: Datum, fields: Fields, lists: dict[str, tuple[str, ...]]) -> None:
    """Refuse an example that asks for nothing, or for a thing and its opposite."""
    if fields.get("text") and not any(lists.values()) and not (fields.get("score") or fields.get("to")):
        datum.add("E054")
    for one, other in _OPPOSITE:
        for name in lists[one]:
            if name in lists[other]:
                datum.add("E056", id=name, one=one, other=other)
