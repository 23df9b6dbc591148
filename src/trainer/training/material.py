"""The exemplars as training examples: texts, labels, what is known of each, and where the words stand."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trainer.model.standard import Catalogue, Kind

_MARK = re.compile(r"⟦(?:([^⟦⟧|]*)\|)?([^⟦⟧]*)⟧")


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with its labels.

    ``labels`` are standards shown or broken; ``known`` gives each standard a weight (0: not labelled here);
    ``spans`` are (standard, start, end) in the text. ``group`` names writer and manner, for splits.
    """

    text: str
    labels: frozenset[str]
    known: Mapping[str, float]
    spans: tuple[tuple[str, int, int], ...] = ()
    facts: frozenset[str] = frozenset()
    turn: str = ""
    group: str = ""
    grade: int = 0
    spanned: frozenset[str] = field(default_factory=frozenset)


# A phrase is labelled for one standard; that it breaks no other one is likely, not certain.
_OWN, _OTHERS = 2.0, 0.15


def unmark(marked: str, default: str = "") -> tuple[str, tuple[tuple[str, int, int], ...]]:
    """Take the marks ⟦ids|words⟧ out of a text and return it with (id, start, end) for each."""
    plain, at = "", 0
    spans: list[tuple[str, int, int]] = []
    for match in _MARK.finditer(marked):
        plain += marked[at : match.start()]
        start = len(plain)
        plain += match.group(2)
        ids = (match.group(1) or default).split(",")
        spans.extend((name.strip(), start, len(plain)) for name in ids if name.strip())
        at = match.end()
    return plain + marked[at:], tuple(spans)


def read_exemplars(folder: Path, catalogue: Catalogue) -> list[Sample]:
    """Read ``answers/*.jsonl``, ``phrases/*.jsonl`` and ``clean/*.jsonl`` below the folder of exemplars."""
    judged = [s.id for s in catalogue.standards.values() if s.kind is not Kind.PROCESS]
    forbidden = [s.id for s in catalogue.of_kind(Kind.PROHIBITION)]
    samples = []
    for path in sorted(folder.glob("*/*.jsonl")):
        make = {"answers": _answer, "phrases": _phrase, "clean": _clean}[path.parent.name]
        for record in _records(path):
            samples.append(make(record, judged, forbidden, path.stem))
    return samples


def _records(path: Path) -> Iterable[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _answer(record: dict[str, Any], judged: list[str], forbidden: list[str], writer: str) -> Sample:
    text, spans = unmark(record["text"])
    facts = frozenset(name[5:] for name, _, _ in spans if name.startswith("fact:"))
    own = tuple(s for s in spans if s[0] in judged)
    labels = frozenset(name for name, _, _ in own) | frozenset(record.get("whole", ()))
    known = dict.fromkeys(judged, 1.0)
    return Sample(text, labels, known, own, facts, record["turn"], f"{writer}/{record['hand']}", record["grade"],
                  frozenset(name for name, _, _ in own))  # fmt: skip


def _phrase(record: dict[str, Any], judged: list[str], forbidden: list[str], writer: str) -> Sample:
    standard = record["standard"]
    text, spans = unmark(record["text"], standard)
    labels = frozenset({standard}) if record["label"] else frozenset[str]()
    known = dict.fromkeys(forbidden, _OTHERS) | {standard: _OWN}
    return Sample(
        text, labels, known, spans if record["label"] else (), group=writer, spanned=frozenset({standard})
    )


def _clean(record: dict[str, Any], judged: list[str], forbidden: list[str], writer: str) -> Sample:
    return Sample(record["text"], frozenset(), dict.fromkeys(forbidden, 1.0), group=writer)
