"""Reads prepared answers to the items of an exercise: JSON Lines with ``id`` and the fields of the form."""

from collections.abc import Collection, Mapping

from trainer.cli.answers_input import Record, read_text, records
from trainer.cli.complain import wrong
from trainer.model.exercise import (
    Approach,
    Author,
    CommentItem,
    Exercise,
    Item,
    NextItem,
    ReviewItem,
    SpotItem,
    WhichItem,
)
from trainer.model.place import Place
from trainer.model.span import Span
from trainer.model.standard import Catalogue, Kind
from trainer.packs.problems import hint
from trainer.practice.exercises.answer import Answer, Marked
from trainer.practice.exercises.ask import pick
from trainer.practice.exercises.blank import lacks


def read_exercise_answers(name: str, exercise: Exercise, catalogue: Catalogue) -> Mapping[str, Answer]:
    """Return the answers by the id of their item; raises InputError for what cannot be an answer."""
    text, place = read_text(name)
    items = {item.id: item for item in exercise.items}
    answers: dict[str, Answer] = {}
    for record in records(text, place):
        item_id = record.text("id")
        if item_id not in items:
            raise wrong(record.place, "C120", id=item_id, hint=hint(item_id, items))
        if item_id in answers:
            raise wrong(record.place, "C122", id=item_id)
        answers[item_id] = answer_in(record, items[item_id], catalogue)
    return answers


def answer_in(record: Record, item: Item, catalogue: Catalogue) -> Answer:
    """Return the answer that a record holds for an item; raises InputError for what cannot be one."""
    answer = Answer(
        text=record.text("text", default=""),
        texts=record.texts("texts"),
        marks=_marks(record, item, catalogue) if isinstance(item, SpotItem) else (),
        kind=_one_of(
            record, "kind", [author.value for author in Author], needed=isinstance(item, CommentItem)
        ),
        approach=_one_of(
            record, "approach", [one.value for one in Approach], needed=isinstance(item, CommentItem)
        ),
        enough=_enough(record, needed=isinstance(item, ReviewItem)),
        next_question=record.text("next_question", default=""),
        lacking=_known(record, "lacking", catalogue.qualities),
        choice=_choice(record, item),
    )
    if why := lacks(item, answer):
        raise wrong(record.place, "C121", id=item.id, why=why)
    return answer


def _one_of(record: Record, key: str, options: Collection[str], *, needed: bool) -> str:
    value = record.text(key) if needed else record.text(key, default="")
    if value and value not in options:
        raise _unfit(record, key, value, options)
    return value


def _choice(record: Record, item: Item) -> str:
    """Return the option that a record names by its id, number or title."""
    if not isinstance(item, WhichItem | NextItem):
        return ""
    said = record.fields.get("choice")
    if type(said) is int:
        return chosen(str(said), item, record.place)
    return chosen(record.text("choice"), item, record.place)


def chosen(said: str, item: WhichItem | NextItem, place: Place) -> str:
    """Return the id of the option that somebody names; raises InputError for none."""
    options = [(one.id, one.title) for one in item.options]
    if found := pick(said, options):
        return found
    raise wrong(place, "C125", value=said, options=", ".join(one.id for one in item.options))


def _known(record: Record, key: str, options: Collection[str]) -> tuple[str, ...]:
    values = record.texts(key)
    for value in values:
        if value not in options:
            raise _unfit(record, key, value, options)
    return values


def _enough(record: Record, *, needed: bool) -> bool | None:
    value = record.fields.get("enough")
    if value is None and "enough" not in record.fields:
        if needed:
            raise wrong(record.place, "C012", key="enough")
        return None
    if not isinstance(value, bool):
        raise record.wrong_type("enough", bool)
    return value


def _marks(record: Record, item: SpotItem, catalogue: Catalogue) -> tuple[Marked, ...]:
    if "marks" not in record.fields:
        raise wrong(record.place, "C012", key="marks")
    marks = record.fields["marks"]
    if not isinstance(marks, list):
        raise record.wrong_type("marks", list)
    prohibitions = [standard.id for standard in catalogue.of_kind(Kind.PROHIBITION)]
    if not all(isinstance(mark, dict) for mark in marks):
        raise wrong(record.place, "C123")
    return tuple(_mark(Record(record.place, mark), item, prohibitions) for mark in marks)


def _mark(record: Record, item: SpotItem, prohibitions: Collection[str]) -> Marked:
    standard = record.text("standard")
    if standard not in prohibitions:
        raise _unfit(record, "standard", standard, prohibitions)
    if "words" in record.fields:
        return Marked(standard, record.text("words"))
    start, end = record.fields.get("start"), record.fields.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(item.text):
        raise wrong(record.place, "C123")
    return Marked(standard, item.text[start:end], Span(start, end))


def _unfit(record: Record, key: str, value: str, options: Collection[str]) -> Exception:
    return wrong(
        record.place, "C124", key=key, value=value, options=", ".join(options), hint=hint(value, options)
    )
