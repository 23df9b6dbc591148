from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec, module_from_spec
from threading import Barrier, Event

import pytest

from trainer.kept.once import once


def test_threads_that_begin_together_make_it_once() -> None:
    made: list[int] = []
    together = Barrier(4)

    @once
    def costly() -> int:
        made.append(1)
        Event().wait(0.05)  # long enough for the others to come
        return len(made)

    def ask(_: int) -> int:
        together.wait()
        return costly()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(ask, range(4))) == [1, 1, 1, 1]


def test_an_error_is_not_kept() -> None:
    left = [ValueError("no disk")]

    @once
    def costly() -> str:
        if left:
            raise left.pop()
        return "made"

    with pytest.raises(ValueError, match="no disk"):
        costly()
    assert costly() == "made"


@pytest.mark.parametrize(
    ("module", "name"),
    [("trainer.wiring.stamps", "engine_version"), ("trainer.packs.hashes", "catalogue_hash")],
)
def test_what_a_session_is_stamped_with_is_summed_up_once(module: str, name: str) -> None:
    spec = find_spec(module)
    assert spec
    assert spec.loader
    fresh = module_from_spec(spec)
    spec.loader.exec_module(fresh)
    read: list[object] = []

    def slow(folder: object, files: object) -> str:
        read.append(folder)
        Event().wait(0.05)
        return "0a1b"

    fresh.files_hash = slow
    with ThreadPoolExecutor(3) as pool:
        found = set(pool.map(lambda _: getattr(fresh, name)(), range(3)))
    assert len(found) == len(read) == 1
