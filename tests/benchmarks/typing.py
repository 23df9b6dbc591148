"""How soon a key appears in the answer field, alone and while verdicts are computed in the same process.

``python -m tests.benchmarks.typing`` measures; ``… app`` is the program that is measured: the app in a talk, and with
``busy`` a thread beside it that judges one answer after the other, as when somebody's answer is being read.
"""

import os
import select
import sys
import tempfile
import threading
import time
from pathlib import Path

KEYS = 120
GAP = 0.03  # seconds between two keys: a fast hand
_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"
_READY = "Где мой букет?"
# One key that is slower than this is a hang, not a figure.
_LOST = 5.0


def latencies(*, busy: bool) -> list[float]:
    """Return for each key the seconds until the terminal was told of it."""
    from tests.guards.project import ROOT
    from tests.terminal.terminal import Terminal

    extra = {"TRAINER_PACKS": str(ROOT / "tests" / "data" / "packs" / "bouquet")}
    extra["PYTHONPATH"] = f"{ROOT / 'src'}{os.pathsep}{ROOT}"
    command = [sys.executable, "-m", "tests.benchmarks.typing", "app", *(["busy"] if busy else [])]
    with tempfile.TemporaryDirectory() as home, Terminal(Path(home), command=command, extra=extra) as app:
        app.wait(_READY)
        app.wait(lambda: (Path(home) / "ready").exists())
        found = []
        for number in range(KEYS):
            letter = _LETTERS[number % len(_LETTERS)]
            begun, before = time.perf_counter(), len(app.raw)
            app.type(letter)
            while letter.encode() not in app.raw[before:] and time.perf_counter() - begun < _LOST:
                app._read(time.monotonic() + 0.005)
            found.append(time.perf_counter() - begun)
            left = begun + GAP - time.perf_counter()
            if left > 0:
                select.select([], [], [], left)
        return found


def _app(*, busy: bool) -> None:
    from tests.benchmarks.answers import answers
    from trainer import wiring
    from trainer.dialogue.engine import begin_at, setting
    from trainer.storage.settings import shelf_of
    from trainer.tui.app import TrainerApp

    shelf = shelf_of([])
    session = wiring.open_session("late-bouquet", shelf=shelf)
    desk = wiring.HouseDesk(shelf)
    situation = setting(session.scenario, begin_at(session.scenario, "where"))
    desk.warm_up()

    def judge() -> None:
        scorer = wiring.build_judge()
        scorer.score(next(answers(1)), situation)
        (Path(os.environ["TRAINER_HOME"]) / "ready").touch()
        while busy:
            for text in answers(200):
                scorer.score(text, situation)

    threading.Thread(target=judge, daemon=True).start()
    TrainerApp(desk, session).run()


def main(words: list[str]) -> None:
    if words[:1] == ["app"]:
        _app(busy="busy" in words)
        return
    from tests.benchmarks.table import p95

    for busy in (False, True):
        found = latencies(busy=busy)
        name = "while verdicts are computed" if busy else "alone"
        print(
            f"a key {name}: median {sorted(found)[len(found) // 2] * 1000:.0f} ms, p95 {p95(found) * 1000:.0f} ms"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
