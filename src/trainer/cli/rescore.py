"""``trainer rescore``: old answers judged by today's engine, beside the verdict of then."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from trainer.cli import output
from trainer.cli.access import need_mentor
from trainer.cli.complain import wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.store_texts_ru import HELP, SAID
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.model.points import mean
from trainer.practice.visible import one_line

if TYPE_CHECKING:
    from trainer.practice.rescore import Mark, Rejudged
    from trainer.wiring.rescoring import Rescored

_MOST = 60  # characters of an answer


def run(words: Sequence[str], tools: Tools) -> int:
    """Judge anew and tell; the exit code tells whether a session could not be judged."""
    call = _parser().read(words)
    if bool(call.session) == call.all:
        raise wrong(Place(PLACES["call"]), "C132")
    need_mentor()  # it shows what people have written
    tally = _Tally()
    for found in tools.rescore(call.session):
        tally.add(found)
        _record(found) if call.json else _tell(found)
    if call.session and not tally.sessions:
        raise wrong(Place(PLACES["call"]), "C133", id=call.session)
    tally.tell()
    return ExitCode.FOUND if tally.skipped else ExitCode.DONE


class _Tally:
    """Counts what went up, down and stayed."""

    def __init__(self) -> None:
        self.sessions = self.skipped = 0
        self._pairs: list[tuple[int, int]] = []

    def add(self, found: "Rescored") -> None:
        self.sessions += 1
        self.skipped += bool(found.why)
        self._pairs += [(one.then.score, one.now.score) for one in found.answers]

    def tell(self) -> None:
        pairs = self._pairs
        if not pairs:
            output.tell(SAID["sum-none"])
            return
        up, down = sum(now > then for then, now in pairs), sum(now < then for then, now in pairs)
        then, now = (mean(scores) for scores in zip(*pairs, strict=True))
        counts = {"answers": len(pairs), "up": up, "down": down, "same": len(pairs) - up - down}
        output.tell(SAID["sum"].format(**counts, old=then, new=now))


def _tell(found: "Rescored") -> None:
    if found.why:
        output.say(SAID["skipped"].format(id=found.session, why=found.why))
        return
    output.say(SAID["session"].format(id=found.session, scenario=found.scenario, at=found.at))
    for one in found.answers:
        text = one_line(one.text)
        short = text if len(text) <= _MOST else text[: _MOST - 1] + "…"
        name = "same" if one.then.score == one.now.score else "answer"
        output.say(SAID[name].format(turn=one.turn, old=one.then.score, new=one.now.score, text=f"«{short}»"))


def _record(found: "Rescored") -> None:
    if found.why:
        output.record({"session": found.session, "scenario": found.scenario, "why": found.why})
    for one in found.answers:
        output.record({"session": found.session, "scenario": found.scenario, **_fields(one), **_by(found)})


def _fields(one: "Rejudged") -> dict[str, Any]:
    return {
        "number": one.number,
        "turn": one.turn,
        "text": one.text,
        "then": _mark(one.then),
        "now": _mark(one.now),
    }


def _mark(mark: "Mark") -> dict[str, Any]:
    return {"score": mark.score, "grade": mark.grade}


def _by(found: "Rescored") -> dict[str, str]:
    by = found.by
    return {
        "hash_pack": by.hash_pack if by else "",
        "hash_catalogue": by.hash_catalogue if by else "",
        "engine_version": by.engine_version if by else "",
    }


def _parser() -> Parser:
    parser = Parser("rescore", HELP["rescore"])
    parser.add_argument("--session", default="", metavar="ID", help=HELP["rescore-session"])
    parser.add_argument("--all", action="store_true", help=HELP["rescore-all"])
    parser.add_argument("--json", action="store_true", help=HELP["rescore-json"])
    return parser
