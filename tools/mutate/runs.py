"""How tests are run in a process: quietly, without rewritten assertions, with the same examples each time."""

import importlib
import os
import sys
from collections.abc import Callable, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from types import CodeType

import hypothesis
import pytest

from tools.locked import ROOT
from tools.mutate.changes import Mutant, mutated
from tools.mutate.places import CODE, path_of, source_of

_WORDS = ("-q", "--assert=plain", "--tb=no", "-p", "no:cacheprovider", "-x")


class Examples:
    """A plugin that has hypothesis try the same examples each time and not look for the smallest that fails."""

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self) -> None:
        """Set the profile before the tests are imported."""
        phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
        hypothesis.settings.register_profile(
            "mutants", derandomize=True, deadline=None, database=None, phases=phases
        )
        hypothesis.settings.load_profile("mutants")


def run(places: Sequence[str], *plugins: object) -> int:
    """Run the tests of files or folders, showing nothing; return the exit code of pytest."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return int(pytest.main([*_WORDS, *places], plugins=[Examples(), *plugins]))


def compiled(mutant: Mutant) -> CodeType:
    """Return the code of a module with the change."""
    tree = mutated(source_of(mutant.module), mutant.number)
    return compile(tree, str(path_of(mutant.module)), "exec")


class Chosen:
    """A plugin that runs the tests of these names in this order, and says which one failed."""

    def __init__(self, names: Sequence[str]) -> None:
        """Take the names as pytest gives them."""
        self._names = names
        self.failed = ""

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave the others out."""
        known = {item.nodeid: item for item in items}
        items[:] = [known[name] for name in self._names if name in known]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember the first that failed."""
        if report.failed and not self.failed:
            self.failed = report.nodeid


def run_cold(mutant: Mutant, names: Sequence[str], tell: Callable[[str], None]) -> bool:
    """Import everything with the change and run tests; tell which failed, return whether any did.

    The process must not have imported the trainer. An import that fails with the change is noticed as well.
    """
    code = compiled(mutant)
    sys.meta_path.insert(0, _Finder(mutant, code))
    chosen = Chosen(names)
    ended = run(sorted({name.split("::")[0] for name in names}), chosen)
    passed = ended in (int(pytest.ExitCode.OK), int(pytest.ExitCode.NO_TESTS_COLLECTED))
    tell("" if passed else chosen.failed or "import")
    return not passed


class _Finder(MetaPathFinder):
    def __init__(self, mutant: Mutant, code: CodeType) -> None:
        dotted = path_of(mutant.module).relative_to(CODE.parent).with_suffix("").parts
        self._name = ".".join(dotted).removesuffix(".__init__")
        self._path, self._code = path_of(mutant.module), code

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """Find the changed module only."""
        if name != self._name:
            return None
        loader = _Loader(name, str(self._path))
        loader.code = self._code
        return spec_from_file_location(name, self._path, loader=loader)


class _Loader(SourceFileLoader):
    code: CodeType

    def get_code(self, fullname: str) -> CodeType:
        """Return the changed code."""
        return self.code


def warm_up() -> None:
    """Import what the trainer and its tests need from others, so that each process has it already."""
    for name in (
        "alembic",
        "numpy",
        "pymorphy3",
        "rapidfuzz.process",
        "razdel",
        "ruamel.yaml",
        "sqlalchemy.orm",
    ):
        importlib.import_module(name)
    assert not any(name.split(".")[0] == "trainer" for name in sys.modules), "the trainer is imported"
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
