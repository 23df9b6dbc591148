"""``trainer check``: says what any reply shows and breaks, without a scenario."""

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

from trainer.cli import output
from trainer.cli.answers_input import read_answers
from trainer.cli.check_record import record_of, wanted_standards
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.texts_ru import CHECK, HELP
from trainer.cli.tools import Tools
from trainer.model.standard import Catalogue


def run(words: Sequence[str], tools: Tools) -> int:
    """Check every reply of the input, in order; an export of chats is summed up in a report."""
    call = _parser().read(words)
    if _of_export(call):
        from trainer.cli.check_export import run_export

        return run_export(call, tools)
    wanted = wanted_standards(call.standards, tools.catalogue())
    for number, answer in enumerate(read_answers(call.file, jsonl=call.jsonl)):
        reading = tools.judge().read(answer.text)
        fields = record_of(answer.id, reading, wanted, tools.catalogue())
        if call.json:
            output.record(fields)
            continue
        if number:
            output.say()
        for line in _lines(fields, tools.catalogue()):
            output.say(line)
    return ExitCode.DONE


def _of_export(call: argparse.Namespace) -> bool:
    """Tell whether anything in the call belongs to an export; whether the call is whole is seen later."""
    named = (call.csv, call.text, call.id, call.delimiter, call.report, call.out, call.jobs)
    return bool(call.resume) or any(value is not None for value in named)


def _lines(fields: dict[str, Any], catalogue: Catalogue) -> Iterator[str]:
    yield CHECK["title"].format(id=fields["id"])
    if not fields["findings"]:
        yield CHECK["none"]
        return
    for group in ("shown", "violated"):
        if fields[group]:
            yield CHECK[group]
        for item in fields["findings"]:
            if item["standard"] in fields[group]:
                yield from _finding(item, catalogue, explain=group == "violated")
    if not fields["violated"]:
        yield CHECK["clean"]


def _finding(item: dict[str, Any], catalogue: Catalogue, *, explain: bool) -> Iterator[str]:
    words = ", ".join(output.quoted(piece["text"]) for piece in item["evidence"])
    title = catalogue.standards[item["standard"]].title
    yield CHECK["line"].format(title=title, id=item["standard"], words=words).removesuffix(": ")
    if explain:
        for key in ("why", "fix", "source"):
            yield CHECK[key].format(text=item[key])


def _parser() -> Parser:
    parser = Parser("check")
    parser.add_argument("file", nargs="?", default="", metavar="ФАЙЛ", help=HELP["check-file"])
    parser.add_argument("--standards", metavar="ID,ID…", help=HELP["check-standards"])
    parser.add_argument("--json", action="store_true", help=HELP["json"])
    parser.add_argument("--jsonl", action="store_true", help=HELP["jsonl"])
    parser.add_argument("--csv", metavar="ФАЙЛ", help=HELP["check-csv"])
    parser.add_argument("--text", metavar="КОЛОНКА", help=HELP["check-text"])
    parser.add_argument("--id", metavar="КОЛОНКА", help=HELP["check-id"])
    parser.add_argument("--delimiter", metavar="ЗНАК", help=HELP["check-delimiter"])
    parser.add_argument("--report", metavar="ФАЙЛ", help=HELP["check-report"])
    parser.add_argument("--out", metavar="ФАЙЛ", help=HELP["check-out"])
    parser.add_argument("--jobs", metavar="N", help=HELP["check-jobs"])
    parser.add_argument("--resume", action="store_true", help=HELP["check-resume"])
    return parser
