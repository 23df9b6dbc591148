"""A terminal for tests: a real pseudo-terminal with the program in it, and a screen that shows what it drew."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

import pyte

from tests.guards.project import ROOT

PATIENCE = 60.0  # seconds; a busy machine is slow, nobody waits for ever
# What terminals are asked and pyte does not know: it would print the rest of the question.
_UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1bP.*?\x1b\\", re.DOTALL)


class Terminal:
    """Runs ``trainer`` with some words; use it as a context, so that nothing is left running."""

    def __init__(
        self,
        home: Path,
        *words: str,
        size: tuple[int, int] = (80, 24),
        extra: Mapping[str, str] | None = None,
        command: Sequence[str] = (),
    ) -> None:
        """``size`` is columns and rows; ``extra`` goes into the environment of the program, or of another ``command``."""
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.code: int | None = None
        command = command or [sys.executable, "-m", "trainer.cli.main", *words]
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT / "src"),
            "TRAINER_HOME": str(home),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LINES": "",
            "COLUMNS": "",
            **(extra or {}),
        }
        for name in ("LINES", "COLUMNS", "NO_COLOR", "TRAINER_PERSON"):
            if not environment.get(name):
                environment.pop(name, None)
        self.pid, self._end = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            os.execve(command[0], command, environment)
        self._set_size(*size)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.code is None:
            os.kill(self.pid, signal.SIGKILL)
            os.kill(self.pid, signal.SIGCONT)
            os.waitpid(self.pid, 0)
        os.close(self._end)

    # ------------------------------------------------------------ what a person does
    def type(self, text: str) -> None:
        os.write(self._end, text.encode())

    def line(self, text: str) -> None:
        self.type(text + "\r")

    def insist(self, keys: str, wanted: str) -> None:
        """Press keys again and again, as a person does, until a text was written."""
        deadline = time.monotonic() + PATIENCE
        while wanted not in self._new and time.monotonic() < deadline:
            self.type(keys)
            again = time.monotonic() + 1.0
            while wanted not in self._new and time.monotonic() < again and self._read(again):
                pass
        self.wait(wanted, said=True)

    def click(self, text: str) -> None:
        """Click on the first place where a text stands."""
        row, line = next((n, line) for n, line in enumerate(self.screen.display) if text in line)
        at = f"{line.index(text) + 1};{row + 1}"
        self.type(f"\x1b[<0;{at}M")
        self.type(f"\x1b[<0;{at}m")

    def resize(self, columns: int, rows: int) -> None:
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)
        os.kill(self.pid, signal.SIGWINCH)

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)

    # ------------------------------------------------------------ what a person sees
    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def said(self) -> str:
        """All that was written, for programs that write lines."""
        return self.raw.decode(errors="replace").replace("\r\n", "\n")

    def wait(self, wanted: str | Callable[[], bool], *, said: bool = False) -> str:
        """Wait until a text stands on the screen (with ``said``: was ever written since the last such wait)."""
        there = wanted if callable(wanted) else lambda: wanted in (self._new if said else self.text)
        deadline = time.monotonic() + PATIENCE
        while not there():
            if time.monotonic() > deadline or not self._read(deadline):
                raise AssertionError(f"{wanted!r} did not come:\n{self.said[-3000:] if said else self.text}")
        if said and not callable(wanted):
            self._seen = len(self.said) - len(self._new) + self._new.index(wanted) + len(wanted)
        return self.text

    _seen = 0

    @property
    def _new(self) -> str:
        return self.said[self._seen :]

    def wait_end(self) -> int:
        """Wait until the program ends; return its exit code, or the negative number of the signal that ended it."""
        deadline = time.monotonic() + PATIENCE
        while self.code is None and time.monotonic() < deadline:
            self._read(deadline)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.code = os.waitstatus_to_exitcode(status)
        assert self.code is not None, f"the program goes on:\n{self.text}"
        while self._read(time.monotonic() + 0.05):
            pass
        return self.code

    def wait_stopped(self) -> None:
        """Wait until the program is suspended."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            self._read(time.monotonic() + 0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
            if pid:
                assert os.WIFSTOPPED(status), f"it ended: {status}"
                return
        raise AssertionError("it was not suspended")

    def _read(self, deadline: float) -> bool:
        """Take in what was written; False at the end."""
        ready, _, _ = select.select([self._end], [], [], max(0.0, min(0.05, deadline - time.monotonic())))
        if not ready:
            return True
        try:
            data = os.read(self._end, 65536)
        except OSError:
            return False
        self.raw += data
        self._stream.feed(_UNKNOWN.sub(b"", data))
        return bool(data)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
