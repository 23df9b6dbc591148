"""What ``trainer check`` writes about one reply, and which standards it looks at."""

from collections.abc import Iterable, Iterator
from typing import Any

from trainer.cli.complain import wrong
from trainer.cli.texts_ru import PLACES
from trainer.model.place import Place
from trainer.model.standard import Catalogue, Kind
from trainer.model.verdict import Finding, Reading
from trainer.packs.problems import hint
from trainer.scoring.judge import NEED_A_TURN


def wanted_standards(names: str | None, catalogue: Catalogue) -> frozenset[str]:
    """Return the ids to look at: those named, by default all that need no turn; raises InputError."""
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


def record_of(
    name: str | int, reading: Reading, wanted: frozenset[str], catalogue: Catalogue
) -> dict[str, Any]:
    """Return the record of a reply, with the wanted standards only."""
    shown = [finding for finding in reading.shown if finding.standard in wanted]
    violated = [finding for finding in reading.violated if finding.standard in wanted]
    return {
        "id": name,
        "shown": [finding.standard for finding in shown],
        "violated": [finding.standard for finding in violated],
        "findings": list(_findings(reading.text, (*shown, *violated), catalogue)),
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
