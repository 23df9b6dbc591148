"""The exemplars as training examples: texts, labels, what is known of each, and where the words stand."""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
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


# Present or not, whoever asks: these are marked everywhere.
_LITERAL = ("greet", "polite-words", "use-name", "farewell")
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


def read_exemplars(
    folder: Path, catalogue: Catalogue, expected: Mapping[str, Collection[str]] | None = None
) -> list[Sample]:
    """Read ``answers/*.jsonl``, ``phrases/*.jsonl`` and ``clean/*.jsonl`` below the folder of exemplars.

    ``expected`` names the obligations of a turn («scenario/turn»). Writers mark those with care and others only now
    and then, so an unmarked obligation that nobody expected there says nothing.
    """
    judged = [s.id for s in catalogue.standards.values() if s.kind is not Kind.PROCESS]
    forbidden = [s.id for s in catalogue.of_kind(Kind.PROHIBITION)]
    samples = []
    for path in sorted(folder.glob("*/*.jsonl")):
        make = {"answers": _answer, "phrases": _phrase, "clean": _clean}[path.parent.name]
        for record in _records(path):
            samples.append(make(record, judged, forbidden, path.stem))
    return [_as_far_as_known(sample, forbidden, expected) if expected else sample for sample in samples]


def _as_far_as_known(
    sample: Sample, forbidden: Collection[str], expected: Mapping[str, Collection[str]]
) -> Sample:
    if sample.turn not in expected:
        return sample
    told = {*forbidden, *expected[sample.turn], *sample.labels, *_LITERAL}
    return replace(sample, known={name: w if name in told else 0.0 for name, w in sample.known.items()})


def _records(path: Path) -> Iterable[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _answer(record: dict[str, Any], judged: list[str], forbidden: list[str], writer: str) -> Sample:
    text, spans = unmark(record["text"])
    facts = frozenset(name[5:] for name, _, _ in spans if name.startswith("fact:"))
    own = tuple(s for s in spans if s[0] in judged)
    labels = frozenset(name for name, _, _ in own) | frozenset(record.get("whole", ()))
    known = dict.fromkeys(judged, 1.0)
    return Sample(
        text, labels, known, own, facts, record["turn"], f"{writer}/{record['hand']}", record["grade"]
    )


def _phrase(record: dict[str, Any], judged: list[str], forbidden: list[str], writer: str) -> Sample:
    standard = record["standard"]
    text, spans = unmark(record["text"], standard)
    labels = frozenset({standard}) if record["label"] else frozenset[str]()
    known = dict.fromkeys(forbidden, _OTHERS) | {standard: _OWN}
    return Sample(text, labels, known, spans if record["label"] else (), group=writer)


def _clean(record: dict[str, Any], judged: list[str], forbidden: list[str], writer: str) -> Sample:
    return Sample(record["text"], frozenset(), dict.fromkeys(forbidden, 1.0), group=writer)
