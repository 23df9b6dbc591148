"""``trainer standards``: the catalogue by quality, or one standard whole."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from trainer.cli import output
from trainer.cli.complain import wrong
from trainer.cli.exit_codes import ExitCode
from trainer.cli.parser import Parser
from trainer.cli.texts_ru import HELP, KINDS, PLACES, STANDARD
from trainer.cli.tools import Tools
from trainer.model.place import Place
from trainer.model.standard import Catalogue, Kind, Standard
from trainer.packs.problems import hint


def run(words: Sequence[str], tools: Tools) -> int:
    """Show all standards, or the one that is named."""
    call = _parser().read(words)
    catalogue = tools.catalogue()
    if call.id and call.id not in catalogue.standards:
        near = hint(call.id, catalogue.standards)
        raise wrong(Place(PLACES["call"]), "C030", id=call.id, hint=near)
    if call.find:
        return _find(call.find, catalogue)
    chosen = [catalogue.standards[call.id]] if call.id else list(catalogue.standards.values())
    if call.json:
        for standard in chosen:
            output.record(_record(standard))
        return ExitCode.DONE
    for line in _whole(chosen[0], catalogue) if call.id else _list(catalogue):
        output.say(line)
    return ExitCode.DONE


def _find(wanted: str, catalogue: Catalogue) -> int:
    """List what has the words in its title or in what it asks, each on a line of its own."""
    parts = _folded(wanted).split()
    found = [
        one
        for one in catalogue.standards.values()
        if all(part in _folded(f"{one.id} {one.title} {one.asks}") for part in parts)
    ]
    for one in found:
        quality = catalogue.qualities[one.quality].title
        output.say(f"{one.title} ({one.id}): {quality}, {KINDS[one.kind]}{_own(one)}. {one.asks}")
    if not found:
        output.tell(STANDARD["none"].format(words=wanted))
    return ExitCode.DONE if found else ExitCode.FOUND


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold().replace("ё", "е")


def _list(catalogue: Catalogue) -> Iterator[str]:
    widest = max(map(len, catalogue.standards))
    for quality in catalogue.qualities.values():
        yield f"{quality.title} ({quality.source})"
        for standard in catalogue.standards.values():
            if standard.quality == quality.id:
                yield f"  {standard.id:<{widest}}  {KINDS[standard.kind]:<12}  {standard.title}{_own(standard)}"
        yield ""


def _whole(standard: Standard, catalogue: Catalogue) -> Iterator[str]:
    quality = catalogue.qualities[standard.quality].title
    yield f"{standard.title} ({standard.id}) · {quality} · {KINDS[standard.kind]}{_own(standard)}"
    for key in ("asks", "matters", "fix", "missed", "source", "points"):
        value = getattr(standard, key)
        if value != "":
            yield f"\n{STANDARD[key]}: {value}"
    broken = standard.kind is Kind.PROHIBITION
    yield from _examples(STANDARD["breaks" if broken else "hits"], standard.hits)
    yield from _examples(STANDARD["fine" if broken else "misses"], standard.misses)


def _own(standard: Standard) -> str:
    return STANDARD["own"].format(pack=standard.pack) if standard.pack else ""


def _examples(title: str, examples: Sequence[Any]) -> Iterator[str]:
    if not examples:
        return
    yield f"\n{title}:"
    for example in examples:
        words = ", ".join(f"«{word}»" for word in example.words)
        yield f"  - {example.text}" + (f"  [{words}]" if words else "")


def _record(standard: Standard) -> dict[str, Any]:
    texts = {key: getattr(standard, key) for key in ("title", "asks", "matters", "fix", "source", "points")}
    return {
        "id": standard.id,
        "quality": standard.quality,
        "kind": str(standard.kind),
        "pack": standard.pack,
        **texts,
        "hits": [{"text": item.text, "words": list(item.words)} for item in standard.hits],
        "misses": [item.text for item in standard.misses],
    }


def _parser() -> Parser:
    parser = Parser("standards")
    parser.add_argument("id", nargs="?", default="", metavar="ID", help=HELP["standards-id"])
    parser.add_argument("--find", default="", metavar="СЛОВА", help=HELP["standards-find"])
    parser.add_argument("--json", action="store_true", help=HELP["json"])
    return parser
