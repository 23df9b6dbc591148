"""``python -m tools.mutate MODULE…``, ``--all``, or ``--base REF`` for what changed since; see docs/mutation.md."""

import argparse
import multiprocessing
import multiprocessing.connection
import os
import random
import select
import signal
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tools.locked import ROOT
from tools.mutate import kept
from tools.mutate.changes import Mutant, mutants
from tools.mutate.figures import AIM, Figures, table, whole
from tools.mutate.forks import Copy, Ended
from tools.mutate.places import MEASURING, TESTS, all_modules, changed, source_of

Pipe = multiprocessing.connection.Connection
_COLD_LIMIT = 60.0  # seconds of processor time for a mutant with a fresh import
_HOME = ROOT / ".mutants"


def chosen(module: str, sample: int, seed: int) -> tuple[int, list[Mutant]]:
    """Return how many mutants a module has, and a sample of them by chance, the same for the same seed; 0: all.

    Changes that make no difference to anybody do not count.
    """
    same = kept.equivalents().get(module, set())
    found = [m for m in mutants(module, source_of(module)) if m.key not in same]
    if not sample or sample >= len(found):
        return len(found), found
    # The first so many of one order: a larger sample holds the smaller one.
    order = random.Random(f"{seed} {module}").sample(found, len(found))
    return len(found), order[:sample]


def try_all(todo: Sequence[Mutant], results: Path, minutes: float, jobs: int, fresh: bool) -> None:
    """Try mutants and keep what comes out; stops after so many minutes by the wall clock."""
    from tools.mutate import runs

    runs.warm_up()
    until = time.monotonic() + minutes * 60
    ours, theirs = multiprocessing.Pipe(duplex=False)
    child = os.fork()
    if not child:
        ours.close()
        _serve(todo, theirs, jobs, fresh)
    theirs.close()
    colds: list[tuple[Mutant, Copy]] = []
    more = True
    while (more or colds) and time.monotonic() < until:
        wanted: list[Pipe | Copy] = [copy for _, copy in colds]
        if more and len(colds) < jobs:
            wanted.append(ours)
        for ready in select.select(wanted, [], [], 1)[0]:
            if isinstance(ready, Copy):
                (mutant,) = (mutant for mutant, copy in colds if copy is ready)
                colds.remove((mutant, ready))
                _keep(mutant, ready.ended(), results)
            else:
                more = _took(ours, colds, results)
    os.kill(child, signal.SIGTERM)
    os.waitpid(child, 0)


def _took(pipe: Pipe, colds: list[tuple[Mutant, Copy]], results: Path) -> bool:
    """Take what the loaded process found; False when there is no more. What needs a fresh import begins here."""
    from tools.mutate import runs

    try:
        tried = pipe.recv()
    except EOFError:
        return False
    if tried.again and tried.tests:
        work = partial(runs.run_cold, tried.mutant, tried.tests)
        colds.append((tried.mutant, Copy(work, _COLD_LIMIT)))
    else:
        _keep(tried.mutant, tried.ended, results)
    return True


def _serve(todo: Sequence[Mutant], pipe: Pipe, jobs: int, fresh: bool) -> None:
    try:
        from tools.mutate import runs
        from tools.mutate.warm import Warm

        warm = Warm(todo, pipe.send, _HOME / "seen.json", jobs, fresh)
        sys.settrace(warm.trace)
        runs.run([*TESTS, f"--ignore={MEASURING}"], warm)
    finally:
        pipe.close()
        os._exit(0)


def _keep(mutant: Mutant, ended: Ended, results: Path) -> None:
    of = kept.digest(source_of(mutant.module))
    end = "survived" if ended.end == "untried" else ended.end  # there is no test at all
    kept.add(results, kept.Outcome(mutant.module, of, mutant.key, mutant.line, end, ended.by, ended.seconds))
    if end == "survived":
        print(f"src/trainer/{mutant.module}.py:{mutant.line}: {mutant.key}", flush=True)


def figures(modules: Sequence[str], sample: int, seed: int, results: Path) -> list[Figures]:
    """Return what came out for the sample of each module as it is now."""
    outcomes = list(kept.read(results))
    rows = []
    for module in modules:
        count, wanted = chosen(module, sample, seed)
        known = kept.latest(outcomes, module, kept.digest(source_of(module)))
        ends = [known[mutant.key] for mutant in wanted if mutant.key in known]
        rows.append(Figures(module, count, len(ends), sum(end.killed for end in ends)))
    return rows


def _todo(asked: argparse.Namespace, modules: Sequence[str]) -> list[Mutant]:
    outcomes = list(kept.read(asked.results))
    todo: list[tuple[int, Mutant]] = []
    for module in modules:
        known = kept.latest(outcomes, module, kept.digest(source_of(module)))
        done = {key for key, end in known.items() if end.killed or not asked.again}
        ranked = enumerate(chosen(module, asked.sample, asked.seed)[1])
        todo += [(rank, mutant) for rank, mutant in ranked if mutant.key not in done]
    # A few of each module, then more: a run that is stopped says something about all of them.
    return [mutant for _, mutant in sorted(todo, key=lambda item: item[0] // 5)]


def _asked(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.mutate", description=__doc__)
    parser.add_argument("modules", nargs="*", help="such as scoring/guards")
    parser.add_argument("--all", action="store_true", help="all modules of scoring, dialogue and text")
    parser.add_argument("--base", help="take the modules that differ from this commit")
    parser.add_argument("--sample", type=int, default=30, help="mutants of a module, by chance; 0 for all")
    parser.add_argument("--seed", type=int, default=1, help="another seed takes another sample")
    parser.add_argument("--minutes", type=float, default=600, help="stop after so long; the next run goes on")
    parser.add_argument(
        "--again", action="store_true", help="try survivors once more, after tests were added"
    )
    parser.add_argument("--jobs", type=int, default=2, help="so many copies at once")
    parser.add_argument("--fresh", action="store_true", help="try what survives with a fresh import too")
    parser.add_argument(
        "--results", type=Path, default=_HOME / "results.jsonl", help="where outcomes are kept"
    )
    parser.add_argument("--table", action="store_true", help="only print what is known already")
    return parser.parse_args(words)


def main(words: Sequence[str] | None = None) -> int:
    """Try mutants, print the survivors and the table; 1 where a module lies below the aim for certain."""
    asked = _asked(words)
    modules = [
        *asked.modules,
        *(all_modules() if asked.all else []),
        *(changed(asked.base) if asked.base else []),
    ]
    modules = list(dict.fromkeys(modules))
    if not modules:
        print("no module of scoring, dialogue or text to mutate")
        return 0
    os.chdir(ROOT)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    os.environ["TRAINER_CACHE"] = str(_HOME / "cache")
    todo = [] if asked.table else _todo(asked, modules)
    if todo:
        try_all(todo, asked.results, asked.minutes, asked.jobs, asked.fresh)
    rows = figures(modules, asked.sample, asked.seed, asked.results)
    print(table(rows))
    if (share := whole(rows)) is not None:
        print(
            f"\nOf all mutants of these modules about {share:.0f} % are noticed; the aim is {AIM} % of each."
        )
    return int(any(row.below for row in rows))


if __name__ == "__main__":
    sys.exit(main())
