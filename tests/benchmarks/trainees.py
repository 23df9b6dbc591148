"""Trainees of ``tests.benchmarks.scale``, in a process of their own: ``python -m tests.benchmarks.trainees JSON``.

Each trainee is a thread with a store and a connection of its own, as each has who practises in earnest. All begin
when the file ``go`` appears, and the process prints what it has seen as one line of JSON at the end.
"""

import json
import sys
import threading
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from itertools import count
from pathlib import Path
from random import Random

from tests.benchmarks.answers import answers
from trainer import wiring
from trainer.model.verdict import Setting, Verdict
from trainer.practice.ports import Judge
from trainer.practice.records import Stage
from trainer.scoring.judge import Judge as Scorer
from trainer.storage.db.address import address
from trainer.storage.memory import MemoryStore
from trainer.storage.safe import SafeStore, open_database

SCENARIO = "courier-pickup"
NOTE = "Клиент просил забрать посылки из офиса, заявка оформлена."
_AHEAD = 50  # answers that are made up at a time


@dataclass(frozen=True)
class Orders:
    """What one process of trainees is to do; ``pause`` is the mean time to think, 0 for none."""

    home: str
    go: str
    url: str
    people: list[str]
    judge: str
    seconds: float
    pause: float = 0.0


@dataclass
class Seen:
    """What it saw: answers as they were shown, seconds by the clock for each, those the judge took, processor time.

    ``late`` answers were begun in time and done after it: they count for what is kept, not for the rate.
    """

    shown: list[str] = field(default_factory=list)
    took: list[float] = field(default_factory=list)
    judging: list[float] = field(default_factory=list)
    judge_work: float = 0.0
    work: float = 0.0
    sessions: int = 0
    late: int = 0
    warnings: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def joined(parts: Iterable[Seen]) -> Seen:
    """Return what several saw as one."""
    whole = Seen()
    for part in parts:
        for name, value in asdict(part).items():
            setattr(whole, name, getattr(whole, name) + value)
    return whole


class Ready:
    """A judge that costs nothing: each place has its verdict from the first answer that was given there."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._known: dict[str, Verdict] = {}

    def score(self, text: str, setting: Setting) -> Verdict:
        """Return the verdict of the place."""
        assert setting.turn
        if setting.turn.id not in self._known:
            self._known[setting.turn.id] = self._judge.score(text, setting)
        return self._known[setting.turn.id]


class Timed:
    """A judge with a watch, for one trainee."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self.seconds = self.work = 0.0

    def score(self, text: str, setting: Setting) -> Verdict:
        """Judge, and note the time by the clock and on the processor."""
        begun, worked = time.perf_counter(), time.thread_time()
        verdict = self._judge.score(text, setting)
        self.seconds = time.perf_counter() - begun
        self.work += time.thread_time() - worked
        return verdict


def judge_of(kind: str) -> Judge:
    """Return the judge of that kind: none, rules or full."""
    if kind == "full":
        return wiring.build_judge()
    rules = Scorer(wiring.catalogue())
    return Ready(rules) if kind == "none" else rules


def practise(orders: Orders) -> Seen:
    """Let all of them answer until the time is over."""
    judge = judge_of(orders.judge)
    # One for each thread: they are put together when all have ended.
    parts = [Seen() for _ in orders.people]
    _warm(judge)
    stores = [_store(orders, name) for name in orders.people]
    print("ready", flush=True)
    while not Path(orders.go).exists():
        time.sleep(0.01)
    before, end = time.process_time(), time.monotonic() + orders.seconds
    threads = [
        threading.Thread(target=_safely, args=(orders, at, store, Timed(judge), parts[at], end))
        for at, store in enumerate(stores)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seen = joined(parts)
    seen.work = time.process_time() - before
    seen.warnings = [store.warning for store in stores if store.warning]
    return seen


def _warm(judge: Judge) -> None:
    """Go through the talk once, leaving nothing behind: no model is loaded, no pack is hashed while the watch runs."""
    session = wiring.open_session(SCENARIO, keep=MemoryStore(), judge=judge)
    for text in answers(_AHEAD):
        if session.stage is Stage.TALK:
            session.answer(text)
    if session.stage is Stage.NOTE:
        session.note(NOTE)


def _store(orders: Orders, name: str) -> SafeStore:
    at = address(Path(orders.home), {"TRAINER_DATABASE_URL": orders.url})
    return SafeStore(Path(orders.home), name, lambda: open_database(at))


def _safely(orders: Orders, at: int, store: SafeStore, judge: Timed, seen: Seen, end: float) -> None:
    try:
        _trainee(orders, at, store, judge, seen, end)
    except Exception as error:
        seen.errors.append(f"{type(error).__name__}: {error}")


def _trainee(orders: Orders, at: int, store: SafeStore, judge: Timed, seen: Seen, end: float) -> None:
    name = orders.people[at]
    chance = Random(name)
    texts = (text for seed in count() for text in answers(_AHEAD, chance.randrange(10**9) + seed))
    # Nobody begins in the same instant as everybody else.
    time.sleep(chance.uniform(0, orders.pause or 0.5))
    number = 0
    while time.monotonic() < end:
        session = wiring.open_session(SCENARIO, keep=store, judge=judge)
        seen.sessions += 1
        while session.stage is Stage.TALK and time.monotonic() < end:
            text = f"{next(texts)} {name}/{number}"
            number += 1
            begun = time.perf_counter()
            session.answer(text)
            seen.took.append(time.perf_counter() - begun)
            seen.judging.append(judge.seconds)
            seen.shown.append(text)
            seen.late += time.monotonic() > end
            if orders.pause:
                time.sleep(min(chance.expovariate(1 / orders.pause), max(0.0, end - time.monotonic())))
        if session.stage is Stage.NOTE:
            session.note(NOTE)
            session.finish()
    seen.judge_work += judge.work


def main(words: str) -> None:
    """Do as told by a line of JSON."""
    print(json.dumps(asdict(practise(Orders(**json.loads(words)))), ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1])
