"""Sessions of a scenario: begun, resumed, or passing."""

from collections.abc import Callable
from functools import partial
from random import Random

from trainer.model.scenario import Scenario
from trainer.packs.hashes import pack_hash
from trainer.packs.shelf import Shelf
from trainer.practice.ports import Judge, Store
from trainer.practice.records import Mode
from trainer.practice.replay import resume
from trainer.practice.session import Session, start
from trainer.practice.texts_ru import EDITED_PACK
from trainer.practice.variety import next_seed
from trainer.storage.memory import MemoryStore
from trainer.wiring.judging import SHIPPED, LazyJudge
from trainer.wiring.keeping import SystemClock, store
from trainer.wiring.stamps import stamp


def scenario(scenario_id: str, shelf: Shelf = SHIPPED) -> Scenario:
    """Return a scenario; raises InputError."""
    return shelf.find(scenario_id)[1]


def open_session(
    scenario_id: str,
    mode: Mode = Mode.TRAINING,
    keep: Store | None = None,
    judge: Judge | None = None,
    shelf: Shelf = SHIPPED,
    seed: int | None = None,
    assignment: str = "",
) -> Session:
    """Begin a session, in the person's store or in ``keep``; raises InputError for an unknown scenario.

    ``seed`` chooses among the wordings of the client's lines; without one they differ from the last talk's.
    ``assignment`` is the id of the task that it is done for.
    """
    clock, keep = SystemClock(), keep or store()
    found = scenario(scenario_id, shelf)
    session_id = f"{clock.now():%Y%m%d-%H%M%S-%f}-{found.id}"
    chosen = next_seed(keep, found.id, Random()) if seed is None else seed
    about = stamp(scenario_id, shelf, assignment).data()
    return start(session_id, found, mode, judge or LazyJudge(), keep, clock, chosen, about)


def open_passing_session(
    found: Scenario, judge: Judge | None = None, mode: Mode = Mode.TRAINING, seed: int = 0
) -> Session:
    """Begin a session that leaves nothing behind, for answers that come from a file."""
    return start("passing", found, mode, judge or LazyJudge(), MemoryStore(), SystemClock(), seed)


def resume_session(session_id: str, shelf: Shelf = SHIPPED) -> Session:
    """Return a session as it was left; raises InputError."""
    find: Callable[[str], Scenario] = partial(scenario, shelf=shelf)
    session = resume(store(), session_id, find, LazyJudge(), SystemClock())
    folder = shelf.folder_of(session.scenario.id)
    if folder and session.edited(pack_hash(folder)):
        session.notice = EDITED_PACK
    return session
