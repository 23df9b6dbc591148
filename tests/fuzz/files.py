"""Targets that read files of authors, mentors and old versions: what is wrong is told with its place, never a crash."""

import json
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from tests.packs.samples import PACK, write_pack
from tests.practice.fakes import FakeJudge
from tests.practice.fakes import scenario as parcel
from trainer.authoring.bundle.read import read_bundle
from trainer.cli.answers_input import read_answers
from trainer.cli.check_rows import Source, read_rows
from trainer.cli.csv_table import as_table, read_table
from trainer.cli.people_csv import COLUMNS
from trainer.cli.script import read_script
from trainer.dialogue import engine
from trainer.model.problem import InputError, Problem
from trainer.packs.exercises import read_one_exercise
from trainer.packs.reader import known_kinds, read_pack
from trainer.practice.debrief import debrief
from trainer.practice.ports import Event
from trainer.practice.replay import finished, summary
from trainer.practice.rescore import rejudged_talk
from trainer.practice.talk import Talk
from trainer.storage.journal import Journal
from trainer.team.names import is_name, tidy
from trainer.team.transcript import Known, transcript
from trainer.team.xapi import Attempt, Given, Manner, Named, answered, completed, judged

_ABOUT = Known("s", "p", "Анна", "talk", "first-week", "parcel", "training", "2026-11-22", "", 5, 1)


@cache
def _home() -> Path:
    """A folder for the process; what is written there is written over by the next input."""
    kept = tempfile.TemporaryDirectory(prefix="trainer-fuzz-")
    _KEPT.append(kept)
    return write_pack(Path(kept.name))


_KEPT: list[tempfile.TemporaryDirectory[str]] = []  # removed when the process ends


def _file(name: str, data: bytes) -> Path:
    path = _home() / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def _told(problems: list[Problem]) -> list[str]:
    for problem in problems:
        assert problem.place.line >= 0
        assert problem.code
        assert problem.text
    return [str(problem).replace(str(_home()), "") for problem in problems]


def _refused(read: Callable[[], Any]) -> Any:
    try:
        return read()
    except InputError as error:
        return _told(list(error.problems))


def scenario(data: bytes) -> Any:
    _file("dialogues/talk.yaml", data)
    problems: list[Problem] = []
    pack = read_pack(_home(), problems)
    for talk in pack.scenarios.values() if not problems else ():
        state = engine.begin(talk)
        assert engine.line(talk, state)
        judge = FakeJudge()
        for text in ("Здравствуйте", "", "дурак"):
            if not state.ended:
                verdict = (
                    judge.score(text, engine.setting(talk, state)) if not talk.turns[state.at].facts else None
                )
                state = engine.step(talk, state, verdict)[0] if verdict else state
    return _told(problems), pack.scenarios


def pack(data: bytes) -> Any:
    folder = _home()
    _file("pack.yaml", data)
    try:
        problems: list[Problem] = []
        found = read_pack(folder, problems)
        return _told(problems), found.title, found.plan
    finally:
        _file("pack.yaml", PACK.encode())


def exercise(data: bytes) -> Any:
    path = _file("exercises/one.yaml", data)
    try:
        problems: list[Problem] = []
        return read_one_exercise(path, known_kinds(), (), problems), _told(problems)
    finally:
        path.unlink()


def standard(data: bytes) -> Any:
    path = _file("standards/one.yaml", data)
    try:
        problems: list[Problem] = []
        return read_pack(_home(), problems).standards, _told(problems)
    finally:
        path.unlink()


def bundle(data: bytes) -> Any:
    path = _file("one.zip", data)
    return _refused(lambda: sorted(read_bundle(path).files))


def answers(data: bytes) -> Any:
    path = str(_file("answers.jsonl" if data[:1] == b"{" else "answers.txt", data))
    return _refused(lambda: [(one.id, one.text) for one in read_answers(path)]), _refused(
        lambda: read_script(path, parcel())
    )


def export(data: bytes) -> Any:
    """An export of chats, read as CSV and as JSON Lines."""
    path = str(_file("export", data))
    found = []
    for source in (
        Source(path, "text"),
        Source(path, "text", "id", delimiter=";"),
        Source(path, "text", jsonl=True),
    ):
        rows = _refused(lambda source=source: list(read_rows(source)))
        if rows and not isinstance(rows[0], str):
            lines = [row.line for row in rows]
            assert lines == sorted(set(lines))
        found.append(rows)
    return found


def people(data: bytes) -> Any:
    """A table of people; what is read can be written and is read again."""
    path = str(_file("people.csv", data))
    found = _refused(lambda: read_table(path, COLUMNS, ["name"]))
    if isinstance(found, list):
        return found
    lines, problems = found
    names = [name for line in lines if is_name(name := tidy(line.get("name")))]
    if names:
        again = str(
            _file("again.csv", as_table(["имя", "роль"], [(name, "ученик") for name in names]).encode())
        )
        assert [line.get("name") for line in read_table(again, COLUMNS, ["name"])[0]] == names
    return [line.cells for line in lines], _told(problems.found)


def journal(data: bytes) -> Any:
    """A session of an old version, or one that a disk has eaten: read, replayed, judged anew, put down as a transcript."""
    path = _file("one.jsonl", data)
    found = _refused(lambda: list(Journal(path.parent).events("one")))
    if not found or isinstance(found[0], str):
        return found
    events: list[Event] = found
    talk = Talk(parcel())
    replayed = _refused(lambda: [talk.apply(event) for event in events])
    anew = _refused(lambda: list(rejudged_talk(parcel(), events, FakeJudge())))
    told = transcript(_ABOUT, events, (), lambda _: parcel())
    if replayed and replayed[0] is None:
        assert debrief(talk.scenario, talk.kept, len(talk.attempts), talk.note)
        assert engine.line(talk.scenario, talk.state)
    return replayed, anew, told, finished(events[0]), summary("one", events)


def xapi(data: bytes) -> Any:
    """Statements of a session in which every name and word was chosen by somebody else."""
    words = [*data.decode("utf-8", "surrogateescape").split("\x1f"), *[""] * 6]
    about = Named(words[0], words[1], words[2], words[3])
    seconds, score = len(data) * 37, len(data) % 101
    given = Given("p", "s", 1, about, words[4], words[5], words[0], score, seconds, ((words[1], 5),))
    attempt = Attempt("p", "s", about, words[5], score, seconds, 70)
    manner = Manner("https://help.example.ru", text=True)
    found = [answered(given, manner), completed(attempt, manner), judged(attempt, manner)]
    for statement in found:
        assert statement
        assert json.loads(json.dumps(statement, allow_nan=False)) == statement
        assert json.dumps(statement).isascii()
    return found


TARGETS = {
    "scenario": scenario,
    "pack": pack,
    "exercise": exercise,
    "standard": standard,
    "bundle": bundle,
    "answers": answers,
    "export": export,
    "people": people,
    "journal": journal,
    "xapi": xapi,
}
