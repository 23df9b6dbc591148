"""Does an exercise by prepared answers and tells how it went."""

from dataclasses import replace

from trainer.cli import output
from trainer.cli.exercise_answers import read_exercise_answers
from trainer.cli.exercise_texts_ru import RAN_OUT, YOU
from trainer.cli.exit_codes import ExitCode
from trainer.cli.tools import Tools
from trainer.model.exercise import Exercise
from trainer.practice.exercises.answer import Answer
from trainer.practice.exercises.series import Choice, chosen
from trainer.practice.exercises.tell import tell_assessment, tell_item, tell_summary
from trainer.practice.records import Mode
from trainer.practice.tell import Names


def run(exercise: Exercise, name: str, choice: Choice, mode: Mode, tools: Tools, *, json: bool) -> int:
    """Answer the items that have an answer; the exit code tells whether some had none."""
    answers = read_exercise_answers(name, exercise, tools.catalogue())
    wanted = [item.id for item in chosen(exercise, choice)]
    series = tools.series(exercise, replace(choice, only=frozenset(answers)), mode, False)
    names = Names(tools.catalogue())
    told: list[str] = []
    while item := series.item:
        told += tell_item(item, series.number, len(series.items), names)
        told.append(YOU.format(text=said(answers[item.id])))
        assessment = series.answer(answers[item.id])
        if mode is not Mode.EXAM:
            told += [*tell_assessment(assessment), ""]
    missing = [item_id for item_id in wanted if item_id not in answers]
    summary = series.finish()
    if json:
        output.record({**summary.record(), "missing": missing})
    else:
        told += tell_summary(summary, names, verdicts=mode is Mode.EXAM)
        output.say("\n".join(told))
    if missing:
        output.tell(RAN_OUT.format(items=", ".join(missing)))
    return ExitCode.FOUND if missing else ExitCode.DONE


def said(answer: Answer) -> str:
    """Return an answer in one line."""
    marks = [f"{mark.words} ({mark.standard})" for mark in answer.marks]
    parts = (
        answer.choice,
        answer.kind,
        answer.approach,
        answer.next_question,
        answer.text,
        *answer.texts,
        *marks,
    )
    return " / ".join(filter(None, parts)) or "-"
