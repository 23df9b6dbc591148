"""Does work with a judge in several processes; results come in the order of the work, whatever was ready first."""

import os
import signal
import threading
import warnings
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import islice
from multiprocessing import get_context
from typing import Generic, TypeVar

from trainer.cli.complain import wrong
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Judge
from trainer.model.place import Place

# Items that a process takes at once: half a second of work, so that Ctrl+C loses little.
BATCH = 16
# Windows waits for no more than this many processes.
_MOST_JOBS = 61
# Each process holds about 200 MB, so without a wish not every core of a big machine is taken.
_USUAL_JOBS = 4
# Batches that wait for each process; more would only fill the memory.
_AHEAD = 3
# Each process works alone: its arithmetic must not start threads for all cores again.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")

Maker = Callable[[], Judge]
T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Work(Generic[T, R]):
    """What is done with each item. Both functions belong to modules, as they travel to the processes."""

    make: Maker
    do: Callable[[Judge, T], R]


def spread(
    items: Iterable[T], work: Work[T, R], jobs: int, batch: int = BATCH
) -> Generator[tuple[T, R], None, None]:
    """Yield each item with its result; one job means this process, more mean that many new ones.

    A process takes ``batch`` items at once. Close the iterator early to stop them.
    """
    return _here(items, work) if jobs == 1 else _there(items, work, jobs, batch)


def jobs_of(word: str | None) -> int:
    """Return how many processes ``--jobs`` asks for; raises InputError."""
    if word is None:
        return min(os.cpu_count() or 1, _USUAL_JOBS)
    if not (word.isascii() and word.isdigit() and 1 <= int(word) <= _MOST_JOBS):
        raise wrong(Place(PLACES["call"]), "C094", word=word, most=_MOST_JOBS)
    return int(word)


def _here(items: Iterable[T], work: Work[T, R]) -> Generator[tuple[T, R], None, None]:
    judge: Judge | None = None
    for item in items:
        judge = judge or work.make()
        yield item, work.do(judge, item)


def _there(items: Iterable[T], work: Work[T, R], jobs: int, size: int) -> Generator[tuple[T, R], None, None]:
    waiting: deque[tuple[list[T], Future[tuple[list[R], tuple[str, ...]]]]] = deque()
    pending = iter(items)
    with _single_threaded():
        pool = ProcessPoolExecutor(jobs, get_context("spawn"), _ignore_interrupts)
        try:
            _start(pool, work.make, jobs)
            while batch := list(islice(pending, size)):
                waiting.append((batch, pool.submit(_do_batch, work, batch)))
                if len(waiting) > jobs * _AHEAD:
                    yield from _oldest(waiting)
            while waiting:
                yield from _oldest(waiting)
        finally:
            pool.shutdown(cancel_futures=True)


def _oldest(waiting: deque[tuple[list[T], Future[tuple[list[R], tuple[str, ...]]]]]) -> Iterator[tuple[T, R]]:
    items, future = waiting.popleft()
    results, told = future.result()
    for text in told:  # the same words from every process are shown once
        warnings.warn(text, stacklevel=1)
    yield from zip(items, results, strict=True)


def _start(pool: ProcessPoolExecutor, make: Maker, jobs: int) -> None:
    """Start all processes while Ctrl+C is off: they inherit that, and only this one answers to it."""
    if threading.current_thread() is not threading.main_thread():
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        for _ in range(jobs):
            pool.submit(_loaded, make)
    finally:
        signal.signal(signal.SIGINT, before)


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _single_threaded() -> Iterator[None]:
    before = {name: os.environ.get(name) for name in _THREADS}
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@cache
def _judge(make: Maker) -> tuple[Judge, tuple[str, ...]]:
    """Return the judge of this process, made once, and what it warned of."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        judge = make()
    return judge, tuple(str(item.message) for item in caught if item.category is UserWarning)


def _loaded(make: Maker) -> None:
    _judge(make)


def _do_batch(work: Work[T, R], items: list[T]) -> tuple[list[R], tuple[str, ...]]:
    judge, told = _judge(work.make)
    return [work.do(judge, item) for item in items], told
