"""A series is kept event by event and comes back as it was left."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.practice.exercises.drill import drill
from tests.practice.exercises.fakes import Clock, WordJudge
from trainer.model.problem import InputError
from trainer.model.standard import Catalogue
from trainer.practice.exercises.answer import Answer, Marked, answer_of
from trainer.practice.exercises.replay import resume, summary
from trainer.practice.exercises.series import Choice, Series, start
from trainer.practice.records import Mode, RefusedError
from trainer.practice.replay import is_part
from trainer.practice.replay import summary as talk_summary
from trainer.storage.journal import Journal
from trainer.storage.memory import MemoryStore

GOOD = Answer(text="Вернём деньги за 10 дней.")
BAD = Answer(text="Возврат осуществляется скоро.")


def begin(store, form="rewrite", choice=None, mode=Mode.TRAINING, judge=None, shipped=None) -> Series:
    catalogue = shipped or Catalogue({})
    return start(
        "s",
        drill(form),
        judge or WordJudge(),
        catalogue,
        store,
        Clock(),
        mode=mode,
        choice=choice or Choice(),
    )


def again(store, judge=None, exercise=None) -> Series:
    found = exercise or drill("rewrite")
    return resume(store, "s", lambda _: found, judge or WordJudge(), Catalogue({}), Clock())


def test_a_series_goes_from_the_first_item_to_the_summary(shipped):
    series = begin(MemoryStore(), shipped=shipped)
    assert (series.number, series.item.id) == (1, "refund-term")
    assert series.answer(GOOD).score == 100
    worse = series.answer(Answer(text="Ждите, дурак."))
    assert worse.losses[-1].title == shipped.standards["rude"].title
    assert worse.losses[-1].fix == shipped.standards["rude"].fix
    done = series.finish()
    assert (done.passed, done.answered, done.items, done.score) == (1, 2, 2, round((100 + worse.score) / 2))
    assert [one.item.id for one in done.remember] == ["mixed-boxes"]
    assert ("officialese", 1, 1) in [(row.standard, row.kept, row.items) for row in done.by_standard]
    assert ("rude", 0, 1) in [(row.standard, row.kept, row.items) for row in done.by_standard]


def test_an_answer_is_stored_before_its_result_is_shown():
    class Torn(MemoryStore):
        def append(self, session_id, event):
            if event["kind"] == "done":
                raise OSError("the disk is full")
            super().append(session_id, event)

    series = begin(Torn())
    with pytest.raises(OSError, match="full"):
        series.answer(GOOD)
    assert series.number == 1


def test_a_series_comes_back_exactly_as_it_was_left_and_nothing_is_judged_again(tmp_path):
    journal = Journal(tmp_path)
    journal.prepare()
    series = begin(journal, choice=Choice(seed=3))
    series.answer(BAD)
    series.save_draft("Мы положили не ту")
    judge = WordJudge()
    back = again(Journal(tmp_path), judge)
    assert judge.reads == 0
    assert back.kept == series.kept
    assert [item.id for item in back.items] == [item.id for item in series.items]
    assert (back.item, back.draft()) == (series.item, "Мы положили не ту")
    back.answer(GOOD)
    assert back.draft() == ""
    assert back.finish().answered == 2
    assert again(Journal(tmp_path)).closed


def test_a_series_is_offered_until_it_is_finished_and_is_no_talk(tmp_path):
    journal = Journal(tmp_path)
    journal.prepare()
    series = begin(journal)
    assert journal.unfinished_series() == []  # it was only looked at
    series.answer(GOOD)
    (one,) = journal.unfinished_series()
    assert (one.id, one.exercise, one.answers, one.items, one.mode) == (
        "s",
        "drill-rewrite",
        1,
        2,
        Mode.TRAINING,
    )
    assert journal.unfinished() == []
    assert talk_summary("s", journal.events("s")) is None
    series.answer(GOOD)
    series.finish()
    assert journal.unfinished_series() == []


def test_an_answer_may_be_taken_back_but_stays_on_record():
    store = MemoryStore()
    series = begin(store)
    series.answer(BAD)
    assert series.retry().answer == BAD
    assert series.number == 1
    series.answer(GOOD)
    assert [event["kind"] for event in store.events("s")] == ["start", "done", "retry", "done"]
    assert series.summary().score == 100
    assert summary("s", store.events("s")).answers == 1


def test_what_cannot_be_done_is_refused_and_changes_nothing():
    store = MemoryStore()
    series = begin(store, mode=Mode.EXAM)
    for refused in (series.retry, series.finish, lambda: series.answer(Answer(text="  "))):
        with pytest.raises(RefusedError, match=r"[а-я]"):
            refused()
    assert len(store.events("s")) == 1
    series.answer(GOOD)
    series.answer(GOOD)
    series.finish()
    with pytest.raises(RefusedError):
        series.answer(GOOD)
    series.finish()
    assert [event["kind"] for event in store.events("s")].count("finish") == 1


def test_the_seed_gives_an_order_and_a_number_takes_so_many():
    orders = {
        tuple(item.id for item in begin(MemoryStore(), "spot", Choice(seed=seed)).items) for seed in range(8)
    }
    assert len(orders) > 1
    one = begin(MemoryStore(), "spot", Choice(seed=4, count=2)).items
    assert one == begin(MemoryStore(), "spot", Choice(seed=4, count=2)).items
    assert len(one) == 2
    assert [item.id for item in begin(MemoryStore(), "spot").items] == ["warehouse", "fine", "two-slips"]


def test_an_exercise_that_has_changed_or_a_damaged_record_is_told():
    store = MemoryStore()
    begin(store).answer(GOOD)
    changed = replace(drill("rewrite"), items=drill("rewrite").items[1:])
    with pytest.raises(InputError, match="изменилось"):
        again(store, exercise=changed)
    store.append("s", {"kind": "done", "item": "mixed-boxes", "answer": {}})
    with pytest.raises(InputError, match="повреждена"):
        again(store)
    with pytest.raises(InputError, match="не найдено"):
        resume(MemoryStore(), "s", lambda _: drill("rewrite"), WordJudge(), Catalogue({}), Clock())


def test_recovery_is_no_series():
    with pytest.raises(ValueError, match="recovery"):
        begin(MemoryStore(), "recover")


@pytest.mark.parametrize(
    "answer",
    [
        Answer(),
        GOOD,
        Answer(texts=("раз", "два")),
        Answer(marks=(Marked("curt", "ждите"), Marked("rude", "", None))),
        Answer(kind="critic", approach="block"),
        Answer(text="а", enough=False, next_question="когда?", lacking=("initiative",)),
    ],
)
def test_an_answer_comes_back_from_its_data(answer):
    assert answer_of(answer.data()) == answer


def test_the_time_of_reading_a_result_is_none_spent_on_the_next_item():
    class Watch:
        at = datetime(2026, 1, 1, tzinfo=UTC)

        def now(self) -> datetime:
            return self.at

    watch, store = Watch(), MemoryStore()
    series = start("s", drill("rewrite"), WordJudge(), Catalogue({}), store, watch)
    watch.at += timedelta(seconds=20)
    series.answer(GOOD)
    watch.at += timedelta(seconds=60)
    series.look()
    watch.at += timedelta(seconds=9)
    series.answer(GOOD)
    assert [event["seconds"] for event in store.events("s") if event["kind"] == "done"] == [20, 9]


def test_a_series_of_some_items_says_so():
    store = MemoryStore()
    begin(store, choice=Choice(count=1))
    assert is_part(store.events("s")[0])
    begin(store)
    assert not is_part(store.events("s")[-1])
