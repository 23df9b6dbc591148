"""``trainer exercise``: lists the exercises, or does one in the app, line by line or by prepared answers."""

import sys
from collections.abc import Sequence

from trainer.cli import output
from trainer.cli.complain import wrong
from trainer.cli.exercise_texts_ru import CALLS, FORMS, HELP, LIST
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Tools
from trainer.model.exercise import Exercise, Form
from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.practice.exercises.series import Choice, Series
from trainer.practice.records import Mode

_MOST = 1_000_000_000


def run(words: Sequence[str], tools: Tools) -> int:
    """List the exercises, or do the one that is named."""
    call = _parser().read(words)
    choice = Choice(_number("seed", call.seed, 0), _number("items", call.items, 1))
    mode = Mode.EXAM if call.exam else Mode.TRAINING
    plain = call.plain or not (sys.stdin.isatty() and sys.stdout.isatty())
    if call.resume:
        return _do(tools.resumed_series(call.resume), tools, plain=plain)
    if not call.exercise:
        if call.answers is not None:
            raise _call("needs-id")
        return _list(tools, json=call.json)
    exercise = tools.exercise(call.exercise)
    if exercise.form is Form.RECOVER:
        return _recover(exercise, call.answers, tools, json=call.json, plain=plain)
    if call.answers is not None:
        from trainer.cli import exercise_script

        return exercise_script.run(exercise, call.answers, choice, mode, tools, json=call.json)
    if call.json:
        raise _call("only-answers")
    return _do(tools.series(exercise, choice, mode, True), tools, plain=plain)


def _do(series: Series, tools: Tools, *, plain: bool) -> int:
    """Work through a series: line by line, or in the app."""
    if plain:
        from trainer.cli import exercise_plain

        return exercise_plain.run(series, tools)
    tools.exercise_app(series)
    return ExitCode.DONE


def _recover(exercise: Exercise, answers: str | None, tools: Tools, *, json: bool, plain: bool) -> int:
    if answers is not None:
        raise _call("recover")
    if json:
        output.record(_record(exercise))
        return ExitCode.DONE
    if plain:
        from trainer.cli import exercise_plain

        return exercise_plain.recover(exercise)
    tools.exercise_app(exercise)
    return ExitCode.DONE


def _list(tools: Tools, *, json: bool) -> int:
    found = tools.exercises()
    width = max((len(exercise.id) for exercise in found), default=0)
    for exercise in found:
        output.record(_record(exercise)) if json else output.say(_line(exercise, width))
    if not found:
        output.tell(LIST["none"])
    return ExitCode.DONE


def _line(exercise: Exercise, width: int) -> str:
    minutes = LIST["minutes"].format(minutes=exercise.minutes) if exercise.minutes else LIST["any"]
    count = LIST["items"].format(count=len(exercise.items)) if exercise.items else ""
    form = FORMS[exercise.form]
    return LIST["item"].format(
        id=exercise.id.ljust(width), form=form, count=count, minutes=minutes, title=exercise.title
    )


def _record(exercise: Exercise) -> dict[str, object]:
    return {
        "id": exercise.id,
        "form": exercise.form.value,
        "title": exercise.title,
        "about": exercise.about,
        "minutes": exercise.minutes,
        "trains": list(exercise.trains),
        "items": [item.id for item in exercise.items],
        "steps": [step.text for step in exercise.steps],
    }


def _number(name: str, word: str | None, least: int) -> int | None:
    if word is None:
        return None
    if not (word.isascii() and word.isdecimal() and least <= int(word[:12]) <= _MOST):
        raise _call(name, word=word)
    return int(word)


def _call(name: str, **values: object) -> InputError:
    reason = CALLS[name].format(**values)
    return wrong(Place(PLACES["call"]), "C051", reason=reason, prog="trainer exercise")


def _parser() -> Parser:
    parser = Parser("exercise", HELP["exercise"])
    parser.add_argument("exercise", nargs="?", default="", metavar="УПРАЖНЕНИЕ", help=HELP["id"])
    parser.add_argument("--plain", action="store_true", help=HELP["plain"])
    parser.add_argument("--exam", action="store_true", help=HELP["exam"])
    parser.add_argument("--items", metavar="N", help=HELP["items"])
    parser.add_argument("--seed", metavar="N", help=HELP["seed"])
    parser.add_argument("--resume", default="", metavar="ID", help=HELP["resume"])
    parser.add_argument("--answers", metavar="ФАЙЛ", help=HELP["answers"])
    parser.add_argument("--json", action="store_true", help=HELP["json"])
    return parser
