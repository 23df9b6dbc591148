"""How long the thread of the screen is held when a screen opens, by its own processor time.

``python -m tests.benchmarks.screens`` plays a talk in a terminal and measures. Every callback of the event loop is timed
by the processor time of its thread: as long as one runs, no key is drawn.
"""

import argparse
import asyncio
import gc
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from textual.events import Paste
from textual.pilot import Pilot, WaitForScreenTimeout
from textual.worker import WorkerCancelled

PAGE = Path(__file__).resolve().parents[2] / "docs" / "performance.md"
BEFORE = Path(__file__).with_name("screens_before.json")
TITLE = "## Screens"
QUIET = "a look for garbage, when nobody has typed for two seconds"
Figures = dict[str, list[tuple[float, float]]]
SIZE = (120, 36)
ROUNDS = 5
AIM = 30.0  # milliseconds that one piece of work may take
SCENARIO = "stolen-parcel"
HEAD = """\
## Screens

How long the thread of the screen is held when a screen opens: the longest piece of work without a break, and all of them.
No key is drawn while a piece lasts, so each is to be at most {aim} ms. Made by `python -m tests.benchmarks.screens --write`:
processor time of that thread, in a terminal of {size}, judge and store as they are shipped, medians; load {load}.

{table}

- Before: the same talk by the same command, when screens were laid out twice and drawn within the same piece, and the
  interpreter looked for garbage whenever it liked, mostly in the middle of that.
- Looks for garbage are not among the pieces: they come when nobody has typed for two seconds. Their row has the longest and
  the sum of all of a talk; a key that is pressed just then waits for that look.
- All pieces of a screen count, also those after its first picture: what is read off the thread and drawn when it is there.
"""
BAD = "Девушка, успокойтесь, вы сами виноваты. Ожидайте, ничем помочь не могу! Посылку украли, мы не причём. Пиши туда."


@dataclass
class Held:
    """The pieces of work of the thread of the screen, in milliseconds."""

    pieces: list[float] = field(default_factory=list)
    quiet: list[float] = field(default_factory=list)

    @property
    def longest(self) -> float:
        """The longest piece."""
        return max(self.pieces, default=0.0)

    @property
    def total(self) -> float:
        """All of them."""
        return sum(self.pieces)


@contextmanager
def watched(held: Held) -> Iterator[None]:
    """Time every callback of the event loop while this lasts."""
    before: Callable[[asyncio.Handle], None] = asyncio.Handle._run  # type: ignore[attr-defined]

    def run(handle: asyncio.Handle) -> None:
        begun, tidied = time.thread_time(), sum(held.quiet)
        try:
            before(handle)
        finally:
            took = (time.thread_time() - begun) * 1000
            held.pieces.append(took - (sum(held.quiet) - tidied))

    def look() -> int:
        begun = time.thread_time()
        count = looked()
        held.quiet.append((time.thread_time() - begun) * 1000)
        return count

    looked = gc.collect
    asyncio.Handle._run, gc.collect = run, look  # type: ignore[attr-defined,assignment]
    try:
        yield
    finally:
        asyncio.Handle._run, gc.collect = before, looked  # type: ignore[attr-defined]


async def settle(pilot: Pilot[None]) -> None:
    """Wait for the threads that read and judge, and for the screen."""
    for _ in range(4):
        for worker in list(pilot.app.workers):
            with suppress(WorkerCancelled):
                await worker.wait()
        with suppress(WaitForScreenTimeout):  # on a busy machine it comes a little later
            await pilot.pause()


async def walk(pilot: Pilot[None]) -> AsyncIterator[tuple[str, Callable[[], object]]]:
    """Yield the way to each screen with its name; whoever walks along takes it and waits."""
    from trainer.practice.records import Stage

    app = pilot.app
    session = app._first_session  # type: ignore[attr-defined]

    def send() -> object:
        return app.simulate_key("enter")

    await settle(pilot)
    while session.stage is Stage.TALK and session.turn:
        bad = not session.kept
        app.post_message(Paste(BAD if bad else session.turn.model_answer))
        await settle(pilot)
        yield ("verdict" if bad else "verdict (good)"), send
        if bad:
            yield "standards", lambda: app.simulate_key("f6")
            app.simulate_key("escape")
            await settle(pilot)
            yield "help", lambda: app.simulate_key("f1")
            app.simulate_key("escape")
            await settle(pilot)
        yield "next line", send
    app.post_message(Paste(session.scenario.note.model_answer))
    await settle(pilot)
    yield "debrief", send
    if not session.talk.closed:
        yield "debrief", lambda: app.simulate_key("escape")
    yield "home", lambda: app.simulate_key("escape")
    for key, name in (("f7", "exercises"), ("f3", "progress"), ("r", "refreshers"), ("f12", "settings")):
        yield name, lambda key=key: app.simulate_key(key)  # type: ignore[misc]
        app.simulate_key("escape")
        await settle(pilot)


