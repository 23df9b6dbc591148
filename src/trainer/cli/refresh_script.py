"""Works through today's refreshers by prepared answers and tells how it went."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from trainer.cli import output
from trainer.cli.answers_input import Record, looks_like_records, read_text, records
from trainer.cli.complain import wrong
from trainer.cli.exercise_answers import answer_in, chosen
from trainer.cli.exercise_script import said
from trainer.cli.exit_codes import ExitCode
from trainer.cli.refresh import nothing
from trainer.cli.refresh_record import day_record
from trainer.cli.refresh_texts_ru import RAN_OUT, YOU
from trainer.cli.tools import Tools
from trainer.model.exercise import Item, NextItem, SpotItem, VariantsItem, WhichItem
from trainer.model.place import Place
from trainer.model.standard import Catalogue
from trainer.packs.problems import hint
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.blank import lacks
from trainer.practice.tell import Names
from trainer.refresh.plain import tell_card, tell_end, tell_result
from trainer.refresh.run import Run
from trainer.refresh.today import Today


@dataclass(frozen=True, slots=True)
class _Given:
    """A prepared answer: a line or a record; ``easy`` says that the item was too easy."""

    place: Place
    line: str = ""
    record: Record | None = None

    @property
    def easy(self) -> bool:
        return bool(self.record and self.record.fields.get("easy") is True)


@dataclass
class _Prepared:
    """Hands out the answers: those with an id to their item, the others in their order."""

    free: deque[_Given] = field(default_factory=deque)
    by_item: dict[str, _Given] = field(default_factory=dict)

    def next(self, item: Item) -> _Given | None:
        if found := self.by_item.pop(item.id, None):
            return found
        return self.free.popleft() if self.free else None


def run(name: str, tools: Tools, *, json: bool, more: bool) -> int:
    """Answer the cards of today, from the next one on; the exit code tells whether some had no answer."""
    refresher, catalogue = tools.refresher(), tools.catalogue()
    today = refresher.today(more=more)
    # What cannot be an answer is refused before any is kept.
    answers = _matched(_read(name, today), today, catalogue)
    found = refresher.begin(more=more)
    if found is None:
        if json:
            output.record(day_record(refresher.today(), Names(catalogue)))
            return ExitCode.DONE
        return nothing(finished=today.finished)
    told = [line for one in answers for line in _answered(found, *one)]
    return _end(found, told, json=json)


def _answered(run: Run, answer: Answer, easy: bool) -> Sequence[str]:
    item = run.item
    assert item
    told = [*tell_card(run, item, run.series.number), YOU.format(text=said(answer))]
    told += tell_result(run, run.answer(answer))
    if easy and run.series.kept[-1].assessment.passed:
        told.append(run.too_easy())
    return [*told, ""]


def _end(run: Run, told: Sequence[str], *, json: bool) -> int:
    missing = [item.id for item in run.series.items[len(run.series.kept) :]]
    summary = run.series.summary() if missing else run.finish()
    if json:
        output.record(_record(run, missing))
    else:
        output.say("\n".join([*told, *([] if missing else tell_end(run, summary))]))
    if missing:
        output.tell(RAN_OUT.format(count=len(missing), items=len(run.series.items)))
    return ExitCode.FOUND if missing else ExitCode.DONE


def _record(run: Run, missing: Sequence[str]) -> Mapping[str, Any]:
    summary = run.series.summary().record()
    sets = {one.item.id: one for one in run.today.set}
    results = []
    for one in summary.pop("results"):
        found = sets[one["id"]]
        card = {"standard": found.card.standard, "situation": found.card.situation.value}
        results.append({**one, "form": found.form.value, "reason": found.reason.value, **card})
    lesson = run.lesson()
    return {
        "day": run.today.day.isoformat(),
        "session": run.series.id,
        **summary,
        "results": results,
        "lesson": {**asdict(lesson), "card": lesson.card.id} if lesson else None,
        "missing": list(missing),
    }


def _read(name: str, today: Today) -> _Prepared:
    text, place = read_text(name)
    found = _Prepared()
    if not looks_like_records(name, text):
        lines = enumerate(text.split("\n"), 1)
        found.free.extend(
            _Given(Place(place.path, at, 1), line.strip()) for at, line in lines if line.strip()
        )
        if not found.free:
            raise wrong(place, "C014")
        return found
    known = {one.item.id for one in today.left}
    for record in records(text, place):
        given = _Given(record.place, record=record)
        if "id" not in record.fields:
            found.free.append(given)
            continue
        item_id = record.text("id")
        if item_id not in known:
            raise wrong(record.place, "C120", id=item_id, hint=hint(item_id, known))
        if item_id in found.by_item:
            raise wrong(record.place, "C122", id=item_id)
        found.by_item[item_id] = given
    return found


def _matched(prepared: _Prepared, today: Today, catalogue: Catalogue) -> list[tuple[Answer, bool]]:
    """Return the answers to the next items, up to the first that has none."""
    found: list[tuple[Answer, bool]] = []
    for one in today.left:
        given = prepared.next(one.item)
        if given is None:
            break
        found.append((_answer(given, one.item, catalogue), given.easy))
    if prepared.free and len(found) == len(today.left):
        raise wrong(prepared.free[0].place, "C127", items=len(today.left))
    return found


def _answer(given: _Given, item: Item, catalogue: Catalogue) -> Answer:
    if given.record:
        return answer_in(given.record, item, catalogue)
    if isinstance(item, WhichItem | NextItem):
        return Answer(choice=chosen(given.line, item, given.place))
    if isinstance(item, SpotItem | VariantsItem):
        wanted = "marks" if isinstance(item, SpotItem) else "texts"
        raise wrong(given.place, "C126", id=item.id, field=wanted)
    answer = Answer(text=given.line)
    if why := lacks(item, answer):
        raise wrong(given.place, "C121", id=item.id, why=why)
    return answer
