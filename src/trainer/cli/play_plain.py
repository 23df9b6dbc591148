"""Plays a scenario line by line, at a terminal or through a pipe."""

import signal
import sys
from collections.abc import Callable
from typing import Self

from trainer.cli.complain import wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.texts_ru import PLACES, PLAY
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.practice.lesson_plain import run_lesson
from trainer.practice.plain import run_plain
from trainer.practice.records import Stage
from trainer.practice.session import Session
from trainer.practice.visible import visible


def run(session: Session, tools: Tools) -> int:
    """Play until the end of the talk or of the input; the exit code tells whether an ending was reached."""
    lines = Lines()
    warning = tools.warning()
    for told in filter(None, (warning, session.notice)):
        write(told)
    how_to_resume = "" if warning else PLAY["resume"].format(id=session.id)

    def read() -> str:
        return lines.read(prompt_for(session))

    def object_to(attempt: int, deduction: int, why: str) -> None:
        tools.desk().object_to(session.id, attempt, deduction, why)

    with Interrupts() as interrupts:
        run_plain(session, tools.catalogue(), read, write, how_to_resume, object_to)
    if interrupts.seen:
        return ExitCode.INTERRUPTED
    return ExitCode.FOUND if session.stage is Stage.TALK else ExitCode.DONE


def prompt_for(session: Session) -> str:
    """Return what says at a terminal what is expected now."""
    if session.stage is Stage.TALK:
        return PLAY["prompt-answer"]
    return PLAY["prompt-note" if session.scenario.note.facts else "prompt-next"]


def tell_decisions(tools: Tools) -> None:
    """Tell what mentors have decided about the objections of whoever practises; each decision is told once."""
    from trainer.practice.tell import Names
    from trainer.tui.objection_texts_ru import NEWS

    for data in tools.desk().decided():
        title = Names(tools.catalogue()).standard(str(data.get("standard", "")))
        values = {name: data.get(name, "") for name in ("before", "after", "reason")}
        write(NEWS["withdrawn" if data.get("withdrawn") else "kept"].format(title=title, **values))


def run_first_lesson(tools: Tools) -> int:
    """Play the first lesson; it is not offered again, however it ends."""
    house = tools.desk().house()
    house.lesson_done()
    with Interrupts() as interrupts:
        done = run_lesson(house.lesson(), tools.catalogue(), Lines().read, write)
    if interrupts.seen:
        return ExitCode.INTERRUPTED
    return ExitCode.DONE if done else ExitCode.FOUND


class Interrupts:
    """Remembers Ctrl+C, which the session answers with a goodbye of its own."""

    def __init__(self) -> None:
        self.seen = False

    def __enter__(self) -> Self:
        self._before = signal.signal(signal.SIGINT, self._interrupted)
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _interrupted(self, _number: int, _frame: object) -> None:
        self.seen = True
        raise KeyboardInterrupt


def write(text: str) -> None:
    """Show a text for people at once."""
    print(visible(text), flush=True)


class Lines:
    """Reads lines of standard input, typed at a terminal or piped."""

    def __init__(self) -> None:
        self._number = 0
        self._next: Callable[[str], str] = self._typed if sys.stdin.isatty() else self._piped

    def read(self, prompt: str = PLAY["prompt"]) -> str:
        """Return the next line; raises EOFError at the end, InputError for broken UTF-8.

        ``prompt`` says at a terminal what is expected.
        """
        return self._next(prompt)

    def _typed(self, prompt: str) -> str:
        return input(prompt)

    def _piped(self, _prompt: str) -> str:
        raw = sys.stdin.buffer.readline()
        self._number += 1
        if not raw:
            raise EOFError
        try:
            return raw.decode("utf-8").removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            place = Place(PLACES["stdin"], self._number, error.start + 1)
            raise wrong(place, "C003", byte=error.start + 1) from None
