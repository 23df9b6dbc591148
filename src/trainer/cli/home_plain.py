"""The first screen line by line: what was assigned, what was left, all talks and exercises."""

import getpass
import sys
from collections.abc import Iterator, Sequence
from functools import partial

from trainer.cli import exercise_plain, play_plain
from trainer.cli.access import asked_once
from trainer.cli.exercise_texts_ru import FORMS
from trainer.cli.exit_codes import ExitCode
from trainer.cli.menu_plain import Command, LeftError, Row, choose
from trainer.cli.plain_texts_ru import HOME
from trainer.cli.play_plain import Lines, write
from trainer.cli.team_texts_ru import STATUSES
from trainer.cli.tools import Tools
from trainer.model.exercise import Exercise, Form
from trainer.model.scenario import Pack, Scenario
from trainer.practice.plan import days
from trainer.practice.records import Mode
from trainer.practice.texts_ru import MOODS
from trainer.team.standing import Standing
from trainer.tui.offer import Offer, read_offer

_MOST_LEFT = 5
# What these say otherwise is a screen or a table.
_PLAIN = ("desk", "report", "progress", "refresh")


def run(tools: Tools, mode: Mode) -> int:
    """Let the person choose one thing after the other."""
    home = _Home(tools, mode)
    try:
        home.run()
    except (LeftError, EOFError, KeyboardInterrupt):
        write(HOME["bye"])
    return ExitCode.DONE


