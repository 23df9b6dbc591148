"""Is a standard shown or broken in an answer? Rules propose and veto, meaning fills what no rule foresaw."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from trainer.model.span import Span
from trainer.model.standard import Standard
from trainer.model.verdict import Finding
from trainer.scoring.context import Context
from trainer.scoring.nearest import nearest_example
from trainer.scoring.rules.base import Hit, Role
from trainer.scoring.rules.kinds import KINDS
from trainer.text.meaning import Meaning


@dataclass(frozen=True, slots=True)
class Bars:
    """Probabilities from which meaning counts: alone, and beside a supporting rule.

    Below ``floor`` not even a rule that finds is believed.
    """

    alone: float = 0.5
    beside: float = 0.25
    floor: float = 0.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that speaks for or against a standard in an answer; ``likely`` is None without meaning."""

    finds: tuple[Hit, ...]
    supports: tuple[Hit, ...]
    vetoed: bool
    likely: float | None

    def found(self, bars: Bars) -> bool:
        """Decide by the bars."""
        if self.vetoed:
            return False
        if self.likely is None:
            return bool(self.finds)
        if self.finds and self.likely >= bars.floor:
            return True
        return self.likely >= bars.alone or (bool(self.supports) and self.likely >= bars.beside)


def gather(standard: Standard, context: Context, meaning: Meaning | None) -> Evidence:
    """Run the rules of a standard and ask meaning about it."""
    hits = _hits(standard, context)
    likely = meaning.likely(standard.id) if meaning and standard.id in meaning.classes else None
    return Evidence(tuple(hits[Role.FINDS]), tuple(hits[Role.SUPPORTS]), bool(hits[Role.VETOES]), likely)


def detect(standard: Standard, context: Context, meaning: Meaning | None, bars: Bars) -> Finding | None:
    """Return where the standard is shown or broken, or None."""
    evidence = gather(standard, context, meaning)
    if not evidence.found(bars):
        return None
    if hits := evidence.finds or evidence.supports:
        return _by_rule(standard.id, hits)
    assert meaning is not None
    span = _span(meaning, standard.id, context)
    example = nearest_example(standard, context.text, span)
    return Finding(standard.id, (span,), "meaning", example=example)


def _hits(standard: Standard, context: Context) -> Mapping[Role, list[Hit]]:
    hits: dict[Role, list[Hit]] = {role: [] for role in Role}
    for rule in standard.rules:
        role = Role(rule.options.get("role", Role.FINDS))
        hits[role].extend(KINDS[rule.kind].find(context, rule.options))
    return hits


def _by_rule(standard: str, hits: Sequence[Hit]) -> Finding:
    spans = merged(hit.span for hit in hits)
    why = next((hit.why for hit in hits if hit.why), "")
    return Finding(standard, spans, "rule", why)


def _span(meaning: Meaning, standard: str, context: Context) -> Span:
    span = meaning.span(standard)
    return span if span.end > span.start else Span(0, len(context.text.typed))


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join overlapping spans and sort them."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
