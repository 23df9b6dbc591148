"""``trainer calibrate mark``: one mentor marks the answers, from a file or question by question."""

from collections.abc import Sequence

from trainer.cli import output
from trainer.cli.access import need_pin
from trainer.cli.calibrate_scene import Scene, marks_of, scenes
from trainer.cli.calibrate_texts_ru import CALIBRATE, HELP
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.play_plain import Lines, write
from trainer.cli.stored import now, opened
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.practice.visible import one_line
from trainer.team.people import Person, Role


def run(words: Sequence[str], tools: Tools) -> int:
    """Keep the marks of a mentor, each answer as soon as it is marked."""
    call = _parser().read(words)
    with opened() as (database, person):
        from trainer.storage.db.calibration_store import CalibrationStore
        from trainer.storage.db.mentors import check_mentor, names_of
        from trainer.storage.db.persons import find_person
        from trainer.storage.db.pins import with_pin

        store = CalibrationStore(database)
        with database.read() as connection:
            if call.mentor:
                person = find_person(connection, call.mentor, Place("--as"))
            check_mentor(connection, person, "E235")
            secured = person in with_pin(connection)
            named = Person(person, names_of(connection).get(person, person), Role.MENTOR)
        if secured:
            need_pin(named)
        found = store.read(call.name)
        stage = scenes(found, tools)
        done = set(found.marks.get(person, {}))
        if call.answers:
            marks = marks_of(call.answers, stage)
            store.mark(call.name, person, marks, now())
            done |= marks.keys()
        elif done >= stage.keys():
            output.say(CALIBRATE["nothing-left"].format(of=len(stage)))
            return ExitCode.DONE
        else:
            for number in sorted(stage.keys() - done):
                asked = _asked(number, len(stage), stage[number])
                if asked is None:
                    break
                store.mark(call.name, person, {number: asked}, now())
                done.add(number)
    key = "thanks" if done >= stage.keys() else "left"
    about = {"name": call.name, "mentor": call.mentor or person}
    output.say(CALIBRATE[key].format(done=len(done), of=len(stage), **about))
    return ExitCode.DONE if key == "thanks" else ExitCode.FOUND


def _asked(number: int, of: int, scene: Scene) -> frozenset[str] | None:
    """Ask for the marks of one answer; None when the input ends first."""
    write("")
    place = {"scenario": scene.scenario.id, "turn": scene.turn.id}
    write(CALIBRATE["answer"].format(number=number, of=of, **place))
    write(CALIBRATE["client"].format(text=one_line(scene.turn.lines[0])))
    write(CALIBRATE["said"].format(text=one_line(scene.item.text)))
    shown = _chosen(scene, scene.expected, "expected", "ask-shown") if scene.expected else []
    if shown is None:
        return None
    broken = _chosen(scene, scene.forbidden, "forbidden", "ask-violated")
    return None if broken is None else frozenset((*shown, *broken))


def _chosen(scene: Scene, options: Sequence[str], title: str, question: str) -> list[str] | None:
    write(CALIBRATE[title])
    for number, name in enumerate(options, 1):
        write(CALIBRATE["option"].format(number=number, title=one_line(scene.title(name)), id=name))
    lines = Lines()
    while True:
        write(CALIBRATE[question])
        try:
            words = lines.read().replace(",", " ").split()
        except EOFError:
            return None
        wrong = next((word for word in words if not _one_of(word, len(options))), None)
        if wrong is None:
            return [options[int(word) - 1] for word in words]
        write(CALIBRATE["again"].format(word=one_line(wrong)))


def _one_of(word: str, most: int) -> bool:
    return word.isascii() and word.isdigit() and len(word) < 6 and 1 <= int(word) <= most


def _parser() -> Parser:
    parser = Parser("calibrate mark", HELP["mark"])
    parser.add_argument("name", metavar="ИМЯ", help=HELP["name"])
    parser.add_argument("--as", dest="mentor", default="", metavar="НАСТАВНИК", help=HELP["as"])
    parser.add_argument("--answers", metavar="ФАЙЛ", help=HELP["mark-answers"])
    return parser
