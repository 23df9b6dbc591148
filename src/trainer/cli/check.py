"""``trainer check``: says what any reply shows and breaks, without a scenario."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from trainer.cli import output
from trainer.cli.answers_input import Answer, read_answers
from trainer.cli.complain import wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.texts_ru import CHECK, HELP, PLACES
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.model.standard import Catalogue, Kind
from trainer.model.verdict import Finding, Reading
from trainer.packs.problems import hint
from trainer.scoring.judge import NEED_A_TURN


def run(words: Sequence[str], tools: Tools) -> int:
    """Check every reply of the input, in order."""
    call = _parser().read(words)
    wanted = _wanted(call.standards, tools.catalogue())
    for number, answer in enumerate(read_answers(call.file, jsonl=call.jsonl)):
        reading = tools.judge().read(answer.text)
        fields = _record(answer, reading, wanted, tools.catalogue())
        if call.json:
            output.record(fields)
            continue
        if number:
            output.say()
        for line in _lines(fields, tools.catalogue()):
            output.say(line)
    return ExitCode.DONE


def _wanted(names: str | None, catalogue: Catalogue) -> frozenset[str]:
    judged = {s.id for s in catalogue.standards.values() if s.kind is not Kind.PROCESS} - NEED_A_TURN
    if names is None:
        return frozenset(judged)
    asked = [name.strip() for name in names.split(",") if name.strip()]
    for name in asked:
        if name not in catalogue.standards:
            raise wrong(Place(PLACES["call"]), "C030", id=name, hint=hint(name, catalogue.standards))
        if name not in judged:
            raise wrong(Place(PLACES["call"]), "C031", id=name)
    return frozenset(asked)


def _record(answer: Answer, reading: Reading, wanted: frozenset[str], catalogue: Catalogue) -> dict[str, Any]:
    shown = [finding for finding in reading.shown if finding.standard in wanted]
    violated = [finding for finding in reading.violated if finding.standard in wanted]
    return {
        "id": answer.id,
        "shown": [finding.standard for finding in shown],
        "violated": [finding.standard for finding in violated],
        "findings": list(_findings(answer.text, (*shown, *violated), catalogue)),
    }


def _findings(text: str, findings: Iterable[Finding], catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    for finding in findings:
        standard = catalogue.standards[finding.standard]
        yield {
            "standard": standard.id,
            "kind": str(standard.kind),
            "quality": standard.quality,
            "evidence": [
                {"start": span.start, "end": span.end, "text": span.of(text)} for span in finding.spans
            ],
            "why": finding.why or standard.matters,
            "fix": standard.fix,
            "source": standard.source,
        }


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
    return parser
