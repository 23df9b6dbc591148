"""A talk in another version of its scenario: what goes along, what is left behind, what is begun anew."""

from dataclasses import replace

from fakes import BYE, FULL, LACKS_PRICE, FakeJudge, StillClock, scenario

from trainer.model.scenario import Fact, Mood, Scenario
from trainer.practice.records import Mode, Stage
from trainer.practice.rehearsal import begin_session_at, in_version
from trainer.practice.session import Session, start
from trainer.storage.memory import MemoryStore


def session(found: Scenario | None = None) -> Session:
    return start("s", found or scenario(), Mode.TRAINING, FakeJudge(), MemoryStore(), StillClock())


def version(**turns: object) -> Scenario:
    """Return the scenario with some turns changed; None takes one away."""
    whole = scenario()
    kept = {name: turns.get(name, turn) for name, turn in whole.turns.items()}
    return replace(whole, turns={name: turn for name, turn in kept.items() if turn})


def moved(old: Session, new: Scenario) -> Session:
    found = in_version(old, new)
    assert found
    assert found.scenario is new
    return found


def test_a_talk_that_has_just_begun_takes_the_mood_and_patience_of_the_new_version() -> None:
    whole = scenario()
    new = replace(whole, patience=7, client=replace(whole.client, mood=Mood.FURIOUS))
    old = session()
    old.look_up("order")
    found = moved(old, new)
    assert (found.mood, found.talk.state.patience, found.talk.state.looked) == (Mood.FURIOUS, 7, {"order"})


def test_answers_mood_and_draft_go_along() -> None:
    old = session()
    old.answer(FULL)
    old.save_draft("Курьер")
    call = replace(scenario().turns["call"], client="Так позвонит?")
    found = moved(old, version(call=call))
    assert [attempt.text for attempt in found.kept] == [FULL]
    assert (found.mood, found.draft()) == (old.mood, "Курьер")
    found.answer(BYE)
    assert found.stage is Stage.NOTE
    assert found.debrief().ending


def test_the_line_of_the_way_is_taken_from_the_new_version() -> None:
    old = session()
    old.answer(FULL)
    assert old.line() == "Хорошо. А курьер позвонит?"
    where = scenario().turns["where"]
    ways = tuple(replace(way, client="А позвонит?" if way.client else "") for way in where.ways)
    assert moved(old, version(where=replace(where, ways=ways))).line() == "А позвонит?"
    silent = tuple(replace(way, client="") for way in where.ways)
    assert moved(old, version(where=replace(where, ways=silent))).line() == "А курьер позвонит?"


def test_a_question_about_a_fact_that_is_gone_is_not_asked() -> None:
    old = session()
    old.answer(LACKS_PRICE)
    assert old.line() == "А сколько это стоит?"
    where = scenario().turns["where"]
    assert moved(old, version()).line() == "А сколько это стоит?"
    less = replace(where, facts=tuple(fact for fact in where.facts if fact.id != "price"))
    found = moved(old, version(where=less))
    assert found.line() == "Где моя посылка?"
    other = replace(where, facts=(Fact("other", "другое", True),))
    assert moved(old, version(where=other)).retry().text == LACKS_PRICE


def test_a_turn_that_is_gone_and_a_talk_that_is_over_cannot_go_on() -> None:
    old = session()
    old.answer(FULL)
    assert in_version(old, version(call=None)) is None
    old.answer(BYE)
    assert old.stage is Stage.NOTE
    assert in_version(old, scenario()) is None


def test_answers_to_turns_that_are_gone_are_left_behind() -> None:
    old = session()
    old.answer(FULL)
    found = moved(old, replace(version(where=None), start="call"))
    assert found.kept == ()
    assert found.line() == "А курьер позвонит?"


def test_a_card_piece_that_is_gone_is_not_open() -> None:
    old = session()
    old.look_up("order")
    old.answer(FULL)
    whole = scenario()
    found = moved(old, replace(whole, card=whole.card[1:]))
    assert found.opened() == ()
    found.retry()
    assert found.line() == "Где моя посылка?"


def test_a_session_begins_at_the_turn_that_is_named() -> None:
    assert begin_session_at(session(), "call").line() == "А курьер позвонит?"
    assert begin_session_at(session(), "нет такого").line() == "Где моя посылка?"
