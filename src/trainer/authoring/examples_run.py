"""Runs one example: what came of it, and where that differs from what its author expects."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from trainer.authoring.examples import Case
from trainer.dialogue.engine import begin_at, setting, step
from trainer.model.example import ALL, STAY, ExampleAnswer
from trainer.model.scenario import Scenario
from trainer.model.span import Span
from trainer.model.standard import Catalogue, Standard
from trainer.model.verdict import Reading, Setting, Verdict


class Judging(Protocol):
    """What a run needs of a judge."""

    def score(self, text: str, setting: Setting) -> Verdict:
        """Judge one answer in its setting."""
        ...

    def read(self, text: str) -> Reading:
        """Say what a reply shows and breaks when no situation is known."""
        ...


class Status(StrEnum):
    """How a run ended; only FAILED is a fault of the pack or of the program."""

    PASSED = "passed"
    FAILED = "failed"
    KNOWN = "known"
    """It differs, and the author has said why."""
    FIXED = "fixed"
    """It was known to differ and no longer does."""
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Got:
    """What came of an answer: ``score`` is None where there is no turn, ``asks`` the fact asked for.

    ``words`` are the words of the answer behind each standard, ``taken`` the points off for each.
    """

    shown: tuple[str, ...] = ()
    violated: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    score: int | None = None
    to: str = ""
    asks: str = ""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    taken: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """One expectation that was not met: ``lacks`` was expected, ``has`` came instead; one may be empty."""

    key: str
    lacks: str = ""
    has: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """A case, what came of it and the differences, none for one that passed."""

    case: Case
    status: Status
    got: Got = Got()
    differences: tuple[Difference, ...] = ()


def run(case: Case, judge: Judging) -> Result:
    """Run one case; for ``to`` the talk begins afresh at its turn."""
    if case.skip:
        return Result(case, Status.SKIPPED)
    got = _at_turn(case, case.scenario, judge) if case.scenario else _alone(case, judge)
    found = tuple(differences(case.expected, got))
    if case.expected.known:
        return Result(case, Status.KNOWN if found else Status.FIXED, got, found)
    return Result(case, Status.FAILED if found else Status.PASSED, got, found)


def differences(expected: ExampleAnswer, got: Got) -> Iterator[Difference]:
    """Yield where what came differs from what is expected, in the order of the keys of the format."""
    yield from (Difference("shows", lacks=name) for name in expected.shows if name not in got.shown)
    yield from _unwanted("misses", (n for n in expected.misses if n in got.shown), got)
    yield from (Difference("violates", lacks=name) for name in expected.violates if name not in got.violated)
    yield from _unwanted("keeps", (n for n in got.violated if _guarded(n, expected)), got)
    yield from (Difference("given", lacks=name) for name in expected.given if name not in got.given)
    yield from _unwanted("missing", (n for n in expected.missing if n in got.given), got)
    low, high = expected.score
    if got.score is not None and not (low or 0) <= got.score <= (100 if high is None else high):
        yield Difference("score", bounds(expected.score), str(got.score))
    if expected.to and got.to != expected.to:
        yield Difference("to", expected.to, got.to, (got.asks,) if got.asks else ())


def bounds(score: tuple[int | None, int | None]) -> str:
    """Return bounds as an author writes them."""
    low, high = score
    if low is None:
        return f"<= {high}"
    if high is None:
        return f">= {low}"
    return f"{low}..{high}" if low < high else f"= {low}"


def _guarded(name: str, expected: ExampleAnswer) -> bool:
    return name in expected.keeps or (ALL in expected.keeps and name not in expected.violates)


def _unwanted(key: str, names: Iterable[str], got: Got) -> Iterator[Difference]:
    for name in names:
        yield Difference(key, has=name, words=got.words.get(name, ()))


def _at_turn(case: Case, scenario: Scenario, judge: Judging) -> Got:
    state = begin_at(scenario, case.turn)
    here = setting(scenario, state)
    verdict = judge.score(case.expected.text, here)
    _, after = step(scenario, state, verdict)
    spans = {item.standard: item.spans for item in verdict.praise}
    spans |= {item.standard: item.evidence for item in verdict.deductions}
    return Got(
        shown=verdict.shown,
        violated=verdict.violated,
        given=verdict.given,
        score=verdict.score,
        to=STAY if after.asks else after.to,
        asks=after.asks,
        words=_words(spans | _unwanted_facts(case.expected, verdict, here), verdict.text),
        taken={item.standard: item.points for item in verdict.deductions},
    )


def _unwanted_facts(expected: ExampleAnswer, verdict: Verdict, here: Setting) -> dict[str, tuple[Span, ...]]:
    """Return where facts were found that should not be there; a verdict does not say it."""
    if not set(expected.missing).intersection(verdict.given):
        return {}
    from trainer.scoring.facts import find_facts
    from trainer.text.analysis import read_once

    given = find_facts(read_once(verdict.text), here).given
    return {name: (given[name],) for name in expected.missing if name in given}


def _alone(case: Case, judge: Judging) -> Got:
    reading = (_judge_of(case.own) if case.own else judge).read(case.expected.text)
    found = (*reading.shown, *reading.violated)
    return Got(
        shown=tuple(item.standard for item in reading.shown),
        violated=tuple(item.standard for item in reading.violated),
        words=_words({item.standard: item.spans for item in found}, reading.text),
    )


def _judge_of(own: Standard) -> Judging:
    """Return a judge that knows one standard of a pack; its rules need no network."""
    from trainer.packs.own_standards import shipped
    from trainer.scoring.judge import Judge

    return Judge(Catalogue(shipped().qualities, {own.id: own}))


def _words(spans: Mapping[str, tuple[Span, ...]], text: str) -> dict[str, tuple[str, ...]]:
    return {name: tuple(span.of(text) for span in found) for name, found in spans.items() if found}
