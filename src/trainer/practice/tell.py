"""Verdicts told in plain lines, for ears and for files."""

from collections.abc import Iterator

from trainer.model.standard import Catalogue
from trainer.model.verdict import Deduction, Finding, Verdict
from trainer.practice import texts_ru as ru
from trainer.practice.records import NoteResult
from trainer.practice.visible import one_line, visible


class Names:
    """Titles and sources of the catalogue by id; an id it does not know stands for itself."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def standard(self, standard_id: str) -> str:
        """Return the title of a standard."""
        standard = self._catalogue.standards.get(standard_id)
        return standard.title if standard else ru.PROCESS_TITLES.get(standard_id, standard_id)

    def source(self, standard_id: str) -> str:
        """Return where a standard is taught."""
        standard = self._catalogue.standards.get(standard_id)
        return standard.source if standard else ""

    def fix(self, standard_id: str) -> str:
        """Return how to keep a standard."""
        standard = self._catalogue.standards.get(standard_id)
        return standard.fix if standard else ""

    def asks(self, standard_id: str) -> str:
        """Return what a standard asks for."""
        standard = self._catalogue.standards.get(standard_id)
        return standard.asks if standard else ""

    def quality(self, quality_id: str) -> str:
        """Return the title of a quality."""
        quality = self._catalogue.qualities.get(quality_id)
        return quality.title if quality else quality_id

    def qualities(self) -> tuple[str, ...]:
        """Return the ids of all qualities in their order."""
        return tuple(self._catalogue.qualities)


def tell_verdict(verdict: Verdict, names: Names) -> Iterator[str]:
    """Yield a verdict line by line: the score, what was good, what was taken off and why."""
    yield ru.SCORED.format(score=verdict.score, grade=verdict.grade, words=ru.GRADES[verdict.grade])
    for finding in verdict.praise:
        yield ru.GOOD_PART.format(title=names.standard(finding.standard), words=_words(finding, verdict))
    if not verdict.deductions:
        yield ru.NO_FAULTS
    if said := tell_severity(verdict):
        yield said
    for number, item in enumerate(verdict.deductions, 1):
        title = names.standard(item.standard)
        yield ru.TAKEN_OFF.format(number=number, points=item.points, title=title)
        yield from _explained(item, verdict)
    for item in verdict.warnings:
        yield ru.WARNED.format(title=names.standard(item.standard))
        yield from _explained(item, verdict)


def tell_severity(verdict: Verdict) -> str:
    """Return why the points taken off differ from the prices of the standards, or nothing."""
    factor = f"{verdict.severity:.1f}".replace(".", ",")
    if factor == "1,0" or not verdict.deductions:
        return ""
    return (ru.HEAVIER if verdict.severity > 1 else ru.LIGHTER).format(factor=factor)


def _explained(item: Deduction, verdict: Verdict) -> Iterator[str]:
    if item.evidence:
        quoted = "; ".join(f"«{one_line(span.of(verdict.text))}»" for span in item.evidence)
        yield ru.ABOUT_WORDS.format(words=quoted)
    for template, key, value in (
        (ru.WHY, "why", item.why),
        (ru.FIX, "fix", item.fix),
        (ru.EXAMPLE, "example", item.example),
        (ru.SOURCE, "source", item.source),
    ):
        if value:
            yield template.format(**{key: visible(value)})


def _words(finding: Finding, verdict: Verdict) -> str:
    if not finding.spans:
        return ""
    return ru.QUOTED.format(words=one_line(finding.spans[0].of(verdict.text)))


def tell_note(result: NoteResult, model: str) -> Iterator[str]:
    """Yield what a CRM note came to."""
    if result.kept:
        yield ru.NOTE_GOOD
    else:
        yield ru.NOTE_LACKS.format(facts="; ".join(fact.text for fact in result.lacks)).capitalize()
        if model:
            yield ru.NOTE_MODEL.format(text=visible(model))
