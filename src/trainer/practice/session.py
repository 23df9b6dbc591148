"""A session: one person practising one scenario. The same for the app, the plain mode and files."""

from collections.abc import Mapping
from typing import Any

from trainer.dialogue import engine
from trainer.model.scenario import CardPiece, Mood, Scenario, Turn
from trainer.practice import texts_ru as ru
from trainer.practice.debrief import Debrief, debrief
from trainer.practice.ports import Clock, Judge, Store
from trainer.practice.process import note_facts
from trainer.practice.records import Attempt, Mode, NoteResult, RefusedError, Stage, TurnResult
from trainer.practice.stamp import NOTHING
from trainer.practice.talk import Talk
from trainer.practice.verdict_data import to_data

FORMAT = 2  # of the events; a later reader can tell what it has before it
"""1 had no stamp (pack, hashes, versions) in the start, no seconds, hints and looked in an answer, no help."""


class Session:
    """Joins a scenario, a judge, a store and a clock.

    Every change is stored as an event before its result is handed out. ``talk`` is what happened;
    build sessions with ``start`` or ``trainer.practice.replay.resume``.
    """

    def __init__(
        self, session_id: str, talk: Talk, mode: Mode, judge: Judge, store: Store, clock: Clock
    ) -> None:
        self.id = session_id
        self.talk = talk
        self.mode = mode
        self._judge, self._store, self._clock = judge, store, clock
        # What whoever goes on with it should be told first.
        self.notice = ""
        # Since when the present line has been there to be answered, in this sitting.
        self._since = clock.now()

    # ------------------------------------------------------------ what there is to see
    @property
    def scenario(self) -> Scenario:
        """The scenario that is played."""
        return self.talk.scenario

    @property
    def stage(self) -> Stage:
        """Whether the talk goes on, the note is due, or all is done."""
        return self.talk.stage

    @property
    def mood(self) -> Mood:
        """How the client feels now."""
        return self.talk.state.mood

    @property
    def turn(self) -> Turn | None:
        """The turn the client is at; None after the end."""
        return self.scenario.turns.get(self.talk.state.at)

    @property
    def kept(self) -> tuple[Attempt, ...]:
        """The answers that stand, in their order."""
        return tuple(self.talk.kept)

    def line(self) -> str:
        """Return what the client says now; after the end the text of the ending."""
        return engine.line(self.scenario, self.talk.state)

    def opened(self) -> tuple[CardPiece, ...]:
        """Return the card pieces that were opened, in the order of the card."""
        return tuple(piece for piece in self.scenario.card if piece.id in self.talk.state.looked)

    def closed(self) -> tuple[CardPiece, ...]:
        """Return the card pieces that were not opened yet, in the order of the card."""
        return tuple(piece for piece in self.scenario.card if piece.id not in self.talk.state.looked)

    def draft(self) -> str:
        """Return what was typed for the present move and not sent."""
        move, text = self._store.draft(self.id)
        return text if move == self.talk.moves and self.stage is not Stage.DONE else ""

    def hints(self) -> tuple[str, ...]:
        """Return the hints to the present line; raises RefusedError in an exam."""
        self._need_help()
        return self.turn.hints if self.turn else ()

    def model_answers(self) -> tuple[str, ...]:
        """Return the model answers to the present line in all manners; raises RefusedError in an exam."""
        self._need_help()
        return self.turn.model_answers if self.turn else ()

    def edited(self, hash_pack: str) -> bool:
        """Tell whether the pack is another one by now than when the talk began; ``hash_pack`` is that of today."""
        return self.talk.hash_pack not in ("", hash_pack)

    def debrief(self) -> Debrief:
        """Return what the session has come to so far."""
        return debrief(self.scenario, self.talk.kept, len(self.talk.attempts), self.talk.note)

    # ------------------------------------------------------------ what there is to do
    def look_up(self, piece_id: str) -> CardPiece:
        """Open a piece of the card; raises InputError for a piece that is not there."""
        engine.look_up(self.scenario, self.talk.state, piece_id)
        if piece_id not in self.talk.state.looked and self.stage is not Stage.DONE:
            self._record("look", piece=piece_id)
        return next(piece for piece in self.scenario.card if piece.id == piece_id)

    def helped(self, what: str) -> None:
        """Remember that a hint or a model answer was shown: ``what`` is «hint» or «model». Raises RefusedError."""
        self._need_help()
        if self.stage is Stage.TALK:
            self._record("help", what=what)

    def save_draft(self, text: str) -> None:
        """Keep what is being typed; it survives the end of the process."""
        self._store.save_draft(self.id, self.talk.moves, text)

    def answer(self, text: str) -> TurnResult:
        """Judge an answer and go on; raises RefusedError for a blank one or after the end."""
        if self.stage is not Stage.TALK:
            raise RefusedError(ru.TALK_OVER)
        if not text.strip():
            raise RefusedError(ru.BLANK_ANSWER)
        # Kept before judging: should the process die here, the words come back as a draft.
        self.save_draft(text)
        state, how = self.talk.state, self._how()
        verdict = self._judge.score(text, engine.setting(self.scenario, state))
        self._record("answer", turn=state.at, text=text, verdict=to_data(verdict), **how)
        return TurnResult(self.talk.kept[-1], self.line())

    def retry(self) -> Attempt:
        """Go one answer back; it stays on record and becomes the draft. Raises RefusedError."""
        if self.mode is Mode.EXAM:
            raise RefusedError(ru.NO_RETRY_IN_EXAM)
        if self.stage is Stage.DONE or self.talk.note:
            raise RefusedError(ru.SESSION_CLOSED)
        if not self.talk.kept:
            raise RefusedError(ru.NOTHING_TO_RETRY)
        taken = self.talk.kept[-1]
        self._record("retry")
        self.save_draft(taken.text)
        return taken

    def note(self, text: str) -> NoteResult:
        """Judge the CRM note; may be written again until the session is finished. Raises RefusedError."""
        if self.stage is Stage.TALK:
            raise RefusedError(ru.TALK_GOES_ON)
        if self.stage is Stage.DONE:
            raise RefusedError(ru.SESSION_CLOSED)
        if not text.strip():
            raise RefusedError(ru.BLANK_NOTE)
        self.save_draft(text)
        given = note_facts(self._judge, self.scenario, text)
        self._record("note", text=text, given=list(given))
        assert self.talk.note is not None
        return self.talk.note

    def finish(self) -> Debrief:
        """Close the session: it is no longer offered to be resumed. Raises RefusedError during the talk."""
        if self.stage is Stage.TALK:
            raise RefusedError(ru.TALK_GOES_ON)
        if self.stage is Stage.NOTE:
            self._record("finish", ending=self.talk.state.at)
        return self.debrief()

    def with_talk(self, talk: Talk) -> "Session":
        """Return a session like this one about another talk; nothing is recorded of that."""
        return Session(self.id, talk, self.mode, self._judge, self._store, self._clock)

    def look(self) -> None:
        """Note that the client's line comes into view now: the time spent on a verdict is none spent on the answer."""
        self._since = self._clock.now()

    # ------------------------------------------------------------ inside
    def _need_help(self) -> None:
        if self.mode is Mode.EXAM and self.stage is Stage.TALK:
            raise RefusedError(ru.NO_HELP_IN_EXAM)

    def _how(self) -> dict[str, Any]:
        """Return how the answer came about: seconds at the line, helps taken, what was opened so far."""
        seconds = round((self._clock.now() - self._since).total_seconds())
        return {
            "seconds": max(0, seconds),
            "hints": self.talk.helps,
            "looked": [piece.id for piece in self.opened()],
        }

    def _record(self, kind: str, **data: Any) -> None:
        event = {"kind": kind, "at": self._clock.now().isoformat(timespec="seconds"), **data}
        self._store.append(self.id, event)
        self.talk.apply(event)
        if kind in ("answer", "retry"):
            self._since = self._clock.now()


def start(
    session_id: str,
    scenario: Scenario,
    mode: Mode,
    judge: Judge,
    store: Store,
    clock: Clock,
    seed: int = 0,
    about: Mapping[str, Any] = NOTHING,
) -> Session:
    """Begin a session and record that it began; ``seed`` chooses among the wordings of the client's lines.

    ``about`` goes into the record as well: see ``trainer.practice.stamp``.
    """
    session = Session(session_id, Talk(scenario), mode, judge, store, clock)
    own = {"own": qualities} if (qualities := {one.id: one.quality for one in scenario.own}) else {}
    begun = {"scenario": scenario.id, "mode": mode.value, "seed": seed, **own, **about}
    session._record("start", format=FORMAT, **begun)
    return session