class _Home:
    def __init__(self, tools: Tools, mode: Mode) -> None:
        self.tools, self.mode, self.lines = tools, mode, Lines()
        self.desk = tools.desk()
        self.offer = Offer()

    def run(self) -> None:
        write(HOME["hello"])
        if self.desk.players() and not self.desk.player():
            self.who("")
        commands: dict[str, Command] = {
            "/help": lambda _: write(HOME["help"]),
            "/exam": self.exam,
            "/standards": partial(self.other, "standards", "--find"),
            "/records": partial(self.other, "transcript", ""),
            "/progress": partial(self.other, "progress", ""),
            "/refresh": partial(self.other, "refresh", ""),
            "/report": partial(self.other, "report", ""),
            "/objections": partial(self.other, "objections", ""),
            "/who": self.who,
            "/desk": partial(self.other, "desk", ""),
        }
        choose(self.lines, self.tell, commands, HOME["prompt"], back=False)

    # ------------------------------------------------------------ what there is
    def tell(self) -> Sequence[Row]:
        self.offer = offer = read_offer(self.desk)
        for line in self._news(offer):
            write(line)
        rows = [*self._due(offer), *self._left(offer), *self._packs(offer)]
        write(HOME["what"] if rows else HOME["nothing"])
        for number, row in enumerate(rows, 1):
            write(row.text.format(number=number))
        write(HOME["choose"])
        return rows

    def _news(self, offer: Offer) -> Iterator[str]:
        if offer.player:
            yield HOME["person"].format(name=offer.player.name)
        if warning := self.desk.warning():
            yield warning
        yield from (HOME["broken"].format(problem=problem) for problem in offer.problems[:3])
        play_plain.tell_decisions(self.tools)
        for item in offer.news:
            title = offer.titles.get(item.scenario, item.scenario)
            yield HOME["news"].format(title=title, session=item.session)

    def _due(self, offer: Offer) -> Iterator[Row]:
        for task in offer.tasks:
            given = task.assignment
            due = HOME["due"].format(day=f"{given.due.astimezone():%d.%m %H:%M}") if given.due else ""
            about = {"state": STATUSES[task.status], "passed": task.passed, "items": len(task.items)}
            text = _row("task", title=given.title, due=due, **about)
            yield Row(text, partial(self.do, task))

    def _left(self, offer: Offer) -> Iterator[Row]:
        talks = [item for item in offer.unfinished if item.scenario in offer.scenarios]
        for item in talks[:_MOST_LEFT]:
            title = offer.titles[item.scenario]
            text = _row("left-talk", title=title, answers=item.answers)
            yield Row(text, partial(self.go_on, item.id))
        for series in offer.left_series()[:_MOST_LEFT]:
            text = _row("left-series", title=offer.titles[series.exercise], answers=series.answers)
            yield Row(text, partial(self.go_on_series, series.id))

    def _packs(self, offer: Offer) -> Iterator[Row]:
        for pack in offer.packs:
            counts = {"talks": len(pack.scenarios), "drills": len(offer.of_pack(pack))}
            yield Row(_row("pack", title=pack.title, **counts), partial(self.pack, pack))
        if offer.rest:
            yield Row(_row("rest", title=offer.rest.title), partial(self.exercise, offer.rest))

    # ------------------------------------------------------------ a pack
    def pack(self, pack: Pack) -> None:
        """Let talks and exercises of a pack be chosen."""
        commands = {"/help": lambda _: write(HOME["help"]), "/exam": self.exam}
        choose(self.lines, partial(self._inside, pack), commands, HOME["prompt"], back=True)

    def _inside(self, pack: Pack) -> Sequence[Row]:
        write(HOME["pack-open"].format(title=pack.title))
        if pack.about:
            write(pack.about)
        offer = self.offer
        for day in days(pack, self.desk.finished(), offer.rests):
            items = [
                HOME["plan-item"].format(title=offer.titles.get(item.id, item.id), mark=_mark(done))
                for item, done in zip(day.day.items, day.done, strict=True)
            ]
            write(HOME["plan"].format(day=day.day.title, items=", ".join(items)))
        rows = [Row(_talk(found), partial(self.talk, found)) for found in pack.scenarios.values()]
        for drill in offer.of_pack(pack):
            text = _row("drill", title=drill.title, form=FORMS[drill.form])
            rows.append(Row(text, partial(self.exercise, drill)))
        for number, row in enumerate(rows, 1):
            write(row.text.format(number=number))
        write(HOME["back"])
        return rows

    # ------------------------------------------------------------ what there is to do
    def talk(self, found: Scenario, mode: Mode | None = None, task: str = "") -> None:
        play_plain.run(self.desk.start(found.id, mode or self.mode, task), self.tools)

    def go_on(self, session_id: str) -> None:
        play_plain.run(self.desk.resume(session_id), self.tools)

    def exercise(self, found: Exercise, mode: Mode | None = None, task: str = "") -> None:
        if found.form is Form.RECOVER:
            exercise_plain.recover(self.desk.exercise(found.id))
        else:
            series = self.desk.start_series(found.id, mode=mode or self.mode, task=task)
            exercise_plain.run(series, self.tools)

    def go_on_series(self, series_id: str) -> None:
        exercise_plain.run(self.desk.resume_series(series_id), self.tools)

    def do(self, task: Standing) -> None:
        """Begin the next item of a task in the mode that it asks for, or go on with what was left of it."""
        given, offer = task.assignment, self.offer
        if left := offer.left_of(task):
            (self.go_on if left.id in {one.id for one in offer.unfinished} else self.go_on_series)(left.id)
        elif found := offer.scenarios.get(task.next):
            self.talk(found, given.mode, given.id)
        elif exercise := offer.exercises.get(task.next):
            self.exercise(exercise, given.mode, given.id)

    def exam(self, _rest: str) -> None:
        exam = self.mode is not Mode.EXAM
        self.mode = Mode.EXAM if exam else Mode.TRAINING
        write(HOME["exam-on" if exam else "exam-off"])

    def other(self, command: str, option: str, rest: str) -> None:
        """Run another command of the program, with its first word where there is one."""
        import importlib

        words = [*filter(None, [option]), rest] if rest else []
        words += ["--plain"] if command in _PLAIN else []
        with asked_once():
            importlib.import_module(f"trainer.cli.{command}").run(words, self.tools)

    def who(self, _rest: str) -> None:
        """Let somebody else practise."""
        players = self.desk.players()
        write(HOME["who"])
        for number, one in enumerate(players, 1):
            more = (HOME["mentor"] if one.person.mentor else "") + (HOME["asks-pin"] if one.pin else "")
            write(HOME["player"].format(number=number, name=one.person.name, more=more))
        while True:
            word = self.lines.read(HOME["prompt"]).strip()
            if not word.isdecimal() or not 1 <= int(word[:9]) <= len(players):
                if not word and self.desk.player():
                    return
                write(HOME["wrong"].format(word=word, last=len(players)))
                continue
            chosen = players[int(word[:9]) - 1]
            why = self.desk.choose(chosen.person.id, _pin() if chosen.pin else "")
            if not why:
                return
            write(why)


def _mark(done: bool | None) -> str:
    """Return how an item of a plan stands; nobody keeps whether a rest was taken."""
    return HOME["rested" if done is None else "done" if done else "to-do"]


def _pin() -> str:
    return getpass.getpass(HOME["pin"]) if sys.stdin.isatty() else ""


def _talk(found: Scenario) -> str:
    return _row("talk", title=found.title, client=found.client.name, mood=MOODS[found.client.mood])


def _row(name: str, **values: object) -> str:
    """Return a row with the place of its number still open; what people wrote has no places."""
    safe = {key: str(value).replace("{", "{{").replace("}", "}}") for key, value in values.items()}
    return HOME[name].replace("{number}", "{{number}}").format(**safe)
