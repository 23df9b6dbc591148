from random import Random

import pytest
from fakes import FakeJudge, StillClock, scenario

from trainer.practice.records import Mode
from trainer.practice.session import start
from trainer.practice.variety import next_seed
from trainer.storage.memory import MemoryStore


def begun(store: MemoryStore, session_id: str, seed: int) -> None:
    start(session_id, scenario(), Mode.TRAINING, FakeJudge(), store, StillClock(), seed)


def test_the_first_talk_begins_by_chance() -> None:
    chosen = {next_seed(MemoryStore(), "parcel", Random(number)) for number in range(20)}
    assert len(chosen) > 10
    assert next_seed(MemoryStore(), "parcel", Random(1)) == next_seed(MemoryStore(), "parcel", Random(1))


def test_the_next_talk_goes_one_seed_further() -> None:
    store = MemoryStore()
    begun(store, "one", 41)
    assert next_seed(store, "parcel", Random(1)) == 42
    begun(store, "two", 42)
    assert next_seed(store, "parcel", Random(1)) == 43


def test_talks_of_other_scenarios_do_not_count() -> None:
    store = MemoryStore()
    begun(store, "one", 41)
    assert next_seed(store, "other", Random(1)) == next_seed(MemoryStore(), "other", Random(1))


@pytest.mark.parametrize("seed", ["много", None, [1]])
def test_a_damaged_seed_does_not_stop_a_new_talk(seed: object) -> None:
    store = MemoryStore()
    store.append("one", {"kind": "start", "scenario": "parcel", "seed": seed})
    assert next_seed(store, "parcel", Random(1)) == Random(1).randrange(1000)
