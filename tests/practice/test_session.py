from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from fakes import BYE, FULL, LACKS_PRICE, NOTE, PRICE, RUDE, FakeJudge, StillClock, scenario

from trainer.model.problem import InputError
from trainer.model.scenario import Mood, Outcome, Scenario, Way
from trainer.practice.records import Mode, RefusedError, Stage
from trainer.practice.replay import resume
from trainer.practice.session import Session, start
from trainer.storage.memory import MemoryStore


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


def begin(store: MemoryStore, mode: Mode = Mode.TRAINING) -> Session:
    return start("s1", scenario(), mode, FakeJudge(), store, StillClock())


def again(store: MemoryStore) -> Session:
    return resume(store, "s1", lambda _id: scenario(), FakeJudge(), StillClock())


def test_a_whole_talk_to_the_good_ending(store: MemoryStore) -> None:
    session = begin(store)
    assert session.line() == "Где моя посылка?"
    session.look_up("order")
    result = session.answer(FULL)
    assert result.verdict.score == 100
    assert result.says == "Хорошо. А курьер позвонит?"
    assert result.mood > Mood.UPSET
    assert session.answer(BYE).step.ended
    assert session.note(NOTE).kept
    found = session.finish()
    assert found.ending is not None
    assert (found.score, found.ending.outcome) == (100, Outcome.GOOD)
    assert [mark.kept for mark in found.process] == [True, True]
    assert session.stage is Stage.DONE


def test_the_client_asks_for_what_was_left_open(store: MemoryStore) -> None:
    session = begin(store)
    assert session.answer(LACKS_PRICE).says == "А сколько это стоит?"
    assert session.answer(PRICE).step.to == "call"


def test_the_answer_is_stored_before_its_verdict_is_out() -> None:
    class Failing(MemoryStore):
        def append(self, session_id: str, event: object) -> None:
            raise OSError("disk is gone")

    with pytest.raises(OSError, match="disk"):
        begin(Failing())


def test_an_answer_survives_a_judge_that_dies(store: MemoryStore) -> None:
    class Broken:
        def score(self, text: str, setting: object) -> None:
            raise RuntimeError("no model")

    session = start("s1", scenario(), Mode.TRAINING, Broken(), store, StillClock())  # type: ignore[arg-type]
    with pytest.raises(RuntimeError):
        session.answer(FULL)
    assert again(store).draft() == FULL
    assert session.line() == "Где моя посылка?"


@pytest.mark.parametrize("blank", ["", "   ", "\n\t \r\n", "\u00a0\u2003"])
def test_white_space_is_refused_and_nothing_is_lost(store: MemoryStore, blank: str) -> None:
    session = begin(store)
    session.save_draft("недописано")
    with pytest.raises(RefusedError, match="пробелы"):
        session.answer(blank)
    assert session.kept == ()
    assert session.draft() == "недописано"


def test_a_hundred_thousand_characters_are_accepted(store: MemoryStore) -> None:
    long = ("Здравствуйте, понимаю, завтра 250. " * 3000)[:100_000]
    assert begin(store).answer(long).verdict.text == long
    assert again(store).kept[0].text == long


def test_retry_restores_the_state_and_keeps_the_attempt(store: MemoryStore) -> None:
    session = begin(store)
    before = session.talk.state
    session.answer(RUDE)
    assert session.stage is Stage.NOTE
    session.retry()
    assert session.talk.state == before
    assert session.draft() == RUDE
    session.answer(FULL)
    assert [attempt.text for attempt in session.talk.attempts] == [RUDE, FULL]
    assert session.debrief().score == 100
    assert session.debrief().taken_back == 1


def test_what_was_looked_up_stays_open_after_retry(store: MemoryStore) -> None:
    session = begin(store)
    session.answer(FULL)
    session.look_up("price")
    session.retry()
    assert [piece.id for piece in session.opened()] == ["price"]


def test_retry_is_refused_without_answers_and_in_an_exam(store: MemoryStore) -> None:
    with pytest.raises(RefusedError, match="нечего"):
        begin(store).retry()
    exam = begin(MemoryStore(), Mode.EXAM)
    exam.answer(FULL)
    for forbidden in (exam.retry, exam.hints, exam.model_answers):
        with pytest.raises(RefusedError, match="экзамене"):
            forbidden()


def test_check_first_is_missed_when_the_card_was_not_open_before_the_answer(store: MemoryStore) -> None:
    session = begin(store)
    score = session.answer(FULL).verdict.score
    session.look_up("order")
    mark = session.debrief().process[0]
    assert (mark.standard, mark.kept) == ("check-first", False)
    assert "Заказ" in mark.lacks[0]
    assert score == session.debrief().score == 100


def test_the_note_tells_what_it_lacks(store: MemoryStore) -> None:
    session = begin(store)
    with pytest.raises(RefusedError, match="после разговора"):
        session.note(NOTE)
    session.answer(RUDE)
    with pytest.raises(RefusedError, match="пробелы"):
        session.note("  ")
    assert [fact.id for fact in session.note("Ждёт посылку").lacks] == ["deadline"]
    assert session.debrief().process[-1].lacks == ("в записи не хватает: срок",)
    assert session.note(NOTE).kept


def test_a_talk_without_note_misses_log_contact(store: MemoryStore) -> None:
    session = begin(store)
    session.answer(RUDE)
    assert session.finish().process[-1].lacks == ("запись после разговора не сделана",)
    with pytest.raises(RefusedError):
        session.note(NOTE)


