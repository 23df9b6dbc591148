"""How a person likes the program, and the first lesson; see ``trainer.tui.house.House``."""

import os

from trainer.model.problem import InputError
from trainer.practice.preferences import Preferences
from trainer.practice.session import Session
from trainer.storage.preferences import read_preferences, write_preference
from trainer.storage.seen import LESSON, mark_seen, was_seen
from trainer.storage.settings import settings_path
from trainer.wiring.keeping import person_id, store
from trainer.wiring.talks import open_passing_session

# «off» where somebody else brings people in: a course, a script, a test.
VARIABLE = "TRAINER_LESSON"


class HouseComfort:
    """Reads and writes the settings, and knows who was shown the first lesson."""

    def preferences(self) -> Preferences:
        """Return what was chosen; raises InputError."""
        return read_preferences(os.environ)

    def prefer(self, name: str, value: str | bool | None) -> str:
        """Keep a choice; return why that cannot be."""
        try:
            write_preference(name, value, os.environ)
        except InputError as error:
            return str(error)
        return ""

    def settings_file(self) -> str:
        """Return where the settings stand."""
        try:
            return str(settings_path(os.environ))
        except RuntimeError:
            return ""

    def lesson_due(self) -> bool:
        """Tell whether somebody is new: not shown the lesson, and nothing begun or done."""
        try:
            if os.environ.get(VARIABLE, "").strip().lower() == "off":
                return False
            kept = store()
            if kept.warning or was_seen(LESSON, person_id(), os.environ):
                return False
            return not kept.unfinished() and not kept.finished()
        except InputError:
            return False

    def lesson_done(self) -> None:
        """Remember it for whoever practises."""
        try:
            mark_seen(LESSON, person_id(), os.environ)
        except InputError:
            return

    def lesson(self) -> Session:
        """Begin the first lesson, which nobody keeps."""
        # What reads packs is not loaded before it is needed.
        from trainer.packs.lesson import read_lesson

        return open_passing_session(read_lesson())
