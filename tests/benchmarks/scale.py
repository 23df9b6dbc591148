"""Many people on one PostgreSQL: ``python -m tests.benchmarks.scale --trainees 200 --processes 4 --seconds 300``.

Starts a server of its own (flushing each commit to disk) or uses the empty database of ``--url``. Prints a row of
docs/scale.md for each judge; 1 when an answer was lost or doubled.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import insert

from tests.benchmarks.trainees import Orders, Seen, joined
from tests.faults.running import kept
from tests.guards.project import ROOT
from tests.postgres import running
from trainer.storage.db.address import address
from trainer.storage.db.tables import people
from trainer.storage.safe import SafeStore, open_database

KINDS = ("none", "rules", "full")
_STARTING = 600  # seconds; two hundred connections are slow to make on a busy machine
HEAD = (
    "| judge | think, s | answers | a second | p50, ms | p99, ms | store alone p50/p99, ms "
    "| processor: judge / rest of the app / server, ms an answer | lost | doubled | set aside | load | most of the work |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
)


@dataclass(frozen=True)
class Outcome:
    """What all processes saw together, and what the store has of it."""

    judge: str
    pause: float
    seconds: float
    seen: Seen
    server_work: float | None
    kept: Sequence[str]
    aside: int
    load: tuple[float, float]

    @property
    def lost(self) -> int:
        """How many answers were shown as stored and are not there."""
        return sum((Counter(self.seen.shown) - Counter(self.kept)).values())

    @property
    def doubled(self) -> int:
        """How many are there more often than they were given."""
        return sum((Counter(self.kept) - Counter(self.seen.shown)).values())

    def work(self) -> dict[str, float]:
        """Return the milliseconds on a processor that an answer costs, by part."""
        share = 1000 / max(1, len(self.seen.shown))
        parts = {"judge": self.seen.judge_work * share}
        parts["rest of the app"] = self.seen.work * share - parts["judge"]
        if self.server_work is not None:
            parts["server"] = self.server_work * share
        return parts

    def row(self) -> str:
        """Return the figures as a row of a table."""
        took = self.seen.took
        store = [whole - judge for whole, judge in zip(took, self.seen.judging, strict=True)]
        work = self.work()
        most = max(work, key=lambda name: work[name])
        cells = [
            self.judge, f"{self.pause:g}", str(len(took)), f"{(len(took) - self.seen.late) / self.seconds:.1f}",
            f"{_at(took, 50):.0f}", f"{_at(took, 99):.0f}", f"{_at(store, 50):.0f} / {_at(store, 99):.0f}",
            " / ".join(f"{value:.1f}" for value in work.values()), str(self.lost), str(self.doubled),
            str(self.aside), f"{self.load[0]:.0f} → {self.load[1]:.0f}",
            f"{most}, {work[most] / sum(work.values()):.0%}",
        ]  # fmt: skip
        return "| " + " | ".join(cells) + " |"


def main(words: Sequence[str]) -> int:
    """Measure each judge that is wanted; 1 when an answer was lost or doubled or a trainee fell over."""
    call = _parser().parse_args(words)
    outcomes = []
    print(f"{call.trainees} trainees, {call.processes} processes, {call.seconds:g} s, {os.cpu_count()} cores")
    print(HEAD, flush=True)
    for kind in call.judge or KINDS:
        with ExitStack() as stack:
            url, folder = call.url, None
            if not url:
                server = stack.enter_context(running(call.trainees + 20, safe=True))
                url, folder = server.database(), server.data
            outcomes.append(measure(call, kind, url, folder))
        for error, times in Counter((*outcomes[-1].seen.errors, *outcomes[-1].seen.warnings)).items():
            print(f"{times} x {error}", file=sys.stderr)
        print(outcomes[-1].row(), flush=True)
    return int(any(one.lost or one.doubled or one.seen.errors for one in outcomes))


def measure(call: argparse.Namespace, kind: str, url: str, data: Path | None) -> Outcome:
    """Let the trainees answer, then count what the store has."""
    prefix = f"{kind}-{os.getpid()}-"
    names = [f"{prefix}{number}" for number in range(call.trainees)]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        homes = [home / f"machine-{at}" for at in range(call.processes)]
        _enrol(home, url, names)
        go = home / "go"
        orders = [
            Orders(str(one), str(go), url, names[at :: call.processes], kind, call.seconds, call.pause)
            for at, one in enumerate(homes)
        ]
        seen, server_work, load = _together(orders, go, data)
        aside = sum(len([*one.rglob("*.jsonl")]) for one in homes)
        for one in homes:  # what a store that was too slow did not take is taken in by the next start
            SafeStore(one, names[0], lambda: open_database(address(home, {"TRAINER_DATABASE_URL": url})))
        there = [text for text in kept(home, url) if f" {prefix}" in text]
    return Outcome(kind, call.pause, call.seconds, seen, server_work, there, aside, load)


def _enrol(home: Path, url: str, names: Sequence[str]) -> None:
    database = open_database(address(home, {"TRAINER_DATABASE_URL": url}))
    with database.write() as connection:
        connection.execute(insert(people), [{"id": name, "name": name} for name in names])
    database.close()


def _together(
    orders: Sequence[Orders], go: Path, data: Path | None
) -> tuple[Seen, float | None, tuple[float, float]]:
    path = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    children = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.trainees", json.dumps(asdict(one))],
            cwd=ROOT,
            # One thread of arithmetic each: the processes are what runs side by side.
            env={**os.environ, "PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1", "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        for one in orders
    ]
    try:
        for child in children:
            assert child.stdout
            assert child.stdout.readline().strip() == "ready"
        before, load = _server_work(data), os.getloadavg()[0]
        go.touch()
        lines = [child.communicate(timeout=orders[0].seconds + _STARTING)[0] for child in children]
        after = _server_work(data)
    finally:
        for child in children:
            child.kill()
            child.wait()
    work = None if before is None or after is None else after - before
    return joined([Seen(**json.loads(line)) for line in lines]), work, (load, os.getloadavg()[0])


def _server_work(data: Path | None) -> float | None:
    """Return the processor time of the server and of all that it has started, in seconds; Linux only."""
    if data is None or not Path("/proc/self/stat").exists():
        return None
    # Nobody but the server may look into its folder, or root.
    first = (data / "postmaster.pid").read_text(encoding="utf-8").split()[0]
    total = 0.0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue  # it has just ended
        own, parent = path.parent.name, fields[1]
        if first in (own, parent):
            # Those that have ended are counted with the process that started them.
            total += sum(map(int, fields[11:15] if own == first else fields[11:13]))
    return total / os.sysconf("SC_CLK_TCK")


def _at(seconds: Sequence[float], percent: int) -> float:
    """Return a percentile in milliseconds."""
    if len(seconds) < 2:
        return float("nan")
    return statistics.quantiles(seconds, n=100, method="inclusive")[percent - 1] * 1000


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.scale", description=__doc__)
    parser.add_argument("--trainees", type=int, default=200)
    parser.add_argument("--processes", type=int, default=4)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--pause", type=float, default=0, help="mean seconds to think before each answer")
    parser.add_argument(
        "--judge", choices=KINDS, action="append", help="may be given several times; all without"
    )
    parser.add_argument("--url", default="", help="an empty database; a server of its own without")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
