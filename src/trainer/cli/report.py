"""``trainer report``: who does how well, as a table, CSV, JSON or one page."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from trainer.cli import output
from trainer.cli.access import need_self_or_mentor
from trainer.cli.complain import reason, wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.records_texts_ru import HELP, TROUBLE, WRITTEN
from trainer.cli.texts_ru import HELP as COMMON
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.practice.visible import json_text
from trainer.team.report import Report

_FORMATS = ("table", "csv", "json", "html")
# A name that ends so needs no --format.
_BY_NAME = {".csv": "csv", ".json": "json", ".html": "html", ".htm": "html"}


def run(words: Sequence[str], tools: Tools) -> int:
    """Show the report that the call asks for, or write it."""
    call = _parser().read(words)
    if call.person and call.group:
        raise _trouble("both")
    since, until = _day("--from", call.since), _day("--to", call.until)
    if since and until and since > until:
        raise _trouble("order")
    need_self_or_mentor()
    found = tools.records().report(call.person, call.group, call.pack, since, until)
    path = Path(call.out) if call.out else None
    form = call.format or (_BY_NAME.get(path.suffix.lower(), "table") if path else "table")
    if call.plain and form == "table" and not path:
        from trainer.cli.report_lines import lines

        for line in lines(found):
            output.say(line)
    elif form == "table" and not path:
        from trainer.cli.report_table import show

        show(found, sys.stdout)
    elif path:
        _write(path, _text(found, form))
    else:
        sys.stdout.write(_text(found, form))
    return ExitCode.DONE


def _text(found: Report, form: str) -> str:
    if form == "csv":
        from trainer.team.report_csv import as_csv

        return as_csv(found)
    if form == "html":
        from trainer.team.report_html import as_html

        return as_html(found)
    if form == "json":
        from trainer.team.report_json import as_data

        return json_text(as_data(found)) + "\n"
    from trainer.cli.report_table import as_text

    return as_text(found)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise wrong(Place(str(path)), "C060", reason=reason(error)) from None
    output.tell(WRITTEN.format(path=path))


def _day(option: str, word: str) -> date | None:
    if not word:
        return None
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise _trouble("date", option=option, word=word) from None


def _trouble(name: str, **values: str) -> Exception:
    text = TROUBLE[name].format(**values)
    return wrong(Place(PLACES["call"]), "C051", reason=text, prog="trainer report")


def _parser() -> Parser:
    parser = Parser("report", HELP["report"])
    parser.add_argument("--person", default="", metavar="ИМЯ", help=HELP["person"])
    parser.add_argument("--group", default="", metavar="ГРУППА", help=HELP["group"])
    parser.add_argument("--pack", default="", metavar="НАБОР", help=HELP["pack"])
    parser.add_argument("--plain", action="store_true", help=COMMON["plain"])
    parser.add_argument("--from", dest="since", default="", metavar="ДЕНЬ", help=HELP["from"])
    parser.add_argument("--to", dest="until", default="", metavar="ДЕНЬ", help=HELP["to"])
    parser.add_argument("--format", choices=_FORMATS, help=HELP["format"])
    parser.add_argument("-o", "--out", default="", metavar="ФАЙЛ", help=HELP["output"])
    return parser
