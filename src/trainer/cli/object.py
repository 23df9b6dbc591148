"""``trainer object``: a trainee disagrees with a deduction."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trainer.cli import output
from trainer.cli.complain import wrong
from trainer.cli.disagree_texts_ru import HELP, OBJECTIONS
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.stored import now, opened
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Tools
from trainer.model.place import Place

if TYPE_CHECKING:
    from trainer.storage.db.answer_rows import StoredAnswer

LAST = "last"


def run(words: Sequence[str], _tools: Tools) -> int:
    """Keep an objection of the person at the keyboard."""
    call = _parser().read(words)
    attempt = positive(call.number)
    with opened() as (database, person):
        from trainer.storage.db.answer_rows import last_session
        from trainer.storage.db.objection_store import ObjectionStore

        store = ObjectionStore(database)
        session = call.session
        if session == LAST:
            session = last_session(database, person)
        if not session:
            raise wrong(Place(PLACES["call"]), "C137")
        place = _place(call.deduction, store.answer(session, attempt, person))
        found = store.add(person, session, attempt, place, call.text, now())
    output.say(OBJECTIONS["kept-aside"].format(id=found.id))
    return ExitCode.DONE


def positive(word: str) -> int:
    """Return a whole number from 1; raises InputError."""
    if not (word.isascii() and word.isdigit() and 0 < int(word) < 2**31):
        raise wrong(Place(PLACES["call"]), "C136", word=word)
    return int(word)


def _place(word: str, answer: "StoredAnswer") -> int:
    """Return the place of a deduction, named by its number or by its standard."""
    if word.isascii() and word.isdigit():
        return int(word)
    from trainer.storage.db.complain import wrong as refused

    lost = answer.verdict.deductions
    places = [place for place, item in enumerate(lost, 1) if item.standard == word]
    if not places or not word:
        known = ", ".join(dict.fromkeys(item.standard for item in lost if item.standard)) or "-"
        raise refused("E229", standard=word, known=known)
    if len(places) > 1:
        raise refused("E228", standard=word, numbers=", ".join(map(str, places)))
    return places[0]


def _parser() -> Parser:
    parser = Parser("object", HELP["object"])
    parser.add_argument("session", metavar="РАЗГОВОР", help=HELP["object-session"])
    parser.add_argument("number", metavar="ОТВЕТ", help=HELP["object-number"])
    parser.add_argument("deduction", metavar="СНЯТИЕ", help=HELP["object-deduction"])
    parser.add_argument("text", metavar="ТЕКСТ", help=HELP["object-text"])
    return parser
