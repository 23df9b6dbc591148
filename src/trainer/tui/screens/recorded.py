"""What the screens about people's records share: reading off the screen's thread, and the size of the map."""

from collections.abc import Callable
from typing import Any, TypeVar

from textual import work

from trainer.model.problem import InputError
from trainer.tui import mentor_parts as parts
from trainer.tui import mentor_texts_ru as ru
from trainer.tui.records import Records
from trainer.tui.screens.base import TrainerScreen

Found = TypeVar("Found")
# From this width on the words of the map are written out.
_WIDE = 110
# The cells of a wide screen that are left free at the sides of the map, and those of its scroll bar.
_AROUND = 9


class RecordedScreen(TrainerScreen[None]):
    """Reads records and shows them; ``read`` begins it, ``show`` takes what was found."""

    @property
    def records(self) -> Records:
        """The records that the viewer may see."""
        return self.desk.records()

    @property
    def map_size(self) -> parts.Size:
        """The columns of the heat map."""
        width = self.app.size.width
        return parts.map_size(width - _AROUND) if width >= _WIDE else parts.NARROW

    @work(thread=True, exclusive=True, group="records")
    def fetch(self, read: Callable[[], Found], show: Callable[[Found], Any]) -> None:
        """Read off the screen's thread; what fails is said."""
        self.load_names()
        try:
            found = read()
        except InputError as error:
            what = "; ".join(problem.text for problem in error.problems)
            self.app.call_from_thread(self.failed, ru.FAILED.format(what=what))
        else:
            self.app.call_from_thread(show, found)

    def failed(self, why: str) -> None:
        """Say that nothing could be read."""
        self.say(why, warn=True)
