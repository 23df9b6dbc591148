"""Reads one exercise file into the model and checks the standards and qualities that it names."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from trainer.model.exercise import AUTHORED, Exercise, Form, Item, Step, StepKind
from trainer.model.place import Place
from trainer.model.standard import Kind
from trainer.packs.exercise_items import ITEMS
from trainer.packs.exercise_references import check_names
from trainer.packs.problems import Problems
from trainer.packs.yaml_nodes import Datum, Fields, load

_KEYS = ("id", "form", "title", "about")
_MORE = ("minutes", "trains", "sources", "items", "steps")
FORMS: Mapping[str, Form | None] = {form.value: form for form in AUTHORED}
STEPS = {kind.value: kind for kind in StepKind}
# Longer than this is a day of work, not an exercise.
_MOST_MINUTES = 240
_MOST_SECONDS = 600
_MOST_ROUNDS = 20
_LONGEST_BREATH = 20
# What a step of a kind cannot do without.
_NEEDED: Mapping[StepKind, tuple[str, ...]] = {
    StepKind.PAUSE: ("seconds",),
    StepKind.BREATHE: ("rounds", "in", "out"),
    StepKind.QUESTION: (),
    StepKind.WORD: (),
}
_TIMES = ("seconds", "rounds", "in", "hold", "out")


def read_exercise(path: Path, problems: Problems, kinds: Mapping[str, Kind]) -> Exercise | None:
    """Read an exercise and check what it names; None when its file is no YAML or its form is unknown."""
    datum = load(path, problems)
    exercise = exercise_of(datum, path) if datum else None
    if exercise:
        check_names(exercise, kinds, problems)
    return exercise


def exercise_of(datum: Datum, path: Path, form: Form | None = None) -> Exercise | None:
    """Read the exercise of the file ``path`` from its data; ``form`` goes before what the data say."""
    fields = datum.fields(_KEYS, _MORE)
    form = fields.choice("form", FORMS, None) if form is None else _asked(fields, form)
    if form is None:
        return None
    _check_stem(fields, path)
    return Exercise(
        id=fields.identifier("id"),
        form=form,
        title=fields.text("title"),
        about=fields.text("about"),
        minutes=fields.integer("minutes", 0, 1, _MOST_MINUTES),
        trains=fields.texts("trains"),
        sources=fields.texts("sources"),
        items=() if form is Form.RECOVER else tuple(_items(fields, form)),
        steps=tuple(_steps(fields)) if form is Form.RECOVER else (),
        place=datum.place,
        places=fields.places(),
    )


def _asked(fields: Fields, form: Form) -> Form:
    fields.choice("form", FORMS, None)
    return form


def _check_stem(fields: Fields, path: Path) -> None:
    datum = fields.get("id")
    if datum and datum.text(empty=True) not in ("", path.stem):
        datum.add("E033", id=datum.text(), stem=path.stem)


def _items(fields: Fields, form: Form) -> Iterator[Item]:
    _other(fields, "steps", "items", form)
    found: dict[str, Place] = {}
    for datum in fields.items("items"):
        item = ITEMS[form](datum)
        if item.id in found:
            datum.add("E034", id=item.id, line=found[item.id].line)
        elif item.id:
            found[item.id] = item.place
            yield item


def _steps(fields: Fields) -> Iterator[Step]:
    _other(fields, "items", "steps", Form.RECOVER)
    for datum in fields.items("steps"):
        yield _step(datum)


def _other(fields: Fields, wrong: str, right: str, form: Form) -> None:
    """Tell of items where steps are wanted, and of a file that has neither."""
    if datum := fields.get(wrong):
        datum.add("E049", form=form.value, key=right)
    elif not fields.get(right):
        fields.whole.add("E022", key=right)
    elif not fields.items(right):
        (fields.get(right) or fields.whole).add("E024", key=right)


def _step(datum: Datum) -> Step:
    fields = datum.fields(("kind", "text"), _TIMES)
    kind = fields.choice("kind", STEPS, StepKind.WORD)
    for key in _NEEDED[kind]:
        if not fields.get(key):
            datum.add("E022", key=key)
    for key in fields.found.keys() & set(_TIMES) - set(_NEEDED[kind]):
        if (kind, key) != (StepKind.BREATHE, "hold"):
            fields.found[key].add("E059", key=key, kind=kind.value)
    return Step(
        kind=kind,
        text=fields.text("text"),
        seconds=fields.integer("seconds", 0, 1, _MOST_SECONDS),
        rounds=fields.integer("rounds", 0, 1, _MOST_ROUNDS),
        inhale=fields.integer("in", 0, 1, _LONGEST_BREATH),
        hold=fields.integer("hold", 0, 0, _LONGEST_BREATH),
        exhale=fields.integer("out", 0, 1, _LONGEST_BREATH),
        place=datum.place,
    )
