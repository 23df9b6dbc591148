"""Plays a scenario by prepared answers and tells how it went."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trainer.cli import output
from trainer.cli.complain import reason, wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.script import Line, Script, read_script
from trainer.cli.texts_ru import PLAY
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.practice.person import introduced
from trainer.practice.records import Mode, Stage
from trainer.practice.session import Session
from trainer.practice.tell import Names, tell_note, tell_verdict
from trainer.practice.tell_debrief import tell_debrief
from trainer.practice.texts_ru import CLIENT_IS, MOODS
from trainer.practice.visible import visible

# Answers of a turn are used again when it comes up again: a talk that walks in a circle ends here.
_MOST_ANSWERS = 100


@dataclass(frozen=True, slots=True)
class Output:
    """Where the talk is told: ``json`` as a record instead of text, ``transcript`` a file or None."""

    json: bool
    transcript: str | None


@dataclass
class _Played:
    """A talk with the names of its answers and its transcript."""

    session: Session
    names: Names
    ids: list[str | int] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def run(session: Session, answers: str, out: Output, tools: Tools) -> int:
    """Play a session to an ending or until the answers run out; the exit code tells which."""
    script = read_script(answers, session.scenario)
    if out.transcript is not None:
        _write(out.transcript, "")  # a file that cannot be written is told before the talk, not after
    played = _Played(session, Names(tools.catalogue()))
    _talk(played, script)
    played.told += tell_debrief(played.session.debrief(), played.names, verdicts=session.mode is Mode.EXAM)
    text = "\n".join(played.told)
    if out.transcript is not None:
        _write(out.transcript, visible(text) + "\n")
    if out.json:
        output.record(_record(played))
    else:
        output.say(text)
    if played.session.stage is not Stage.TALK:
        return ExitCode.DONE
    output.tell(_stopped(played))
    return ExitCode.FOUND


def _talk(played: _Played, script: Script) -> None:
    session = played.session
    scenario = session.scenario
    played.told += [scenario.title, scenario.briefing, CLIENT_IS.format(who=introduced(scenario.client)), ""]
    while session.stage is Stage.TALK and len(played.ids) < _MOST_ANSWERS:
        turn = session.turn
        line = script.next(turn.id) if turn else None
        if line is None:
            return
        played.told += _exchange(played, line)
    if session.stage is Stage.NOTE and script.note:
        played.told.append(PLAY["note"].format(text=script.note))
        played.told += tell_note(session.note(script.note), session.scenario.note.model_answer)


def _exchange(played: _Played, line: Line) -> Iterator[str]:
    session = played.session
    said = PLAY["client"].format(
        name=session.scenario.client.name, mood=MOODS[session.mood], line=session.line()
    )
    yield said
    for action in line.actions:
        piece = session.look_up(action)
        yield PLAY["looked"].format(title=piece.title, text=piece.text)
    result = session.answer(line.text)
    played.ids.append(line.id)
    yield PLAY["you"].format(text=line.text)
    if session.mode is Mode.TRAINING:
        yield from tell_verdict(result.verdict, played.names)
    if result.step.remark:
        yield result.step.remark
    yield ""


def _record(played: _Played) -> dict[str, Any]:
    fields = played.session.debrief().record()
    turns = [{"id": name, **turn} for name, turn in zip(played.ids, fields["turns"], strict=True)]
    return {**fields, "turns": turns}


def _stopped(played: _Played) -> str:
    session = played.session
    turn = session.turn.id if session.turn else ""
    if len(played.ids) >= _MOST_ANSWERS:
        return PLAY["too-long"].format(most=_MOST_ANSWERS, turn=turn)
    return PLAY["ran-out"].format(line=output.quoted(session.line()), turn=turn)


def _write(name: str, text: str) -> None:
    try:
        Path(name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise wrong(Place(name), "C060", reason=reason(error)) from None
