"""The four talks of the first week in the real app, with the real judge, from end to end."""

from pathlib import Path

import pytest
from desks import settle, shown
from textual.events import Paste

from trainer import wiring
from trainer.practice.records import Mode, Stage
from trainer.tui.app import TrainerApp
from trainer.tui.screens.debrief import DebriefScreen
from trainer.tui.screens.verdict import VerdictScreen

pytest.importorskip("trainer.scoring.judge")
FOUR = ("courier-pickup", "stolen-parcel", "quarantine-headphones", "abusive-client")


@pytest.fixture
def desk(home: Path) -> wiring.HouseDesk:
    return wiring.HouseDesk()


@pytest.mark.parametrize("scenario_id", FOUR)
@pytest.mark.parametrize("answers", ["model_answer", "bad_answer"])
async def test_a_talk_is_played_to_an_ending(desk: wiring.HouseDesk, scenario_id: str, answers: str) -> None:
    session = desk.start(scenario_id, Mode.TRAINING)
    app = TrainerApp(desk, session)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for _ in range(20):
            if session.stage is not Stage.TALK:
                break
            app.post_message(Paste(getattr(session.turn, answers)))
            await pilot.pause()
            await pilot.press("enter")
            await settle(pilot)
            assert isinstance(app.screen, VerdictScreen)
            await pilot.press("enter")
            await settle(pilot)
        assert session.stage is Stage.NOTE
        app.post_message(Paste(session.scenario.note.model_answer))
        await pilot.pause()
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape") if not isinstance(app.screen, DebriefScreen) else None
        await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
        assert app.screen.sum_up.ending is not None
        assert str(app.screen.sum_up.ending.title) in shown(app)
