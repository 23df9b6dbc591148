"""One process a mutant: a copy of this one with limits on time and memory."""

import contextlib
import os
import resource
import select
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

_SURVIVED, _KILLED, _UNTRIED = 41, 42, 43
_MEMORY = 8 << 30  # bytes
_PATIENCE = 30  # a copy that waits for something may take so many times its limit by the wall clock


class CannotError(Exception):
    """The change cannot be tried in this way."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a copy ended: «killed», «survived», «time» or «untried», which test noticed, seconds of processor time."""

    end: str
    by: str
    seconds: float


def in_copy(work: Callable[[Callable[[str], None]], bool], limit: float) -> Ended:
    """Run ``work`` in a copy of this process; it tells what it is at and returns whether a test noticed.

    ``limit`` is in seconds of processor time: one that takes longer, or dies, was noticed.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _work(work, writing, limit)
    os.close(writing)
    by = _heard(reading, time.monotonic() + limit * _PATIENCE)
    if by is None:
        os.kill(child, signal.SIGKILL)
    _, status, used = os.wait4(child, 0)
    seconds = round(used.ru_utime + used.ru_stime, 2)
    code = os.waitstatus_to_exitcode(status)
    end = {_SURVIVED: "survived", _KILLED: "killed", _UNTRIED: "untried"}.get(
        code, "time" if code < 0 else "killed"
    )
    return Ended(end, by or "", seconds)


def _work(work: Callable[[Callable[[str], None]], bool], writing: int, limit: float) -> None:
    code = _UNTRIED
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 5))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        sys.setrecursionlimit(1000)
        noticed = work(lambda name: void(os.write(writing, name.encode()[:4000])))
        code = _KILLED if noticed else _SURVIVED
    except CannotError:
        code = _UNTRIED
    except BaseException:  # whatever the change did to the process, it was noticed
        code = _KILLED
    finally:
        os._exit(code)


def void(_: object) -> None:
    """Return nothing."""


def _heard(reading: int, until: float) -> str | None:
    """Return what the copy told, None where it did not end in time."""
    told = b""
    with contextlib.closing(os.fdopen(reading, "rb", buffering=0)) as pipe:
        while (left := until - time.monotonic()) > 0:
            if select.select([pipe], [], [], left)[0]:
                if not (more := pipe.read(4096)):
                    return told.decode("utf-8", "replace")
                told += more
    return None
