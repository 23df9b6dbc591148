"""A pack of a folder in the app: its talk is listed, its standards are shown and charged with their source."""

from pathlib import Path

import pytest
from desks import settle, shown, written
from textual.events import Paste
from textual.widgets import OptionList

from trainer import wiring
from trainer.packs.shelf import Root, Shelf
from trainer.practice.records import Mode
from trainer.tui.app import TrainerApp
from trainer.tui.screens.standards import StandardsScreen
from trainer.tui.screens.verdict import VerdictScreen

BOUQUET = Path(__file__).parents[1] / "data" / "packs" / "bouquet"


@pytest.fixture
def desk(home: Path) -> wiring.HouseDesk:
    return wiring.HouseDesk(Shelf((Root(BOUQUET),)))


async def test_the_standards_screen_shows_an_own_standard_and_whose_it_is(desk: wiring.HouseDesk) -> None:
    app = TrainerApp(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "Букет опаздывает" in shown(app)
        await pilot.press("f6")
        await settle(pilot)
        assert isinstance(app.screen, StandardsScreen)
        listed = app.screen.query_one("#standards", OptionList)
        listed.highlighted = listed.get_option_index("offer-photo")
        await settle(pilot)
        text = written(app)
        for part in ("Предложить фото букета", "Свой стандарт набора «bouquet»", "Памятка лавки «Ромашка»"):
            assert part in text


async def test_an_answer_is_charged_by_an_own_standard_with_its_source(desk: wiring.HouseDesk) -> None:
    app = TrainerApp(desk, desk.start("late-bouquet", Mode.TRAINING))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        app.post_message(Paste("Вера, понимаю вас. Закажите в другом магазине, букета не будет."))
        await pilot.pause()
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, VerdictScreen)
        text = written(app)
        for part in ("Отправить к другим", "Памятка лавки «Ромашка», раздел 5", "Предложить фото букета"):
            assert part in text


async def test_a_broken_standard_is_told_and_the_rest_is_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    monkeypatch.setenv("TRAINER_HOME", str(tmp_path))
    pack = Path(shutil.copytree(BOUQUET, tmp_path / "bouquet"))
    file = pack / "standards" / "send-elsewhere.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("quality: ownership", "quality: x"), "utf-8")
    desk = wiring.HouseDesk(Shelf((Root(pack),)))
    assert any("send-elsewhere.yaml:2:10" in text for text in desk.problems())
    assert "offer-photo" in desk.catalogue().standards
    assert "first-week" in [found.id for found in desk.packs()]
