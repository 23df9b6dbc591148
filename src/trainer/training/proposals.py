"""New examples for the catalogue, as YAML to look at: what mentors have said, standard by standard."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from trainer.model.span import Span
from trainer.model.standard import Catalogue, Kind
from trainer.scoring.judge import NEED_A_TURN
from trainer.team.objections import Label


def proposals(labels: Iterable[Label], catalogue: Catalogue) -> dict[str, dict[str, list[Label]]]:
    """Return by standard the texts for its ``hits`` and ``misses``; those it has already are left out."""
    found: dict[str, dict[str, list[Label]]] = defaultdict(lambda: {"hits": [], "misses": []})
    for label in labels:
        standard = catalogue.standards.get(label.standard)
        if standard is None or standard.kind is Kind.PROCESS:
            continue
        if label.standard in NEED_A_TURN and not label.turn:
            continue  # words of an exercise: an example of such a standard needs its turn
        if label.text not in {example.text for example in (*standard.hits, *standard.misses)}:
            found[label.standard]["hits" if label.found else "misses"].append(label)
    return dict(sorted(found.items()))


def fragment(texts: Mapping[str, Iterable[Label]]) -> Iterator[str]:
    """Yield the lines of YAML to be added to the file of one standard."""
    for key, labels in texts.items():
        rows = list(labels)
        if rows:
            yield f"{key}:"
        for label in rows:
            text = json.dumps(marked(label.text, label.spans if key == "hits" else ()), ensure_ascii=False)
            place = f"{label.scenario}/{label.turn}"
            yield f"  - {{at: {place}, text: {text}}}" if label.standard in NEED_A_TURN else f"  - {text}"


def marked(text: str, spans: Iterable[Span]) -> str:
    """Return a text with its words in the marks ⟦…⟧ of examples."""
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]}⟦{span.of(text)}⟧{text[span.end :]}"
    return text
