"""Runs the program as a process and says how long it took and how much memory it had at most."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

TRAINER = str(Path(sys.executable).parent / "trainer")
_PATIENCE = 60.0


@dataclass(frozen=True)
class Run:
    """Seconds by the clock, peak memory in MB, and seconds of processor time with those of its own processes."""

    seconds: float
    memory: float
    work: float = 0.0


def run(command: Sequence[str], text: str = "", extra: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end, with ``extra`` in its environment; raises RuntimeError when it fails."""
    with tempfile.TemporaryFile() as source:
        source.write(text.encode())
        source.seek(0)
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=source, stdout=subprocess.DEVNULL, env={**os.environ, **(extra or {})}
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return Run(seconds, _megabytes(usage.ru_maxrss), usage.ru_utime + usage.ru_stime)


def first_screen(title: str, linger: float = 0.0) -> Run:
    """Open the app in a terminal of 80x24 and wait for its first screen, then ``linger`` seconds more.

    ``title`` is one of the list: once it is drawn, a person can choose.
    """
    with tempfile.TemporaryDirectory() as home:
        begun = time.perf_counter()
        pid, terminal = pty.fork()
        if pid == 0:
            os.environ |= {"TRAINER_HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.execv(TRAINER, [TRAINER])
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        try:
            _read_until(terminal, title.encode(), begun + _PATIENCE)
            seconds = time.perf_counter() - begun
            _drain(terminal, time.perf_counter() + linger)
        finally:
            os.kill(pid, signal.SIGKILL)
            _, _, usage = os.wait4(pid, 0)
            os.close(terminal)
    return Run(seconds, _megabytes(usage.ru_maxrss))


def _read_until(terminal: int, wanted: bytes, deadline: float) -> None:
    seen = b""
    while wanted not in seen:
        if time.perf_counter() > deadline:
            raise RuntimeError("the first screen did not come")
        seen += _read(terminal)


def _drain(terminal: int, deadline: float) -> None:
    while time.perf_counter() < deadline:
        _read(terminal)


def _read(terminal: int) -> bytes:
    ready, _, _ = select.select([terminal], [], [], 0.05)
    return os.read(terminal, 65536) if ready else b""


def _megabytes(maxrss: int) -> float:
    # Linux counts in kilobytes, macOS in bytes.
    return maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
