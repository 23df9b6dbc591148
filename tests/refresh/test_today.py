from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.refresh import REFRESH
from trainer.refresh.cards import Card
from trainer.refresh.history import Answered
from trainer.refresh.library import Library
from trainer.refresh.plan import BUDGET, Reason
from trainer.refresh.state import state
from trainer.refresh.today import AHEAD, Begun, today

DAY = date(2026, 11, 20)
TALKS = ("stolen-parcel", "courier-pickup", "quarantine-headphones", "wrong-item", "paid-perfume")
NAMES = ("empathy", "greet", "apologize", "commit", "answer-fully", "rude", "template", "use-name")

answered = st.builds(
    Answered,
    session=st.integers(0, 40).map(str),
    scenario=st.sampled_from(TALKS),
    turn=st.integers(0, 5).map(str),
    day=st.integers(1, 90).map(lambda ago: DAY - timedelta(days=ago)),
    score=st.integers(0, 100),
    lost=st.lists(st.sampled_from(NAMES), max_size=4, unique=True).map(tuple),
    shown=st.lists(st.sampled_from(NAMES), max_size=4, unique=True).map(tuple),
)
histories = st.lists(answered, min_size=1, max_size=60).map(
    lambda found: sorted(found, key=lambda one: one.day)
)


def missed(*names: str, ago: int = 3, session: str = "s", talk: str = "stolen-parcel") -> Answered:
    return Answered(session, talk, "accusation", DAY - timedelta(days=ago), 40, lost=names)


@settings(max_examples=25, deadline=None)
@given(histories)
def test_a_set_takes_about_ten_minutes_and_has_exactly_one_new_thing(
    library: Library, history: list[Answered]
) -> None:
    day = today(library, history, DAY, "local")
    assert day.seconds == sum(one.seconds for one in day.set) <= BUDGET
    if day.memories:
        reasons = Counter(one.reason for one in day.set)
        assert reasons[Reason.NEW] == 1
        assert reasons[Reason.FIRST] == 0
        new = next(one for one in day.set if one.reason is Reason.NEW)
        assert new.card not in day.memories
    assert len({one.card for one in day.set}) == len(day.set)
    assert day.waiting <= day.due
    assert len(day.forecast) == AHEAD


@settings(max_examples=15, deadline=None)
@given(histories)
def test_what_is_remembered_and_what_is_due_speak_of_the_same_cards(
    library: Library, history: list[Answered]
) -> None:
    day = today(library, history, DAY, "local")
    assert set(day.memories) <= set(library.cards)
    assert state(day.memories, DAY).due == day.due


@settings(max_examples=15, deadline=None)
@given(histories)
def test_the_same_history_gives_the_same_day(library: Library, history: list[Answered]) -> None:
    assert today(library, history, DAY, "local") == today(library, list(history), DAY, "local")


def test_somebody_else_and_another_day_get_other_texts(library: Library) -> None:
    history = [missed("empathy", "apologize", "commit", "take-ownership", "use-name")]
    mine = [one.item.id for one in today(library, history, DAY, "local").set]
    assert mine != [one.item.id for one in today(library, history, DAY, "anna").set]
    assert mine != [one.item.id for one in today(library, history, DAY + timedelta(days=1), "local").set]


def test_what_went_wrong_comes_first_and_says_so(library: Library) -> None:
    shown = Answered("t", "stolen-parcel", "accusation", DAY - timedelta(days=20), 95, shown=("empathy",))
    line = Answered("u", "lines", "one", DAY - timedelta(days=20), 95, shown=("rude",))
    day = today(library, [shown, line, missed("apologize")], DAY, "local")
    assert (day.set[0].card.id, day.set[0].reason) == ("apologize@angry", Reason.MISSED)
    reasons = {one.card.id: one.reason for one in day.set}
    assert reasons["rude@writing"] is Reason.FADING


def test_a_turn_that_asks_for_several_cards_spares_the_others(library: Library) -> None:
    day = today(library, [missed("empathy", "apologize", "answer-fully")], DAY, "local")
    assert day.due == 3
    asked = frozenset[Card]().union(*(one.covers for one in day.set))
    assert {f"{name}@angry" for name in ("empathy", "apologize", "answer-fully")} <= {
        card.id for card in asked
    }
    # One turn of a talk asks for all three; the other item is the new thing.
    forms = [one.form for one in day.set]
    assert len(forms) <= 3
    assert day.waiting == 0


def test_missed_days_are_forgiven(library: Library) -> None:
    # Everything that there is was missed once, long ago.
    cards = sorted(library.cards)
    history = [
        Answered(
            f"s{number}", REFRESH, f"{card.id}:which:x~0", DAY - timedelta(days=60), 0, lost=(card.standard,)
        )
        for number, card in enumerate(cards)
    ]
    day = today(library, history, DAY, "local")
    assert day.due == len(cards)
    assert day.seconds <= BUDGET
    asked = frozenset[Card]().union(*(one.covers for one in day.set))
    assert day.waiting == day.due - len(asked & set(cards)) > 0
    # Nothing is new any more.
    assert all(one.reason is Reason.MISSED for one in day.set)


def test_a_first_day_meets_every_quality(library: Library) -> None:
    day = today(library, (), DAY, "local")
    standards = library.catalogue.standards
    assert {standards[one.card.standard].quality for one in day.set} == set(library.catalogue.qualities)
    assert {one.reason for one in day.set} == {Reason.FIRST}
    assert day.seconds <= BUDGET


def test_a_text_that_was_put_lately_is_not_put_again(library: Library) -> None:
    history = [missed("empathy")]
    keys, day = [], DAY
    for step in range(8):
        found = next(
            one for one in today(library, history, day, "local").set if one.card.id == "empathy@angry"
        )
        keys.append(found.item.id.partition(":")[2].rpartition("~")[0])
        history.append(Answered(f"r{step}", REFRESH, found.item.id, day, 40, lost=("empathy",)))
        day += timedelta(days=2)
    assert len(set(keys)) == len(keys)


def test_a_set_of_today_goes_on_and_one_of_yesterday_is_left(library: Library) -> None:
    history = [missed("empathy", "apologize", "commit")]
    plan = today(library, history, DAY, "local")
    items = tuple(one.item.id for one in plan.set)
    reasons = tuple(one.reason for one in plan.set)
    begun = Begun("r1", DAY, items, reasons, 2, finished=False)
    more = [
        *history,
        Answered("r1", REFRESH, items[0], DAY, 100),
        Answered("r1", REFRESH, items[1], DAY, 100),
    ]
    on = today(library, more, DAY, "local", begun)
    assert (on.set, on.done, on.session) == (plan.set, 2, "r1")
    assert on.left == plan.set[2:]
    next_day = today(library, more, DAY + timedelta(days=1), "local", begun)
    assert (next_day.done, next_day.session) == (0, "")


def test_a_set_whose_items_are_gone_is_planned_anew(library: Library) -> None:
    begun = Begun("r1", DAY, ("empathy@angry:answer:gone/gone~1",), (Reason.MISSED,), 0, finished=False)
    assert today(library, [missed("empathy")], DAY, "local", begun).session == ""


@pytest.mark.parametrize("ahead", [1, 7, 14])
def test_the_forecast_tells_when_a_card_comes_due(library: Library, ahead: int) -> None:
    day = today(library, [missed("empathy", ago=0)], DAY, "local")
    memory = next(iter(day.memories.values()))
    assert day.due == 0
    loads = {one.day: one.due for one in day.forecast}
    assert loads[memory.due] == 1
    assert sum(loads.values()) == 1
    assert DAY + timedelta(days=ahead) in loads
