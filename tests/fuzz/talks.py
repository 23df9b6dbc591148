"""The state machine of a talk, driven by bytes: each is an answer, a look at the card, or a step back."""

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from tests.packs.samples import write_pack
from tests.practice.fakes import StillClock
from tests.practice.fakes import scenario as parcel
from trainer.model.scenario import Mood, Scenario
from trainer.model.verdict import Setting, Verdict
from trainer.packs.library import find_scenario
from trainer.packs.reader import read_pack
from trainer.practice.records import Mode, Stage
from trainer.practice.replay import resume
from trainer.practice.session import start
from trainer.storage.memory import MemoryStore


@cache
def _talks() -> tuple[Scenario, ...]:
    with tempfile.TemporaryDirectory() as home:
        sample = read_pack(write_pack(Path(home))).scenarios["talk"]
    return (parcel(), sample, find_scenario("courier-pickup")[1], find_scenario("abusive-client")[1])


class _Judge:
    """Judges by a byte: its bits say what was shown, broken and given."""

    byte = 0

    def score(self, text: str, setting: Setting) -> Verdict:
        turn, bits = setting.turn, self.byte
        assert turn
        facts = [fact.id for fact in setting.facts()]
        given = tuple(name for at, name in enumerate(facts) if bits >> (at % 5) & 1)
        shown = tuple(name for at, name in enumerate(turn.expected) if bits >> (at % 7) & 1)
        violated = (
            {name for way in turn.ways if way.when for name in way.when.violated} if bits & 64 else set()
        )
        return Verdict(
            text, bits * 100 // 255, 1 + bits // 64, shown, (), tuple(sorted(violated)), given,
            tuple(name for name in facts if name not in given), {}, (), (),
        )  # fmt: skip


def dialogue(data: bytes) -> Any:
    """The first byte picks the talk and its seed."""
    first = data[0] if data else 0
    talk, judge, store = _talks()[first % 4], _Judge(), MemoryStore()
    session = start("s", talk, Mode.TRAINING, judge, store, StillClock(), first // 4)
    path = []
    for byte in data[1:80]:
        judge.byte = byte
        if byte % 16 == 15 and talk.card:
            session.look_up(talk.card[byte // 16 % len(talk.card)].id)
        elif byte % 16 == 14 and session.kept:
            session.retry()
        elif session.stage is Stage.TALK:
            session.answer(f"Ответ {byte}")
        else:
            break
        state = session.talk.state
        assert state.mood in Mood
        assert 0 <= state.patience <= talk.patience
        assert state.at in (talk.endings if state.ended else talk.turns)
        assert session.line().strip()
        path.append((state.at, state.mood, state.patience, session.line()))
    again = resume(store, "s", lambda _: talk, judge, StillClock())
    assert again.talk.state == session.talk.state
    assert again.debrief() == session.debrief()
    return path


TARGETS = {"dialogue": dialogue}
