"""``trainer check`` on an export of chats: judges every row, keeps what is done, reports at the end."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainer.cli import output
from trainer.cli.check_pool import judged
from trainer.cli.check_progress import progress
from trainer.cli.check_record import record_of, wanted_standards
from trainer.cli.check_report import as_csv, as_json, as_markdown, lines, report, summary
from trainer.cli.check_results import Results, reply_of
from trainer.cli.check_rows import Row, Source, read_rows
from trainer.cli.check_texts_ru import EXPORT
from trainer.cli.complain import reason, wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.processes import BATCH, jobs_of
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.practice.tally import Tally

_WRITERS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    ".md": as_markdown,
    ".json": as_json,
    ".csv": as_csv,
}


@dataclass(frozen=True, slots=True)
class _Work:
    """Everything that judging the rows needs."""

    source: Source
    tools: Tools
    wanted: frozenset[str]
    tally: Tally
    results: Results | None
    jobs: int


def run_export(call: argparse.Namespace, tools: Tools) -> int:
    """Judge the rows of an export; raises InputError for a wrong call, a broken row, a strange ``--out``."""
    source, jobs = _source(call), jobs_of(call.jobs)
    _check_files(call, source)
    wanted = wanted_standards(call.standards, tools.catalogue())
    results = Results(call.out, wanted, resume=call.resume) if call.out else None
    total = _count(source) if source.twice else None
    if total is not None:  # no more processes than there is work for
        jobs = max(1, min(jobs, -(-total // BATCH)))
    work = _Work(source, tools, wanted, Tally(), results, jobs)
    try:
        with progress(total) as advance:
            _judge(work, advance)
    except KeyboardInterrupt:
        _tell(call, work, complete=False)
        output.tell(EXPORT["go-on" if results else "no-out"])
        raise
    _tell(call, work, complete=True)
    return ExitCode.DONE


def _judge(work: _Work, advance: Callable[[], None]) -> None:
    with closing(read_rows(work.source)) as read:
        rows = _filled(read, work.tally)
        if work.results is None:
            return _judge_rest(work, rows, advance)
        try:
            _skip_done(work, work.results, rows, advance)
            work.results.open()
            _judge_rest(work, rows, advance)
        finally:
            work.results.close()


def _filled(rows: Iterable[Row], tally: Tally) -> Iterator[Row]:
    """Yield the rows with text, count the others."""
    for row in rows:
        if row.empty:
            tally.add_empty()
        else:
            yield row


def _skip_done(work: _Work, results: Results, rows: Iterator[Row], advance: Callable[[], None]) -> None:
    """Take rows that have a record as judged; raises InputError when the records are about other rows."""
    for place, fields in results.kept():
        row = next(rows, None)
        if row is None or not results.matches(fields, row):
            raise wrong(place, "C087")
        work.tally.add(reply_of(row, fields, place))
        advance()


def _judge_rest(work: _Work, rows: Iterator[Row], advance: Callable[[], None]) -> None:
    with closing(judged(rows, work.tools.judge, work.jobs)) as stream:
        for row, reading in stream:
            fields = record_of(row.id, reading, work.wanted, work.tools.catalogue())
            if work.results:
                work.results.write(row, fields)
            work.tally.add(reply_of(row, fields, work.source.place))
            advance()


def _tell(call: argparse.Namespace, work: _Work, *, complete: bool) -> None:
    """Write the report: to its file when it has one, else to stdout."""
    fields = report(work.tally, work.wanted, work.tools.catalogue(), complete=complete)
    if call.report:
        _write(call.report, _WRITERS[Path(call.report).suffix.lower()](fields))
        output.tell(EXPORT["written"].format(name=call.report))
    if call.json:
        output.record(fields)
        return
    for line in summary(fields) if call.report else lines(fields):
        output.say(line)


def _count(source: Source) -> int:
    """Count the rows with text; a broken row is found here, before an hour of work."""
    return sum(not row.empty for row in read_rows(source))


def _source(call: argparse.Namespace) -> Source:
    if call.csv is not None and call.file:
        raise _wrong_call("C090", one="--csv", other=call.file)
    if call.text is None:
        raise _wrong_call("C091")
    if call.resume and not call.out:
        raise _wrong_call("C092")
    name = call.csv or call.file or "-"
    jsonl = call.jsonl or name.lower().endswith((".jsonl", ".ndjson"))
    if jsonl and call.delimiter is not None:
        raise _wrong_call("C090", one="--delimiter", other="JSON Lines")
    return Source(name, call.text, call.id, jsonl, _delimiter(call.delimiter))


def _delimiter(word: str | None) -> str | None:
    if word is None:
        return None
    mark = "\t" if word in ("\\t", "tab") else word
    if len(mark) != 1 or mark in '"\r\n\0' or mark.isalnum():
        raise _wrong_call("C093", word=word)
    return mark


def _check_files(call: argparse.Namespace, source: Source) -> None:
    """Refuse a report of unknown form, and files that would overwrite each other or the export."""
    if call.report and Path(call.report).suffix.lower() not in _WRITERS:
        raise _wrong_call("C095", name=call.report)
    named = [name for name in (source.name, call.out, call.report) if name and name != "-"]
    if len({Path(name).resolve() for name in named}) < len(named):
        raise _wrong_call("C096")
    for name in (call.out, call.report):
        folder = Path(name).parent if name else Path()
        if not folder.is_dir():
            raise wrong(Place(name), "C097", folder=folder)


def _write(name: str, text: str) -> None:
    try:
        Path(name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise wrong(Place(name), "C060", reason=reason(error)) from None


def _wrong_call(code: str, **values: object) -> Exception:
    return wrong(Place(PLACES["call"]), code, **values)
