"""``trainer test``: runs the example answers of packs and standards, like a test runner."""

import argparse
import time
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from trainer.authoring.examples import Case
from trainer.authoring.examples_run import Result, Status
from trainer.authoring.examples_run import run as run_case
from trainer.authoring.examples_select import NotAnExpressionError, matcher
from trainer.cli import output
from trainer.cli.check_progress import progress
from trainer.cli.complain import reason, wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.processes import BATCH, Work, jobs_of, spread
from trainer.cli.test_junit import junit
from trainer.cli.test_report import record, report, show
from trainer.cli.test_sources import Source, collect, found_files, refused, sources
from trainer.cli.test_texts_ru import HELP, NEAR, TEST
from trainer.cli.test_watch import Sleep, Watcher
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Judge, Tools
from trainer.model.place import Place
from trainer.model.problem import InputError

# A process takes a second to load its models; fewer batches than this are not worth one more.
_BATCHES = 8


def run(words: Sequence[str], tools: Tools, sleep: Sleep = time.sleep) -> int:
    """Run the examples that are named, or all; ``sleep`` waits between two looks at watched files."""
    call = _parser().read(words)
    _check(call)
    found = sources(call.paths, tools)
    if call.watch:
        return _watch(call, found, tools, sleep)
    cases = _chosen(collect(found, tools), call.k)
    if not cases:
        raise refused(PLACES["call"], "C121")
    return _run(cases, call, tools)


def _watch(call: argparse.Namespace, found: Sequence[Source], tools: Tools, sleep: Sleep) -> int:
    """Run everything, then what changed, until Ctrl+C."""
    watcher = Watcher(lambda: found_files(found), sleep)
    changed: set[Path] = set(found_files(found))
    while True:
        try:
            cases = _chosen(collect(found, tools), call.k)
        except InputError as error:  # the author is in the middle of a word
            for problem in error.problems:
                output.tell(str(problem))
        else:
            touched = [case for case in cases if Path(case.expected.place.path) in changed]
            changed = set()
            if touched:
                _run(touched, call, tools)
            else:
                output.tell(TEST["nothing"])
        output.tell(TEST["watching"].format(count=watcher.count))
        new = watcher.wait()
        output.tell(TEST["changed"].format(names=", ".join(sorted(path.name for path in new))))
        for source in found:
            hit = new.intersection(files := source.files())
            if hit and source.of_standards:
                tools.renew()
            # The first file lists the others: what it names anew is run too.
            new |= set(files) if files[0] in hit else set()
        changed |= new  # what could not be run because of an error still waits


def _run(cases: Sequence[Case], call: argparse.Namespace, tools: Tools) -> int:
    """Run the cases and tell of them; what was done before Ctrl+C is told too."""
    results: list[Result] = []
    started = time.perf_counter()
    try:
        _judge(cases, call, tools, results)
    finally:
        seconds = time.perf_counter() - started
        if call.junit:
            _write(call.junit, junit(results, seconds, datetime.now()))
        lines = report(results, seconds, verbose=call.verbose)
        if call.json:
            output.tell([text for _, text in lines][-1])
        else:
            show(lines)
    failed = any(result.status is Status.FAILED for result in results)
    return ExitCode.FOUND if failed else ExitCode.DONE


def _judge(cases: Sequence[Case], call: argparse.Namespace, tools: Tools, results: list[Result]) -> None:
    work = Work(tools.judge, _run_one)
    with (
        progress(len(cases), TEST["progress"]) as advance,
        closing(spread(cases, work, _jobs(call, cases))) as done,
    ):
        for _, result in done:
            results.append(result)
            advance()
            if call.json:
                output.record(record(result))
            if call.exitfirst and result.status is Status.FAILED:
                return


def _run_one(judge: Judge, case: Case) -> Result:
    try:
        return run_case(case, judge)
    except Exception as error:
        raise RuntimeError(f"{case.expected.place}: {type(error).__name__}: {error}") from error


def _jobs(call: argparse.Namespace, cases: Sequence[Case]) -> int:
    """Return how many processes to take; one that watches keeps its judge and needs no other."""
    if call.watch and call.jobs is None:
        return 1
    batches = -(-len(cases) // BATCH)
    return max(1, min(jobs_of(call.jobs), batches if call.jobs else batches // _BATCHES))


def _chosen(cases: Sequence[Case], expression: str | None) -> list[Case]:
    if expression is None:
        return list(cases)
    try:
        fits = matcher(expression)
    except NotAnExpressionError as error:
        near = NEAR.format(word=error.near) if error.near else ""
        raise refused(PLACES["call"], "C120", near=near) from None
    return [case for case in cases if fits(case.name)]


def _check(call: argparse.Namespace) -> None:
    """Refuse a wrong call before any work is done."""
    jobs_of(call.jobs)
    _chosen((), call.k)
    if call.junit is None:
        return
    if Path(call.junit).suffix.lower() != ".xml":
        raise refused(PLACES["call"], "C122", name=call.junit)
    if not Path(call.junit).parent.is_dir():
        raise wrong(Place(call.junit), "C097", folder=Path(call.junit).parent)


def _write(name: str, text: str) -> None:
    try:
        Path(name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise wrong(Place(name), "C060", reason=reason(error)) from None


def _parser() -> Parser:
    parser = Parser("test", HELP["about"])
    parser.add_argument("paths", nargs="*", metavar="ПУТЬ", help=HELP["paths"])
    parser.add_argument("-k", metavar="ВЫРАЖЕНИЕ", help=HELP["k"])
    parser.add_argument("-x", "--exitfirst", action="store_true", help=HELP["x"])
    parser.add_argument("-v", "--verbose", action="store_true", help=HELP["v"])
    parser.add_argument("--json", action="store_true", help=HELP["json"])
    parser.add_argument("--junit", metavar="ФАЙЛ", help=HELP["junit"])
    parser.add_argument("--watch", action="store_true", help=HELP["watch"])
    parser.add_argument("--jobs", metavar="N", help=HELP["jobs"])
    return parser
