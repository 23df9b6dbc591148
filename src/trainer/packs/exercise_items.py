"""Reads the items of an exercise, one reader a form."""

from collections.abc import Callable, Mapping
from typing import TypedDict

from trainer.model.exercise import (
    Approach,
    Author,
    CommentItem,
    Form,
    Item,
    Mark,
    ReviewItem,
    RewriteItem,
    ShortenItem,
    SpotItem,
    VariantsItem,
)
from trainer.model.place import Place
from trainer.model.scenario import Fact, Turn
from trainer.model.verdict import Setting
from trainer.packs.marks import named_marks
from trainer.packs.turn_reader import read_facts, read_group
from trainer.packs.yaml_nodes import Datum, Fields

AUTHORS = {author.value: author for author in Author}
APPROACHES = {approach.value: approach for approach in Approach}


class _Written(TypedDict):
    """What every item has; see ``trainer.model.exercise.Written``."""

    id: str
    context: str
    place: Place
    places: Mapping[str, Place]


def _written(datum: Datum, fields: Fields) -> _Written:
    return {
        "id": fields.identifier("id"),
        "context": fields.text("context"),
        "place": datum.place,
        "places": fields.places(),
    }


def _review(datum: Datum) -> ReviewItem:
    fields = datum.fields(
        ("id", "client", "operator", "enough", "model_answer", "why"),
        ("company", "next_question", "asks_about", "lacking", "violated", "at", "turn"),
    )
    written = _written(datum, fields)
    name, client, company = written["id"], fields.text("client"), fields.text("company")
    turn = fields.get("turn")
    if bool(turn) == bool(fields.get("at")):
        datum.add("E058", id=name)
    return ReviewItem(
        client=client,
        operator=fields.text("operator"),
        enough=fields.flag("enough"),
        model_answer=fields.texts("model_answer"),
        why=fields.text("why"),
        company=company,
        next_question=fields.texts("next_question"),
        asks_about=tuple(filter(None, (read_group(item) for item in fields.items("asks_about")))),
        lacking=fields.texts("lacking"),
        violated=fields.texts("violated"),
        at=fields.text("at"),
        setting=_setting(turn, name, client, company) if turn else None,
        **written,
    )


def _setting(datum: Datum, name: str, client: str, company: str) -> Setting:
    fields = datum.fields(("expected",), ("known", "facts", "names", "card"))
    turn = Turn(
        id=name,
        client=client,
        expected=fields.texts("expected"),
        facts=read_facts(fields.items("facts")),
        known=fields.texts("known"),
        place=datum.place,
        places=fields.places(),
    )
    return Setting(
        scenario=name, turn=turn, company=company, names=fields.texts("names"), card=fields.texts("card")
    )


def _comment(datum: Datum) -> CommentItem:
    fields = datum.fields(("id", "text", "kind", "approach", "why"), ("context",))
    return CommentItem(
        text=fields.text("text"),
        kind=fields.choice("kind", AUTHORS, Author.CRITIC),
        approach=fields.choice("approach", APPROACHES, Approach.ANSWER),
        why=fields.text("why"),
        **_written(datum, fields),
    )


def _rewrite(datum: Datum) -> RewriteItem:
    fields = datum.fields(("id", "standard", "line", "good"), ("context", "keep"))
    return RewriteItem(
        standard=fields.text("standard"),
        line=fields.text("line"),
        good=fields.texts("good"),
        keep=_keep(fields),
        **_written(datum, fields),
    )


def _spot(datum: Datum) -> SpotItem:
    fields = datum.fields(("id", "text", "why"), ("context",))
    text, marks = _marked(fields)
    return SpotItem(
        text=text,
        marks=marks,
        why=fields.text("why"),
        **_written(datum, fields),
    )


def _marked(fields: Fields) -> tuple[str, tuple[Mark, ...]]:
    written = fields.text("text")
    try:
        text, found = named_marks(written)
    except ValueError:
        (fields.get("text") or fields.whole).add("E048")
        return written, ()
    return text, tuple(Mark(name, span) for name, span in found)


def _variants(datum: Datum) -> VariantsItem:
    fields = datum.fields(("id", "task", "good"), ("context", "must", "keep"))
    return VariantsItem(
        task=fields.text("task"),
        good=fields.texts("good"),
        must=fields.texts("must"),
        keep=_keep(fields),
        **_written(datum, fields),
    )


def _shorten(datum: Datum) -> ShortenItem:
    fields = datum.fields(("id", "text", "keep", "good"), ("context",))
    return ShortenItem(
        text=fields.text("text"),
        good=fields.texts("good"),
        keep=_keep(fields),
        **_written(datum, fields),
    )


def _keep(fields: Fields) -> tuple[Fact, ...]:
    """Read what has to survive: facts, all of them required."""
    return read_facts(fields.items("keep"), _kept)


def _kept(datum: Datum) -> Fact:
    fields = datum.fields(("id", "text", "say"), ("contradicts",))
    return Fact(
        id=fields.identifier("id"),
        text=fields.text("text"),
        required=True,
        parts=tuple(filter(None, (read_group(item) for item in fields.items("say")))),
        contradictions=fields.texts("contradicts"),
        place=datum.place,
    )


ITEMS: Mapping[Form, Callable[[Datum], Item]] = {
    Form.REVIEW: _review,
    Form.COMMENTS: _comment,
    Form.REWRITE: _rewrite,
    Form.SPOT: _spot,
    Form.VARIANTS: _variants,
    Form.SHORTEN: _shorten,
}
