"""``trainer score``: judges answers at one turn of a scenario."""

from collections.abc import Sequence
from typing import Any

from trainer.cli import output
from trainer.cli.answers_input import Answer, read_answers
from trainer.cli.complain import wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.score_text import lines
from trainer.cli.seed_option import add_seed, seed_of
from trainer.cli.texts_ru import HELP, PLACES, TOO_MANY
from trainer.cli.tools import Tools
from trainer.dialogue.engine import begin_at, setting, step
from trainer.model.place import Place
from trainer.model.scenario import Scenario
from trainer.model.verdict import Verdict
from trainer.packs.problems import hint


def run(words: Sequence[str], tools: Tools) -> int:
    """Score every answer of the input, in order."""
    call = _parser().read(words)
    seed = seed_of(call.seed) or 0
    scenario, turn, name = _named(call.what)
    answers = read_answers(name, jsonl=call.jsonl)
    # A wrong name anywhere is told before the first verdict is printed, not after half of them.
    places = [_where(answer, scenario, turn, tools) for answer in answers]
    for number, (answer, (played, at)) in enumerate(zip(answers, places, strict=True)):
        fields, verdict = judged(answer, played, at, tools, seed)
        if call.json:
            output.record(fields)
            continue
        if number:
            output.say()
        for line in lines(fields, verdict, played, tools.catalogue()):
            output.say(line)
    return ExitCode.DONE


def judged(
    answer: Answer, scenario: Scenario, turn: str, tools: Tools, seed: int = 0
) -> tuple[dict[str, Any], Verdict]:
    """Return the output record of one answer and the verdict that it tells; ``seed`` chooses the line."""
    state = begin_at(scenario, turn, seed)
    verdict = tools.judge().score(answer.text, setting(scenario, state))
    went = step(scenario, state, verdict)[1]
    place = {"id": answer.id, "scenario": scenario.id, "turn": turn}
    return {**place, **verdict.record(), "next": went.to, "asks": went.asks}, verdict


def find_turn(scenario: Scenario, turn: str, place: Place) -> str:
    """Return the id of a turn that the scenario has; raises InputError with a did-you-mean."""
    if turn not in scenario.turns:
        near = hint(turn, scenario.turns)
        raise wrong(place, "C022", scenario=scenario.id, turn=turn, hint=near)
    return turn


def _where(answer: Answer, scenario: str, turn: str, tools: Tools) -> tuple[Scenario, str]:
    scenario, turn = answer.scenario or scenario, answer.turn or turn
    if not scenario:
        raise wrong(answer.place, "C020")
    if not turn:
        raise wrong(answer.place, "C021")
    played = tools.scenario(scenario)
    return played, find_turn(played, turn, answer.place)


def _named(words: Sequence[str]) -> tuple[str, str, str]:
    """Tell scenario, turn and file apart: one word is a file, two are scenario and turn."""
    if len(words) > 3:
        raise wrong(Place(PLACES["call"]), "C051", reason=TOO_MANY.format(words[3]), prog="trainer score")
    if len(words) == 1:
        return "", "", words[0]
    scenario, turn, name = (*words, *[""] * (3 - len(words)))
    return scenario, turn, name


def _parser() -> Parser:
    parser = Parser("score")
    parser.add_argument("what", nargs="*", metavar="СЦЕНАРИЙ ШАГ ФАЙЛ", help=HELP["score-what"])
    add_seed(parser)
    parser.add_argument("--json", action="store_true", help=HELP["json"])
    parser.add_argument("--jsonl", action="store_true", help=HELP["jsonl"])
    return parser
