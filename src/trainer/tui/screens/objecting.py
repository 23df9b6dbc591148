"""Screens that show deductions a trainee may object to."""

from trainer.tui import objection_texts_ru as ru
from trainer.tui.objection_parts import Charge
from trainer.tui.screens.base import Result, TrainerScreen
from trainer.tui.screens.object import ObjectScreen


class ObjectingScreen(TrainerScreen[Result]):
    """A screen with deductions: one key opens the objection, and what was said of it is shown afterwards."""

    def objectable(self) -> tuple[str, list[Charge]]:
        """Return the session and those of its deductions shown here that nobody has objected to."""
        raise NotImplementedError

    def action_object(self) -> None:
        """Disagree with a deduction."""
        session, found = self.objectable()
        if found:
            self.app.push_screen(ObjectScreen(session, found), self._objected)
        else:
            self.say(ru.NOTHING_LEFT)

    def on_mount(self) -> None:
        """Prepare what has been composed; done again when an objection has been made."""

    async def _objected(self, kept: bool | None) -> None:
        if kept:
            await self.recompose()
            self.on_mount()
            self.say(ru.TAKEN)