def test_debrief_names_what_cost_most(store: MemoryStore) -> None:
    session = begin(store)
    session.answer("Ждите.")
    session.answer("Ждите. Здравствуйте")
    found = session.debrief()
    assert found.train_next[0] == ("answer-fully", 40)
    assert found.score == round((40 + 80) / 2)
    assert found.qualities["competence"] == 0
    assert len(found.moods) == 3


def test_resume_is_exact_at_every_moment(store: MemoryStore) -> None:
    session = begin(store)
    moves = [
        lambda: session.look_up("order"),
        lambda: session.answer(LACKS_PRICE),
        lambda: session.save_draft("Сто[b]ит 2"),
        lambda: session.answer(PRICE),
        lambda: session.retry(),
        lambda: session.answer("\x1b[31m250 [/]\r\n"),
        lambda: session.answer(BYE),
        lambda: session.save_draft("Ждё"),
        lambda: session.note(NOTE),
        lambda: session.finish(),
    ]
    for move in moves:
        move()
        other = again(store)
        assert other.talk.state == session.talk.state
        assert other.talk.attempts == session.talk.attempts
        assert (other.stage, other.draft(), other.line()) == (session.stage, session.draft(), session.line())
        assert other.debrief().record() == session.debrief().record()


def test_an_old_draft_is_not_offered_for_the_next_line(store: MemoryStore) -> None:
    session = begin(store)
    session.save_draft("Привезём завтра")
    session.answer(FULL)
    assert session.draft() == ""


def test_a_session_that_is_not_there_or_does_not_fit_is_refused(store: MemoryStore) -> None:
    with pytest.raises(InputError, match="не найден"):
        again(store)
    session = begin(store)
    session.answer(FULL)
    store._events["s1"][1] = {**store._events["s1"][1], "turn": "gone"}
    with pytest.raises(InputError, match="сценарий с тех пор изменился"):
        again(store)


def test_an_unknown_piece_is_refused_with_the_known_ones(store: MemoryStore) -> None:
    with pytest.raises(InputError, match="order"):
        begin(store).look_up("ordre")


def various() -> Scenario:
    found = scenario()
    where = replace(found.turns["where"], other_lines=("Когда привезут?",))
    ways = (Way("call", client="Ага. Позвонит?", other_lines=("Поняла. Позвонит?",)),)
    return replace(found, turns={**found.turns, "where": replace(where, ways=ways)})


def test_a_session_shows_the_wordings_of_its_seed_and_the_same_ones_when_it_goes_on(
    store: MemoryStore,
) -> None:
    found, judge = various(), FakeJudge()
    session = start("s1", found, Mode.TRAINING, judge, store, StillClock(), seed=1)
    assert session.line() == "Когда привезут?"
    session.answer(FULL)
    assert judge.settings[-1].turn is not None
    assert judge.settings[-1].turn.client == "Когда привезут?"
    assert session.line() == "Поняла. Позвонит?"
    other = resume(store, "s1", lambda _id: found, FakeJudge(), StillClock())
    assert [attempt.line for attempt in other.kept] == ["Когда привезут?"]
    assert other.line() == "Поняла. Позвонит?"
    other.retry()
    assert other.line() == "Когда привезут?"


def test_a_session_from_before_lines_had_wordings_shows_the_first_ones(store: MemoryStore) -> None:
    start("s1", various(), Mode.TRAINING, FakeJudge(), store, StillClock(), seed=1)
    event = dict(store._events["s1"][0])
    del event["seed"]
    store._events["s1"][0] = event
    old = resume(store, "s1", lambda _id: various(), FakeJudge(), StillClock())
    assert old.line() == "Где моя посылка?"


def test_a_seed_that_is_no_number_is_a_damaged_session(store: MemoryStore) -> None:
    begin(store)
    store._events["s1"][0] = {**store._events["s1"][0], "seed": "много"}
    with pytest.raises(InputError, match="повреждена"):
        again(store)


def test_all_model_answers_are_handed_out(store: MemoryStore) -> None:
    assert begin(store).model_answers() == (FULL,)


def test_an_answer_says_how_it_came_about() -> None:
    class Watch:
        at = datetime(2025, 3, 1, 12, tzinfo=UTC)

        def now(self) -> datetime:
            return self.at

    watch, store = Watch(), MemoryStore()
    session = start("s", scenario(), Mode.TRAINING, FakeJudge(), store, watch)
    session.look_up("order")
    session.helped("hint")
    session.helped("model")
    watch.at += timedelta(seconds=41)
    session.answer(LACKS_PRICE)
    watch.at += timedelta(seconds=90)  # reads the verdict
    session.look()
    watch.at += timedelta(seconds=7)
    session.answer(PRICE)
    told = [(e["seconds"], e["hints"], e["looked"]) for e in store.events("s") if e["kind"] == "answer"]
    assert told == [(41, 2, ["order"]), (7, 0, ["order"])]
    assert store.events("s")[0]["format"] == 2


def test_help_in_an_exam_is_refused_and_leaves_no_trace() -> None:
    store = MemoryStore()
    session = start("s", scenario(), Mode.EXAM, FakeJudge(), store, StillClock())
    with pytest.raises(RefusedError):
        session.helped("hint")
    assert [event["kind"] for event in store.events("s")] == ["start"]
