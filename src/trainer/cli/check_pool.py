"""Judges rows in several processes; the results come in the order of the rows, whatever was ready first."""

import os
import signal
import threading
import warnings
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from itertools import islice
from multiprocessing import get_context

from trainer.cli.check_rows import Row
from trainer.cli.tools import Judge
from trainer.model.verdict import Reading

# Rows that a process takes at once: half a second of work, so that Ctrl+C loses little.
BATCH = 16
# Batches that wait for each process; more would only fill the memory.
_AHEAD = 3
# Each process works alone: its arithmetic must not start threads for all cores again.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")

Maker = Callable[[], Judge]
Judged = tuple[Row, Reading]
_Batch = tuple[list[Reading], tuple[str, ...]]


def judged(rows: Iterable[Row], make: Maker, jobs: int) -> Generator[Judged, None, None]:
    """Yield each row with its reading; one job means this process, more mean that many new ones.

    ``make`` must be a function of a module, as it travels to the processes. Close the iterator early to
    stop them.
    """
    return _here(rows, make) if jobs == 1 else _there(rows, make, jobs)


def _here(rows: Iterable[Row], make: Maker) -> Generator[Judged, None, None]:
    judge: Judge | None = None
    for row in rows:
        judge = judge or make()
        yield row, _read(judge, row)


def _there(rows: Iterable[Row], make: Maker, jobs: int) -> Generator[Judged, None, None]:
    waiting: deque[tuple[list[Row], Future[_Batch]]] = deque()
    pending = iter(rows)
    with _single_threaded():
        pool = ProcessPoolExecutor(jobs, get_context("spawn"), _ignore_interrupts)
        try:
            _start(pool, make, jobs)
            while batch := list(islice(pending, BATCH)):
                waiting.append((batch, pool.submit(_read_batch, make, batch)))
                if len(waiting) > jobs * _AHEAD:
                    yield from _oldest(waiting)
            while waiting:
                yield from _oldest(waiting)
        finally:
            pool.shutdown(cancel_futures=True)


def _oldest(waiting: deque[tuple[list[Row], Future[_Batch]]]) -> Iterator[Judged]:
    rows, future = waiting.popleft()
    readings, told = future.result()
    for text in told:  # the same words from every process are shown once
        warnings.warn(text, stacklevel=1)
    yield from zip(rows, readings, strict=True)


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


def _read_batch(make: Maker, rows: list[Row]) -> _Batch:
    judge, told = _judge(make)
    return [_read(judge, row) for row in rows], told


def _read(judge: Judge, row: Row) -> Reading:
    try:
        return judge.read(row.text)
    except Exception as error:
        raise RuntimeError(f"line {row.line}: {type(error).__name__}: {error}") from error
