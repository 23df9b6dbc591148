"""The mentor's desk line by line: people, their talks, comments, objections."""

from collections.abc import Sequence
from functools import partial

from trainer.cli import assigned, decide, objections
from trainer.cli.access import asked_once, need_mentor
from trainer.cli.exit_codes import ExitCode
from trainer.cli.menu_plain import Command, LeftError, Row, choose
from trainer.cli.plain_texts_ru import DESK, HOME
from trainer.cli.play_plain import Lines, write
from trainer.cli.report_lines import person, standards
from trainer.cli.stored import opened
from trainer.cli.tools import Tools
from trainer.cli.transcript_text import lines as told
from trainer.cli.transcript_text import listed
from trainer.practice.tell import Names
from trainer.practice.visible import one_line
from trainer.team.comments import Kind
from trainer.team.report import PersonReport
from trainer.team.report_texts_ru import LEVELS
from trainer.team.report_words import change, summary


def run(tools: Tools) -> int:
    """Show the desk until the mentor leaves; raises InputError for somebody who is no mentor."""
    with asked_once():
        need_mentor()
        tools.records().check_mentor()
        try:
            _Desk(tools).run()
        except (LeftError, EOFError, KeyboardInterrupt):
            write(HOME["bye"])
    return ExitCode.DONE


class _Desk:
    def __init__(self, tools: Tools) -> None:
        self.tools, self.records, self.lines = tools, tools.records(), Lines()
        self.group = ""

    def run(self) -> None:
        commands: dict[str, Command] = {
            "/help": lambda _: write(DESK["help"]),
            "/objections": self.objections,
            "/keep": partial(self.decide, "--keep"),
            "/withdraw": partial(self.decide, "--withdraw"),
            "/weak": self.weak,
            "/assigned": lambda _: _run(assigned, [], self.tools),
            "/group": self.choose_group,
        }
        choose(self.lines, self.people, commands, DESK["prompt"], back=False)

    def people(self) -> Sequence[Row]:
        """Tell who is where."""
        report = self.records.report(group=self.group)
        write(DESK["hello"].format(title=report.title))
        write(summary(report))
        if groups := self.records.groups():
            write(DESK["group"].format(names=", ".join(groups.values())))
        if waiting := _waiting():
            write(DESK["open"].format(count=waiting))
        for number, one in enumerate(report.people, 1):
            write(DESK["talk"].format(number=number, line=person(one, report)))
        write(DESK["choose"] if report.people else DESK["nobody"])
        return [Row("", partial(self.person, one)) for one in report.people]

    def person(self, one: PersonReport) -> None:
        """Show one person and let their talks be read."""
        commands = {"/help": lambda _: write(DESK["help"])}
        choose(self.lines, partial(self._about, one), commands, DESK["prompt"], back=True)

    def _about(self, one: PersonReport) -> Sequence[Row]:
        report = self.records.report(person=one.id)
        write(f"{one_line(one.name)}. {summary(report)}")
        if said := change(report.before, report.after):
            write(said)
        titles = dict(report.qualities)
        for found in report.people[:1]:
            for name, loss in found.qualities.items():
                about = {"title": titles.get(name, name), "points": f"{loss.each:.1f}".replace(".", ",")}
                write(DESK["quality"].format(word=LEVELS[loss.level.value], **about))
        sessions, scenarios = self.records.sessions(one.id), self.records.titles().scenarios
        write(DESK["talks"] if sessions else DESK["no-talks"])
        for number, session in enumerate(sessions, 1):
            write(DESK["talk"].format(number=number, line=listed(session, scenarios)))
        write(DESK["choose-talk"])
        return [Row("", partial(self.transcript, session.id)) for session in sessions]

    def transcript(self, session: str) -> None:
        """Read a talk; comment on its answers."""
        commands: dict[str, Command] = {
            "/help": lambda _: write(DESK["help"]),
            "/comment": partial(self.comment, session),
        }
        choose(self.lines, partial(self._read, session), commands, DESK["prompt"], back=True)

    def _read(self, session: str) -> Sequence[Row]:
        found = self.records.transcript(session)
        for line in told(found, Names(self.tools.catalogue()), self.records.titles().scenarios):
            write(line)
        write(DESK["said"].format(kinds=", ".join(Kind)))
        return []

    def comment(self, session: str, rest: str) -> None:
        """Keep a comment: the number of the answer, the kind, the words."""
        number, kind, text = ([*rest.split(" ", 2), "", "", ""])[:3]
        if not number.isdecimal() or kind not in set(Kind) or not text.strip():
            write(DESK["how-comment"])
            return
        self.records.comment(session, int(number[:9]), Kind(kind), text)
        write(DESK["commented"])

    def objections(self, rest: str) -> None:
        """Read what trainees disagree with."""
        _run(objections, [] if rest else ["--open"], self.tools)

    def decide(self, how: str, rest: str) -> None:
        """Keep a decision: the number of the objection, the reason."""
        number, _, reason = rest.partition(" ")
        if not number.isdecimal() or not reason.strip():
            write(DESK["how-decide"])
            return
        _run(decide, [number, how, "--reason", reason.strip()], self.tools)

    def weak(self, _rest: str) -> None:
        """Read where points are lost."""
        for line in standards(self.records.report(group=self.group)):
            write(line)

    def choose_group(self, name: str) -> None:
        """Look at one group, or at everybody."""
        self.records.report(group=name)  # refuses a group that is not there
        self.group = name
        self.people()


def _waiting() -> int:
    """Return how many objections nobody has decided."""
    from trainer.storage.db.objection_store import ObjectionStore

    with opened() as (database, _):
        return len(ObjectionStore(database).all(person="", open_only=True))


def _run(command: object, words: Sequence[str], tools: Tools) -> None:
    command.run(list(words), tools)  # type: ignore[attr-defined]
