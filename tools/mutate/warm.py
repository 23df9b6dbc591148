"""Mutants in a process that has everything loaded: which tests run which function, then a copy for each change."""

import functools
import gc
import inspect
import select
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tools.mutate.changes import Mutant
from tools.mutate.forks import CannotError, Copy, Ended
from tools.mutate.places import CODE, above, own_tests, path_of
from tools.mutate.runs import compiled
from tools.mutate.seen import place, place_of, read

_SLOW = 1.0  # seconds of processor time: a test above is not used
_BUDGET = 12.0  # seconds of processor time of the tests that one mutant is tried on, the quickest first
_FEW = 3  # a function that so few tests run may hide behind something that is made once


@dataclass(frozen=True, slots=True)
class Tried:
    """How a mutant ended here, the tests for it, and whether it has to be tried with a fresh import as well."""

    mutant: Mutant
    ended: Ended
    tests: Sequence[str]
    again: bool


@dataclass(frozen=True, slots=True)
class _Running:
    mutant: Mutant
    tests: Sequence[str]
    hidden: bool  # something made once may hide the change
    copy: Copy | None  # none where a fresh import is needed anyway


class Warm:
    """A plugin of pytest that learns which tests run which functions, then tries each mutant on those."""

    def __init__(
        self,
        mutants: Sequence[Mutant],
        told: Callable[[Tried], None],
        learned: Path,
        jobs: int,
        always: bool = False,
    ) -> None:
        """``learned`` is where that is kept; ``always``: whatever survives is tried again with a fresh import."""
        self._mutants, self._told, self._learned = mutants, told, learned
        self._jobs, self._always = jobs, always
        self._codes: set[CodeType] = set()
        self._items: dict[str, pytest.Item] = {}
        self._seen = read(learned)
        self._killers: dict[str, list[str]] = defaultdict(list)
        self._rescan = True
        self._caches: list[Any] = []
        self._loaders: set[str] = set()

    def trace(self, frame: FrameType, event: str, arg: object) -> None:
        """Note each function that is called."""
        self._codes.add(frame.f_code)

    def _taken(self) -> list[str]:
        codes, self._codes = self._codes, set()  # it may be watched itself
        return sorted({place for code in codes if (place := place_of(code))})

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Generator[None, object, object]:
        """Keep apart what is made once for many tests."""
        if fixturedef.scope == "function":
            return (yield)
        before, self._codes = self._codes, set()
        made = yield
        if found := self._taken():
            self._seen.early[fixturedef.argname] = found
        self._codes, self._rescan = before, True
        return made

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the tests that are not known yet, then the mutants."""
        sys.settrace(None)
        self._seen.imported = self._taken() or self._seen.imported
        self._items = {item.nodeid: item for item in session.items}
        fresh = self._seen.fresh(self._items)
        self._measure(fresh)
        self._seen.write(self._learned)
        self._load(set(fresh))
        functions = _functions()
        self._loaders = set(_loaders())
        gc.collect()
        gc.freeze()
        running: list[_Running] = []
        for mutant in self._mutants:
            if len(running) >= self._jobs:
                self._finish(running)
            running.append(self._begin(mutant, functions[str(path_of(mutant.module))]))
        while running:
            self._finish(running)
        return True

    def _measure(self, names: Sequence[str]) -> None:
        failed = []
        for name, following in zip(names, [*names[1:], *names[:1]], strict=True):
            passed, seconds = self._once(name, following, traced=True)
            places = self._taken()
            if passed and seconds > _SLOW:  # it may have loaded what the others find there
                seconds = self._once(name, following, traced=False)[1]
            if passed:
                self._seen.seconds[name], self._seen.places[name] = seconds, places
            else:
                failed.append(name)
        print(f"{len(names)} tests were not known; failed without a change: {failed}", file=sys.stderr)

    def _load(self, ran: set[str]) -> None:
        """Run the quickest test of each file, so that what is made once is there."""
        files: dict[str, str] = {}
        for name in sorted(self._seen.seconds, key=lambda name: self._seen.seconds[name]):
            for part in (name.split("::")[0], *getattr(self._items[name], "fixturenames", ())):
                files.setdefault(part, name)
        names = [name for name in dict.fromkeys(files.values()) if name not in ran]
        for name, following in zip(names, [*names[1:], *names[:1]], strict=True):
            self._once(name, following, traced=False, empty=False)

    def _once(self, name: str, following: str, *, traced: bool, empty: bool = True) -> tuple[bool, float]:
        if empty:
            self._empty()
        self._codes.clear()
        item = self._items[name]
        item.session._setupstate.teardown_exact(item)
        began = time.process_time()
        if traced:
            sys.settrace(self.trace)
        try:
            reports = runtestprotocol(item, log=False, nextitem=self._items[following])
        finally:
            sys.settrace(None)
        return not any(report.failed for report in reports), time.process_time() - began

    def _empty(self, touched: Set[str] | None = None) -> None:
        """Empty the caches: all, or those of the modules that a change may touch."""
        if self._rescan:
            self._caches, self._rescan = list(_caches()), False
        for cache in self._caches:
            if touched is None or cache.__module__ in touched:
                cache.cache_clear()

    def _begin(self, mutant: Mutant, functions: Sequence[FunctionType]) -> _Running:
        where, seconds = place(mutant.module, mutant.function), self._seen.seconds
        own = {name for name in seconds if name.startswith(own_tests(mutant.module))}
        # Numbers outside of functions matter to whoever runs any function of the module.
        reached = self._seen.tests(where) if mutant.starts else self._seen.tests(f"{mutant.module}: ")
        fixtures = {name for name, places in self._seen.early.items() if where in places}
        early = {name for name in seconds if not fixtures.isdisjoint(self._fixtures(name))}
        tests = self._ordered(mutant, own, reached | early)
        hidden = bool(early) or where in {*self._seen.imported, *self._loaders} or len(reached) <= _FEW
        if not mutant.starts or not tests:
            return _Running(mutant, tests, hidden, None)
        limit = 5 + 4 * sum(seconds[name] for name in tests)
        copy = Copy(lambda tell: self._notice(mutant, functions, tests, tell), limit)
        return _Running(mutant, tests, hidden, copy)

    def _finish(self, running: list[_Running]) -> None:
        """Tell how one of those that run has ended, the first that has."""
        copies = [each.copy for each in running if each.copy]
        ready = select.select(copies, [], [], 0 if len(copies) < len(running) else None)[0]
        one = next(each for each in running if each.copy is None or each.copy in ready)
        running.remove(one)
        ended = one.copy.ended() if one.copy else Ended("untried", "", 0.0)
        if ended.end == "killed" and ended.by in self._seen.seconds:
            self._killers[one.mutant.module].insert(0, ended.by)
        again = ended.end == "untried" or (ended.end == "survived" and (self._always or one.hidden))
        self._told(Tried(one.mutant, ended, one.tests, again))

    def _fixtures(self, name: str) -> Iterable[str]:
        return getattr(self._items[name], "fixturenames", ())

    def _ordered(self, mutant: Mutant, own: set[str], others: set[str]) -> list[str]:
        """Return what noticed other changes first, then own tests, then the quickest, as the budget allows."""
        seconds = self._seen.seconds
        names = {name for name in own | others if seconds[name] <= _SLOW}
        lucky = [name for name in dict.fromkeys(self._killers[mutant.module][:8]) if name in names]
        rest = sorted(names.difference(lucky), key=lambda name: (name not in own, seconds[name]))
        sums = accumulate(seconds[name] for name in (*lucky, *rest))
        return [name for name, sum_ in zip((*lucky, *rest), sums, strict=True) if sum_ <= _BUDGET]

    def _notice(
        self,
        mutant: Mutant,
        functions: Sequence[FunctionType],
        tests: Sequence[str],
        tell: Callable[[str], None],
    ) -> bool:
        _patch(compiled(mutant), mutant, functions)
        self._empty(above(mutant.module))
        items = [self._items[name] for name in tests]
        items[0].session._setupstate.teardown_exact(items[0])
        for item, following in zip(items, [*items[1:], items[-1]], strict=True):
            if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
                tell(item.nodeid)
                return True
        return False


def _functions() -> dict[str, list[FunctionType]]:
    found: dict[str, list[FunctionType]] = defaultdict(list)
    for each in gc.get_objects():
        if type(each) is FunctionType and each.__code__.co_filename.startswith(str(CODE)):
            found[each.__code__.co_filename].append(each)
    return found


def _patch(code: CodeType, mutant: Mutant, functions: Sequence[FunctionType]) -> None:
    """Give the functions of the module the changed code; raises CannotError where that is not possible."""
    table: dict[tuple[str, int], list[CodeType]] = defaultdict(list)
    for each in _inner(code):
        table[each.co_qualname, each.co_firstlineno].append(each)
    patched = False
    for function in functions:
        old = function.__code__
        new = table[old.co_qualname, old.co_firstlineno]
        if len(new) != 1 or new[0].co_freevars != old.co_freevars:
            if old.co_firstlineno == mutant.starts:
                raise CannotError
            continue
        patched = patched or old.co_firstlineno == mutant.starts
        function.__code__ = new[0]
    if not patched:
        raise CannotError


def _inner(code: CodeType) -> Iterator[CodeType]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each
            yield from _inner(each)


_Cache = functools._lru_cache_wrapper


def _caches() -> Iterator[Any]:
    """Yield the caches of the trainer that hold something for each argument; what is made only once stays."""
    return (each for each in _all_caches() if inspect.signature(each.__wrapped__).parameters)


def _loaders() -> Iterator[str]:
    """Yield the functions of the trainer that make something only once: their changes show after a fresh import."""
    for each in _all_caches():
        if not inspect.signature(each.__wrapped__).parameters:
            yield place_of(each.__wrapped__.__code__)


def _all_caches() -> Iterator[Any]:
    for each in gc.get_objects():
        if isinstance(each, _Cache) and str(getattr(each, "__module__", "")).startswith("trainer."):
            yield each
