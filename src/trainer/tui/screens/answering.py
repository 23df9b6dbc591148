"""What all screens share where an answer is judged: off the screen's thread, losing nothing."""

import logging
from collections.abc import Awaitable
from typing import Generic, TypeVar

from textual import work

from trainer.practice.records import RefusedError
from trainer.tui import texts_ru as ru
from trainer.tui.screens.base import TrainerScreen

Given = TypeVar("Given")
Judged = TypeVar("Judged")
# Where nobody listens (``--debug`` does) it is silent: what went to the terminal would go across the screen.
_LOG = logging.getLogger(__name__)
_LOG.addHandler(logging.NullHandler())


class AnsweringScreen(TrainerScreen[None], Generic[Given, Judged]):
    """A screen to answer on; ``take`` hands the answer on, ``judged`` shows what came of it."""

    def take(self, answer: Given) -> Judged:
        """Have an answer judged; runs off the screen's thread. Raises RefusedError when it is not taken."""
        raise NotImplementedError

    def judged(self, result: Judged) -> Awaitable[None] | None:
        """Show what came of it."""
        raise NotImplementedError

    def refused(self, why: str) -> None:
        """Say why it was not taken; it stays where it was typed."""
        raise NotImplementedError

    @work(thread=True, exclusive=True, group="judge")
    def judge(self, answer: Given) -> None:
        """Judge an answer off the screen's thread; a failure loses nothing."""
        try:
            result = self.take(answer)
        except RefusedError as refused:
            self.app.call_from_thread(self.refused, str(refused))
        except Exception:
            _LOG.exception("an answer could not be judged")
            self.app.call_from_thread(self.refused, ru.JUDGE_FAILED)
        else:
            self.app.call_from_thread(self.call_later, self.judged, result)
