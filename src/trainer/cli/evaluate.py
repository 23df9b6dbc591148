"""``trainer evaluate``: how far the judge agrees with people who labelled answers and phrases."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from trainer.cli import output
from trainer.cli.agreement_report import GROUPINGS, GROUPS, JudgedAnswer, JudgedPhrase, report
from trainer.cli.agreement_text import disagreements, lines, number
from trainer.cli.complain import wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.labelled import LabelledAnswer, LabelledPhrase, read_labelled
from trainer.cli.parser import Parser
from trainer.cli.texts_ru import EVALUATE, HELP, PLACES
from trainer.cli.tools import Tools
from trainer.dialogue.engine import begin_at, setting
from trainer.model.place import Place


def run(words: Sequence[str], tools: Tools) -> int:
    """Judge every labelled item and report; exit 1 when a bar is not reached."""
    call = _parser().read(words)
    items = read_labelled(call.files, tools)
    answers = [_judged(item, tools) for item in items if isinstance(item, LabelledAnswer)]
    phrases = [
        JudgedPhrase(item, tools.judge().read(item.text))
        for item in items
        if isinstance(item, LabelledPhrase)
    ]
    fields = report(answers, phrases, call.by or "")
    failed = list(_failed(fields, call))
    if call.errors:
        say = output.tell if call.json else output.say
        for line in disagreements(answers, phrases):
            say(line)
    if call.json:
        output.record(fields)
    else:
        for line in lines(fields):
            output.say(line)
    for line in failed:
        output.tell(line)
    return ExitCode.FOUND if failed else ExitCode.DONE


def _judged(item: LabelledAnswer, tools: Tools) -> JudgedAnswer:
    situation = setting(item.scenario, begin_at(item.scenario, item.turn.id))
    return JudgedAnswer(item, tools.judge().score(item.text, situation))


def _failed(fields: Mapping[str, Any], call: argparse.Namespace) -> Iterator[str]:
    """Yield a line for every bar that is not reached; a bar without a figure is a wrong call."""
    if call.min_f1 is not None:
        figures = {EVALUATE[group]: fields[group]["micro"]["f1"] for group in GROUPS if group in fields}
        if "phrases" in fields:
            figures[EVALUATE["phrase"]] = fields["phrases"]["f1"]
        yield from _below("--min-f1", figures, call.min_f1)
    if call.min_qwk is not None:
        figures = {"QWK": fields["grade"]["qwk"]} if "grade" in fields else {}
        yield from _below("--min-qwk", figures, call.min_qwk)


def _below(option: str, figures: Mapping[str, float | None], bar: float) -> Iterator[str]:
    known = {name: value for name, value in figures.items() if value is not None}
    if not known:
        raise wrong(Place(PLACES["call"]), "C033", bar=option)
    for name, value in known.items():
        if value < bar:
            yield EVALUATE["bar"].format(name=name, value=number(value), bar=number(bar))


def _bar(word: str) -> float:
    value = float(word)
    if not -1 <= value <= 1:  # "nan" as well: a bar that everything passes is none
        raise ValueError(word)
    return value


def _parser() -> Parser:
    parser = Parser("evaluate")
    parser.add_argument("files", nargs="+", metavar="ФАЙЛ", help=HELP["evaluate-files"])
    parser.add_argument("--json", action="store_true", help=HELP["json"])
    parser.add_argument("--errors", action="store_true", help=HELP["errors"])
    parser.add_argument("--by", choices=tuple(GROUPINGS), help=HELP["by"])
    parser.add_argument("--min-f1", type=_bar, metavar="X", help=HELP["min-f1"])
    parser.add_argument("--min-qwk", type=_bar, metavar="X", help=HELP["min-qwk"])
    return parser
