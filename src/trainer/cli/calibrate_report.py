"""``trainer calibrate report``: kappa by standard, and the answers that divide the mentors."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from trainer.cli import output
from trainer.cli.agreement_text import number as figure
from trainer.cli.agreement_text import table
from trainer.cli.calibrate_scene import Scene, listed, scenes
from trainer.cli.calibrate_texts_ru import CALIBRATE, HELP
from trainer.cli.exit_codes import ExitCode
from trainer.cli.output import quoted
from trainer.cli.parser import Parser
from trainer.cli.stored import mentor, opened
from trainer.cli.texts_ru import HELP as COMMON
from trainer.cli.tools import Tools
from trainer.team.calibration import Marks
from trainer.team.calibration_report import Parted, Row, parted, rows

if TYPE_CHECKING:
    from trainer.storage.db.calibration_store import Calibration

_MOST_PARTED = 5


def run(words: Sequence[str], tools: Tools) -> int:
    """Tell how far the mentors agree; exit 1 while there is nothing to compare."""
    call = _parser().read(words)
    with opened() as (database, person):
        from trainer.storage.db.calibration_store import CalibrationStore
        from trainer.storage.db.mentors import check_mentor, names_of

        found = CalibrationStore(database).read(call.name)
        who = mentor(person)
        with database.read() as connection:
            # It shows what others have answered and marked.
            check_mentor(connection, who, "E235")
            people = names_of(connection)
    if why := unready(found, people, now=call.now):
        output.tell(why)
        return ExitCode.FOUND
    stage = scenes(found, tools)
    mentors = mentors_of(found)
    engine: Marks = {str(number): scene.by_engine(tools) for number, scene in stage.items()}
    figures = rows(mentors, engine, {str(number): scene.judged for number, scene in stage.items()})
    divided = parted(mentors)
    if call.json:
        output.record(
            {"name": found.id, "rows": [asdict(row) for row in figures], "parted": list(map(asdict, divided))}
        )
        return ExitCode.DONE
    names = listed(people.get(name, name) for name in mentors)
    about = {"answers": len(stage), "mentors": len(mentors), "names": names}
    output.say(CALIBRATE["title"].format(name=found.id, **about))
    for line in (*_table(figures), *_parted(divided[:_MOST_PARTED], stage, engine, list(mentors), people)):
        output.say(line)
    return ExitCode.DONE


def mentors_of(found: "Calibration") -> dict[str, Marks]:
    """Return the marks of those who have marked every answer; answers are named by their numbers."""
    return {
        name: {str(number): marks for number, marks in found.marks[name].items()}
        for name in sorted(found.done)
    }


def unready(found: "Calibration", people: Mapping[str, str], *, now: bool) -> str:
    """Return why there is nothing to compare yet, empty when there is."""
    busy = [people.get(name, name) for name in found.marks if name not in found.done]
    if busy and not now:
        return CALIBRATE["wait"].format(names=", ".join(busy))
    return CALIBRATE["few"] if len(found.done) < 2 else ""


def _table(figures: Sequence[Row]) -> Iterator[str]:
    head = [CALIBRATE[key] for key in ("head", "mentors", "fleiss", "engine", "marked")]
    cells = [
        [
            row.standard or CALIBRATE["whole"],
            figure(row.mentors),
            figure(row.fleiss),
            figure(row.engine),
            str(row.marked),
        ]
        for row in figures
    ]
    yield from table(head, cells)
    yield CALIBRATE["scale"]
    yield ""


def _parted(
    divided: Sequence[Parted], stage: Mapping[int, Scene], engine: Marks, mentors: Sequence[str],
    people: Mapping[str, str],
) -> Iterator[str]:  # fmt: skip
    yield CALIBRATE["parted" if divided else "no-parted"]
    for item in divided:
        scene = stage[int(item.answer)]
        place = {"scenario": scene.scenario.id, "turn": scene.turn.id}
        yield CALIBRATE["parted-answer"].format(number=item.answer, text=quoted(scene.item.text), **place)
        for standard in item.standards:
            ours = CALIBRATE["yes" if standard in engine[item.answer] else "no"]
            who = divided_by(item, standard, mentors, people)
            about = {"title": scene.title(standard), "id": standard, "engine": ours}
            yield CALIBRATE["parted-standard"].format(**who, **about)


def divided_by(
    item: Parted, standard: str, mentors: Sequence[str], people: Mapping[str, str]
) -> dict[str, str]:
    """Return who found a standard and who did not, as people read it."""
    found = item.standards[standard]
    return {
        "found": listed(people.get(name, name) for name in mentors if name in found),
        "lost": listed(people.get(name, name) for name in mentors if name not in found),
    }


def _parser() -> Parser:
    parser = Parser("calibrate report", HELP["report"])
    parser.add_argument("name", metavar="ИМЯ", help=HELP["name"])
    parser.add_argument("--now", action="store_true", help=HELP["now"])
    parser.add_argument("--json", action="store_true", help=COMMON["json"])
    return parser
