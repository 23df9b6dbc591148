"""``trainer objections``: what trainees disagree with; those that wait for a mentor come first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from trainer.cli import output
from trainer.cli.access import need_self_or_mentor
from trainer.cli.disagree_texts_ru import HELP, OBJECTIONS, STATES
from trainer.cli.exit_codes import ExitCode
from trainer.cli.output import quoted
from trainer.cli.parser import Parser
from trainer.cli.stored import opened, when
from trainer.cli.texts_ru import HELP as COMMON
from trainer.cli.tools import Tools
from trainer.model.verdict import Deduction
from trainer.practice.tell import Names
from trainer.practice.visible import one_line

if TYPE_CHECKING:
    from trainer.team.objections import Objection


def run(words: Sequence[str], tools: Tools) -> int:
    """List objections: all of them for a mentor, their own for a trainee."""
    call = _parser().read(words)
    trainee = need_self_or_mentor()
    with opened() as (database, _):
        from trainer.storage.db.mentors import names_of
        from trainer.storage.db.objection_store import ObjectionStore

        with database.read() as connection:
            people = names_of(connection)
        store = ObjectionStore(database)
        found = store.all(person=trainee.id if trainee else "", open_only=call.open)
        lost = [_deduction(store, item) for item in found]
    names = Names(tools.catalogue())
    for item, deduction in zip(found, lost, strict=True):
        if call.json:
            output.record(_record(item, people))
        else:
            for line in _lines(item, deduction, people, names):
                output.say(line)
    if not found:
        output.tell(OBJECTIONS["none-open" if call.open else "none"])
    return ExitCode.DONE


def _deduction(store: Any, item: "Objection") -> Deduction:
    found: Deduction = store.answer(item.session, item.attempt).verdict.deductions[item.deduction - 1]
    return found


def _lines(item: "Objection", deduction: Deduction, people: Mapping[str, str], names: Names) -> Iterator[str]:
    who = people.get(item.person, item.person)
    place = {"scenario": item.scenario, "turn": item.turn}
    yield OBJECTIONS["title"].format(
        id=item.id, state=STATES[item.state], person=one_line(who), at=when(item.at), **place
    )
    words = ", ".join(quoted(span.of(item.answer)) for span in deduction.evidence)
    title = {"title": names.standard(item.standard), "standard": item.standard}
    yield OBJECTIONS["points"].format(points=item.points, words=f" - {words}" if words else "", **title)
    yield OBJECTIONS["why"].format(why=one_line(deduction.why))
    yield OBJECTIONS["answer"].format(answer=quoted(item.answer))
    yield OBJECTIONS["text"].format(text=quoted(item.text))
    for made in item.decisions:
        what = STATES["withdrawn" if made.withdrawn else "kept"]
        mentor = one_line(people.get(made.mentor, OBJECTIONS["nobody"]))
        about = {"reason": one_line(made.reason), "before": made.before, "after": made.after}
        yield OBJECTIONS["decision"].format(what=what, mentor=mentor, at=when(made.at), **about)
    yield ""


def _record(item: "Objection", people: Mapping[str, str]) -> dict[str, Any]:
    fields = asdict(item)
    return {"state": str(item.state), "name": people.get(item.person, ""), **fields}


def _parser() -> Parser:
    parser = Parser("objections", HELP["objections"])
    parser.add_argument("--open", action="store_true", help=HELP["open"])
    parser.add_argument("--json", action="store_true", help=COMMON["json"])
    return parser
