"""Does an exercise line by line, at a terminal or through a pipe."""

from trainer.cli.exercise_texts_ru import RESUME
from trainer.cli.exit_codes import ExitCode
from trainer.cli.play_plain import Interrupts, Lines, write
from trainer.cli.texts_ru import PLAY
from trainer.cli.tools import Tools
from trainer.model.exercise import Exercise
from trainer.practice.exercises.plain import run_recovery, run_series
from trainer.practice.exercises.series import Series


def run(series: Series, tools: Tools) -> int:
    """Work through a series until its end or that of the input; the exit code tells which."""
    lines = Lines()
    warning = tools.warning()
    if warning:
        write(warning)
    how_to_resume = "" if warning else RESUME.format(id=series.id)

    def read() -> str:
        return lines.read(PLAY["prompt-exercise"])

    def object_to(answer: int, loss: int, why: str) -> None:
        tools.desk().object_to(series.id, answer, loss, why)

    with Interrupts() as interrupts:
        finished = run_series(series, tools.catalogue(), read, write, how_to_resume, object_to)
    if interrupts.seen:
        return ExitCode.INTERRUPTED
    return ExitCode.DONE if finished else ExitCode.FOUND


def recover(exercise: Exercise) -> int:
    """Walk through recovery; however it ends, it is done."""
    lines = Lines()
    with Interrupts() as interrupts:
        run_recovery(exercise, lambda: lines.read(PLAY["prompt-next"]), write)
    return ExitCode.INTERRUPTED if interrupts.seen else ExitCode.DONE
