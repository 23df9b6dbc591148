"""What the tool for mutants changes, how it counts, and that a change in a running process is noticed."""

import ast
from pathlib import Path

import pytest

from tools.mutate import kept
from tools.mutate.changes import mutants, mutated
from tools.mutate.figures import Figures, table, whole
from tools.mutate.forks import CannotError, in_copy
from tools.mutate.places import all_modules, own_tests, path_of
from tools.mutate.seen import Seen, read

SOURCE = '''"""Doc."""
LIMIT = 3
WORDS = {"a", "b"}

def f(x: int = 5) -> int:
    """Doc."""
    if x < LIMIT and not x:
        raise ValueError("no " + "way")
    return [y + 1 for y in range(x) if y]

class C:
    @property
    def g(self):
        return f"at {self}" + "s"
'''


def changes(source: str) -> dict[str, str]:
    return {m.key: ast.unparse(mutated(source, m.number)) for m in mutants("m", source)}


def test_what_is_changed_and_what_is_left_alone() -> None:
    found = changes(SOURCE)
    assert set(found) == {
        ": 3 -> 4",
        ": 5 -> 6",
        "f: x < LIMIT and (not x) -> x < LIMIT or not x",
        "f: x < LIMIT and (not x) -> not (x < LIMIT and (not x))",
        "f: x < LIMIT -> x <= LIMIT",
        "f: not x -> x",
        "f: y + 1 -> y - 1",
        "f: 1 -> 2",
        "f: y -> not y",
        "C.g: f'at {self}' + 's' -> f'at {self}' - 's'",
        "C.g: 's' -> 'XXs'",
    }
    assert "if x <= LIMIT and (not x):" in found["f: x < LIMIT -> x <= LIMIT"]
    assert len(set(found.values())) == len(found)


def test_equal_changes_of_a_function_are_told_apart() -> None:
    assert list(changes("def f(a):\n    return a + 1, a + 1")) == [
        "f: a + 1 -> a - 1",
        "f: 1 -> 2",
        "f: a + 1 -> a - 1 (2)",
        "f: 1 -> 2 (2)",
    ]


@pytest.mark.parametrize("module", ["scoring/amounts", "text/wording", "dialogue/engine"])
def test_every_change_of_a_module_can_be_compiled_and_is_one(module: str) -> None:
    source = path_of(module).read_text("utf-8")
    plain = ast.dump(ast.parse(source))
    for mutant in mutants(module, source)[::20]:
        tree = mutated(source, mutant.number)
        compile(tree, "m", "exec")
        assert ast.dump(tree) != plain, mutant.key


def test_what_makes_no_difference_is_still_in_the_code() -> None:
    for module, keys in kept.equivalents().items():
        assert keys <= kept.keys(mutants(module, path_of(module).read_text("utf-8"))), module
    assert "text/tokens" in all_modules()


def test_the_share_of_a_sample_comes_with_its_bounds() -> None:
    some = Figures("m", 1000, 30, 24)
    assert some.share == 80
    assert [round(bound) for bound in some.bounds] == [63, 90]
    assert not some.below
    assert Figures("m", 1000, 30, 15).below
    assert Figures("m", 30, 30, 24).bounds == (80, 80)
    assert Figures("m", 30, 30, 23).below
    assert Figures("m", 30, 0, 0).share is None
    assert not Figures("m", 30, 0, 0).below


def test_nothing_tried_is_no_success() -> None:
    rows = [Figures("a", 10, 0, 0), Figures("b", 0, 0, 0), Figures("c", 30, 30, 29)]
    assert table(rows).splitlines()[2:] == [
        "| `a.py` | 10 | 0 | 0 | not tried | - |",
        "| `c.py` | 30 | 30 | 29 | 96 % | all tried |",
        "",
        "Nothing to change in `b.py`.",
    ]
    assert whole(rows[:2]) is None
    assert whole([Figures("a", 10, 10, 5), Figures("c", 30, 10, 10)]) == pytest.approx(87.5)


def test_what_came_out_is_kept_and_tried_again_where_the_module_changed(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "results.jsonl"
    first = kept.Outcome("m", "old", "f: 1 -> 2", 3, "survived", "", 0.1)
    again = kept.Outcome("m", "old", "f: 1 -> 2", 3, "time", "", 9.1)
    for outcome in (first, again):
        kept.add(path, outcome)
    assert kept.latest(kept.read(path), "m", "old") == {"f: 1 -> 2": again}
    assert again.killed
    assert not first.killed
    assert kept.latest(kept.read(path), "m", "new") == {}
    assert list(kept.read(tmp_path / "none")) == []


def test_tests_of_a_file_that_changed_are_measured_anew(tmp_path: Path) -> None:
    names = ["tests/tools/test_mutate.py::a", "tests/tools/test_mutate.py::b"]
    seen = Seen(dict.fromkeys(names, 0.1), {name: ["m: f"] for name in names})
    assert seen.fresh(names) == names
    seen.seconds, seen.places = {names[0]: 0.1}, {names[0]: ["m: f"]}
    seen.write(tmp_path / "seen.json")
    known = read(tmp_path / "seen.json")
    assert known.fresh(names) == [names[1]]
    assert known.tests("m: f") == {names[0]}
    assert known.tests("m: g") == set()


def test_own_tests_of_a_module() -> None:
    assert own_tests("scoring/guards")[0] == "tests/scoring/test_guards.py::"
    assert own_tests("text/quantities/words")[1] == "tests/text/test_quantities.py::"


def _failing() -> bool:
    raise SystemExit(0)


def _refusing() -> bool:
    raise CannotError


def _endless() -> bool:
    while True:
        pass


@pytest.mark.parametrize(
    ("work", "end"),
    [
        (lambda: True, "killed"),
        (lambda: False, "survived"),
        (_failing, "killed"),
        (_refusing, "untried"),
        (_endless, "time"),
    ],
)
def test_a_copy_tells_how_it_ended(work, end) -> None:
    assert in_copy(lambda tell: work(), limit=0.1).end == end


def test_a_copy_tells_which_test_noticed() -> None:
    assert in_copy(lambda tell: tell("test_a") or True, limit=1).by == "test_a"
