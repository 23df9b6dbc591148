"""``trainer calibrate agree``: what all mentors say, and what they have settled since, becomes labelled texts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from trainer.cli import output
from trainer.cli.calibrate_report import divided_by, mentors_of, unready
from trainer.cli.calibrate_scene import Scene, marks_of, scenes
from trainer.cli.calibrate_texts_ru import CALIBRATE, HELP, NO, YES
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.play_plain import Lines, write
from trainer.cli.stored import mentor, now, opened
from trainer.cli.tools import Tools
from trainer.team.calibration_report import Parted, parted, unanimous
from trainer.team.objections import Label

if TYPE_CHECKING:
    from trainer.storage.db.calibration_store import Calibration

Agreed = dict[str, dict[str, bool]]


def run(words: Sequence[str], tools: Tools) -> int:
    """Keep the agreed labels; exit 1 when there is nothing to agree on yet."""
    call = _parser().read(words)
    with opened() as (database, person):
        from trainer.storage.db.calibration_store import CalibrationStore
        from trainer.storage.db.mentors import check_mentor, names_of

        store, person = CalibrationStore(database), mentor(person)
        with database.read() as connection:
            check_mentor(connection, person, "E235")
            people = names_of(connection)
        found = store.read(call.name)
        if why := unready(found, people, now=False):
            output.tell(why)
            return ExitCode.FOUND
        stage = scenes(found, tools)
        mentors = mentors_of(found)
        agreed = unanimous(mentors, {str(number): scene.judged for number, scene in stage.items()})
        divided = parted(mentors)
        if call.answers:
            for number, marks in marks_of(call.answers, stage).items():
                agreed[str(number)] = {name: name in marks for name in sorted(stage[number].judged)}
        else:
            _ask(divided, stage, list(mentors), people, agreed)
        labels = list(_labels(found, agreed, person))
        store.agree(call.name, labels, person, now())
    output.say(CALIBRATE["agreed"].format(count=len(labels)))
    open_ones = sum(name not in agreed.get(item.answer, {}) for item in divided for name in item.standards)
    if open_ones:
        output.tell(CALIBRATE["undecided"].format(count=open_ones))
    return ExitCode.DONE


def _ask(
    divided: Sequence[Parted], stage: Mapping[int, Scene], mentors: Sequence[str], people: Mapping[str, str],
    agreed: Agreed,
) -> None:  # fmt: skip
    """Ask about each mark that divides the mentors, until the input ends."""
    lines = Lines()
    for item in divided:
        scene = stage[int(item.answer)]
        write("")
        write(CALIBRATE["said"].format(text=scene.item.text))
        for standard in item.standards:
            who = divided_by(item, standard, mentors, people)
            write(
                CALIBRATE["ask-agreed"].format(
                    number=item.answer, title=scene.title(standard), id=standard, **who
                )
            )
            try:
                word = lines.read().strip().lower()
            except EOFError:
                return
            if word in YES | NO:
                agreed.setdefault(item.answer, {})[standard] = word in YES


def _labels(found: "Calibration", agreed: Agreed, person: str) -> Iterable[Label]:
    at = now().astimezone()
    from trainer.storage.db.values import iso

    for answer, said in agreed.items():
        item = found.answers[int(answer)]
        for standard, label in said.items():
            who = (item.writer, person, iso(at), "calibration", f"{found.id}/{answer}")
            yield Label(item.text, item.scenario, item.turn, standard, label, (), *who)


def _parser() -> Parser:
    parser = Parser("calibrate agree", HELP["agree"])
    parser.add_argument("name", metavar="ИМЯ", help=HELP["name"])
    parser.add_argument("--answers", metavar="ФАЙЛ", help=HELP["agree-answers"])
    return parser
