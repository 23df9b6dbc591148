"""Measures the speed and writes docs/performance.md: ``python -m tests.benchmarks.bench`` (Linux, macOS)."""

import json
import os
import platform
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pymorphy3

from tests.benchmarks import reports
from tests.benchmarks.answers import WORDS, answers
from tests.benchmarks.big_pack import write_big_pack
from tests.benchmarks.processes import TRAINER, Run, first_screen, run
from tests.benchmarks.table import Row, markdown, p95
from trainer import wiring
from trainer.dialogue.engine import begin_at, setting
from trainer.packs.reader import read_pack

PAGE = Path(__file__).resolve().parents[2] / "docs" / "performance.md"
TIMES, WARM_UP, COLD_RUNS = 200, 20, 5
SCREENS = "## Screens"
# How often each scenario is played by synthetic trainees.
PLAYS = 1000
# Replies in an export of chats.
BULK = 3000
# How many scenarios the pack has that is linted.
SCENARIOS = 1000
SCENARIO, TURN = "courier-pickup", "question"
# How long the app is left alone after its first screen, so that the models are in memory.
LOADING = 6.0

HEAD = """\
# Speed

Made by `make bench` (`python -m tests.benchmarks.bench`), which writes this page anew. Other programs that
run at the same time make the figures worse; read the ratios beside them first, they travel better from
machine to machine.

Measured on: {machine}.

{table}

- Warm scoring: {times} different answers of about {words} words, after {warm_up} others, models loaded.
  No answer comes twice, so no cache of whole answers could help. One pass of morphology is `pymorphy3`
  parsing every word of the same answer.
- Cold: a new process each time, median of {cold} runs after one that is not counted.
- Chats: {bulk} replies of about {words} words in a file, start of the processes and the report included.
- First screen: the app in a terminal of 80x24, until the list of scenarios is drawn; models load behind it.
- The pack that is linted: {scenarios} files of two turns and 60 lines, written anew and each with its own texts. Files
  that have not changed since are not checked again; `--fresh` checks all of them.
- Reports: a store of SQLite with answers of 50 people over 700 days, in 8 packs of 12 scenarios. Triggers note which
  months of which people have changed, and only those are summed anew.
- Processor time: of all processes of the command together; other programs touch it less than the clock.
- Memory: the most that the process ever held.
"""


def main() -> int:
    """Measure, print, write the page; 1 when an aim is missed."""
    before = os.getloadavg()[0]
    rows = [*_warm(), *_processes(), *reports.rows()]
    table = markdown(rows)
    print(table)
    screens = PAGE.read_text("utf-8").partition(SCREENS)  # made by a command of their own
    PAGE.write_text(
        HEAD.format(
            machine=_machine(before),
            table=table,
            times=TIMES,
            scenarios=SCENARIOS,
            words=WORDS,
            bulk=BULK,
            warm_up=WARM_UP,
            cold=COLD_RUNS,
        )
        + (f"\n{SCREENS}{screens[2]}" if screens[1] else ""),
        encoding="utf-8",
    )
    return int(not all(row.reached for row in rows))


def _warm() -> list[Row]:
    judge, scenario = wiring.build_judge(), wiring.scenario(SCENARIO)
    situation = setting(scenario, begin_at(scenario, TURN))
    texts = list(answers(WARM_UP + TIMES))
    ours = _timed(lambda text: judge.score(text, situation), texts)
    morph = pymorphy3.MorphAnalyzer()
    theirs = _timed(lambda text: [morph.parse(word) for word in re.findall(r"\w+", text)], texts)
    median = statistics.median(ours)
    ratio = f"{median / statistics.median(theirs):.1f} passes of morphology over the same answer"
    return [
        Row(f"warm scoring of a {WORDS}-word answer, median", median * 1000, "ms", 12, ratio),
        Row("the same, 95th percentile", p95(ours) * 1000, "ms", 25, f"{p95(ours) / median:.1f} medians"),
        Row("batch rate on one core", len(ours) / sum(ours), "answers a second"),
    ]


