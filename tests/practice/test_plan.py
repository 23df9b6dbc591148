from dataclasses import replace

from fakes import pack

from trainer.model.plan import PlanDay, PlanItem
from trainer.practice.plan import days
from trainer.practice.records import Mode
from trainer.practice.replay import Finished, finished

WEEK = replace(
    pack(),
    plan=(
        PlanDay("one", "Первый", (PlanItem("talk"), PlanItem("drill"))),
        PlanDay("two", "Второй", (PlanItem("talk"), PlanItem("drill")), exam=True),
    ),
)


def done(*what: Finished) -> list[tuple[bool | None, ...]]:
    return [day.done for day in days(WEEK, what)]


def test_only_an_exam_counts_on_a_day_of_exam() -> None:
    assert done() == [(False, False), (False, False)]
    assert done(Finished("talk", Mode.TRAINING)) == [(True, False), (False, False)]
    assert done(Finished("talk", Mode.EXAM)) == [(True, False), (True, False)]
    assert done(Finished("other", Mode.EXAM)) == [(False, False), (False, False)]


def test_what_has_no_modes_counts_everywhere() -> None:
    assert done(Finished("drill")) == [(False, True), (False, True)]


def test_a_day_is_whole_when_all_of_it_is_done() -> None:
    one, two = days(WEEK, (Finished("talk", Mode.TRAINING), Finished("drill")))
    assert (one.whole, two.whole) == (True, False)
    assert (one.mode, two.mode) == (Mode.TRAINING, Mode.EXAM)


def test_what_was_finished_is_read_from_its_first_event() -> None:
    assert finished({"kind": "start", "scenario": "talk", "mode": "exam"}) == Finished("talk", Mode.EXAM)
    assert finished({"kind": "start", "exercise": "drill"}) == Finished("drill")
    assert finished({"kind": "start", "scenario": "talk", "mode": "game"}) is None
    assert finished({}) is None


def test_a_rest_is_neither_done_nor_waited_for() -> None:
    one, two = days(WEEK, (Finished("talk", Mode.EXAM),), rests={"drill"})
    assert one.done == two.done == (True, None)
    assert (one.whole, two.whole) == (True, True)


def test_some_items_of_an_exercise_are_not_the_exercise() -> None:
    part = {"kind": "start", "exercise": "drill", "items": ["one"], "of": 3}
    assert finished(part) is None
    assert finished({**part, "of": 1}) == Finished("drill")
    assert finished({"kind": "start", "exercise": "drill", "items": ["one"]}) == Finished("drill"), (
        "an old event"
    )
