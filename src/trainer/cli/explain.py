"""``trainer explain``: what a code of the lint means, with a bad and a good example."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from trainer.cli import output
from trainer.cli.complain import wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.lint_texts_ru import EXPLAIN, GROUPS, HELP, LEVELS, WHERE
from trainer.cli.parser import Parser
from trainer.cli.texts_ru import PLACES
from trainer.cli.tools import Tools
from trainer.model.place import Place

if TYPE_CHECKING:
    from trainer.authoring.code_book import Code, Sample


def run(words: Sequence[str], tools: Tools) -> int:
    """Explain the code that is named, or list them all."""
    call = _parser().read(words)
    from trainer.authoring.code_book import book
    from trainer.packs.problems import hint

    codes = book()
    name = call.code.upper()
    if name and name not in codes:
        raise wrong(Place(PLACES["call"]), "C110", id=call.code, hint=hint(name, codes))
    chosen = [codes[name]] if name else list(codes.values())
    if call.json:
        for code in chosen:
            output.record(_record(code))
        return ExitCode.DONE
    for line in _whole(chosen[0]) if name else _list(chosen):
        output.say(line)
    return ExitCode.DONE


def _list(codes: Sequence["Code"]) -> Iterator[str]:
    for start, title in GROUPS.items():
        yield title
        for code in codes:
            if code.id.startswith(start):
                yield f"  {code.id}  {code.title}"
        yield ""


def _whole(code: "Code") -> Iterator[str]:
    yield EXPLAIN["title"].format(id=code.id, level=LEVELS[str(code.level)], title=code.title)
    yield f"\n{code.explain}"
    for key, sample in (("bad", code.bad), ("good", code.good)):
        yield "\n" + EXPLAIN[key].format(where=WHERE[sample.where])
        yield from (f"    {line}" for line in sample.text.split("\n"))
    if code.judged:
        yield "\n" + EXPLAIN["judged"]
    yield "\n" + EXPLAIN["firm" if code.firm else "allow"].format(id=code.id)


def _record(code: "Code") -> dict[str, Any]:
    return {
        "code": code.id,
        "level": str(code.level),
        "title": code.title,
        "text": code.text,
        "explain": code.explain,
        "bad": _sample(code.bad),
        "good": _sample(code.good),
        "judged": code.judged,
    }


def _sample(sample: "Sample") -> dict[str, Any]:
    return {"in": sample.where, "text": sample.text}


def _parser() -> Parser:
    parser = Parser("explain", HELP["explain"])
    parser.add_argument("code", nargs="?", default="", metavar="КОД", help=HELP["code"])
    parser.add_argument("--json", action="store_true", help=HELP["json"])
    return parser