def _processes() -> list[Row]:
    bare = _median([run([sys.executable, "-c", "pass"]).seconds for _ in range(COLD_RUNS + 1)])
    help_ = _median([run([TRAINER, "--help"]).seconds for _ in range(COLD_RUNS + 1)])
    text = next(answers(1))
    cold = [run([TRAINER, "score", SCENARIO, TURN], text) for _ in range(COLD_RUNS + 1)]
    seconds = _median([item.seconds for item in cold])
    packs = [read_pack(folder) for folder in wiring.SHIPPED.folders()]
    title = next(iter(packs[0].scenarios.values())).title
    screens = [first_screen(title) for _ in range(COLD_RUNS + 1)]
    screen = _median([item.seconds for item in screens])
    batch = run([TRAINER, "score", SCENARIO, TURN, "--json"], _records(TIMES))
    talks = sum(len(pack.scenarios) for pack in packs)
    plays = run([TRAINER, "simulate", "--runs", str(PLAYS), "--json"])
    app = first_screen(title, LOADING)
    return [
        Row("`trainer --help`", help_, "s", 0.15, f"{help_ / bare:.0f} starts of Python"),
        Row(
            "cold `trainer score` of one answer", seconds, "s", 0.8, f"{seconds / bare:.0f} starts of Python"
        ),
        Row("first screen of the app", screen, "s", 0.4, f"{screen / bare:.0f} starts of Python"),
        Row(
            f"{PLAYS} plays of each scenario, `trainer simulate`",
            plays.seconds,
            "s",
            60,
            f"{talks} scenarios, {_work(plays)}",
        ),
        _bulk(),
        *_lint(),
        Row(f"peak memory, `trainer score` of {TIMES} answers", batch.memory, "MB", 300),
        Row("peak memory, the app with its models", app.memory, "MB", 300),
    ]


def _bulk() -> Row:
    with tempfile.TemporaryDirectory() as home:
        export = Path(home) / "chats.jsonl"
        export.write_text(_records(BULK), encoding="utf-8")
        done = run([TRAINER, "check", "--csv", str(export), "--text", "text", "--jobs", "2"])
    rate = BULK / done.seconds
    return Row(
        f"`trainer check` of {BULK} replies, two processes", rate, "replies a second", 150, _work(done), True
    )


def _lint() -> list[Row]:
    with tempfile.TemporaryDirectory() as home:
        pack = str(write_big_pack(Path(home), SCENARIOS))
        memory = {"TRAINER_HOME": home}
        rules = run([TRAINER, "lint", "--no-model", "--fresh", pack], extra=memory)
        first = run([TRAINER, "lint", pack], extra=memory)
        again = run([TRAINER, "lint", pack], extra=memory)
    return [
        Row(f"`trainer lint --no-model` of {SCENARIOS} scenarios", rules.seconds, "s", 20, _work(rules)),
        Row("the same with a judge, for the first time", first.seconds, "s", 20, _work(first)),
        Row("the same again, nothing changed", again.seconds, "s", 20, _work(again)),
    ]


def _work(done: Run) -> str:
    return f"{done.work:.0f} s of processor time"


def _records(count: int) -> str:
    return "\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in answers(count))


def _timed(action: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    seconds = []
    for text in texts:
        begun = time.perf_counter()
        action(text)
        seconds.append(time.perf_counter() - begun)
    return seconds[WARM_UP:]


def _median(values: Sequence[float]) -> float:
    """Return the median without the first, which also filled the disk cache."""
    return statistics.median(values[1:])


def _machine(before: float) -> str:
    """Return what it ran on and how busy that was: a load above the count of cores slows everything down."""
    system = f"{platform.system()} {platform.machine()}"
    load = f"load {before:.1f} at the beginning, {os.getloadavg()[0]:.1f} at the end"
    return f"Python {platform.python_version()}, {system}, {os.cpu_count()} cores; {load}"


if __name__ == "__main__":
    sys.exit(main())
