"""``trainer exercise``: lists the exercises."""

from collections.abc import Sequence

from trainer.cli import output
from trainer.cli.exercise_texts_ru import FORMS, HELP, LIST
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.tools import Tools
from trainer.model.exercise import Exercise


def run(words: Sequence[str], tools: Tools) -> int:
    """List the exercises, or the one that is named."""
    call = _parser().read(words)
    found = [tools.exercise(call.exercise)] if call.exercise else tools.exercises()
    for exercise in found:
        output.say(_line(exercise))
    if not found:
        output.tell(LIST["none"])
    return ExitCode.DONE


def _line(exercise: Exercise) -> str:
    minutes = LIST["minutes"].format(minutes=exercise.minutes) if exercise.minutes else LIST["any"]
    form = FORMS[exercise.form]
    return LIST["item"].format(id=exercise.id, form=form, minutes=minutes, title=exercise.title)


def _parser() -> Parser:
    parser = Parser("exercise", HELP["exercise"])
    parser.add_argument("exercise", nargs="?", default="", metavar="УПРАЖНЕНИЕ", help=HELP["id"])
    return parser