async def measure(size: tuple[int, int] = SIZE) -> dict[str, Held]:
    """Play a talk with the judge as it is shipped; return what each screen held."""
    from trainer import wiring
    from trainer.practice.records import Mode
    from trainer.tui.app import TrainerApp

    desk = wiring.HouseDesk()
    app = TrainerApp(desk, desk.start(SCENARIO, Mode.TRAINING))
    found: dict[str, Held] = {}
    looks: list[float] = []
    async with app.run_test(headless=False, size=size) as pilot:
        await settle(pilot)
        async for name, go in walk(pilot):
            held = Held()
            with watched(held):
                go()
                await settle(pilot)
            if name not in found or held.longest > found[name].longest:
                found[name] = held
            await asyncio.sleep(0)  # what follows is no piece of that screen any more
            pause = Held()
            with watched(pause):  # as when somebody reads what has opened
                app._tidier.tidy()
            looks += pause.quiet
        found[QUIET] = Held(pieces=looks)
    return found


def rounds(count: int, size: tuple[int, int] = SIZE) -> Figures:
    """Measure several times, each in a store that is thrown away; the first time loads modules and is not counted."""
    from trainer import wiring

    found: Figures = {}
    for number in range(count + 1):
        with tempfile.TemporaryDirectory() as home:
            os.environ |= {"TRAINER_HOME": home, "TRAINER_LESSON": "off"}
            wiring.store.cache_clear()
            wiring.database.cache_clear()
            seen = asyncio.run(measure(size))
        for name, held in seen.items() if number else ():
            found.setdefault(name, []).append((held.longest, held.total))
    return found


def in_terminal(count: int, size: tuple[int, int] = SIZE) -> Figures:
    """Measure in a process of its own with a real terminal, so that what is written to it counts too."""
    import fcntl
    import pty
    import struct
    import termios

    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        words = ["app", str(count), f"{size[0]}x{size[1]}", file.name]
        pid, terminal = pty.fork()
        if pid == 0:
            os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.execv(sys.executable, [sys.executable, "-m", "tests.benchmarks.screens", *words])
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        with suppress(OSError):  # the end of a terminal
            while os.read(terminal, 65536):
                pass
        _, status = os.waitpid(pid, 0)
        os.close(terminal)
        if status:
            raise RuntimeError(f"the measured app ended with {os.waitstatus_to_exitcode(status)}")
        found: Figures = json.loads(file.read() or b"{}")
        return found


def medians(found: Figures) -> dict[str, tuple[float, float]]:
    """Return for each screen the longest piece and all of them, medians in milliseconds."""
    return {
        name: (statistics.median(one[0] for one in held), statistics.median(one[1] for one in held))
        for name, held in found.items()
    }


def part(now: dict[str, tuple[float, float]], before: dict[str, tuple[float, float]]) -> str:
    """Return the part of the page."""
    rows = [
        "| screen | longest piece | all pieces | longest piece before | all pieces before |",
        "|" + " --- |" * 5,
    ]
    for name, (longest, total) in now.items():
        old = [f"{one:.0f} ms" for one in before[name]] if name in before else ["", ""]
        missed = " (missed)" if longest > AIM and name != QUIET else ""
        rows.append(f"| {name} | {longest:.0f} ms{missed} | {total:.0f} ms | {old[0]} | {old[1]} |")
    return "\n".join(rows)


def main() -> None:
    """Measure and print; with ``--write`` the part of the page is written anew, ``--keep`` keeps figures as «before»."""
    if sys.argv[1:2] == ["app"]:
        count, size, file = sys.argv[2:]
        width, _, height = size.partition("x")
        Path(file).write_text(json.dumps(rounds(int(count), (int(width), int(height)))), "utf-8")
        return
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--keep", action="store_true")
    call = parser.parse_args()
    now = medians(in_terminal(call.rounds))
    if call.keep:
        BEFORE.write_text(json.dumps(now, indent=1) + "\n", "utf-8")
    told = HEAD.format(
        table=part(now, json.loads(BEFORE.read_text("utf-8"))),
        size=f"{SIZE[0]}x{SIZE[1]}",
        load=f"{os.getloadavg()[0]:.1f}",
        aim=f"{AIM:.0f}",
    )
    print(told)
    if call.write:
        page = PAGE.read_text("utf-8").partition(TITLE)[0].rstrip()
        PAGE.write_text(f"{page}\n\n{told}", "utf-8")


if __name__ == "__main__":
    main()
