"""The outcome of the examples as text and as records."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from trainer.authoring.examples_run import Difference, Result, Status
from trainer.cli import output
from trainer.cli.test_texts_ru import STATUS, TEST
from trainer.practice.visible import one_line, visible

Line = tuple[str, str]
"""A style for a terminal that has colours, and the text."""
_STYLES: Mapping[Status, str] = {
    Status.PASSED: "green",
    Status.FAILED: "bold red",
    Status.KNOWN: "yellow",
    Status.FIXED: "bold cyan",
    Status.SKIPPED: "dim",
}
_KEY = 9


def show(lines: Iterator[Line]) -> None:
    """Write lines to stdout, in colours where a person looks."""
    if not sys.stdout.isatty():
        for _, text in lines:
            output.say(text)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console()
    for style, text in lines:
        console.print(Text(visible(text), style), soft_wrap=True)


def report(results: Sequence[Result], seconds: float, *, verbose: bool = False) -> Iterator[Line]:
    """Yield what differs, what no longer does, and the totals."""
    if verbose:
        yield from (_headline(result) for result in results)
        yield "", ""
    for result in results:
        if result.status is Status.FAILED or (verbose and result.status is Status.KNOWN):
            yield from _block(result)
    fixed = [result for result in results if result.status is Status.FIXED]
    if fixed:
        yield _STYLES[Status.FIXED], TEST["fixed"]
        yield from (("", f"  {result.case.name}  {result.case.expected.place}") for result in fixed)
    yield _totals(results, seconds)


def record(result: Result) -> dict[str, Any]:
    """Return what came of one example as the fields of a record."""
    expected, got = result.case.expected, result.got
    fields: dict[str, Any] = {
        "id": result.case.name,
        "place": str(expected.place),
        "status": result.status.value,
        "text": expected.text,
    }
    if reason := expected.known or result.case.skip:
        fields["reason"] = reason
    if result.status is not Status.SKIPPED:
        fields["shown"], fields["violated"] = list(got.shown), list(got.violated)
    if got.score is not None:
        fields |= {"given": list(got.given), "score": got.score, "next": got.to, "asks": got.asks}
    fields["differences"] = [
        {"key": item.key, "expected": item.lacks, "got": item.has, "words": list(item.words)}
        for item in result.differences
    ]
    return fields


def explained(result: Result) -> Iterator[Line]:
    """Yield the differences of one example, a line for what lacks and one for what came."""
    key = ""
    for item in result.differences:
        head = "" if item.key == key else item.key
        key = item.key
        if item.lacks:
            yield "red", f"  {head:<{_KEY}} - {item.lacks}"
            head = ""
        if item.has:
            yield "green", f"  {head:<{_KEY}} + {_has(item)}"
    if result.got.score is not None:
        yield "dim", "  " + TEST["context"].format(score=result.got.score, taken=_taken(result))


def _block(result: Result) -> Iterator[Line]:
    expected = result.case.expected
    yield _headline(result)
    yield "dim", f"  {expected.place}"
    yield "", "  " + output.quoted(expected.text)
    if expected.known:
        yield "", "  " + TEST["known"].format(reason=one_line(expected.known))
    yield from explained(result)
    yield "", ""


def _headline(result: Result) -> Line:
    score = "" if result.got.score is None else f"  {result.got.score}"
    text = TEST["headline"].format(status=STATUS[result.status], name=result.case.name)
    return _STYLES[result.status], text + score


def _has(item: Difference) -> str:
    if item.key == "to":
        return TEST["asks"].format(to=item.has, fact=item.words[0]) if item.words else item.has
    words = ", ".join(output.quoted(word) for word in item.words)
    return f"{item.has}: {words}" if words else item.has


def _taken(result: Result) -> str:
    items = []
    for standard, points in result.got.taken.items():
        words = " ".join(output.quoted(word) for word in result.got.words.get(standard, ()))
        items.append(f"{TEST['points'].format(standard=standard, points=points)} {words}".rstrip())
    return TEST["taken"].format(items=", ".join(items)) if items else ""


def _totals(results: Sequence[Result], seconds: float) -> Line:
    counts = Counter(result.status for result in results)
    parts = ", ".join(
        TEST[f"part-{status}"].format(count=counts[status])
        for status in Status
        if counts[status] or status is Status.PASSED
    )
    text = TEST["total"].format(count=len(results), parts=parts, seconds=f"{seconds:.1f}".replace(".", ","))
    failed = bool(counts[Status.FAILED])
    legend = " " + TEST["legend"] if failed else ""
    return _STYLES[Status.FAILED if failed else Status.PASSED], text + legend
