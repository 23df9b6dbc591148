"""``trainer play``: opens the app, or plays a scenario without a screen."""

import sys
from collections.abc import Sequence

from trainer.cli.complain import wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.seed_option import add_seed, seed_of
from trainer.cli.texts_ru import HELP, PLACES
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.model.scenario import Scenario
from trainer.practice.records import Mode


def run(words: Sequence[str], tools: Tools) -> int:
    """Play by prepared answers, line by line, or in the app: what the call and the terminal ask for."""
    call = _parser().read(words)
    mode, seed = Mode.EXAM if call.exam else Mode.TRAINING, seed_of(call.seed)
    scenario = tools.scenario(call.scenario) if call.scenario else None
    if call.answers is not None:
        from trainer.cli import play_script

        output = play_script.Output(call.json, call.transcript)
        session = tools.passing_session(_needed(scenario, tools), mode, seed or 0)
        return play_script.run(session, call.answers, output, tools)
    if call.json or call.transcript:
        raise wrong(Place(PLACES["call"]), "C051", reason=HELP["only-answers"], prog="trainer play")
    if seed is not None and call.resume:
        raise wrong(Place(PLACES["call"]), "C090", one="--seed", other="--resume")
    at_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if call.lesson and not call.plain and at_terminal:
        tools.lesson_app()
        return ExitCode.DONE
    if call.plain or not at_terminal:
        from trainer.cli import play_plain

        if call.lesson:
            return play_plain.run_first_lesson(tools)
        if at_terminal and not call.resume and tools.desk().house().lesson_due():
            play_plain.run_first_lesson(tools)
        if scenario is None and not call.resume and call.plain and sys.stdin.isatty():
            from trainer.cli import home_plain

            return home_plain.run(tools, mode)
        play_plain.tell_decisions(tools)
        if call.resume:
            return play_plain.run(tools.resumed(call.resume), tools)
        return play_plain.run(tools.session(_needed(scenario, tools), mode, seed), tools)
    tools.app(scenario.id if scenario else None, mode, call.resume, seed)
    return ExitCode.DONE


def _needed(scenario: Scenario | None, tools: Tools) -> Scenario:
    if scenario is None:
        raise wrong(Place(PLACES["call"]), "C070", known=", ".join(tools.scenarios()))
    return scenario


def _parser() -> Parser:
    parser = Parser("play")
    parser.add_argument("scenario", nargs="?", default="", metavar="СЦЕНАРИЙ", help=HELP["play-scenario"])
    parser.add_argument("--plain", action="store_true", help=HELP["plain"])
    parser.add_argument("--lesson", action="store_true", help=HELP["lesson"])
    parser.add_argument("--exam", action="store_true", help=HELP["exam"])
    parser.add_argument("--resume", default="", metavar="ID", help=HELP["resume"])
    add_seed(parser)
    parser.add_argument("--answers", metavar="ФАЙЛ", help=HELP["answers"])
    parser.add_argument("--transcript", metavar="ФАЙЛ", help=HELP["transcript"])
    parser.add_argument("--json", action="store_true", help=HELP["json"])
    return parser
