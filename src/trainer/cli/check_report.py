"""The report on an export: as a record, as lines for people, as Markdown, as a table for a spreadsheet."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trainer.cli.check_texts_ru import EXPORT
from trainer.model.standard import Catalogue, Kind
from trainer.practice.tally import Tally
from trainer.practice.visible import json_text, one_line
from trainer.team.cells import cell

# Characters of a reply that a report quotes; who wants more looks the reply up by its line.
_LONGEST = 160
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&$])")


def report(tally: Tally, wanted: frozenset[str], catalogue: Catalogue, *, complete: bool) -> dict[str, Any]:
    """Return all figures; ``kept`` and ``broken`` count replies, ``share`` is of those judged (0-1).

    Of an obligation ``broken`` is None: nobody knows without a scenario whether it was due.
    """
    return {
        "replies": tally.judged + tally.empty,
        "judged": tally.judged,
        "empty": tally.empty,
        "complete": complete,
        "standards": [_standard(name, tally, catalogue) for name in catalogue.standards if name in wanted],
        "worst": [
            {
                "id": reply.id,
                "line": reply.line,
                "text": reply.text,
                "violated": [{"standard": name, "words": words} for name, words in reply.violated.items()],
            }
            for reply in tally.worst()
        ],
    }


def _standard(name: str, tally: Tally, catalogue: Catalogue) -> dict[str, Any]:
    standard, found = catalogue.standards[name], tally.found(name)
    forbidden = standard.kind is Kind.PROHIBITION
    return {
        "standard": name,
        "title": standard.title,
        "kind": str(standard.kind),
        "quality": standard.quality,
        "kept": tally.judged - found if forbidden else found,
        "broken": found if forbidden else None,
        "share": round(found / tally.judged, 4) if tally.judged else None,
        "examples": [
            {"id": item.id, "line": item.line, "words": item.words} for item in tally.examples(name)
        ],
    }


@dataclass(frozen=True, slots=True)
class Style:
    """How headings and lists are marked, and how foreign text is made harmless."""

    title: str
    head: str
    item: str
    deep: str
    safe: Callable[[str], str]


PLAIN = Style("{}", "{}", "  {}", "     {}", lambda text: text)
MARKDOWN = Style("# {}", "## {}", "- {}", "  - {}", lambda text: _MARKUP.sub(r"\\\1", text))


def summary(fields: Mapping[str, Any]) -> Iterator[str]:
    """Yield how many replies there were, and whether these are all."""
    yield EXPORT["count"].format(**fields)
    if not fields["complete"]:
        yield EXPORT["partial"]


def lines(fields: Mapping[str, Any], style: Style = PLAIN) -> Iterator[str]:
    """Yield the report for people."""
    yield style.title.format(EXPORT["title"])
    yield ""
    yield from summary(fields)
    for kind in (Kind.PROHIBITION, Kind.OBLIGATION):
        yield from _group(fields, kind, style)
    if fields["worst"]:
        yield from ("", style.head.format(EXPORT["worst"]), "")
        for reply in fields["worst"]:
            yield from _reply(reply, fields, style)


def _group(fields: Mapping[str, Any], kind: Kind, style: Style) -> Iterator[str]:
    rows = [row for row in fields["standards"] if row["kind"] == kind]
    if not rows:
        return
    yield from ("", style.head.format(EXPORT[kind]), "")
    ordered = sorted(rows, key=lambda row: -(row["share"] or 0))
    for row in ordered:
        count = row["kept"] if row["broken"] is None else row["broken"]
        if not count:
            continue
        told = EXPORT[f"{kind}-line"].format(
            title=row["title"],
            id=row["standard"],
            count=count,
            share=_percent(row["share"]),
            kept=row["kept"],
        )
        yield style.item.format(style.safe(told))
        for example in row["examples"]:
            yield style.deep.format(style.safe(_example(example)))
    if silent := [row["title"] for row in ordered if not row["examples"]]:
        yield style.item.format(style.safe(EXPORT[f"{kind}-none"].format(titles="; ".join(silent))))


def _reply(reply: Mapping[str, Any], fields: Mapping[str, Any], style: Style) -> Iterator[str]:
    titles = {row["standard"]: row["title"] for row in fields["standards"]}
    told = EXPORT["reply"].format(
        id=one_line(str(reply["id"])), line=reply["line"], count=len(reply["violated"])
    )
    yield style.item.format(style.safe(f"{told}: {_quoted(reply['text'])}"))
    for item in reply["violated"]:
        yield style.deep.format(style.safe(f"{titles[item['standard']]}: {_words(item['words'])}"))


def as_json(fields: Mapping[str, Any]) -> str:
    """Return the report as one JSON object, laid out to be read."""
    return json_text(fields, indent=2) + "\n"


def as_markdown(fields: Mapping[str, Any]) -> str:
    """Return the report as Markdown; no text of a reply can become markup."""
    return "\n".join(lines(fields, MARKDOWN)) + "\n"


def as_csv(fields: Mapping[str, Any]) -> str:
    """Return the standards as a table that a Russian spreadsheet opens; no cell is a formula."""
    table = io.StringIO()
    writer = csv.writer(table, delimiter=";", lineterminator="\n")
    writer.writerow(EXPORT[f"cell-{key}"] for key in ("id", "title", "judged", "kept", "broken", "examples"))
    for row in fields["standards"]:
        examples = " / ".join(_example(item) for item in row["examples"])
        counts = (fields["judged"], row["kept"], "" if row["broken"] is None else row["broken"])
        writer.writerow(map(cell, (row["standard"], row["title"], *counts, examples)))
    return "\ufeff" + table.getvalue()


def _example(example: Mapping[str, Any]) -> str:
    return f"{one_line(str(example['id']))}: {_words(example['words'])}"


def _words(words: Sequence[str]) -> str:
    return ", ".join(_quoted(text) for text in words)


def _quoted(text: str) -> str:
    shown = one_line(text)
    return f"«{shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + '…'}»"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share * 100:.1f}".replace(".", ",") + " %"
