"""A clock that is set back in the middle of it all: nothing lost, nothing negative, the order of answers as it was."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text

from tests.faults.player import store_of
from tests.faults.running import kept
from tests.practice.fakes import LACKS_PRICE, NOTE, FakeJudge, scenario
from trainer.practice.records import Mode
from trainer.practice.replay import resume
from trainer.practice.session import start
from trainer.refresh.cards import Card, Situation
from trainer.refresh.memory import Review, gain, remembered, replay
from trainer.refresh.rating import Rating
from trainer.storage.db.address import Address
from trainer.storage.db.opening import open_database
from trainer.storage.db.tables import answers, events, sessions
from trainer.storage.xapi.facts import attempts
from trainer.storage.xapi.facts import given as given_facts
from trainer.team.assignments import Assignment, Counts, Try, left, mark, status
from trainer.team.progress.days import streak
from trainer.team.xapi.statements import Manner, answered, completed

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
CARD = Card("empathy", Situation.ANGRY)


class JumpingClock:
    """Gives one time after another, then stays at the last."""

    def __init__(self, minutes: Sequence[int]) -> None:
        self._minutes = list(minutes)

    def now(self) -> datetime:
        ahead = self._minutes.pop(0) if len(self._minutes) > 1 else self._minutes[0]
        return NOON + timedelta(minutes=ahead)


@pytest.mark.parametrize(
    "minutes",
    [
        [0, 5, -600, -599, 3, -100_000],
        [0, -1, -2, -3, -4, -5, -6, -7],
        [0, 900_000, 0, 900_000, 0, 900_000, 0],
    ],
)
def test_a_talk_is_kept_in_the_order_in_which_it_was_answered(tmp_path: Path, minutes: list[int]) -> None:
    store = store_of(tmp_path)
    session = start("s", scenario(), Mode.TRAINING, FakeJudge(), store, JumpingClock(minutes))
    said = [f"{LACKS_PRICE} {number}" for number in range(3)]
    for one in said:
        session.answer(one)
        session.retry()
    for one in ("Понимаю, здравствуйте: завтра, 250 рублей.", "Здравствуйте, понимаю. Курьер позвонит."):
        session.answer(one)
    session.note(NOTE)
    session.finish()
    assert kept(tmp_path)[:3] == said
    again = resume(store_of(tmp_path), "s", lambda _: scenario(), FakeJudge(), JumpingClock([-5]))
    assert again.talk.state == session.talk.state
    assert again.debrief() == session.debrief()
    database = open_database(Address(tmp_path / "trainer.db"))
    with database.read() as connection:
        assert min(connection.execute(select(answers.c.seconds)).scalars()) >= 0
        facts = [fact for _, fact in given_facts(connection, {})]
        done = attempts(connection, {}, 70, "completed")
        assert connection.execute(select(sessions.c.finished_at)).scalar()
        numbers = list(connection.execute(select(events.c.number).order_by(events.c.number)).scalars())
        assert numbers == list(range(len(numbers)))
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    manner = Manner("https://help.example.ru")
    for statement in [
        *(answered(fact, manner) for fact in facts),
        *(completed(fact, manner) for fact in done),
    ]:
        assert statement["result"]["duration"].startswith("PT")
        assert "-" not in statement["result"]["duration"]
    database.close()


tries = st.lists(
    st.builds(
        Try,
        st.sampled_from(["a", "b"]),
        st.sampled_from(Mode),
        st.integers(-500, 500).map(lambda hours: NOON + timedelta(hours=hours)),
        st.none() | st.integers(0, 100),
    ),
    max_size=8,
)


@given(tries, st.sampled_from(Counts), st.none() | st.integers(1, 3), st.integers(-400, 400))
def test_a_task_stands_somewhere_whatever_the_clock_said(
    made: list[Try], counts: Counts, most: int | None, now: int
) -> None:
    task = Assignment(
        "1", "Неделя", ("a", "b"), frozenset({"p"}), start=NOON - timedelta(hours=200), due=NOON + timedelta(hours=200),
        attempts=most, counts=counts,
    )  # fmt: skip
    assert status(task, made, NOON + timedelta(hours=now)) is status(task, made, NOON + timedelta(hours=now))
    for item in task.items:
        points, rest = mark(task, item, made), left(task, item, made)
        assert points is None or 0 <= points <= 100
        assert rest is None or rest >= 0
        if counts is Counts.BEST and most is None:
            # The order, which such a clock may turn round, does not matter to the best.
            assert points == mark(task, item, list(reversed(made)))


@given(
    st.lists(st.tuples(st.integers(-400, 400), st.sampled_from(Rating)), min_size=1, max_size=8),
    st.integers(-900, 900),
)
def test_what_is_remembered_stays_a_chance(steps: list[tuple[int, Rating]], today: int) -> None:
    day = NOON.date()
    made = [Review(CARD, day + timedelta(days=step), rating) for step, rating in steps]
    for order in (made, sorted(made, key=lambda one: one.day)):
        memory = replay(order)[CARD]
        assert 0 <= remembered(memory, day + timedelta(days=today)) <= 1
        assert 0 <= gain(memory, day + timedelta(days=today)) <= 1
        assert memory.stability > 0
        assert memory.due >= memory.last


@given(st.sets(st.integers(-60, 60), max_size=40))
def test_a_streak_counts_no_day_of_the_future(days: set[int]) -> None:
    today = date(2026, 11, 22)
    practised = {today + timedelta(days=one) for one in days}
    found = streak(practised, today)
    assert 0 <= found.days <= len({day for day in practised if day <= today})
    assert found.since is None or found.since <= today
    assert found == streak({day for day in practised if day <= today}, today)
