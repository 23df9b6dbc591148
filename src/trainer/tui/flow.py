"""Which screen comes next: decided by where the session stands."""

from textual.screen import Screen

from trainer.practice.records import Stage
from trainer.practice.session import Session


def go_to(session: Session) -> Screen[None]:
    """Return the screen for the present stage of a session."""
    if session.stage is Stage.TALK:
        from trainer.tui.screens.talk import TalkScreen

        return TalkScreen(session)
    if session.stage is Stage.NOTE and session.scenario.note.facts:
        from trainer.tui.screens.note import NoteScreen

        return NoteScreen(session)
    from trainer.tui.screens.debrief import DebriefScreen

    return DebriefScreen(session)
