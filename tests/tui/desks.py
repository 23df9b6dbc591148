"""A desk with the small scenario and the judge that looks for a few words."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from fakes import FakeJudge, StillClock, catalogue, pack, scenario
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Static

from trainer.model.scenario import Pack
from trainer.model.standard import Catalogue
from trainer.practice.records import Mode
from trainer.practice.replay import Finished, Unfinished, resume
from trainer.practice.session import Session, start
from trainer.storage.safe import SafeStore


class FakeDesk:
    def __init__(self, store: SafeStore) -> None:
        self.store = store
        self.judge = FakeJudge()
        self.wrong: tuple[str, ...] = ()
        self.count = 0
        self.found = scenario()
        self.all: tuple[Pack, ...] = ()

    def warning(self) -> str:
        return self.store.warning

    def problems(self) -> Sequence[str]:
        return self.wrong

    def packs(self) -> Sequence[Pack]:
        return self.all or (replace(pack(), scenarios={self.found.id: self.found}),)

    def catalogue(self) -> Catalogue:
        return catalogue()

    def unfinished(self) -> Sequence[Unfinished]:
        return self.store.unfinished()

    def exercise_titles(self) -> Mapping[str, str]:
        return {"drill": "Живыми словами"}

    def finished(self) -> Collection[Finished]:
        return self.store.finished()

    def start(self, scenario_id: str, mode: Mode) -> Session:
        self.count += 1
        return start(f"s{self.count}", self.found, mode, self.judge, self.store, StillClock())

    def resume(self, session_id: str) -> Session:
        return resume(self.store, session_id, lambda _id: self.found, self.judge, StillClock())

    def warm_up(self) -> None:
        pass

    def ready(self) -> bool:
        return True


def shown(app: App[None]) -> str:
    """Return everything the present screen shows, as the terminal would get it."""
    height = app.size.height
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips[:height])


def written(app: App[None]) -> str:
    """Return the texts of all static parts, also of those scrolled out of sight."""
    return "\n".join(str(part.render()) for part in app.screen.query(Static))


async def settle(pilot: Pilot[None]) -> None:
    """Wait for the threads that read and judge, and for the screen."""
    for _ in range(3):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
