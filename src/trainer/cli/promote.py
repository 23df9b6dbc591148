"""``trainer promote``: a good answer of a trainee becomes a model answer of its turn."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.cli import output
from trainer.cli.complain import reason, wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.object import LAST, positive
from trainer.cli.parser import Parser
from trainer.cli.promote_texts_ru import HELP, INPUT, PROMOTE
from trainer.cli.stored import mentor, now, opened
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.packs.folders import dialogues
from trainer.packs.library import home
from trainer.packs.problems import Problems

if TYPE_CHECKING:
    from trainer.authoring.promote import Tried
    from trainer.storage.db.answer_rows import StoredAnswer

_LONGEST_NAME = 60


def run(words: Sequence[str], tools: Tools) -> int:
    """Try the answer out and write it; exit 1 when the checks of its turn do not pass."""
    call = _parser().read(words)
    author = _author(call.author)
    found = _answer(call.session, positive(call.number))
    file = _file(found, tools)
    scenario = tools.scenario(found.scenario)
    if found.turn not in scenario.turns:
        raise _refused("C163", scenario=scenario.id, turn=found.turn)
    if found.text.strip() in {text.strip() for text in scenario.turns[found.turn].model_answers}:
        raise _refused("C161", turn=found.turn)
    date = f"{now():%d.%m.%Y}"
    remark = PROMOTE["remark" if author else "remark-anonymous"].format(author=author, date=date)
    tried = _try(file, found, remark, tools)
    if not tried.passed:
        for line in _against(tried):
            output.say(line)
        output.tell(PROMOTE["refused"])
        return ExitCode.FOUND
    output.say(PROMOTE["done"].format(file=file, turn=found.turn))
    return ExitCode.DONE


def _answer(session: str, number: int) -> "StoredAnswer":
    with opened() as (database, person):
        from trainer.storage.db.answer_rows import last_session
        from trainer.storage.db.mentors import check_mentor
        from trainer.storage.db.objection_store import ObjectionStore

        if session == LAST:
            session = last_session(database, person, talk=True)
            if not session:
                raise wrong(Place(PLACES["call"]), "C137")
        who = mentor(person)
        with database.read() as connection:
            check_mentor(connection, who, "E236")
        found = ObjectionStore(database).answer(session, number)
        if not found.graded:
            raise _refused("C165")
        return found


def _file(found: "StoredAnswer", tools: Tools) -> Path:
    """Return the file of the scenario; raises InputError where it came with the program."""
    tools.scenario(found.scenario)
    folder = next(f for f in tools.folders() if found.scenario in {path.stem for path in dialogues(f)})
    if folder.resolve().is_relative_to(home().resolve()):
        raise _refused("C160", pack=folder.name, folder=folder)
    return next(path for path in dialogues(folder) if path.stem == found.scenario)


def _try(file: Path, found: "StoredAnswer", remark: str, tools: Tools) -> "Tried":
    from trainer.authoring.format import UnformattableError
    from trainer.authoring.promote import save, try_out

    try:
        tried = try_out(file, found.turn, found.text.strip(), remark, tools.judge())
        if tried.passed:
            save(file, tried.text)
    except UnformattableError:
        raise _refused("C162", Place(str(file))) from None
    except OSError as error:
        raise wrong(Place(str(file)), "C060", reason=reason(error)) from None
    return tried


def _against(tried: "Tried") -> Iterator[str]:
    for problem in tried.problems:
        yield f"{problem.code} {problem.text}"
    for result in tried.failed:
        for item in result.differences:
            what = PROMOTE["difference"].format(key=item.key, lacks=item.lacks or "-", has=item.has or "-")
            yield PROMOTE["failed"].format(name=result.case.name, what=what)


def _author(name: str | None) -> str:
    if name is None:
        return ""
    clean = name.strip()
    if not clean or len(clean) > _LONGEST_NAME or not clean.isprintable():
        raise _refused("C164")
    return clean


def _refused(code: str, place: Place | None = None, **values: object) -> InputError:
    problems = Problems(texts=INPUT)
    problems.add(place or Place(PLACES["call"]), code, **values)
    return InputError(*problems.found)


def _parser() -> Parser:
    parser = Parser("promote", HELP["about"])
    parser.add_argument("session", metavar="РАЗГОВОР", help=HELP["session"])
    parser.add_argument("number", metavar="ОТВЕТ", help=HELP["number"])
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--author", metavar="ИМЯ", help=HELP["author"])
    who.add_argument("--anonymous", action="store_true", help=HELP["anonymous"])
    return parser
