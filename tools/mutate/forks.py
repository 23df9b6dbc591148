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
_ENDS = {_SURVIVED: "survived", _KILLED: "killed", _UNTRIED: "untried"}
_MEMORY = 8 << 30  # bytes
_PATIENCE = 60  # a copy that waits for something may take so many times its limit by the wall clock


class CannotError(Exception):
    """The change cannot be tried in this way."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a copy ended: «killed», «survived», «time» or «untried», which test noticed, seconds of processor time."""

    end: str
    by: str
    seconds: float


class Copy:
    """A copy of this process that does ``work``: it tells what it is at and returns whether a test noticed.

    ``limit`` is in seconds of processor time: one that takes longer, or dies, was noticed.
    """

    def __init__(self, work: Callable[[Callable[[str], None]], bool], limit: float) -> None:
        """Begin."""
        self._reading, writing = os.pipe()
        self._until = time.monotonic() + limit * _PATIENCE
        self._child = os.fork()
        if not self._child:
            os.close(self._reading)
            _work(work, writing, limit)
        os.close(writing)

    def fileno(self) -> int:
        """Return what can be waited for: it is ready once the copy has ended or has something to tell."""
        return self._reading

    def ended(self) -> Ended:
        """Wait for the end."""
        by = _heard(self._reading, self._until)
        if by is None:
            os.kill(self._child, signal.SIGKILL)
        _, status, used = os.wait4(self._child, 0)
        seconds = round(used.ru_utime + used.ru_stime, 2)
        code = os.waitstatus_to_exitcode(status)
        died = "time" if code < 0 else "killed"
        return Ended(_ENDS.get(code, died), by or "", seconds)


def in_copy(work: Callable[[Callable[[str], None]], bool], limit: float) -> Ended:
    """Do ``work`` in a copy of this process and wait for it."""
    return Copy(work, limit).ended()


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
